//! In: two values for one key, from two documents or two applications of a
//! trait. Out: one value, or a conflict.

use indexmap::IndexMap;

use crate::diagnostics::{Audience, Span};
use crate::model::{Node, ShapeId, Traits, Value};
use crate::traits::audience_of;

use super::Context;

/// Adds the entries of a document. Arrays under one key are joined; other
/// values must be equal (Smithy 2.0, "Metadata").
pub(super) fn merge_metadata(
    metadata: &mut IndexMap<String, Node>,
    entries: Vec<(String, Node)>,
    context: &mut Context<'_>,
) {
    for (key, node) in entries {
        let Some(previous) = metadata.get_mut(&key) else {
            metadata.insert(key, node);
            continue;
        };
        let (span, previous_span) = (node.span, previous.span);
        if !merge_nodes(previous, node) {
            let message = format!("metadata `{key}` has two different values");
            let other = context.sources.describe(previous_span);
            let event = context.diagnostics.error("Model", span, message);
            event.help(format!("the other one is at {other}")).audience(Audience::Author);
        }
    }
}

/// Sets a trait. Applied twice, lists are joined and other values must be
/// equal (Smithy 2.0, "Trait conflict resolution").
pub(super) fn merge_trait(
    traits: &mut Traits,
    id: ShapeId,
    node: Node,
    span: Span,
    shape: &str,
    context: &mut Context<'_>,
) {
    let Some(previous) = traits.get_mut(id.as_str()) else {
        traits.push_at(id, node, span);
        return;
    };
    let (previous_span, audience) = (previous.span, audience_of(id.as_str()));
    if !merge_nodes(previous, node) {
        let message = format!("conflicting values of trait `{id}` on `{shape}`");
        let other = context.sources.describe(previous_span);
        let event = context.diagnostics.error("Model", span, message);
        event.shape(shape).help(format!("the other value is at {other}")).audience(audience);
    }
}

/// False if the values are different and no lists.
fn merge_nodes(previous: &mut Node, node: Node) -> bool {
    if let (Value::Array(elements), Value::Array(_)) = (&mut previous.value, &node.value) {
        if let Value::Array(more) = node.value {
            elements.extend(more);
        }
        return true;
    }
    previous.same_value(&node)
}
