//! Status codes say what happened: 2xx for outputs, 4xx and 5xx for errors, and
//! no body where the code allows none (Smithy 2.0, "http trait" and "httpError
//! trait").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Number, Shape};

use super::http_payload::{payload_of, unbound_members, RESPONSE};
use super::http_uri::Uri;
use super::{own_operations, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpResponseCodeSemantics", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model).filter(|(operation, _)| Uri::of(operation).is_some()) {
        let Some(node) = operation.traits.get(ids::HTTP).and_then(|node| node.get("code")) else { continue };
        let Some(code) = node.as_number().and_then(Number::as_i64) else { continue };
        if !(200..300).contains(&code) {
            let message = format!("the status of an output should be 2xx, not `{code}`");
            report.event(Severity::Danger, &operation.id, node.span, message);
        } else if let Some(output) = model.shape(&kind.output).filter(|_| matches!(code, 204 | 205)) {
            check_body(operation, output, code, node, report);
        }
    }
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        check_error(shape, report);
    }
}

fn check_body(operation: &Shape, output: &Shape, code: i64, node: &Node, report: &mut Report<'_>) {
    let body: Vec<&str> = match payload_of(output, RESPONSE) {
        Some(payload) => vec![&payload.name],
        None => unbound_members(output, RESPONSE),
    };
    if !body.is_empty() {
        let message = format!("a response with status `{code}` has no body, but these are in it: {}", quoted(body));
        let event = report.event(Severity::Warning, &operation.id, node.span, message);
        event.help("bind the members with `@httpHeader`, or give another `code`");
    }
}

fn check_error(shape: &Shape, report: &mut Report<'_>) {
    let Some(side) = shape.traits.get(ids::ERROR).and_then(Node::as_str) else { return };
    let Some(node) = shape.traits.get(ids::HTTP_ERROR) else { return };
    let Some(code) = node.as_number().and_then(Number::as_i64) else { return };
    let (range, words) = match side {
        "client" => (400..500, "4xx"),
        "server" => (500..600, "5xx"),
        _ => return,
    };
    if !range.contains(&code) {
        let message = format!("the status of a `{side}` error should be {words}, not `{code}`");
        report.event(Severity::Danger, &shape.id, node.span, message);
    }
}
