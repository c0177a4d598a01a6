//! What an operation or resource with the mixin trait must not have
//! (Smithy 2.0, "Mixins").

use crate::model::{ids, Kind, Model};

use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.has_trait(ids::MIXIN)) {
        match &shape.kind {
            Kind::Operation(operation) => {
                let is_unit = |id: &crate::model::ShapeId| id.as_str() == ids::UNIT;
                if !is_unit(&operation.input) || !is_unit(&operation.output) {
                    let message = format!("operation `{}` is a mixin and cannot have an input or output", shape.id);
                    report.error(&shape.id, shape.span, message);
                }
            }
            Kind::Resource(resource) => {
                let is_empty = resource.identifiers.is_empty()
                    && resource.properties.is_empty()
                    && resource.lifecycle.is_empty()
                    && resource.operations.is_empty()
                    && resource.collection_operations.is_empty()
                    && resource.resources.is_empty();
                if !is_empty {
                    let message = format!("resource `{}` is a mixin and cannot have properties", shape.id);
                    report.error(&shape.id, shape.span, message);
                }
            }
            _ => {}
        }
    }
}
