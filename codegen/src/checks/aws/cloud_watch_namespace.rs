//! `cloudWatchNamespace` of `@aws.api#service` is `AWS/` and a name in pascal
//! case.

use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::aws_services;

pub(in crate::checks) const CHECK: Check = Check { id: "CloudWatchNamespace", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in aws_services(model) {
        let namespace = node.get("cloudWatchNamespace").and_then(|node: &Node| Some((node, node.as_str()?)));
        let Some((place, namespace)) = namespace else { continue };
        let name = namespace.replace("AWS/", "");
        let is_pascal =
            name.starts_with(|c: char| c.is_ascii_uppercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
        let problem = match (namespace.starts_with("AWS/"), is_pascal) {
            (true, true) => continue,
            (false, true) => "it begins with `AWS/`".to_owned(),
            (true, false) => format!("`{name}` is not in PascalCase"),
            (false, false) => format!("it begins with `AWS/`, and `{name}` is not in PascalCase"),
        };
        let message = format!("`{namespace}` is not a usual namespace of metrics: {problem}");
        report.event(Severity::Danger, &service.id, place.span, message);
    }
}
