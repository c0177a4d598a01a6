//! `@deprecated` becomes Rust's attribute of the same name.

use crate::ir;
use crate::model::{Node, Traits};

/// The trait's id.
pub(crate) const ID: &str = "smithy.api#deprecated";

pub(crate) fn of(traits: &Traits) -> Option<ir::Deprecated> {
    let node = traits.get(ID)?;
    let text = |key| node.get(key).and_then(Node::as_str).map(|text: &str| text.trim().to_owned());
    Some(ir::Deprecated { note: text("message"), since: text("since") })
}
