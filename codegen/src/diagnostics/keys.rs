//! In: events about a member that an object should not have, at the place of
//! its value. Out: the same at the place of its key. Exists because nodes do
//! not keep the places of keys: every value would pay for what a message
//! hardly ever asks, and the text still says it.

use super::{About, Diagnostics, Sources, Span};

impl Diagnostics {
    /// Moves the events that are about the key of a value to that key.
    pub(crate) fn mark_keys(&mut self, sources: &Sources) {
        for event in self.events.iter_mut().filter(|event| event.about == About::KeyOfPlace) {
            event.span = sources.key_of(event.span).unwrap_or(event.span);
        }
    }
}

impl Sources {
    /// The key of the value that begins at the span, without its quotes. None
    /// if something other than `key:` is before the value.
    fn key_of(&self, value: Span) -> Option<Span> {
        let before = self.of(value)?.text.get(..value.start as usize)?;
        let is_space = |c: char| c.is_ascii_whitespace() || c == ',';
        let before = before.trim_end_matches(is_space).strip_suffix(':')?.trim_end_matches(is_space);
        let (key, end) = match before.strip_suffix('"') {
            Some(quoted) => (after_opening_quote(quoted), quoted.len()),
            None => {
                let is_name = |c: char| c == '_' || c.is_ascii_alphanumeric();
                (&before[before.trim_end_matches(is_name).len()..], before.len())
            }
        };
        let start = end - key.len();
        // `Sources` rejects texts whose offsets do not fit.
        (!key.is_empty()).then_some(Span { start: start as u32, end: end as u32, ..value })
    }
}

/// The text after the last quote that is not escaped.
fn after_opening_quote(text: &str) -> &str {
    let is_escaped = |quote: usize| text[..quote].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    let quote = text.rmatch_indices('"').map(|(index, _)| index).find(|index| !is_escaped(*index));
    quote.map_or("", |quote| &text[quote + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, key: Option<&str>) {
        let mut sources = Sources::new();
        sources.add("a.smithy", text);
        let start = text.find('1').map_or(0, |index| index as u32);
        let found = sources.key_of(Span { source: 0, start, end: start + 1 });
        assert_eq!(found.map(|span| &text[span.start as usize..span.end as usize]), key);
    }

    #[test]
    fn keys_are_before_their_values() {
        check("@http(metod: 1)", Some("metod"));
        check("{\"a\\\"b\" :\n 1}", Some("a\\\"b"));
        check("[1]", None);
        check("{key: // why\n 1}", None);
        check(": 1", None);
        check("\": 1", None);
    }
}
