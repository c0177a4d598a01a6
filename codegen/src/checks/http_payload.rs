//! Beside a member that is the payload, every member is bound to something
//! else (Smithy 2.0, "httpPayload trait").

use std::collections::BTreeSet;

use crate::model::{Model, Shape, ShapeId};

use super::{own_operations, quoted, Report};

const PAYLOAD: &str = "smithy.api#httpPayload";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (operation, kind) in own_operations(model) {
        if !operation.has_trait("smithy.api#http") {
            continue;
        }
        check(model, &kind.input, REQUEST, &mut seen, report);
        check(model, &kind.output, RESPONSE, &mut seen, report);
        for error in &kind.errors {
            check(model, error, RESPONSE, &mut seen, report);
        }
    }
}

const REQUEST: &[&str] = &["httpHeader", "httpPrefixHeaders", "httpLabel", "httpQuery", "httpQueryParams", "hostLabel"];
const RESPONSE: &[&str] = &["httpHeader", "httpPrefixHeaders", "httpResponseCode"];

fn check<'m>(
    model: &'m Model,
    id: &'m ShapeId,
    bindings: &[&str],
    seen: &mut BTreeSet<(&'m ShapeId, usize)>,
    report: &mut Report<'_>,
) {
    let Some(shape) = model.shape(id).filter(|shape| shape.members.iter().any(|member| member.has_trait(PAYLOAD)))
    else {
        return;
    };
    let unbound = unbound_members(shape, bindings);
    if !unbound.is_empty() && seen.insert((id, bindings.len())) {
        let message = format!(
            "`{id}` has a member with `@httpPayload`, so that these have no place in the message: {}",
            quoted(unbound)
        );
        report.error(id, shape.span, message);
    }
}

fn unbound_members<'m>(shape: &'m Shape, bindings: &[&str]) -> Vec<&'m str> {
    let is_bound = |member: &crate::model::Member| {
        member.has_trait(PAYLOAD) || bindings.iter().any(|name| member.has_trait(&format!("smithy.api#{name}")))
    };
    shape.members.iter().filter(|member| !is_bound(member)).map(|member| member.name.as_str()).collect()
}
