//! Shapes with `@private` are used in their own namespace only.

use crate::diagnostics::Severity;
use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        for member in &shape.members {
            let id = shape.id.with_member(&member.name);
            if is_out_of_reach(model, shape, &member.target) {
                report.error(&id, member.span, private_shape(&member.target));
            }
        }
        let used: Vec<&ShapeId> = match &shape.kind {
            Kind::Operation(operation) => {
                [&operation.input, &operation.output].into_iter().chain(&operation.errors).collect()
            }
            Kind::Service(service) => {
                service.operations.iter().chain(&service.resources).chain(&service.errors).collect()
            }
            _ => Vec::new(),
        };
        for id in used.into_iter().chain(&shape.mixins) {
            if is_out_of_reach(model, shape, id) {
                report.error(&shape.id, shape.span, private_shape(id));
            }
        }
        for (id, _) in shape.traits.iter() {
            if is_out_of_reach(model, shape, id) {
                report.event(Severity::Warning, &shape.id, shape.span, private_shape(id));
            }
        }
    }
}

fn is_out_of_reach(model: &Model, shape: &Shape, id: &ShapeId) -> bool {
    id.namespace() != shape.id.namespace()
        && model.shape(id).is_some_and(|target| target.has_trait("smithy.api#private"))
}

fn private_shape(id: &ShapeId) -> String {
    format!("`{id}` is private to the namespace `{}`", id.namespace())
}
