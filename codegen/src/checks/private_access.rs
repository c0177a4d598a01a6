//! Shapes with `@private` are used in their own namespace only.

use crate::diagnostics::{Severity, Span};
use crate::model::{ids, Kind, Model, Shape, ShapeId, Traits};

use super::relationships::places_of;
use super::{own_shapes, place_of_trait, Check, Report, Stops};

/// Who may name a shape is agreed between authors; the shape is the same.
pub(super) const CHECK: Check = Check { id: "PrivateAccess", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        for member in &shape.members {
            let id = shape.id.with_member(&member.name);
            if is_out_of_reach(model, shape, &member.target) {
                report.error(&id, member.target_span, private_shape(&member.target));
            }
            check_traits(model, shape, id.as_str(), &member.traits, member.span, report);
        }
        let used: Vec<&ShapeId> = match &shape.kind {
            Kind::Operation(operation) => {
                [&operation.input, &operation.output].into_iter().chain(&operation.errors).collect()
            }
            Kind::Service(service) => {
                service.operations.iter().chain(&service.resources).chain(&service.errors).collect()
            }
            Kind::Resource(resource) => {
                let targets = resource.identifiers.values().chain(resource.properties.values());
                let lifecycle = resource.lifecycle.iter().map(|(_, id)| id);
                let operations = resource.operations.iter().chain(&resource.collection_operations);
                targets.chain(lifecycle).chain(operations).chain(&resource.resources).collect()
            }
            _ => Vec::new(),
        };
        let places = places_of(shape);
        for id in used.into_iter().chain(&shape.mixins) {
            if is_out_of_reach(model, shape, id) {
                let place = places.get(id).copied().unwrap_or(shape.span);
                report.error(&shape.id, place, private_shape(id));
            }
        }
        check_traits(model, shape, shape.id.as_str(), &shape.traits, shape.span, report);
    }
}

/// A WARNING only: for a long time nobody looked at traits.
fn check_traits(model: &Model, shape: &Shape, subject: &str, traits: &Traits, span: Span, report: &mut Report<'_>) {
    for (id, _) in traits.iter() {
        if is_out_of_reach(model, shape, id) {
            let place = place_of_trait(traits, id, span);
            report.event(Severity::Warning, subject, place, private_shape(id));
        }
    }
}

fn is_out_of_reach(model: &Model, shape: &Shape, id: &ShapeId) -> bool {
    id.namespace() != shape.id.namespace() && model.shape(id).is_some_and(|target| target.has_trait(ids::PRIVATE))
}

fn private_shape(id: &ShapeId) -> String {
    format!("`{id}` is private to the namespace `{}`", id.namespace())
}
