//! Recursion that no value can end: lists and maps of themselves, and required
//! members that lead back (Smithy 2.0, "Recursive shapes").

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, quoted, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let suspects = suspects_of(model);
    let mut reports_left = MAX_REPORTS;
    for shape in own_shapes(model) {
        let is_suspect = reports_left > 0 && suspects.contains(&shape.id);
        match shape.kind {
            Kind::List | Kind::Map if is_suspect => {
                check_collection(model, shape, report);
                reports_left -= 1;
            }
            Kind::Structure if is_suspect => {
                check_required(model, shape, report);
                reports_left -= 1;
            }
            Kind::Union => check_union(model, shape, report),
            _ => {}
        }
    }
}

/// Shapes that are looked at closely, which takes as long as what they reach
/// is large. A model with more of them is broken beyond single messages.
const MAX_REPORTS: usize = 50;

/// The shapes that are on a way back to themselves or between two such ways:
/// what is left when shapes that lead nowhere are taken away until there are
/// none, and then those that nothing leads to.
fn suspects_of(model: &Model) -> BTreeSet<&ShapeId> {
    let is_collection = |shape: &Shape| matches!(shape.kind, Kind::List | Kind::Map);
    let mut forward: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    let mut backward: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for shape in own_shapes(model).filter(|shape| is_collection(shape) || shape.kind == Kind::Structure) {
        for member in &shape.members {
            let Some(target) = model.target(member) else { continue };
            let follows = match shape.kind {
                Kind::Structure => target.kind == Kind::Structure && member.has_trait("smithy.api#required"),
                _ => is_collection(target),
            };
            if follows {
                forward.entry(&shape.id).or_default().push(&target.id);
                backward.entry(&target.id).or_default().push(&shape.id);
            }
        }
    }
    let mut left: BTreeSet<&ShapeId> = forward.keys().chain(backward.keys()).copied().collect();
    take_ends(&mut left, &forward, &backward);
    take_ends(&mut left, &backward, &forward);
    left
}

/// Takes away what leads to nothing that is left, again and again.
fn take_ends<'m>(
    left: &mut BTreeSet<&'m ShapeId>,
    forward: &BTreeMap<&'m ShapeId, Vec<&'m ShapeId>>,
    backward: &BTreeMap<&'m ShapeId, Vec<&'m ShapeId>>,
) {
    let of =
        |edges: &BTreeMap<&'m ShapeId, Vec<&'m ShapeId>>, id: &'m ShapeId| edges.get(id).cloned().unwrap_or_default();
    let mut counts: BTreeMap<&ShapeId, usize> =
        left.iter().map(|id| (*id, of(forward, id).iter().filter(|next| left.contains(*next)).count())).collect();
    let mut ends: Vec<&ShapeId> = counts.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(end) = ends.pop() {
        left.remove(end);
        for previous in of(backward, end) {
            let Some(count) = counts.get_mut(previous).filter(|_| left.contains(previous)) else { continue };
            *count -= 1;
            if *count == 0 {
                ends.push(previous);
            }
        }
    }
}

/// A list or map that leads back to itself through lists and maps only.
fn check_collection(model: &Model, shape: &Shape, report: &mut Report<'_>) {
    let path = path_back(model, shape, |next| matches!(next.kind, Kind::List | Kind::Map), |_, _| true);
    if let Some(path) = path {
        let message = format!("`{}` contains itself: {}", shape.id, quoted(path.iter().map(String::as_str)));
        report.error(&shape.id, shape.span, message).help("put a structure or union between");
    }
}

/// A structure that every value of itself would have to contain.
fn check_required(model: &Model, shape: &Shape, report: &mut Report<'_>) {
    let is_required = |_: &Shape, member: &crate::model::Member| member.has_trait("smithy.api#required");
    let path = path_back(model, shape, |next| next.kind == Kind::Structure, is_required);
    if let Some(path) = path {
        let message = format!("`{}` requires itself through {}", shape.id, quoted(path.iter().map(String::as_str)));
        report.error(&shape.id, shape.span, message).help("remove `@required` from one of these members");
    }
}

/// A union all of whose members are itself.
fn check_union(model: &Model, shape: &Shape, report: &mut Report<'_>) {
    let is_hopeless = !shape.members.is_empty()
        && shape.members.iter().all(|member| model.target(member).is_some_and(|target| target.id == shape.id));
    if is_hopeless {
        let message = format!("no value of `{}` could ever end", shape.id);
        report.error(&shape.id, shape.span, message).help("add a member that is not recursive");
    }
}

/// The members on a way from the shape back to itself over shapes that may be
/// entered; without recursion, since models may chain thousands of shapes.
fn path_back(
    model: &Model,
    start: &Shape,
    may_enter: impl Fn(&Shape) -> bool,
    may_follow: impl Fn(&Shape, &crate::model::Member) -> bool,
) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    // Each entry knows the one it was reached from.
    let mut reached: Vec<(&Shape, Option<usize>, String)> = vec![(start, None, String::new())];
    let mut next = 0;
    while let Some((shape, ..)) = reached.get(next) {
        let shape = *shape;
        for member in shape.members.iter().filter(|member| may_follow(shape, member)) {
            let Some(target) = model.target(member).filter(|target| may_enter(target)) else { continue };
            let step = shape.id.with_member(&member.name).to_string();
            if target.id == start.id {
                let mut path = vec![step];
                let mut at = Some(next);
                while let Some((_, from, step)) = at.and_then(|index| reached.get(index)) {
                    path.push(step.clone());
                    at = *from;
                }
                path.retain(|step| !step.is_empty());
                path.reverse();
                return Some(path);
            }
            if seen.insert(&target.id) {
                reached.push((target, Some(next), step));
            }
        }
        next += 1;
    }
    None
}
