//! In: the documents of all texts, the prelude's first. Out: one `Model` with
//! absolute ids, applied traits and flattened mixins, all in terms of Smithy
//! 2.0. Exists so that nothing after it knows of files, names in scope, or
//! versions of the language.

mod build;
mod enums;
mod merge;
mod mixins;
mod names;
mod upgrade;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostics::{Diagnostics, Severity, Sources, Span};
use crate::model::{Model, Node, Shape, ShapeId};
use crate::suggest::Suggestions;
use crate::syntax::ast;

/// Resolves the documents; `builtin` of them, at the front, are the prelude's.
/// The model is as complete as the documents allow.
pub(crate) fn resolve(
    documents: Vec<ast::Document<'_>>,
    builtin: usize,
    sources: &Sources,
    unresolved_traits: Severity,
    suggestions: &Suggestions,
    diagnostics: &mut Diagnostics,
) -> Model {
    let mut names = names::declare(&documents, builtin, suggestions, diagnostics);
    let mut context = Context { sources, unresolved_traits, suggestions, diagnostics };
    let mut drafts = Drafts::new();
    let mut metadata = IndexMap::new();
    let mut applies = Vec::new();
    for (index, mut document) in documents.into_iter().enumerate() {
        build::resolve_metadata(&mut document, &mut names, &mut context);
        merge::merge_metadata(&mut metadata, std::mem::take(&mut document.metadata), &mut context);
        let found = build::build_shapes(index, document, &mut names, &mut drafts, &mut context);
        applies.extend(found);
    }
    build::apply_traits(applies, &mut drafts, &mut context);
    upgrade::upgrade_from_1_0(&mut drafts);
    mixins::flatten(&mut drafts, &mut context);
    enums::complete_enums(&mut drafts);
    let shapes = drafts.into_iter().map(|(id, draft)| (id, draft.shape)).collect();
    Model { shapes, metadata }
}

/// What every step may need.
struct Context<'c> {
    sources: &'c Sources,
    unresolved_traits: Severity,
    suggestions: &'c Suggestions,
    diagnostics: &'c mut Diagnostics,
}

type Drafts = IndexMap<ShapeId, Draft>;

/// A shape that is being put together.
struct Draft {
    shape: Shape,
    version: ast::Version,
    /// Members of the definition that leave out their target, by name.
    elided: BTreeSet<String>,
    /// The resource after `for`.
    resource: Option<ShapeId>,
    /// Whether a service gives its version itself.
    has_version: bool,
    /// Traits that apply statements put on members that mixins bring.
    introduced: Vec<(String, ShapeId, Node, Span)>,
}
