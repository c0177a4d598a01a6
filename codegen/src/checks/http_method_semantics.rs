//! The method of `@http` means what the traits of the operation say, and has a
//! body only where HTTP gives it one (Smithy 2.0, "http trait"; RFC 9110,
//! "Methods").

use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node, Operation, Shape};

use super::http_payload::{payload_of, unbound_members, REQUEST};
use super::http_uri::Uri;
use super::{own_operations, quoted, Check, Report, Stops};

/// What a method promises. None where either is right.
struct Method {
    name: &'static str,
    is_readonly: bool,
    is_idempotent: Option<bool>,
    has_body: bool,
}

const METHODS: &[Method] = &[
    Method { name: "GET", is_readonly: true, is_idempotent: Some(false), has_body: false },
    Method { name: "HEAD", is_readonly: true, is_idempotent: Some(false), has_body: false },
    Method { name: "OPTIONS", is_readonly: true, is_idempotent: Some(false), has_body: true },
    Method { name: "TRACE", is_readonly: true, is_idempotent: Some(false), has_body: false },
    Method { name: "POST", is_readonly: false, is_idempotent: None, has_body: true },
    Method { name: "DELETE", is_readonly: false, is_idempotent: Some(true), has_body: false },
    Method { name: "PUT", is_readonly: false, is_idempotent: Some(true), has_body: true },
    Method { name: "PATCH", is_readonly: false, is_idempotent: None, has_body: true },
];

pub(super) const CHECK: Check = Check { id: "HttpMethodSemantics", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model).filter(|(operation, _)| Uri::of(operation).is_some()) {
        let Some(node) = operation.traits.get(ids::HTTP).and_then(|node| node.get("method")) else { continue };
        let Some(name) = node.as_str() else { continue };
        let Some(method) = METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name)) else { continue };
        if method.name != name {
            let message = format!("the HTTP method is `{}`, not `{name}`", method.name);
            let help = format!("method: \"{}\"", method.name);
            report.event(Severity::Warning, &operation.id, node.span, message).help(help);
        }
        if method.name == "OPTIONS" {
            let message = "`OPTIONS` requests are not modeled: servers answer them for all operations";
            let id = "HttpMethodSemantics.OPTIONS";
            let event = report.event_as(id, Severity::Warning, &operation.id, node.span, message);
            event.help("put `@cors` on the service instead");
        }
        check_traits(operation, method, node, report);
        check_body(model, operation, kind, method, node, report);
    }
}

fn check_traits(operation: &Shape, method: &Method, node: &Node, report: &mut Report<'_>) {
    let checks = [
        ("readonly", Some(method.is_readonly), "MissingReadonlyTrait", "UnnecessaryReadonlyTrait"),
        ("idempotent", method.is_idempotent, "MissingIdempotentTrait", "UnnecessaryIdempotentTrait"),
    ];
    for (name, expected, missing, unnecessary) in checks {
        let is_there = operation.has_trait(&format!("smithy.api#{name}"));
        let (id, message, help) = match expected {
            Some(true) if !is_there => {
                (missing, format!("`{}` requests should be `@{name}`, but the operation is not", method.name), true)
            }
            Some(false) if is_there => {
                (unnecessary, format!("the operation is `@{name}`, but `{}` requests are not", method.name), false)
            }
            _ => continue,
        };
        let id = format!("HttpMethodSemantics.{id}");
        let event = report.event_as(id, Severity::Warning, &operation.id, node.span, message);
        if help {
            event.help(format!("@{name}"));
        }
    }
}

fn check_body(
    model: &Model,
    operation: &Shape,
    kind: &Operation,
    method: &Method,
    node: &Node,
    report: &mut Report<'_>,
) {
    let Some(input) = model.shape(&kind.input).filter(|_| !method.has_body) else { return };
    let body: Vec<&str> = match payload_of(input, REQUEST) {
        Some(payload) => vec![&payload.name],
        None => unbound_members(input, REQUEST),
    };
    if !body.is_empty() {
        let message =
            format!("many clients and servers drop the body of `{}` requests, here: {}", method.name, quoted(body));
        let id = "HttpMethodSemantics.UnexpectedPayload";
        let event = report.event_as(id, Severity::Danger, &operation.id, node.span, message);
        event.help("bind the members with `@httpQuery`, `@httpHeader` or `@httpLabel`");
    }
}
