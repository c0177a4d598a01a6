//! Traits that exclude each other are not on one shape.

use crate::diagnostics::Span;
use crate::model::{Model, Node, Traits};

use super::trait_target::short;
use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(model, shape.id.as_str(), &shape.traits, shape.span, report);
        for member in &shape.members {
            let id = shape.id.with_member(&member.name);
            check(model, id.as_str(), &member.traits, member.span, report);
        }
    }
}

fn check(model: &Model, shape: &str, traits: &Traits, span: Span, report: &mut Report<'_>) {
    let mut conflicts = Vec::new();
    let mut place = None;
    for (id, node) in traits.iter() {
        let definition = model.shape(id).and_then(|definition| definition.traits.get("smithy.api#trait"));
        let excluded = definition.and_then(|node| node.get("conflicts")).and_then(Node::as_array).unwrap_or_default();
        for other in excluded.iter().filter_map(Node::as_str) {
            let other = if other.contains('#') { other.to_owned() } else { format!("smithy.api#{other}") };
            if traits.get(&other).is_some() {
                conflicts.push(format!("`{}` with `{}`", short(id.as_str()), short(&other)));
                place = place.or(Some(node.span).filter(|span| span.source != u32::MAX));
            }
        }
    }
    if !conflicts.is_empty() {
        let message = format!("conflicting traits on `{shape}`: {}", conflicts.join(", "));
        report.error(shape, place.unwrap_or(span), message).help("remove one of them");
    }
}
