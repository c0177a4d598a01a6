//! In: the texts of a model. Out: the checked model and everything that is
//! wrong with it. Exists as the one way from texts to a `Model`.

use crate::checks;
use crate::diagnostics::{Diagnostics, Form, Severity, Sources, Span};
use crate::model::Model;
use crate::prelude;
use crate::resolve;
use crate::suggest::Suggestions;
use crate::suppressions;
use crate::syntax;

/// What the caller decides about loading.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// How bad a trait is that no text defines: `Severity::Error` as in the
    /// official tools, or `Severity::Warning` where such a trait is ignored.
    pub unresolved_traits: Severity,
}

impl Default for LoadOptions {
    fn default() -> Self {
        Self { unresolved_traits: Severity::Error }
    }
}

/// Loads and checks a model. It is as complete as the texts allow: check
/// `Diagnostics::has_errors` before you rely on it.
///
/// ```
/// use whitesmith_codegen::{load, AstOptions, LoadOptions, Sources};
///
/// # let text = "$version: \"2.0\"\nnamespace shop\nlist Books { member: Book }\nstructure Book {}\n";
/// let mut sources = Sources::new();
/// sources.add("shop.smithy", text);
/// let (model, events) = load(&sources, &LoadOptions::default());
/// eprint!("{}", events.render_text(&sources, false));
/// for shape in model.shapes().filter(|shape| !shape.is_builtin()) {
///     println!("{} {}", shape.kind.keyword(), shape.id);
/// }
/// let json = model.to_json_ast(&AstOptions::default());
/// # assert!(events.is_empty() && json.contains("shop#Books"));
/// ```
pub fn load(sources: &Sources, options: &LoadOptions) -> (Model, Diagnostics) {
    load_observed(sources, options, &mut |_| {})
}

/// Like [`load`], telling when loading and checking are done.
pub(crate) fn load_observed(
    sources: &Sources,
    options: &LoadOptions,
    done: &mut dyn FnMut(&'static str),
) -> (Model, Diagnostics) {
    load_and(checks::check, sources, options, done)
}

/// Loads without the checks.
pub(crate) fn load_unchecked(sources: &Sources, options: &LoadOptions) -> (Model, Diagnostics) {
    load_and(|_, _, _, _| (), sources, options, &mut |_| {})
}

fn load_and(
    check: impl FnOnce(&Model, bool, &Suggestions, &mut Diagnostics),
    sources: &Sources,
    options: &LoadOptions,
    done: &mut dyn FnMut(&'static str),
) -> (Model, Diagnostics) {
    let suggestions = Suggestions::default();
    let mut syntax_events = Diagnostics::new();
    let mut diagnostics = Diagnostics::new();
    note_skipped(sources, &mut diagnostics);
    let parsed = (0u32..).zip(sources.iter());
    let documents: Vec<_> = parsed.map(|(index, source)| syntax::parse(index, source, &mut syntax_events)).collect();
    let damage = syntax::Damage::of(&documents, sources);
    let mut all = prelude::documents_for(&documents, &mut diagnostics);
    let builtin = all.len();
    all.extend(documents);
    let model = resolve::resolve(all, builtin, sources, options.unresolved_traits, &suggestions, &mut diagnostics);
    done("load");
    check(&model, syntax_events.has_errors(), &suggestions, &mut diagnostics);
    diagnostics.mark_keys(sources);
    done("check");
    let mut events = in_order(syntax_events, diagnostics, damage.as_ref());
    suppressions::apply(&model, &mut events);
    (model, events)
}

/// Reports the files that were found and are not models.
fn note_skipped(sources: &Sources, diagnostics: &mut Diagnostics) {
    for (index, source) in (0u32..).zip(sources.iter()).filter(|(_, source)| source.form == Form::Skipped) {
        let message = format!("`{}` is skipped: it has no `smithy` member, so it is not a model", source.name);
        let span = Span { source: index, start: 0, end: 0 };
        diagnostics.report(Severity::Note, "Whitesmith.SkippedFile", span, message);
    }
}

/// All events by their places. Syntax errors come before the rest, of which
/// what they explain is left out.
fn in_order(mut syntax_events: Diagnostics, mut rest: Diagnostics, damage: Option<&syntax::Damage<'_>>) -> Diagnostics {
    if !syntax_events.has_errors() {
        syntax_events.extend(rest);
        syntax_events.sort();
        return syntax_events;
    }
    rest.retain(|event| !damage.is_some_and(|damage| damage.explains(event)));
    syntax_events.sort();
    rest.sort();
    syntax_events.extend(rest);
    syntax_events
}
