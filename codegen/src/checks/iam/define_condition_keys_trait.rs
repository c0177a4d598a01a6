//! A condition key that is `required` is one that the service resolves (Smithy
//! 2.0, "aws.iam#defineConditionKeys trait").

use crate::checks::aws::aws_services;
use crate::checks::{Check, Report, Stops};
use crate::model::{ids, Model, Node};

use super::{keys, RESOLVED};

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "DefineConditionKeysTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(ids::DEFINE_CONDITION_KEYS) {
        return;
    }
    for (service, node) in aws_services(model) {
        let resolved = service.traits.get(RESOLVED).and_then(Node::as_array).unwrap_or_default();
        for (name, definition) in keys::of(model, service, node).defined {
            let required = definition.and_then(|definition| definition.get("required"));
            let Some(required) = required.filter(|required| required.as_bool() == Some(true)) else { continue };
            if !resolved.iter().any(|resolved| resolved.as_str() == Some(&name)) {
                let message = format!("condition key `{name}` comes from requests, so it is not `required` here");
                let event = report.error(&service.id, required.span, message);
                event.help(format!("@serviceResolvedConditionKeys([\"{name}\"])"));
            }
        }
    }
}
