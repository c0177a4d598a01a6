//! Streams are at the top of inputs and outputs, bound to the payload where
//! the protocol has one (Smithy 2.0, "streaming trait").

use std::collections::BTreeSet;

use crate::model::{ids, Kind, Model, Shape};
use crate::selectors::Subject;

use super::http_bindings_missing::protocol_with;
use super::relationships::{Role, Use, Uses};
use super::service::closure_of;
use super::{own_members, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "StreamingTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !own_shapes(model).any(|shape| shape.has_trait(ids::STREAMING)) {
        return;
    }
    let uses = Uses::of_all(model);
    for shape in own_shapes(model) {
        check_holder(model, shape, uses.of(&shape.id), report);
        if shape.kind == Kind::Union && shape.has_trait(ids::STREAMING) {
            check_events(model, shape, report);
        }
    }
    check_presence(model, report);
    check_payloads(model, report);
}

/// A structure with a stream in it is an input, an output, or a mixin of one.
fn check_holder(model: &Model, shape: &Shape, uses: &[Use<'_>], report: &mut Report<'_>) {
    let mut streams =
        shape.members.iter().filter_map(|member| model.target(member)).filter(|it| it.has_trait(ids::STREAMING));
    let Some(stream) = streams.next() else { return };
    let needs_length = [stream].into_iter().chain(streams).any(|stream| stream.has_trait(ids::REQUIRES_LENGTH));
    for found in uses {
        let (user, message) = match found.role {
            Role::Input | Role::Mixin => continue,
            Role::Output if !needs_length => continue,
            Role::Output => {
                let message =
                    format!("a stream with `@requiresLength` can only be in an input, but `{}` is an output", shape.id);
                (shape.id.clone(), message)
            }
            role => {
                let message =
                    format!("`{}` contains the stream `{}` and cannot be the {}", shape.id, stream.id, role.describe());
                (found.user.id(), message)
            }
        };
        let event = report.error(user, found.span(&shape.id), message);
        if matches!(found.user, Subject::Member(..)) {
            event.help("put the stream at the top of the input or output");
        }
    }
}

fn check_events(model: &Model, shape: &Shape, report: &mut Report<'_>) {
    let is_no_event =
        |member: &&crate::model::Member| model.target(member).is_some_and(|target| target.kind != Kind::Structure);
    let members: Vec<_> = shape.members.iter().filter(is_no_event).collect();
    if let Some(first) = members.first() {
        let names = quoted(members.iter().map(|member| member.name.as_str()));
        let message =
            format!("the events of the stream `{}` must be structures, which these are not: {names}", shape.id);
        report.error(&shape.id, first.target_span, message);
    }
}

fn check_presence(model: &Model, report: &mut Report<'_>) {
    for (shape, member) in own_members(model) {
        let is_stream = |target: &&Shape| target.kind == Kind::Blob && target.has_trait(ids::STREAMING);
        let is_present = member.has_trait(ids::REQUIRED) || member.has_trait(ids::DEFAULT);
        if !is_present && model.target(member).filter(is_stream).is_some() {
            let message = "a member that is a stream of bytes must be `@required` or have a default";
            report.error(shape.id.with_member(&member.name), member.span, message).help("@required");
        }
    }
}

/// Protocols with HTTP bindings send a stream as the payload.
fn check_payloads(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        if protocol_with(model, service, ids::HTTP_PAYLOAD).is_none() {
            continue;
        }
        for shape in closure_of(model, service).into_values().filter(|shape| seen.insert(&shape.id)) {
            for member in shape.members.iter().filter(|member| !member.has_trait(ids::HTTP_PAYLOAD)) {
                if model.target(member).is_some_and(|target| target.has_trait(ids::STREAMING)) {
                    let message = format!("`{}` is a stream and needs `@httpPayload`", member.name);
                    let id = shape.id.with_member(&member.name);
                    report.error(id, member.span, message).help("@httpPayload");
                }
            }
        }
    }
}
