//! A member that looks like the identifier of a resource to which it does not
//! belong says that it is one (Smithy 2.0, "references trait").

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Severity;
use crate::model::{Kind, Member, Model, Shape, ShapeId};

use super::references_trait::{references_of, resource_of};
use super::relationships::Uses;
use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "MemberShouldReferenceResource", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let resources = resources_by_identifier(model);
    if resources.is_empty() {
        return;
    }
    let uses = Uses::of_all(model);
    let mut steps_left = MAX_STEPS;
    for shape in own_shapes(model).filter(|shape| !matches!(shape.kind, Kind::Enum | Kind::IntEnum)) {
        let is_string = |member: &&Member| {
            model.target(member).is_some_and(|target| matches!(target.kind, Kind::String | Kind::Enum))
        };
        let found = shape.members.iter().filter(is_string).filter_map(|member| {
            let candidates = resources.get(&(member.name.as_str(), &member.target))?;
            Some((member, candidates))
        });
        let found: Vec<_> = found.collect();
        if found.is_empty() {
            continue;
        }
        let known = resources_around(model, shape, &uses, &mut steps_left);
        for (member, candidates) in found {
            report_member(model, shape, member, candidates, &known, report);
        }
    }
}

/// How many shapes are looked at on all ways from members up to resources. The
/// advice is not worth more in a model where everything uses everything.
const MAX_STEPS: usize = 1_000_000;

/// How many resources a message names.
const MAX_NAMES: usize = 5;

/// Name and target of an identifier to the resources that have it.
fn resources_by_identifier(model: &Model) -> BTreeMap<(&str, &ShapeId), Vec<&ShapeId>> {
    let mut found: BTreeMap<(&str, &ShapeId), Vec<&ShapeId>> = BTreeMap::new();
    for shape in own_shapes(model) {
        if let Kind::Resource(resource) = &shape.kind {
            for (name, target) in &resource.identifiers {
                found.entry((name, target)).or_default().push(&shape.id);
            }
        }
    }
    found
}

/// The resources that lead to a shape, with the resources bound to them.
fn resources_around<'m>(
    model: &'m Model,
    shape: &'m Shape,
    uses: &Uses<'m>,
    steps_left: &mut usize,
) -> BTreeSet<&'m ShapeId> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::from([&shape.id]);
    let mut pending = vec![shape];
    while let Some(shape) = pending.pop() {
        if let Kind::Resource(resource) = &shape.kind {
            found.insert(&shape.id);
            found.extend(&resource.resources);
        }
        for found in uses.of(&shape.id) {
            let user = found.user.shape();
            if *steps_left > 0 && seen.insert(&user.id) {
                *steps_left -= 1;
                pending.push(user);
            }
        }
    }
    if *steps_left == 0 {
        // What was not seen counts as known: no advice rather than a wrong one.
        found.extend(own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Resource(_))).map(|shape| &shape.id));
    }
    found
}

fn report_member(
    model: &Model,
    shape: &Shape,
    member: &Member,
    candidates: &[&ShapeId],
    known: &BTreeSet<&ShapeId>,
    report: &mut Report<'_>,
) {
    let id = shape.id.with_member(&member.name);
    let references = references_of(&shape.traits).chain(references_of(&member.traits));
    let referenced: BTreeSet<&ShapeId> =
        references.filter_map(|node| Some(&resource_of(model, &shape.id, node)?.1.id)).collect();
    let unsaid = candidates.iter().filter(|id| !known.contains(**id) && !referenced.contains(**id));
    let unsaid: Vec<&str> = unsaid.map(|id| id.as_str()).take(MAX_NAMES).collect();
    if let Some(first) = unsaid.first() {
        let name = first.rsplit('#').next().unwrap_or(first);
        let message = format!("`{}` looks like the identifier of {}", member.name, quoted(unsaid.iter().copied()));
        let event = report.event(Severity::Warning, id, member.span, message);
        event.help(format!("@references([{{ resource: {name} }}]) on `{}`", shape.id.name()));
    }
}
