//! Streams stand at the top of inputs and outputs, bound to the payload where
//! the protocol has one (Smithy 2.0, "Streaming").

use std::collections::BTreeSet;

use crate::model::{Kind, Member, Model, Node, Shape, ShapeId};

use super::{own_members, own_operations, own_shapes, Report};

const STREAMING: &str = "smithy.api#streaming";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let tops: BTreeSet<&ShapeId> =
        own_operations(model).flat_map(|(_, operation)| [&operation.input, &operation.output]).collect();
    let is_used = |shape: &Shape| !shape.has_trait("smithy.api#mixin");
    for (shape, member) in own_members(model) {
        let Some(target) = model.target(member).filter(|target| target.has_trait(STREAMING)) else { continue };
        let id = shape.id.with_member(&member.name);
        if target.kind == Kind::Blob && !is_present(member) {
            let message = "a member that is a stream of bytes is `@required` or has a default";
            report.error(&id, member.span, message).help("@required");
        }
        let is_nested = is_used(shape) && !tops.contains(&shape.id) && is_target_of_operation_tree(model, shape);
        if is_nested {
            let message = format!("`{}` is a stream, which only members of inputs and outputs can be", target.id);
            report.error(&id, member.span, message);
        }
    }
    check_payloads(model, report);
}

fn is_present(member: &Member) -> bool {
    member.has_trait("smithy.api#required") || member.has_trait("smithy.api#default")
}

/// Whether a member somewhere targets the structure: then it is not the top.
fn is_target_of_operation_tree(model: &Model, shape: &Shape) -> bool {
    own_members(model).any(|(_, member)| member.target == shape.id)
}

/// Protocols with HTTP bindings send a stream as the payload.
fn check_payloads(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        if !binds_http(model, service) {
            continue;
        }
        for operation in model.operations_of(service) {
            let Kind::Operation(kind) = &operation.kind else { continue };
            for shape in [&kind.input, &kind.output].into_iter().filter_map(|id| model.shape(id)) {
                for member in &shape.members {
                    let is_stream = model.target(member).is_some_and(|target| target.has_trait(STREAMING));
                    if is_stream && !member.has_trait("smithy.api#httpPayload") {
                        let message = format!("`{}` is a stream and needs `@httpPayload`", member.name);
                        let id = shape.id.with_member(&member.name);
                        report.error(id, member.span, message).help("@httpPayload");
                    }
                }
            }
        }
    }
}

/// Whether a protocol of the service lists `@httpPayload` among its traits.
fn binds_http(model: &Model, service: &Shape) -> bool {
    service.traits.iter().any(|(id, _)| {
        let definition = model.shape(id).and_then(|shape| shape.traits.get("smithy.api#protocolDefinition"));
        let traits = definition.and_then(|node| node.get("traits")).and_then(Node::as_array).unwrap_or_default();
        traits.iter().filter_map(Node::as_str).any(|id| matches!(id, "httpPayload" | "smithy.api#httpPayload"))
    })
}
