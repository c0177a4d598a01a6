//! Resources do not contain themselves.

use std::collections::BTreeSet;

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Resource(_))) {
        if leads_to_itself(model, shape) {
            let message = format!("resource `{}` contains itself", shape.id);
            report.error(&shape.id, shape.span, message);
        }
    }
}

fn leads_to_itself(model: &Model, start: &Shape) -> bool {
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut pending = vec![start];
    while let Some(shape) = pending.pop() {
        let Kind::Resource(resource) = &shape.kind else { continue };
        for child in &resource.resources {
            if *child == start.id {
                return true;
            }
            if seen.insert(child) {
                pending.extend(model.shape(child));
            }
        }
    }
    false
}
