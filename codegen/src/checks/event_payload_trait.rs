//! Beside a member that is the payload of an event, every member is a header
//! (Smithy 2.0, "eventPayload trait").

use crate::model::{ids, Kind, Model};

use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "EventPayloadTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        if !shape.members.iter().any(|member| member.has_trait(ids::EVENT_PAYLOAD)) {
            continue;
        }
        let unbound = shape
            .members
            .iter()
            .filter(|member| !member.has_trait(ids::EVENT_PAYLOAD) && !member.has_trait(ids::EVENT_HEADER));
        let unbound: Vec<&str> = unbound.map(|member| member.name.as_str()).collect();
        if !unbound.is_empty() {
            let message = format!(
                "`{}` has a member with `@eventPayload`, so these require `@eventHeader`: {}",
                shape.id,
                quoted(unbound)
            );
            report.error(&shape.id, shape.span, message).help("@eventHeader");
        }
    }
}
