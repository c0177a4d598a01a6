//! A resource is bound once in the closure of a service.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, quoted, Check, Report, Stops};

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "SingleResourceBinding", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        for (resource, binders) in bindings(model, service) {
            if binders.len() > 1 {
                let binders = quoted(binders.iter().map(|id| id.as_str()));
                let message =
                    format!("resource `{resource}` is bound more than once in service `{}`: by {binders}", service.id);
                let span = model.shape(resource).map_or(service.span, |shape| shape.span);
                report.error(resource, span, message);
            }
        }
    }
}

/// The resources of the closure with the shapes that bind them.
fn bindings<'m>(model: &'m Model, service: &'m Shape) -> IndexMap<&'m ShapeId, Vec<&'m ShapeId>> {
    let mut found: IndexMap<&ShapeId, Vec<&ShapeId>> = IndexMap::new();
    let mut seen = BTreeSet::new();
    let mut pending = vec![service];
    while let Some(shape) = pending.pop() {
        let children = match &shape.kind {
            Kind::Service(service) => &service.resources,
            Kind::Resource(resource) => &resource.resources,
            _ => continue,
        };
        for id in children {
            // That it contains itself is another rule's to say.
            if *id != shape.id {
                found.entry(id).or_default().push(&shape.id);
            }
            pending.extend(model.shape(id).filter(|child| seen.insert(&child.id)));
        }
    }
    found
}
