//! The parameters of rules are those that the model and the test cases give a
//! value, with the same types (Smithy 2.0, "Rules engine parameters").

use std::collections::BTreeMap;

use crate::checks::{quoted, Check, Report, Stops};
use crate::diagnostics::{Audience, Severity, Span};
use crate::endpoint_rules::{Parameter, ParameterType};
use crate::jmespath;
use crate::model::{ids, Kind, Model, Node, Shape};
use crate::suggest;

use super::{members, parameters, test_cases, TESTS};

/// What a test case says is of no concern to a client.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetParameter", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node, parameters) in parameters(model) {
        let given = given_by_model(model, service, report);
        check_names(service, node, &parameters, &given, report);
        if service.has_trait(TESTS) {
            check_tests(service, &parameters, report);
        }
    }
}

/// What the traits of a service and its operations give to the rules.
type Given<'m> = BTreeMap<&'m str, ParameterType>;

/// One parameter with its type and where it is given.
struct Site<'m> {
    name: &'m str,
    ty: ParameterType,
    kind: &'static str,
    shape: String,
    span: Span,
}

fn given_by_model<'m>(model: &'m Model, service: &'m Shape, report: &mut Report<'_>) -> Given<'m> {
    let mut given = Given::new();
    for (name, definition) in objects(service, ids::CLIENT_CONTEXT_PARAMS) {
        let ty = match definition.get("type").and_then(Node::as_str) {
            Some("boolean") => ParameterType::Boolean,
            _ => ParameterType::String,
        };
        given.insert(name, ty);
    }
    for operation in model.operations_of(service) {
        for site in sites(model, operation, report) {
            match given.get(site.name) {
                Some(ty) if *ty != site.ty => {
                    let (name, here, there) = (site.name, site.ty.name(), ty.name());
                    let message = format!("`{name}` is a `{here}` here, and a `{there}` elsewhere in the service");
                    let id = format!("RuleSetParameter.{}.InconsistentType", site.kind);
                    report.event_as(id, Severity::Error, site.shape, site.span, message);
                }
                _ => {
                    given.insert(site.name, site.ty);
                }
            }
        }
    }
    given
}

/// Where an operation and its input give a parameter.
fn sites<'m>(model: &'m Model, operation: &'m Shape, report: &mut Report<'_>) -> Vec<Site<'m>> {
    let mut sites = Vec::new();
    let shape = operation.id.as_str().to_owned();
    for (name, definition) in objects(operation, ids::STATIC_CONTEXT_PARAMS) {
        let Some(value) = definition.get("value") else { continue };
        if let Some(ty) = ParameterType::of_node(value) {
            sites.push(Site { name, ty, kind: "StaticContextParams", shape: shape.clone(), span: value.span });
        }
    }
    let Kind::Operation(kind) = &operation.kind else { return sites };
    let Some(input) = model.shape(&kind.input) else { return sites };
    for (name, definition) in objects(operation, ids::OPERATION_CONTEXT_PARAMS) {
        let Some((path, text)) = definition.get("path").and_then(|path: &Node| Some((path, path.as_str()?))) else {
            continue;
        };
        let Ok(expression) = jmespath::parse(text) else { continue };
        let ty = match jmespath::check(model, report.suggestions, &expression, jmespath::Type::of(model, input)).0 {
            jmespath::Type::Boolean => ParameterType::Boolean,
            jmespath::Type::String => ParameterType::String,
            jmespath::Type::Array(_) => ParameterType::StringArray,
            _ => continue,
        };
        sites.push(Site { name, ty, kind: "OperationContextParams", shape: shape.clone(), span: path.span });
    }
    for member in &input.members {
        let Some(node) = member.traits.get(ids::CONTEXT_PARAM) else { continue };
        let (Some(name), Some(target)) = (node.get("name").and_then(Node::as_str), model.target(member)) else {
            continue;
        };
        let shape = input.id.with_member(&member.name).as_str().to_owned();
        let ty = match target.kind {
            Kind::String | Kind::Enum => ParameterType::String,
            Kind::Boolean => ParameterType::Boolean,
            _ => {
                let found = target.kind.with_article();
                let message = format!("`{name}` comes from {found}, and a parameter from a string or a boolean");
                let id = "RuleSetParameter.ContextParam.UnsupportedType";
                report.event_as(id, Severity::Error, shape, member.target_span, message);
                continue;
            }
        };
        sites.push(Site { name, ty, kind: "ContextParam", shape, span: node.span });
    }
    sites
}

