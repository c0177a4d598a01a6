//! With the protocols of AWS, `@httpPayload` is on a structure, union,
//! document, blob or string.

use std::collections::BTreeSet;

use crate::checks::{own_services, Check, Report, Stops};
use crate::model::{ids, Kind, Model, Shape, ShapeId};

use super::HTTP_PROTOCOLS;

pub(in crate::checks) const CHECK: Check = Check { id: "ProtocolHttpPayload", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut seen = BTreeSet::new();
    for (service, _) in own_services(model) {
        if !HTTP_PROTOCOLS.iter().any(|protocol| service.has_trait(protocol)) {
            continue;
        }
        for operation in model.operations_of(service) {
            let Kind::Operation(kind) = &operation.kind else { continue };
            for id in [&kind.input, &kind.output].into_iter().chain(&kind.errors) {
                if seen.insert(id) {
                    model.shape(id).into_iter().for_each(|shape| check(model, id, shape, report));
                }
            }
        }
    }
}

fn check(model: &Model, id: &ShapeId, shape: &Shape, report: &mut Report<'_>) {
    for member in shape.members.iter().filter(|member| member.has_trait(ids::HTTP_PAYLOAD)) {
        let Some(target) = model.target(member) else { continue };
        let is_allowed = matches!(
            target.kind,
            Kind::Structure | Kind::Union | Kind::Document | Kind::Blob | Kind::String | Kind::Enum
        );
        if !is_allowed && !shape.is_builtin() {
            let found = target.kind.with_article();
            let message = format!("AWS protocols do not support a payload that is {found}");
            let event = report.error(id.with_member(&member.name), member.target_span, message);
            event.help("put it into a structure");
        }
    }
}
