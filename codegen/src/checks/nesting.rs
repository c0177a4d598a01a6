//! Lists and maps nest no deeper than a reader of their values can follow;
//! structures and unions between them start anew.

use std::collections::BTreeMap;

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, Check, Report, Stops};

/// How deep lists and maps may nest; what reads their types recurses.
const MAX_DEPTH: usize = 64;

pub(super) const CHECK: Check = Check { id: "Whitesmith.Nesting", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut depths: BTreeMap<&ShapeId, usize> = BTreeMap::new();
    for shape in own_shapes(model).filter(|shape| is_collection(shape)) {
        measure(model, shape, &mut depths);
    }
    for shape in own_shapes(model) {
        // Those around the first that is too deep are so because of it.
        if depths.get(&shape.id) == Some(&(MAX_DEPTH + 1)) {
            let message = format!("lists and maps nest deeper than {MAX_DEPTH} levels in `{}`", shape.id);
            report.error(&shape.id, shape.span, message).help("put a structure or union between");
        }
    }
}

fn is_collection(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::List | Kind::Map)
}

/// Finds the depth of a list or map and of all in it; each is looked at twice,
/// before and after what is in it. What contains itself counts as one level
/// there: that it does is the business of another rule.
fn measure<'m>(model: &'m Model, start: &'m Shape, depths: &mut BTreeMap<&'m ShapeId, usize>) {
    let mut pending = vec![(start, false)];
    while let Some((shape, is_done_inside)) = pending.pop() {
        let inner = || {
            let targets = shape.members.iter().filter_map(|member| model.target(member));
            targets.filter(|target| is_collection(target))
        };
        if is_done_inside {
            let deepest = inner().filter_map(|target| depths.get(&target.id)).max().copied();
            depths.insert(&shape.id, deepest.unwrap_or(0) + 1);
        } else if !depths.contains_key(&shape.id) {
            depths.insert(&shape.id, 0);
            pending.push((shape, true));
            pending.extend(inner().map(|target| (target, false)));
        }
    }
}
