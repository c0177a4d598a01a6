//! An operation is bound once in the closure of a service.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, quoted, Check, Report, Stops};

/// A client has each operation once.
pub(super) const CHECK: Check = Check { id: "SingleOperationBinding", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model) {
        for (operation, binders) in bindings(model, service) {
            if binders.len() > 1 {
                let message = format!(
                    "operation `{operation}` is bound more than once in service `{}`: by {}",
                    service.id,
                    quoted(binders.iter().map(|id| id.as_str()))
                );
                let span = model.shape(operation).map_or(service.span, |shape| shape.span);
                report.error(operation, span, message);
            }
        }
    }
}

/// The operations of the closure with the services and resources that bind
/// them.
fn bindings<'m>(model: &'m Model, service: &'m Shape) -> IndexMap<&'m ShapeId, Vec<&'m ShapeId>> {
    let mut found: IndexMap<&ShapeId, Vec<&ShapeId>> = IndexMap::new();
    let mut pending: Vec<&ShapeId> = Vec::new();
    if let Kind::Service(kind) = &service.kind {
        kind.operations.iter().for_each(|id| found.entry(id).or_default().push(&service.id));
        pending.extend(&kind.resources);
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = pending.pop() {
        let Some(shape) = model.shape(id).filter(|_| seen.insert(id)) else { continue };
        if let Kind::Resource(resource) = &shape.kind {
            let lifecycle = resource.lifecycle.iter().map(|(_, id)| id);
            // A resource may bind one operation as several things.
            let own: BTreeSet<&ShapeId> =
                lifecycle.chain(&resource.operations).chain(&resource.collection_operations).collect();
            own.into_iter().for_each(|operation| found.entry(operation).or_default().push(&shape.id));
            pending.extend(&resource.resources);
        }
    }
    found
}
