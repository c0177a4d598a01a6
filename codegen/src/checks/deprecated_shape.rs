//! Shapes that are `@deprecated` are not used by others.

use std::collections::BTreeMap;

use crate::diagnostics::{Severity, Span};
use crate::model::{Kind, Model, Node, Shape, ShapeId};

use super::deprecated_trait::{deprecated_shapes, reason_of};
use super::relationships::places_of;
use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "DeprecatedShape", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let deprecated = deprecated_shapes(model);
    if deprecated.is_empty() {
        return;
    }
    for shape in own_shapes(model) {
        for member in shape.members.iter().filter(|member| deprecated.contains_key(&member.target)) {
            let id = shape.id.with_member(&member.name);
            check(&deprecated, id.as_str(), "the member targets", &member.target, member.target_span, report);
        }
        let places = places_of(shape);
        let mixins = shape.mixins.iter().map(|id| ("the mixin is", id));
        for (words, id) in relationships(shape).into_iter().chain(mixins) {
            let place = places.get(id).copied().unwrap_or(shape.span);
            check(&deprecated, shape.id.as_str(), words, id, place, report);
        }
    }
}

/// What the shape names in its properties, with the words for it.
fn relationships(shape: &Shape) -> Vec<(&'static str, &ShapeId)> {
    fn each<'m>(words: &'static str, ids: impl IntoIterator<Item = &'m ShapeId>) -> Vec<(&'static str, &'m ShapeId)> {
        ids.into_iter().map(|id| (words, id)).collect()
    }
    match &shape.kind {
        Kind::Service(service) => [
            each("the operation is", &service.operations),
            each("the resource is", &service.resources),
            each("the error is", &service.errors),
        ]
        .concat(),
        Kind::Operation(operation) => [
            each("the input is", [&operation.input]),
            each("the output is", [&operation.output]),
            each("the error is", &operation.errors),
        ]
        .concat(),
        Kind::Resource(resource) => [
            each("the identifier is", resource.identifiers.values()),
            each("the property is", resource.properties.values()),
            each("the operation is", &resource.operations),
            each("the resource is", &resource.resources),
        ]
        .concat(),
        _ => Vec::new(),
    }
}

fn check(
    deprecated: &BTreeMap<&ShapeId, &Node>,
    id: &str,
    words: &str,
    target_id: &ShapeId,
    span: Span,
    report: &mut Report<'_>,
) {
    let Some(node) = deprecated.get(target_id) else { return };
    let message = format!("{words} `{target_id}`, which is deprecated{}", reason_of(node));
    report.event_as(format!("DeprecatedShape.{target_id}"), Severity::Warning, id, span, message);
}
