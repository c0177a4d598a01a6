//! `cloudTrailEventSource` of `@aws.api#service` is what the ARN namespace says
//! (Smithy 2.0, "cloudTrailEventSource").

use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::{arn_namespace, aws_services};

pub(in crate::checks) const CHECK: Check = Check { id: "EventSource", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in aws_services(model) {
        let source = node.get("cloudTrailEventSource").and_then(|source: &Node| Some((source, source.as_str()?)));
        let Some((place, source)) = source else { continue };
        let expected = match arn_namespace(service, node).as_str() {
            // The one service that has another.
            "cloudwatch" if source == "monitoring.amazonaws.com" => continue,
            namespace => format!("{namespace}.amazonaws.com"),
        };
        let message = if source.contains("REPLACE") || source.to_uppercase() == source {
            format!("`{source}` looks like a placeholder")
        } else if source != expected {
            format!("the event source is `{source}`, but the ARN namespace implies `{expected}`")
        } else {
            continue;
        };
        let event = report.event(Severity::Warning, &service.id, place.span, message);
        event.help(format!("cloudTrailEventSource: \"{expected}\""));
    }
}
