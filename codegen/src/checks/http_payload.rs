//! Beside a member that is the payload, every member is bound to something
//! else (Smithy 2.0, "httpPayload trait").

use std::collections::BTreeSet;

use crate::model::{ids, Kind, Member, Model, Shape};

use super::{own_operations, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpPayload", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    let mut check = |shape: &Shape, side: Side| {
        if seen.insert((shape.id.clone(), side)) {
            check_message(shape, side, report);
        }
    };
    for (operation, kind) in own_operations(model) {
        if operation.has_trait(ids::HTTP) {
            model.shape(&kind.input).into_iter().for_each(|input| check(input, Side::Request));
            model.shape(&kind.output).into_iter().for_each(|output| check(output, Side::Response));
        }
    }
    for shape in own_shapes(model) {
        if shape.kind == Kind::Structure && shape.has_trait(ids::ERROR) {
            check(shape, Side::Response);
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Request,
    Response,
}

/// Traits that bind a member in a request, the payload's left out.
pub(super) const REQUEST: &[&str] =
    &[ids::HTTP_HEADER, ids::HTTP_PREFIX_HEADERS, ids::HTTP_LABEL, ids::HTTP_QUERY, ids::HTTP_QUERY_PARAMS];

/// Traits that bind a member in a response, the payload's left out.
pub(super) const RESPONSE: &[&str] = &[ids::HTTP_HEADER, ids::HTTP_PREFIX_HEADERS, ids::HTTP_RESPONSE_CODE];

/// The member that is the payload. One that is bound to something else as well
/// is a conflict of traits, which another rule reports.
pub(super) fn payload_of<'m>(shape: &'m Shape, bindings: &[&str]) -> Option<&'m Member> {
    let is_elsewhere = |member: &Member| bindings.iter().any(|trait_id| member.has_trait(trait_id));
    shape.members.iter().find(|member| member.has_trait(ids::HTTP_PAYLOAD) && !is_elsewhere(member))
}

/// The members that no trait binds: without a payload they are the body.
pub(super) fn unbound_members<'m>(shape: &'m Shape, bindings: &[&str]) -> Vec<&'m str> {
    let is_bound = |member: &Member| {
        member.has_trait(ids::HTTP_PAYLOAD) || bindings.iter().any(|trait_id| member.has_trait(trait_id))
    };
    shape.members.iter().filter(|member| !is_bound(member)).map(|member| member.name.as_str()).collect()
}

fn check_message(shape: &Shape, side: Side, report: &mut Report<'_>) {
    let bindings = match side {
        Side::Request => REQUEST,
        Side::Response => RESPONSE,
    };
    let Some(payload) = payload_of(shape, bindings) else { return };
    let unbound = unbound_members(shape, bindings);
    if !unbound.is_empty() {
        let message = format!(
            "`{}` of `{}` is the whole payload, so the message has no place for {}",
            payload.name,
            shape.id,
            quoted(unbound)
        );
        report.error(&shape.id, shape.span, message);
    }
}
