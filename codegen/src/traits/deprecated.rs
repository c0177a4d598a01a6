//! `@deprecated` becomes Rust's attribute of the same name.

use crate::ir;
use crate::model::{Node, Traits};

/// The trait's id.
pub(crate) const ID: &str = "smithy.api#deprecated";

pub(crate) fn of(traits: &Traits) -> Option<ir::Deprecated> {
    let node = traits.get(ID)?;
    let text = |key| node.get(key).and_then(Node::as_str).map(|text: &str| text.trim().to_owned());
    let note = text("message");
    Some(match text("since") {
        // Rust's own `since` is a version; a date, which most models have, is told in words.
        Some(date) if !is_version(&date) => {
            let since = format!("Deprecated since {date}.");
            ir::Deprecated { note: Some(note.map_or(since.clone(), |note| format!("{note} {since}"))), since: None }
        }
        since => ir::Deprecated { note, since },
    })
}

/// `1.2.3`: what clippy takes for a version.
fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    let is_number = |part: &&str| {
        part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u64>().is_ok_and(|value| value.to_string() == **part)
    };
    parts.len() == 3 && parts.iter().all(is_number)
}
