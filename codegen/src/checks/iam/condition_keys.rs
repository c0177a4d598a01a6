//! Condition keys that operations, their members and the service use are
//! defined (Smithy 2.0, "aws.iam#conditionKeys trait").

use crate::checks::aws::aws_services;
use crate::checks::{Check, Report, Stops};
use crate::model::{ids, Kind, Model, Node, Shape};
use crate::suggest;

use super::keys::{self, Keys};
use super::{CONDITION_KEY_VALUE, RESOLVED};

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "ConditionKeys", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let is_used = |id: &str| model.shapes.contains_key(id);
    if ![ids::CONDITION_KEYS, CONDITION_KEY_VALUE, RESOLVED].iter().any(|id| is_used(id)) {
        return;
    }
    for (service, node) in aws_services(model) {
        let keys = keys::of(model, service, node);
        let resolved = service.traits.get(RESOLVED).and_then(Node::as_array).unwrap_or_default();
        for node in resolved {
            let name = node.as_str().filter(|name| !keys.defined.contains_key(*name));
            name.into_iter().for_each(|name| undefined(&keys, service.id.as_str(), name, node, report));
        }
        for (operation, names) in &keys.used {
            for (name, node) in names {
                if !keys.defined.contains_key(*name) && !name.starts_with("aws:") {
                    undefined(&keys, operation.as_str(), name, node, report);
                }
            }
        }
        for operation in model.operations_of(service) {
            check_members(model, operation, &keys, resolved, report);
        }
    }
}

fn check_members(model: &Model, operation: &Shape, keys: &Keys<'_>, resolved: &[Node], report: &mut Report<'_>) {
    let Kind::Operation(kind) = &operation.kind else { return };
    let Some(input) = model.shape(&kind.input).filter(|input| !input.is_builtin()) else { return };
    for member in &input.members {
        let Some(node) = member.traits.get(CONDITION_KEY_VALUE) else { continue };
        let Some(name) = node.as_str() else { continue };
        let id = input.id.with_member(&member.name);
        if !keys.defined.contains_key(name) {
            undefined(keys, id.as_str(), name, node, report);
        }
        if resolved.iter().any(|resolved| resolved.as_str() == Some(name)) {
            let message = format!("condition key `{name}` gets its value from this member and from the service");
            report.error(id.as_str(), node.span, message);
        }
    }
}

fn undefined(keys: &Keys<'_>, shape: &str, name: &str, node: &Node, report: &mut Report<'_>) {
    let near = report.suggestions.nearest(name, keys.defined.keys().map(String::as_str));
    let help = match suggest::list(&near) {
        Some(near) => format!("did you mean {near}?"),
        None => format!("@defineConditionKeys(\"{name}\": {{ type: \"String\" }})"),
    };
    report.error(shape, node.span, format!("condition key `{name}` is not defined")).help(help);
}
