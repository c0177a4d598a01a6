//! The name of a resource in policies is a part of its ARN (Smithy 2.0,
//! "aws.iam#iamResource trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node};

use super::RESOURCE;

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "IamResourceTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (resource, node) in own_with(model, RESOURCE) {
        let Some(arn) = resource.traits.get(ids::ARN) else { continue };
        let is_absolute = arn.get("absolute").and_then(Node::as_bool) == Some(true);
        let Some(template) = arn.get("template").and_then(Node::as_str).filter(|_| !is_absolute) else { continue };
        let named = node.get("name").and_then(Node::as_str);
        let name = named.map_or_else(|| resource.id.name().to_lowercase(), str::to_owned);
        if !template.split('/').any(|part| part == name) {
            let message =
                format!("the resource is called `{name}` in policies, but that is not a part of its ARN `{template}`");
            let place = node.get("name").map_or(node.span, |name| name.span);
            report.event(Severity::Danger, &resource.id, place, message);
        }
    }
}
