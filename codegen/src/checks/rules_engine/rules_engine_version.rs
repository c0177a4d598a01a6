//! Rules use the functions of the version that they declare, not later ones
//! (Smithy 2.0, "Rules engine specification").

use crate::checks::{own_with, Check, Report, Stops};
use crate::endpoint_rules::{Function, Version};
use crate::model::{Model, Node, Value};

use super::{BDD, RULE_SET};

/// A function is evaluated, whatever version the rules claim.
pub(in crate::checks) const CHECK: Check = Check { id: "RulesEngineVersion", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in [RULE_SET, BDD].into_iter().flat_map(|id| own_with(model, id)) {
        let Some(declared) = node.get("version").and_then(Node::as_str) else { continue };
        let Some(version) = Version::parse(declared) else { continue };
        for name in function_names(node) {
            let Some(function) = name.as_str().and_then(Function::named) else { continue };
            let Version { major, minor } = function.since();
            if version < function.since() {
                let function = function.name();
                let message =
                    format!("`{function}` is a function of version {major}.{minor}, these rules are of {declared}");
                report.error(&service.id, name.span, message).help(format!("\"version\": \"{major}.{minor}\""));
            }
        }
    }
}

/// Every name of a function at any depth, in the order of the text.
fn function_names(rules: &Node) -> Vec<&Node> {
    let mut names = Vec::new();
    let mut pending = vec![rules];
    while let Some(node) = pending.pop() {
        match &node.value {
            Value::Array(elements) => pending.extend(elements.iter().rev()),
            Value::Object(members) => {
                let is_call = node.get("argv").is_some();
                names.extend(node.get("fn").filter(|_| is_call));
                pending.extend(members.iter().rev().map(|(_, member)| member));
            }
            _ => {}
        }
    }
    names
}
