//! Endpoint discovery: its operation belongs to the service and has the input
//! and output that clients know, and the operations that use it can end in its
//! error (Smithy 2.0, "Client endpoint discovery").

use std::collections::BTreeSet;

use crate::checks::{own_operations, own_with, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Operation, Shape};

/// A client does not discover endpoints; whoever wants to calls the operation.
pub(in crate::checks) const CHECK: Check = Check { id: "ClientEndpointDiscovery", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (service, node) in own_with(model, ids::CLIENT_ENDPOINT_DISCOVERY) {
        check_service(model, service, node, report);
        let operation = node.get("operation").and_then(Node::as_str).and_then(|id| model.shapes.get(id));
        if let Some(operation) = operation.filter(|operation| seen.insert(&operation.id)) {
            if let Kind::Operation(kind) = &operation.kind {
                check_input(model, operation, kind, report);
                check_output(model, operation, kind, report);
            }
        }
    }
    if model.shapes.contains_key(ids::CLIENT_DISCOVERED_ENDPOINT) {
        check_users(model, report);
    }
}

fn check_service(model: &Model, service: &Shape, node: &Node, report: &mut Report<'_>) {
    if node.get("error").is_none() {
        let id = "ClientEndpointDiscovery.MissingErrorDefinition";
        let message = "the trait names no error for endpoints that are no longer valid";
        report.event_as(id, Severity::Danger, &service.id, node.span, message).help("error: ..");
    }
    let operations = model.operations_of(service);
    if let Some((place, id)) = node.get("operation").and_then(|node: &Node| Some((node, node.as_str()?))) {
        if !operations.iter().any(|operation| operation.id.as_str() == id) {
            let name = id.split_once('#').map_or(id, |(_, name)| name);
            let event_id = format!("ClientEndpointDiscovery.UnboundOperation.{name}");
            let message = format!("`{id}` discovers endpoints, but is not an operation of the service");
            report.event_as(event_id, Severity::Error, &service.id, place.span, message);
        }
    }
    if !operations.iter().any(|operation| operation.has_trait(ids::CLIENT_DISCOVERED_ENDPOINT)) {
        let id = "ClientEndpointDiscovery.NoOperations";
        let message = "no operation of the service uses a discovered endpoint";
        report
            .event_as(id, Severity::Warning, &service.id, node.span, message)
            .help("@clientDiscoveredEndpoint(required: false)");
    }
}

fn check_input(model: &Model, operation: &Shape, kind: &Operation, report: &mut Report<'_>) {
    let Some(input) = model.shape(&kind.input) else { return };
    let other: Vec<&str> = names(input).filter(|name| !matches!(*name, "Operation" | "Identifiers")).collect();
    if !other.is_empty() {
        let message = format!(
            "the input of `{}`, which discovers endpoints, can only have `Operation` and `Identifiers`, not {}",
            operation.id,
            quoted(other)
        );
        report.error(&input.id, input.span, message);
    }
    let target = |name: &str| input.member(name).and_then(|member| Some((member, model.target(member)?)));
    if let Some((member, target)) = target("Operation").filter(|(_, target)| !is_string(target)) {
        let message = "`Operation` of an operation that discovers endpoints must be a string";
        report.error(&target.id, member.target_span, message);
    }
    if let Some((member, target)) = target("Identifiers") {
        let value = target.member("value").and_then(|value| model.target(value));
        if target.kind != Kind::Map || !value.is_some_and(is_string) {
            let message = "`Identifiers` of an operation that discovers endpoints must be a map of strings";
            report.error(input.id.with_member(&member.name), member.target_span, message);
        }
    }
}

fn check_output(model: &Model, operation: &Shape, kind: &Operation, report: &mut Report<'_>) {
    let Some(output) = model.shape(&kind.output) else { return };
    if !names(output).eq(["Endpoints"]) {
        let found = quoted(names(output));
        let found = if found.is_empty() { "nothing".to_owned() } else { found };
        let message =
            format!("the output of an operation that discovers endpoints must have only `Endpoints`, not {found}");
        report.error(&operation.id, operation.place_of(&kind.output), message);
    }
    let Some(member) = output.member("Endpoints") else { return };
    let Some(list) = model.target(member) else { return };
    let (Kind::List, Some(element)) = (&list.kind, list.member("member")) else {
        let message = "`Endpoints` of an operation that discovers endpoints must be a list";
        report.error(output.id.with_member(&member.name), member.target_span, message);
        return;
    };
    let Some(endpoint) = model.target(element) else { return };
    if endpoint.kind != Kind::Structure {
        report.error(&list.id, element.target_span, "a discovered endpoint must be a structure");
        return;
    }
    let target = |name: &str| endpoint.member(name).and_then(|member| Some((member, model.target(member)?)));
    if let Some((member, _)) = target("Address").filter(|(_, target)| !is_string(target)) {
        let message = "`Address` of an endpoint must be a string";
        report.error(endpoint.id.with_member("Address"), member.target_span, message);
    }
    if let Some((member, _)) = target("CachePeriodInMinutes").filter(|(_, target)| target.kind != Kind::Long) {
        let message = "`CachePeriodInMinutes` of an endpoint must be a long";
        report.error(endpoint.id.with_member("CachePeriodInMinutes"), member.target_span, message);
    }
    let found: BTreeSet<&str> = names(endpoint).collect();
    if !found.iter().copied().eq(["Address", "CachePeriodInMinutes"]) {
        let message = format!(
            "an endpoint must have `Address` and `CachePeriodInMinutes`, not {}",
            quoted(found.iter().copied())
        );
        report.error(&endpoint.id, endpoint.span, message);
    }
}

/// Operations that use a discovered endpoint are in a service that has some.
fn check_users(model: &Model, report: &mut Report<'_>) {
    let services: Vec<(&Shape, &Node, BTreeSet<&str>)> = own_with(model, ids::CLIENT_ENDPOINT_DISCOVERY)
        .map(|(service, node)| {
            let operations = model.operations_of(service).into_iter().map(|operation| operation.id.as_str());
            (service, node, operations.collect())
        })
        .collect();
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::CLIENT_DISCOVERED_ENDPOINT) else { continue };
        let mut is_bound = false;
        for (service, discovery, _) in services.iter().filter(|(.., ids)| ids.contains(operation.id.as_str())) {
            is_bound = true;
            let Some(error) = discovery.get("error").and_then(Node::as_str) else { continue };
            if !kind.errors.iter().any(|id| id.as_str() == error) {
                let message = format!(
                    "the operation lacks the error `{error}`, with which `{}` rejects outdated endpoints",
                    service.id
                );
                report.error(&operation.id, node.span, message).help(format!("errors: [{error}]"));
            }
        }
        if !is_bound {
            let message = "no service of the operation has `@clientEndpointDiscovery`";
            report.error(&operation.id, node.span, message);
        }
    }
}

fn names(shape: &Shape) -> impl Iterator<Item = &str> {
    shape.members.iter().map(|member| member.name.as_str())
}

fn is_string(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::String | Kind::Enum)
}
