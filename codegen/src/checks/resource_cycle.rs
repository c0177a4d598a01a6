//! Resources do not contain themselves (Smithy 2.0, "Resource").

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let mut reports_left = MAX_REPORTS;
    let left = around_cycles(model);
    for shape in own_shapes(model).filter(|shape| left.contains(&shape.id)) {
        if reports_left > 0 && leads_to_itself(model, shape) {
            let message = format!("resource `{}` contains itself", shape.id);
            report.error(&shape.id, shape.span, message);
            reports_left -= 1;
        }
    }
}

/// Each resource that is reported is looked at closely, which takes as long as
/// what it contains is large. A model with more cycles is broken anyway.
const MAX_REPORTS: usize = 100;

fn children(shape: &Shape) -> &[ShapeId] {
    match &shape.kind {
        Kind::Resource(resource) => &resource.resources,
        _ => &[],
    }
}

/// Resources on the way to cycles and in them: what is left when those that
/// contain nothing are taken away until there are none.
fn around_cycles(model: &Model) -> BTreeSet<&ShapeId> {
    let resources = || own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Resource(_)));
    let mut left: BTreeSet<&ShapeId> = resources().map(|shape| &shape.id).collect();
    let mut parents: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut counts: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    for shape in resources() {
        let contained = children(shape).iter().filter(|child| left.contains(child));
        counts.insert(&shape.id, contained.clone().count());
        contained.for_each(|child| parents.entry(child).or_default().push(&shape.id));
    }
    let mut empty: Vec<&ShapeId> = counts.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = empty.pop() {
        left.remove(id);
        for parent in parents.get(id).into_iter().flatten() {
            if let Some(count) = counts.get_mut(parent) {
                *count -= 1;
                if *count == 0 {
                    empty.push(parent);
                }
            }
        }
    }
    left
}

fn leads_to_itself(model: &Model, start: &Shape) -> bool {
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut pending = vec![start];
    while let Some(shape) = pending.pop() {
        for child in children(shape) {
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
