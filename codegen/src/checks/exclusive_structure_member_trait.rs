//! Traits that only one member of a structure, or only one member with a
//! certain target, may have.

use indexmap::IndexMap;

use crate::diagnostics::Span;
use crate::model::{ids, Kind, Member, Model, Node, Shape, ShapeId};
use crate::traits::audience_of;

use super::trait_target::short;
use super::{own_shapes, quoted, Check, Report, Stops};

/// Of members with a trait without effect there may be several.
pub(super) const CHECK: Check = Check { id: "ExclusiveStructureMemberTrait", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        let mut holders: IndexMap<&ShapeId, Vec<&Member>> = IndexMap::new();
        for member in &shape.members {
            for (id, _) in member.traits.iter().filter(|(id, _)| exclusive(model, id) == Some("member")) {
                holders.entry(id).or_default().push(member);
            }
            let target = model.target(member);
            let traits = target.into_iter().flat_map(|target| target.traits.iter());
            for (id, _) in traits.filter(|(id, _)| exclusive(model, id) == Some("target")) {
                holders.entry(id).or_default().push(member);
            }
        }
        report_shared(shape, &holders, report);
    }
}

fn exclusive<'m>(model: &'m Model, trait_id: &ShapeId) -> Option<&'m str> {
    let definition = model.shape(trait_id)?.traits.get(ids::TRAIT)?;
    definition.get("structurallyExclusive").and_then(Node::as_str)
}

fn report_shared(shape: &Shape, holders: &IndexMap<&ShapeId, Vec<&Member>>, report: &mut Report<'_>) {
    for (id, members) in holders.iter().filter(|(_, members)| members.len() > 1) {
        let message = format!(
            "only one member of `{}` can have `@{}`, but these have it: {}",
            shape.id,
            short(id.as_str()),
            quoted(members.iter().map(|member| member.name.as_str()))
        );
        let event = report.error(&shape.id, place_of(id, members, shape), message);
        event.audience(audience_of(id.as_str()));
    }
}

/// The second member that has it: its trait, or its target that does.
fn place_of(trait_id: &ShapeId, members: &[&Member], shape: &Shape) -> Span {
    let Some(member) = members.get(1) else { return shape.span };
    match member.traits.get(trait_id.as_str()) {
        Some(node) if node.span.source == u32::MAX => member.span,
        Some(node) => node.span,
        None => member.target_span,
    }
}
