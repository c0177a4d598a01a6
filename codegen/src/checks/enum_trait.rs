//! The deprecated `@enum` of a string that is not yet an enum shape: its values
//! and names are unique, and all have names or none (Smithy 1.0, "enum trait").

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node, Shape};

use super::{enum_shape, own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "EnumTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Some(node) = shape.traits.get(ids::ENUM) else { continue };
        let Some(definitions) = node.as_array().filter(|definitions| !definitions.is_empty()) else { continue };
        check_unique("value", shape, definitions, report);
        check_unique("name", shape, definitions, report);
        check_names(shape, node, definitions, report);
    }
}

fn text_of<'n>(definition: &'n Node, key: &str) -> Option<&'n str> {
    definition.get(key).and_then(Node::as_str)
}

fn check_unique(key: &str, shape: &Shape, definitions: &[Node], report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for definition in definitions {
        let Some(node) = definition.get(key) else { continue };
        if node.as_str().is_some_and(|text| !seen.insert(text)) {
            let text = node.as_str().unwrap_or_default();
            let message = format!("two definitions of the enum `{}` have the {key} `{text}`", shape.id);
            report.error(&shape.id, node.span, message);
        }
    }
}

fn check_names(shape: &Shape, node: &Node, definitions: &[Node], report: &mut Report<'_>) {
    let has_names = definitions.iter().any(|definition| text_of(definition, "name").is_some());
    if !has_names {
        let message = format!("the values of the enum `{}` have no names, which clients would use", shape.id);
        let help = "add a `name` to each of them: { value: \"..\", name: \"..\" }";
        report.event_as("EnumNamesPresent", Severity::Warning, &shape.id, node.span, message).help(help);
        return;
    }
    for definition in definitions {
        match text_of(definition, "name") {
            None => {
                let value = text_of(definition, "value").unwrap_or_default();
                let message = format!("the value `{value}` has no name, while others of `{}` have one", shape.id);
                report.error(&shape.id, definition.span, message);
            }
            Some(name) if !enum_shape::is_usual(name) => {
                let message = format!("the name `{name}` is not in upper case, as names of enum values should be");
                let place = definition.get("name").unwrap_or(definition).span;
                report.event_as(format!("EnumTrait.{name}"), Severity::Warning, &shape.id, place, message);
            }
            Some(_) => {}
        }
    }
}
