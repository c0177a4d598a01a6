//! Recursion that no value can end: lists and maps of themselves, and required
//! members that lead back (Smithy 2.0, "Recursive shapes").

use std::collections::BTreeSet;

use crate::model::{Kind, Model, Shape};

use super::{own_shapes, quoted, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        match shape.kind {
            Kind::List | Kind::Map => check_collection(model, shape, report),
            Kind::Structure => check_required(model, shape, report),
            Kind::Union => check_union(model, shape, report),
            _ => {}
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
