//! `sdkId` of `@aws.api#service` is words of letters and digits, without the
//! company's name, and does not end as every service could (Smithy 2.0,
//! "sdkId").

use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::aws_services;

/// Ids that were there before the rule.
const OLDER: [&str; 15] = [
    "ACM PCA",
    "ApiGatewayManagementApi",
    "Application Discovery Service",
    "Config Service",
    "Cost and Usage Report Service",
    "Database Migration Service",
    "Directory Service",
    "Elasticsearch Service",
    "IoT 1Click Devices Service",
    "IoTAnalytics",
    "Lex Model Building Service",
    "Lex Runtime Service",
    "Marketplace Entitlement Service",
    "Resource Groups Tagging API",
    "mq",
];

pub(in crate::checks) const CHECK: Check = Check { id: "SdkServiceId", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in aws_services(model) {
        let id = node.get("sdkId").and_then(|id: &Node| Some((id, id.as_str()?)));
        let Some((place, id)) = id.filter(|(_, id)| !OLDER.contains(id)) else { continue };
        let mut problems = Vec::new();
        if !is_words(id) {
            problems.push("it must be words of letters and digits, separated by one space".to_owned());
        }
        if let Some(name) = ["AWS", "Aws", "Amazon"].into_iter().find(|name| id.contains(name)) {
            problems.push(format!("it must not contain `{name}`"));
        }
        let lower = id.to_lowercase();
        if let Some(end) = ["service", "client", "api"].into_iter().find(|end| lower.ends_with(end)) {
            problems.push(format!("it must not end in `{end}`"));
        }
        if id.is_empty() || id.len() > 50 {
            problems.push("it must have 1 to 50 characters".to_owned());
        }
        if !problems.is_empty() {
            let message = format!("`{id}` is not a valid `sdkId`: {}", problems.join("; "));
            report.event(Severity::Danger, &service.id, place.span, message);
        }
    }
}

fn is_words(id: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric());
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.split(' ').all(is_word)
}