/// The entries of a trait that is a map of objects.
fn objects<'m>(shape: &'m Shape, trait_id: &str) -> impl Iterator<Item = (&'m str, &'m Node)> {
    let entries = shape.traits.get(trait_id).and_then(Node::as_object).unwrap_or_default();
    entries.iter().map(|(name, node)| (name.as_str(), node))
}

/// What the rules ask for and what the model gives are the same.
fn check_names(
    service: &Shape,
    rules: &Node,
    parameters: &[Parameter<'_>],
    given: &Given<'_>,
    report: &mut Report<'_>,
) {
    for parameter in parameters.iter().filter(|parameter| parameter.built_in.is_none()) {
        let name = parameter.name;
        match given.get(name) {
            None => {
                let message = format!("nothing in the model gives parameter `{name}` a value");
                let near = suggest::list(&report.suggestions.nearest(name, given.keys().copied()));
                let help = match near {
                    Some(near) => format!("did you mean {near}?"),
                    None => format!("@clientContextParams({name}: {{type: \"{}\"}})", parameter.ty.name()),
                };
                let id = "RuleSetParameter.RuleSet.UnmatchedName";
                report.event_as(id, Severity::Error, &service.id, parameter.span, message).help(help);
            }
            Some(ty) if *ty != parameter.ty => {
                let (here, there) = (parameter.ty.name(), ty.name());
                let message = format!("parameter `{name}` is a `{here}` here, and a `{there}` in the model");
                let id = "RuleSetParameter.RuleSet.TypeMismatch";
                report.event_as(id, Severity::Error, &service.id, parameter.span, message);
            }
            Some(_) => {}
        }
    }
    for name in given.keys() {
        if !parameters.iter().any(|parameter| parameter.name == *name) {
            let place = rules.get("parameters").unwrap_or(rules);
            let known = quoted(parameters.iter().map(|parameter| parameter.name));
            let message = format!("the model gives `{name}` a value, and the rules have no such parameter");
            let id = "RuleSetParameter.RuleSet.UnmatchedName";
            let event = report.event_as(id, Severity::Error, &service.id, place.span, message);
            event.help = (!known.is_empty()).then(|| format!("they have {known}"));
        }
    }
}

fn check_tests(service: &Shape, parameters: &[Parameter<'_>], report: &mut Report<'_>) {
    let cases = test_cases(service);
    let mut given: BTreeMap<&str, Vec<&Node>> = BTreeMap::new();
    for (name, value) in cases.iter().flat_map(|case| members(case, "params")) {
        given.entry(name).or_default().push(value);
    }
    for parameter in parameters {
        let name = parameter.name;
        let values = given.get(name).map(Vec::as_slice).unwrap_or_default();
        // A test case that leaves out a default has it.
        if values.is_empty() && parameter.default.is_none() {
            let message = format!("no test case gives parameter `{name}` a value");
            let id = "RuleSetParameter.TestCase.Unused";
            report.event_as(id, Severity::Danger, &service.id, parameter.span, message);
        }
        for value in values.iter().filter(|value| ParameterType::of_node(value) != Some(parameter.ty)) {
            let message = format!("parameter `{name}` is a `{}`, not {}", parameter.ty.name(), value.value.describe());
            let id = "RuleSetParameter.TestCase.TypeMismatch";
            report.event_as(id, Severity::Error, &service.id, value.span, message).audience(Audience::Author);
        }
        if parameter.is_required && parameter.default.is_none() && values.len() < cases.len() {
            let lacks = |case: &&Node| !members(case, "params").iter().any(|(given, _)| given == name);
            let place = cases.iter().find(lacks).map_or(parameter.span, |case| case.span);
            let message = format!("the required parameter `{name}` has no value in this test case");
            let id = "RuleSetParameter.TestCase.RequiredMissing";
            report.event_as(id, Severity::Error, &service.id, place, message).audience(Audience::Author);
        }
    }
    for (name, values) in &given {
        let Some(first) = values.first() else { continue };
        if !parameters.iter().any(|parameter| parameter.name == *name) {
            let known = parameters.iter().map(|parameter| parameter.name);
            let near =
                suggest::list(&report.suggestions.nearest(name, known)).map(|near| format!("did you mean {near}?"));
            let message = format!("the rules have no parameter `{name}`");
            let id = "RuleSetParameter.TestCase.Undefined";
            let event = report.event_as(id, Severity::Error, &service.id, first.span, message);
            event.audience(Audience::Author).help = near;
        }
    }
}
