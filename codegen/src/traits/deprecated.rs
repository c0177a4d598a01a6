//! `@deprecated` becomes Rust's attribute of the same name.

use crate::ir;
use crate::model::{ids, Node, Traits};
use crate::text::{self, Line};

/// The trait's id.
pub(crate) const ID: &str = ids::DEPRECATED;

pub(crate) fn of(traits: &Traits) -> Option<ir::Deprecated> {
    let node = traits.get(ID)?;
    let text = |key| node.get(key).and_then(Node::as_str).map(str::trim);
    let note = text("message").map(Line::of_model);
    let is_sentence = text("message").is_some_and(|note| note.ends_with(['.', '!', '?']));
    let since = text("since").map(|since| (Line::of_model(since), is_version(since)));
    Some(match since {
        // Rust's own `since` is a version; a date, which most models have, is put in words.
        Some((date, false)) => {
            let note = match note {
                Some(note) if is_sentence => text::line("{} Deprecated since {}.", &[&note, &date]),
                Some(note) => text::line("{}. Deprecated since {}.", &[&note, &date]),
                None => text::line("Deprecated since {}.", &[&date]),
            };
            ir::Deprecated { note: Some(note), since: None }
        }
        since => ir::Deprecated { note, since: since.map(|(version, _)| version) },
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
