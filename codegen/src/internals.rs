//! In: the text that one stage reads. Out: what the stage made of it, as far as
//! a fuzz target or a measurement asks. Exists so that stages can be driven
//! alone without being public; none of this is a part of the API.

mod endpoints;

pub use endpoints::{endpoint_tables, RuleForm};

use crate::checks;
use crate::diagnostics::{Diagnostics, Severity, Source, Sources};
use crate::ir;
use crate::load::{self, LoadOptions};
use crate::lower::questions::{self, Of, Question, Wanted};
use crate::model::Model;
use crate::sections;
use crate::selectors;
use crate::syntax;
use crate::text;

/// How many tokens the text has. A token that does not advance, or that ends
/// within a character, panics: whoever reads tokens relies on both.
pub fn tokens(text: &str) -> usize {
    syntax::tokens(text).inspect(|token| assert!(!token.is_empty())).count()
}

/// Reads one text, IDL or JSON AST by its name. Returns how many statements it
/// has, and what is wrong with it.
pub fn parse(source: &Source) -> (usize, Diagnostics) {
    let mut diagnostics = Diagnostics::new();
    let document = syntax::parse(0, source, &mut diagnostics);
    (document.shapes.len() + document.applies.len() + document.metadata.len(), diagnostics)
}

/// Asks whether the selector selects the shapes and members of the model. None
/// if it is not understood.
pub fn select(model: &Model, selector: &str) -> Option<usize> {
    let graph = selectors::Graph::new(model);
    let mut query = selectors::Query::new(&graph, selector).ok()?;
    // All at once, and below one by one: these are two evaluators.
    let mut selected = query.selector().select(&graph).map_or(0, |subjects| subjects.len());
    for shape in model.shapes() {
        selected += usize::from(query.selects(selectors::Subject::Shape(shape)));
        for member in &shape.members {
            selected += usize::from(query.selects(selectors::Subject::Member(shape, member)));
        }
    }
    Some(selected)
}

/// Runs the rules one by one; `done` gets the place of each in the list of
/// all rules, and its event id.
pub fn check_one_by_one(model: &Model, done: &mut dyn FnMut(usize, &'static str)) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for (index, check) in checks::all().enumerate() {
        check.run_alone(model, &mut diagnostics);
        done(index, check.id());
    }
    diagnostics
}

/// Loads without the rules: what these add is the rest of [`crate::load`].
pub fn load_unchecked(sources: &Sources, options: &LoadOptions) -> (Model, Diagnostics) {
    load::load_unchecked(sources, options)
}

/// A module that asks the messages of an operation JMESPath expressions; `answers` has each of
/// them, with what is wanted of it, and its answer as `Debug` shows it. A question is `texts:
/// path`, where the word is the one for a variant of `Wanted`; after `input` it is the input
/// that is asked, and after `both` an object of the two.
pub fn questions(sources: &Sources, operation: &str, questions: &[&str]) -> Result<String, String> {
    let (mut model, _) = load::load(sources, &LoadOptions { unresolved_traits: Severity::Warning });
    let parsed = questions.iter().map(|text| question(operation, text)).collect::<Option<Vec<_>>>();
    let parsed = parsed.ok_or("a question is not one")?;
    let (mut answers, mut wrong) = (Vec::new(), Vec::new());
    for (text, answer) in questions.iter().zip(questions::ask(&mut model, &parsed)?) {
        match answer {
            Ok(answer) => answers.push((*text, answer)),
            Err(message) => wrong.push(format!("{text}: {message}")),
        }
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let [input, output] = questions::messages(operation);
    Ok(sections::of_questions(&answers, [&input, &output]))
}

fn question<'q>(operation: &'q str, text: &'q str) -> Option<Question<'q>> {
    let (wanted, path) = text.split_once(": ")?;
    let (of, wanted) = match wanted.split_once(' ') {
        Some(("input", wanted)) => (Of::Input, wanted),
        Some(("both", wanted)) => (Of::Both, wanted),
        _ => (Of::Output, wanted),
    };
    let wanted = match wanted.split_once(' ') {
        Some(("is", text)) => Wanted::IsText(text.split(", ").collect()),
        Some(("all", text)) => Wanted::AllAre(text.split(", ").collect()),
        Some(("any", text)) => Wanted::AnyIs(text.split(", ").collect()),
        Some(_) => return None,
        None => match wanted {
            "texts" => Wanted::Texts,
            "text" => Wanted::Text,
            "flag" => Wanted::Flag,
            "true" => Wanted::IsFlag(true),
            "false" => Wanted::IsFlag(false),
            _ => return None,
        },
    };
    Some(Question { operation, of, path, wanted })
}

/// A file with the text in the documentation, the title, the deprecation, the values and
/// the docs of an enum, as it is emitted.
pub fn documented(text: &str) -> String {
    let attrs = || {
        let note = Some(text::Line::of_model(text));
        ir::Attrs { docs: text::Docs::of_model(text), deprecated: Some(ir::Deprecated { note, since: None }) }
    };
    let module = vec!["crate".to_owned(), "types".to_owned()];
    let shape = ir::Enum {
        attrs: attrs(),
        name: "Level".to_owned(),
        path: ir::Named { name: "Level".to_owned(), module, is_recursive: false, is_deprecated: true },
        values: vec![ir::EnumValue { attrs: attrs(), name: "High".to_owned(), wire: text.into() }],
        is_sensitive: false,
    };
    let mut docs = text::doc("Client for {}.", &[&text::Line::of_model(text)]);
    docs.push(text::doc("The value {}.", &[&text::Line::code(text)]));
    docs.push(text::sentence("Setting this is recommended: {}", &[&text::Line::of_model(text)]));
    docs.push_example(vec![
        text::code("# async fn example() {", &[]),
        text::code("f({});", &[&text::Text::from(text)]),
        text::code("# }", &[]),
    ]);
    sections::of_enum(&shape, docs)
}
