//! `@httpChecksum` says something, and what it names are members with the
//! values that there are (Smithy 2.0, "httpChecksum trait").

use crate::checks::{own_operations, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Operation, Shape};
use crate::suggest;

const PREFIX: &str = "x-amz-checksum-";

/// The properties that name a member of the input.
const ALGORITHM: &str = "requestAlgorithmMember";
const MODE: &str = "requestValidationModeMember";

pub(in crate::checks) const CHECK: Check = Check { id: "HttpChecksumTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::HTTP_CHECKSUM) else { continue };
        let is_required = node.get("requestChecksumRequired").and_then(Node::as_bool) == Some(true);
        let has_algorithms =
            node.get("responseAlgorithms").and_then(Node::as_array).is_some_and(|list| !list.is_empty());
        let of_request = is_required || node.get(ALGORITHM).is_some();
        let of_response = has_algorithms || node.get(MODE).is_some();
        if !of_request && !of_response {
            let message = "`@httpChecksum` configures neither the request nor the response";
            report.error(&operation.id, node.span, message).help("requestChecksumRequired: true");
            continue;
        }
        let Some(input) = model.shape(&kind.input) else { continue };
        if of_request {
            check_member(model, operation, input, node, ALGORITHM, report);
            check_headers(operation, input, report);
        }
        if of_response {
            check_response(model, operation, kind, input, node, has_algorithms, report);
        }
    }
}

fn check_response(
    model: &Model,
    operation: &Shape,
    kind: &Operation,
    input: &Shape,
    node: &Node,
    has_algorithms: bool,
    report: &mut Report<'_>,
) {
    for (name, is_there) in [(MODE, node.get(MODE).is_some()), ("responseAlgorithms", has_algorithms)] {
        if !is_there {
            let message = format!("checksums of responses also require `{name}`");
            report.error(&operation.id, node.span, message);
        }
    }
    check_member(model, operation, input, node, MODE, report);
    for shape in [&kind.output].into_iter().chain(&kind.errors).filter_map(|id| model.shape(id)) {
        check_headers(operation, shape, report);
    }
}

/// The property names a member of the input that is an enum of these values.
fn check_member(model: &Model, operation: &Shape, input: &Shape, node: &Node, property: &str, report: &mut Report<'_>) {
    let known = match property {
        // What the trait itself has for responses.
        ALGORITHM => enum_values(model.shapes.get(ids::CHECKSUM_ALGORITHM)),
        _ => vec!["ENABLED"],
    };
    let Some((place, name)) = node.get(property).and_then(|node: &Node| Some((node, node.as_str()?))) else { return };
    let Some(member) = input.member(name) else {
        let near = report.suggestions.nearest(name, input.members.iter().map(|member| member.name.as_str()));
        let message = format!("`{property}` names `{name}`, but `{}` has no such member", input.id);
        let event = report.error(&operation.id, place.span, message);
        event.help = suggest::list(&near).map(|near| format!("did you mean {near}?"));
        return;
    };
    let Some(target) = model.target(member) else { return };
    if target.kind != Kind::Enum {
        let message = format!("`{property}` names `{name}`, which is not an enum");
        report.error(&operation.id, place.span, message).help(format!("an enum of {}", quoted(known.iter().copied())));
        return;
    }
    let unknown: Vec<&str> = enum_values(Some(target)).into_iter().filter(|value| !known.contains(value)).collect();
    if !unknown.is_empty() {
        let message = format!("`{property}` names `{name}`, which has the unsupported values {}", quoted(unknown));
        report.error(&operation.id, place.span, message).help(format!("supported: {}", quoted(known.iter().copied())));
    }
}

fn enum_values(shape: Option<&Shape>) -> Vec<&str> {
    let members = shape.map(|shape| shape.members.as_slice()).unwrap_or_default();
    members.iter().filter_map(|value| value.traits.get(ids::ENUM_VALUE)?.as_str()).collect()
}

/// Members that are bound to the headers of checksums.
fn check_headers(operation: &Shape, shape: &Shape, report: &mut Report<'_>) {
    for member in &shape.members {
        let container = shape.id.name();
        let text = |id: &str| member.traits.get(id).and_then(|node: &Node| Some((node, node.as_str()?)));
        if let Some((node, prefix)) = text(ids::HTTP_PREFIX_HEADERS).filter(|(_, text)| PREFIX.starts_with(text)) {
            let id = format!("HttpChecksumTrait.HttpPrefixHeaders.{container}.{}", prefix.to_lowercase());
            let message =
                format!("`{}` takes all headers that begin with `{prefix}`, including those of checksums", member.name);
            report.event_as(id, Severity::Danger, &operation.id, node.span, message);
        }
        if let Some((node, header)) = text(ids::HTTP_HEADER).filter(|(_, text)| text.starts_with(PREFIX)) {
            let id = format!("HttpChecksumTrait.HttpHeader.{container}.{}", header.to_lowercase());
            let message = format!("the header `{header}` of `{}` is also set by `@httpChecksum`", member.name);
            report.event_as(id, Severity::Warning, &operation.id, node.span, message);
        }
    }
}
