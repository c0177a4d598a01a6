//! `resourceDelimiter` of `@arn` belongs to an absolute ARN, and a template
//! does not begin with a slash (Smithy 2.0, "aws.api#arn trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::ARN;

/// A client makes no ARNs.
pub(in crate::checks) const CHECK: Check = Check { id: "ArnTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (resource, node) in own_with(model, ARN) {
        let is_absolute = node.get("absolute").and_then(Node::as_bool) == Some(true);
        if let Some(delimiter) = node.get("resourceDelimiter").filter(|_| !is_absolute) {
            let message = "`resourceDelimiter` is for absolute ARNs";
            report.error(&resource.id, delimiter.span, message).help("absolute: true");
        }
        let template = node.get("template").and_then(|template: &Node| Some((template, template.as_str()?)));
        if let Some((template, text)) = template.filter(|(_, text)| text.starts_with('/')) {
            let message = "the template of an ARN does not begin with `/`";
            let event = report.event_as("Model", Severity::Error, &resource.id, template.span, message);
            event.help(format!("template: \"{}\"", text.trim_start_matches('/')));
        }
    }
}
