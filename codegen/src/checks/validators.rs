//! The metadata `validators` are lists of checks of the model's own (Smithy
//! 2.0, "Model validation", "Validators"). Those that the specification defines
//! are run; of others it is said that they are not.

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::metadata::{self, Problem};
use crate::model::{Model, Node};
use crate::selectors::{Graph, Selector, Subject, Template};

use super::{Check, Report, Stops};

mod definition;
mod unreferenced_shape;

use definition::{Definition, Finding};

/// The linters of the official tools that need more than a selector.
const LINTERS: &[&str] = &[
    "AbbreviationName",
    "CamelCase",
    "DeprecatedAuthSchemes",
    "DeprecatedProtocols",
    "DeprecatedTraits",
    "InputOutputStructureReuse",
    "MissingClientOptionalTrait",
    "MissingPaginatedTrait",
    "MissingSensitiveTrait",
    "NoninclusiveTerms",
    "RepeatedShapeName",
    "ReservedWords",
    "ShouldHaveUsedTimestamp",
    "StandardOperationVerb",
    "StutteredShapeName",
];

/// What an author asks of the own model is not a matter of clients.
pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.metadata.contains_key("validators") {
        return;
    }
    let graph = Graph::new(model);
    let mut problems = Vec::new();
    let mut not_run = BTreeSet::new();
    for entry in metadata::entries(model, "validators", &mut problems) {
        match Definition::read(&graph, entry) {
            Ok(mut definition) => {
                let problem = run_one(&graph, &mut definition, &mut not_run, report).err();
                problems.extend(problem);
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems.into_iter().for_each(|problem| report.problem(problem));
}

fn run_one<'m>(
    graph: &Graph<'m>,
    definition: &mut Definition<'_, 'm>,
    not_run: &mut BTreeSet<&'m str>,
    report: &mut Report<'_>,
) -> Result<(), Problem> {
    let findings = match definition.name {
        "EmitEachSelector" => emit_each(graph, definition)?,
        "EmitNoneSelector" => emit_none(graph, definition)?,
        "UnreferencedShape" => unreferenced_shape::find(graph, definition)?,
        name => {
            if not_run.insert(name) {
                report_unknown(definition, report);
            }
            return Ok(());
        }
    };
    findings.into_iter().for_each(|finding| definition.emit(finding, report));
    Ok(())
}

/// One event a validator: that it is not run says nothing about any shape.
fn report_unknown(definition: &Definition<'_, '_>, report: &mut Report<'_>) {
    let (name, place) = (definition.name, definition.name_span);
    if LINTERS.contains(&name) {
        let message = format!("the linter `{name}` is not run: only the official tools have it");
        report.global("Whitesmith.LinterNotRun", Severity::Note, place, message);
    } else {
        let known = ["EmitEachSelector", "EmitNoneSelector", "UnreferencedShape"];
        let message = format!("unknown validator `{name}`, which is not run");
        let near = crate::suggest::nearest_word(name, known.into_iter().chain(LINTERS.iter().copied()));
        let event = report.global(format!("UnknownValidator_{name}"), Severity::Warning, place, message);
        event.help = crate::suggest::list(&near).map(|near| format!("did you mean {near}?"));
    }
}

/// The selector in the configuration, with its place.
fn selector_of<'m>(definition: &Definition<'_, 'm>, key: &str) -> Result<Option<(Selector, &'m Node)>, Problem> {
    let Some(node) = definition.configured(key)? else { return Ok(None) };
    let text = node.as_str().unwrap_or_default();
    match Selector::parse(text) {
        Ok(selector) => Ok(Some((selector, node))),
        Err(error) => Err(Problem::of_selector(node, error)),
    }
}

fn required_selector<'m>(definition: &Definition<'_, 'm>) -> Result<(Selector, &'m Node), Problem> {
    let missing = || {
        let message = format!("validator `{}` needs a `selector` in its `configuration`", definition.id);
        let mut problem = Problem::new(definition.span, message);
        problem.help = Some("configuration: { selector: \"structure > member\" }".to_owned());
        problem
    };
    selector_of(definition, "selector")?.ok_or_else(missing)
}

fn is_users(subject: Subject<'_>) -> bool {
    !subject.shape().is_builtin()
}

/// An event for each shape that the selector selects.
fn emit_each<'m>(graph: &Graph<'m>, definition: &Definition<'_, 'm>) -> Result<Vec<Finding<'m>>, Problem> {
    let (selector, node) = required_selector(definition)?;
    let template = match definition.configured("messageTemplate")? {
        None => None,
        Some(node) => {
            let text = node.as_str().unwrap_or_default();
            let template = Template::parse(text).map_err(|error| {
                let message = format!("cannot read the `messageTemplate`: {}", error.message);
                Problem::new(node.span, message)
            });
            Some(template?)
        }
    };
    let bound_to = definition.configured("bindToTrait")?.and_then(Node::as_str).map(|id| match id.contains('#') {
        true => id.to_owned(),
        false => format!("smithy.api#{id}"),
    });
    let too_expensive = |error| Problem::of_selector(node, error);
    let found = match &template {
        Some(template) => selector.expand(graph, template).map_err(too_expensive)?,
        None => {
            let text = node.as_str().unwrap_or_default();
            let message = |subject: Subject<'_>| format!("`{}` is selected by `{text}`", subject.id());
            let selected = selector.select(graph).map_err(too_expensive)?;
            selected.into_iter().map(|subject| (subject, message(subject))).collect()
        }
    };
    let finding = |(subject, message): (Subject<'m>, String)| {
        let span = match &bound_to {
            None => subject.span(),
            Some(id) => subject.traits().get(id)?.span,
        };
        Some(Finding { severity: Severity::Danger, subject: Some(subject), span, message })
    };
    Ok(found.into_iter().filter(|(subject, _)| is_users(*subject)).filter_map(finding).collect())
}

/// An event if the selector selects no shape.
fn emit_none<'m>(graph: &Graph<'m>, definition: &Definition<'_, 'm>) -> Result<Vec<Finding<'m>>, Problem> {
    let (selector, node) = required_selector(definition)?;
    let selected = selector.select(graph).map_err(|error| Problem::of_selector(node, error))?;
    if selected.into_iter().any(is_users) {
        return Ok(Vec::new());
    }
    let message = format!("no shape is selected by `{}`", node.as_str().unwrap_or_default());
    Ok(vec![Finding { severity: Severity::Danger, subject: None, span: definition.span, message }])
}
