//! `@endpoint`: the text before the host of an operation's endpoint
//! (Smithy 2.0, section "Endpoint traits").

use crate::model::ids::ENDPOINT;
use crate::model::{Node, Traits};

/// A piece of a host prefix.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part<'t> {
    Literal(&'t str),
    /// The name of a member of the input.
    Label(&'t str),
}

/// The pieces of the host prefix; none where there is no prefix. That it is well
/// formed is checked when the model is loaded.
pub(crate) fn host_prefix(traits: &Traits) -> Vec<Part<'_>> {
    let prefix = traits.get(ENDPOINT).and_then(|node| node.get("hostPrefix")).and_then(Node::as_str);
    let mut parts = Vec::new();
    let mut rest = prefix.unwrap_or_default();
    while let Some((literal, from_label)) = rest.split_once('{') {
        let (label, after) = from_label.split_once('}').unwrap_or((from_label, ""));
        parts.extend([Part::Literal(literal), Part::Label(label)]);
        rest = after;
    }
    parts.push(Part::Literal(rest));
    parts.retain(|part| *part != Part::Literal(""));
    parts
}
