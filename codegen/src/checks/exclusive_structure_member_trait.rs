//! Traits that only one member of a structure, or only one member with a
//! certain target, may have.

use indexmap::IndexMap;

use crate::model::{Model, Node, Shape, ShapeId};

use super::trait_target::short;
use super::{own_shapes, quoted, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let mut holders: IndexMap<&ShapeId, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            for (id, _) in member.traits.iter().filter(|(id, _)| exclusive(model, id) == Some("member")) {
                holders.entry(id).or_default().push(&member.name);
            }
            let target = model.target(member);
            let traits = target.into_iter().flat_map(|target| target.traits.iter());
            for (id, _) in traits.filter(|(id, _)| exclusive(model, id) == Some("target")) {
                holders.entry(id).or_default().push(&member.name);
            }
        }
        report_shared(shape, &holders, report);
    }
}

fn exclusive<'m>(model: &'m Model, trait_id: &ShapeId) -> Option<&'m str> {
    let definition = model.shape(trait_id)?.traits.get("smithy.api#trait")?;
    definition.get("structurallyExclusive").and_then(Node::as_str)
}

fn report_shared(shape: &Shape, holders: &IndexMap<&ShapeId, Vec<&str>>, report: &mut Report<'_>) {
    for (id, members) in holders.iter().filter(|(_, members)| members.len() > 1) {
        let message = format!(
            "only one member of `{}` can have `@{}`, but these have it: {}",
            shape.id,
            short(id.as_str()),
            quoted(members.iter().copied())
        );
        report.error(&shape.id, shape.span, message);
    }
}
