//! `@iamAction` does not say again what older traits say, and a resource is
//! either required or optional (Smithy 2.0, "aws.iam#iamAction trait").

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node};

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "IamAction", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    const OLDER: [(&str, &str); 3] = [
        ("name", ids::ACTION_NAME),
        ("documentation", ids::ACTION_PERMISSION_DESCRIPTION),
        ("requiredActions", ids::REQUIRED_ACTIONS),
    ];
    for (operation, node) in own_with(model, ids::IAM_ACTION) {
        for (property, older) in OLDER {
            let says = |value: &&Node| value.as_array().is_none_or(|list| !list.is_empty());
            let (Some(_), Some(older_node)) = (node.get(property).filter(says), operation.traits.get(older)) else {
                continue;
            };
            let message = format!("`{older}` is the older form of `{property}` of `@iamAction`, which is also set");
            let id = format!("IamAction.ConflictingProperty.{property}");
            report.event_as(id, Severity::Error, &operation.id, older_node.span, message);
        }
        let names = |kind: &str| {
            let resources = node.get("resources").and_then(|resources| resources.get(kind));
            let resources = resources.and_then(Node::as_object).unwrap_or_default();
            resources.iter().map(|(name, node)| (name.as_str(), node)).collect::<Vec<_>>()
        };
        let required = names("required");
        let both: Vec<(&str, &Node)> = names("optional")
            .into_iter()
            .filter(|(name, _)| required.iter().any(|(required, _)| required == name))
            .collect();
        if let Some((_, first)) = both.first() {
            let message = format!("{} is both required and optional", quoted(both.iter().map(|(name, _)| *name)));
            let id = "IamAction.Resources.DuplicateEntries";
            report.event_as(id, Severity::Danger, &operation.id, first.span, message);
        }
    }
}
