//! Where one operation of a service has `@http`, all have it, and a protocol
//! with ids::HTTP bindings needs it (Smithy 2.0, "HTTP bindings").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Shape, ShapeId};

use super::{own_shapes, Check, Report, Stops};

/// Lowering refuses operations without `@http` where the protocol that is chosen needs it.
pub(super) const CHECK: Check = Check { id: "HttpBindingsMissing", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    // A model without any binding leaves all of them to the protocol.
    if !own_shapes(model).any(|shape| shape.has_trait(ids::HTTP)) {
        return;
    }
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let operations = model.operations_of(service);
        let (severity, reason) = match protocol_with(model, service, ids::HTTP) {
            Some(protocol) => (Severity::Error, format!("which the protocol `{protocol}` needs")),
            None => match operations.iter().find(|operation| operation.has_trait(ids::HTTP)) {
                Some(other) => (Severity::Warning, format!("which `{}` of the same service has", other.id)),
                None => continue,
            },
        };
        let lacking =
            operations.iter().filter(|shape| matches!(shape.kind, Kind::Operation(_)) && !shape.has_trait(ids::HTTP));
        for operation in lacking {
            let message = format!("operation `{}` lacks `@http`, {reason}", operation.id);
            let help = format!("@http(method: \"POST\", uri: \"/{}\")", operation.id.name());
            report.event(severity, &operation.id, operation.span, message).help(help);
        }
    }
}

/// A protocol of the service that lists the trait among those it respects.
pub(super) fn protocol_with<'m>(model: &Model, service: &'m Shape, wanted: &str) -> Option<&'m ShapeId> {
    let lists_trait = |id: &ShapeId| {
        let definition = model.shape(id).and_then(|shape| shape.traits.get(ids::PROTOCOL_DEFINITION));
        let traits = definition.and_then(|node| node.get("traits")).and_then(|node| node.as_array());
        let mut ids = traits.unwrap_or_default().iter().filter_map(|node| node.as_str());
        ids.any(|id| id == wanted || Some(id) == wanted.strip_prefix("smithy.api#"))
    };
    service.traits.iter().map(|(id, _)| id).find(|id| lists_trait(id))
}
