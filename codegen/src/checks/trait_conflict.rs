//! Traits that exclude each other are not on one shape.

use crate::diagnostics::{Audience, Span};
use crate::model::{ids, Model, Node, ShapeId, Traits};
use crate::traits::audience_of;

use super::trait_target::short;
use super::{own_shapes, place_of_trait, Check, Report, Stops};

/// Two traits disagree only if both have an effect.
pub(super) const CHECK: Check = Check { id: "TraitConflict", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(model, shape.id.as_str(), &shape.traits, shape.span, report);
        for member in &shape.members {
            let id = shape.id.with_member(&member.name);
            check(model, id.as_str(), &member.traits, member.span, report);
        }
    }
}

fn check(model: &Model, shape: &str, traits: &Traits, span: Span, report: &mut Report<'_>) {
    let mut conflicts: Vec<(&str, String)> = Vec::new();
    for (id, _) in traits.iter() {
        let definition = model.shape(id).and_then(|definition| definition.traits.get(ids::TRAIT));
        let excluded = definition.and_then(|node| node.get("conflicts")).and_then(Node::as_array).unwrap_or_default();
        for other in excluded.iter().filter_map(Node::as_str) {
            let other = if other.contains('#') { other.to_owned() } else { format!("smithy.api#{other}") };
            // Mostly both say it.
            let is_said = conflicts.iter().any(|(left, right)| *left == other && right == id.as_str());
            if !is_said && traits.get(&other).is_some() {
                conflicts.push((id.as_str(), other));
            }
        }
    }
    let Some((first, _)) = conflicts.first() else { return };
    let pairs: Vec<String> =
        conflicts.iter().map(|(left, right)| format!("`{}` with `{}`", short(left), short(right))).collect();
    let message = format!("conflicting traits on `{shape}`: {}", pairs.join(", "));
    let place = place_of_trait(traits, &ShapeId::new(*first), span);
    let is_read = |(left, right): &(&str, String)| [*left, right].map(audience_of) == [Audience::Client; 2];
    let audience = if conflicts.iter().any(is_read) { Audience::Client } else { Audience::Author };
    report.error(shape, place, message).help("remove one of them").audience(audience);
}
