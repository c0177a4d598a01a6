//! One member of an input gives the value of a condition key, not two (Smithy
//! 2.0, "aws.iam#conditionKeyValue trait").

use std::collections::BTreeMap;

use crate::checks::aws::{arn_namespace, aws_services};
use crate::checks::{quoted, Check, Report, Stops};
use crate::model::{Kind, Model, Node};

use super::{keys, CONDITION_KEY_VALUE};

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "ConditionKeyValueTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(CONDITION_KEY_VALUE) {
        return;
    }
    for (service, node) in aws_services(model) {
        let namespace = arn_namespace(service, node);
        for operation in model.operations_of(service) {
            let Kind::Operation(kind) = &operation.kind else { continue };
            let Some(input) = model.shape(&kind.input).filter(|input| !input.is_builtin()) else { continue };
            let mut sources: BTreeMap<String, Vec<(&str, &Node)>> = BTreeMap::new();
            for member in &input.members {
                let Some(node) = member.traits.get(CONDITION_KEY_VALUE) else { continue };
                let Some(name) = node.as_str() else { continue };
                let key = keys::qualified(name, &namespace);
                sources.entry(key).or_default().push((&member.name, node));
            }
            for (key, members) in &sources {
                let [_, second, ..] = members.as_slice() else { continue };
                let names = quoted(members.iter().map(|(name, _)| *name));
                let message =
                    format!("condition key `{key}` gets its value from {names}, but can get it from only one");
                report.error(&input.id, second.1.span, message);
            }
        }
    }
}
