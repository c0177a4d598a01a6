//! The special cases of `@standardRegionalEndpoints` and
//! `@standardPartitionalEndpoints` are URLs with the placeholders there are
//! (Smithy 2.0, "AWS declarative endpoint traits").

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node, Shape};

use super::members;

const PLACEHOLDERS: [&str; 4] = ["{region}", "{service}", "{dnsSuffix}", "{dualStackDnsSuffix}"];

/// The patterns are for tools that generate rules.
pub(in crate::checks) const CHECK: Check = Check { id: "AwsSpecialCaseEndpoint", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    const PLACES: [(&str, &str); 3] = [
        (ids::STANDARD_REGIONAL_ENDPOINTS, "regionSpecialCases"),
        (ids::STANDARD_REGIONAL_ENDPOINTS, "partitionSpecialCases"),
        (ids::STANDARD_PARTITIONAL_ENDPOINTS, "partitionEndpointSpecialCases"),
    ];
    for (trait_id, property) in PLACES {
        for (service, node) in own_with(model, trait_id) {
            let cases = members(node, property).iter().flat_map(|(_, cases)| cases.as_array().unwrap_or_default());
            for endpoint in cases.filter_map(|case| case.get("endpoint")) {
                endpoint.as_str().into_iter().for_each(|url| check(service, endpoint, url, report));
            }
        }
    }
}

fn check(service: &Shape, node: &Node, url: &str, report: &mut Report<'_>) {
    let unknown: Vec<&str> = placeholders(url).filter(|found| !PLACEHOLDERS.contains(found)).collect();
    if !unknown.is_empty() {
        let message = format!("endpoint `{url}` has {}, which nothing replaces", quoted(unknown));
        let id = "AwsSpecialCaseEndpoint.UnsupportedEndpointPattern";
        let event = report.event_as(id, Severity::Danger, &service.id, node.span, message);
        event.help(format!("there are {}", quoted(PLACEHOLDERS)));
    }
    if !url.starts_with("http://") && !url.starts_with("https://") {
        let message = format!("endpoint `{url}` begins with neither `http://` nor `https://`");
        let id = "AwsSpecialCaseEndpoint.InvalidEndpointPatternScheme";
        let event = report.event_as(id, Severity::Danger, &service.id, node.span, message);
        event.help(format!("https://{url}"));
    }
    if !is_url(url) {
        let message = format!("endpoint `{url}` is no URL");
        let id = "AwsSpecialCaseEndpoint.InvalidEndpointPatternUrl";
        report.event_as(id, Severity::Error, &service.id, node.span, message);
    }
}

/// Everything from a `{` to the next `}`.
fn placeholders(url: &str) -> impl Iterator<Item = &str> {
    url.match_indices('{').filter_map(|(start, _)| {
        let length = url[start..].find('}')?;
        Some(&url[start..=start + length])
    })
}

/// A scheme that leads somewhere, and no character that URLs have not.
fn is_url(url: &str) -> bool {
    let has_scheme = url.split_once(':').is_some_and(|(scheme, _)| matches!(scheme, "http" | "https" | "ftp" | "file"));
    let is_allowed = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%{}".contains(c);
    has_scheme && url.chars().all(is_allowed)
}
