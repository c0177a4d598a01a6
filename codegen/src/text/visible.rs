//! Characters that a reader does not see, or that make the reader see something else than
//! what is there: controls, and those that change the direction or the order of a line.

use std::borrow::Cow;

/// Whether a character is printed as its number. The bidirectional ones are those that
/// rustc denies and the marks beside them; the others have no width.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text with `\u{202e}` for each such character.
pub(super) fn show(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_hidden(c) {
            out.push_str(&format!("\\u{{{:x}}}", u32::from(c)));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_shown() {
        assert_eq!(show("a\u{202e}b\0c\r\u{feff}"), "a\\u{202e}b\\u{0}c\\u{d}\\u{feff}");
        assert_eq!(show("naïve — 日本 👩\u{200d}🔬"), "naïve — 日本 👩\u{200d}🔬");
    }
}
