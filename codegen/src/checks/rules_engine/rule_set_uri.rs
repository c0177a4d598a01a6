//! The URLs of rules begin with `http://` or `https://`.

use crate::checks::{own_with, Check, Report, Stops};
use crate::endpoint_rules;
use crate::model::{Model, Node};

use super::RULE_SET;

/// A call to what is not a URL is an error that says so.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetUri", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, RULE_SET) {
        let Some(rules) = node.get("rules") else { continue };
        for endpoint in endpoint_rules::endpoints(rules) {
            let Some((url, text)) = endpoint.get("url").and_then(|url: &Node| Some((url, url.as_str()?))) else {
                continue;
            };
            let is_dynamic = text.starts_with('{') && !text.starts_with("{{");
            if !is_dynamic && !text.starts_with("http://") && !text.starts_with("https://") {
                let message = format!("a URL begins with `http://` or `https://`, not as `{text}` does");
                report.error(&service.id, url.span, message);
            }
        }
    }
}
