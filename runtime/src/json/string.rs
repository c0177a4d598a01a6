//! Escapes and unescapes JSON strings (RFC 8259, section 7).
//!
//! Text goes in and a quoted literal is appended, or the inside of a literal
//! goes in and text comes out. It exists apart from the reader and the writer
//! because both leave it to this file as soon as a string is not plain.

use super::scan::plain_until;

/// Why the inside of a string literal cannot be read.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(super) enum StringProblem {
    /// The body ends inside of the literal.
    Unterminated,
    /// A character below U+0020 that is not escaped.
    ControlCharacter,
    /// A backslash before something that JSON does not escape.
    Escape,
    /// Half of a UTF-16 surrogate pair.
    LoneSurrogate,
}

/// Appends `text` in quotes, escaped.
pub(super) fn push_quoted(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    if plain_until(bytes, 0) == bytes.len() {
        out.extend_from_slice(bytes);
    } else {
        push_escaped(out, bytes);
    }
    out.push(b'"');
}

#[cold]
#[inline(never)]
fn push_escaped(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut start = 0;
    loop {
        let at = plain_until(bytes, start);
        // `start <= at <= len` by the contract of `plain_until`.
        out.extend_from_slice(bytes.get(start..at).unwrap_or_default());
        let Some(&byte) = bytes.get(at) else { return };
        push_escape(out, byte);
        start = at + 1;
    }
}

fn push_escape(out: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' => b'"',
        b'\\' => b'\\',
        0x08 => b'b',
        0x0c => b'f',
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        _ => {
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', short]);
}

/// Reads the inside of a literal that starts at `start` (after the quote) and
/// holds at least one byte that is not plain. Returns the text and the offset
/// after the closing quote.
///
/// # Errors
/// What is wrong and where.
pub(super) fn unescape(body: &str, start: usize) -> Result<(String, usize), (StringProblem, usize)> {
    let bytes = body.as_bytes();
    let mut text = String::new();
    let mut from = start;
    loop {
        let at = plain_until(bytes, from);
        // Both ends are next to ASCII bytes, so they are character boundaries.
        text.push_str(body.get(from..at).unwrap_or_default());
        match bytes.get(at) {
            Some(b'"') => return Ok((text, at + 1)),
            Some(b'\\') => from = push_unescaped(&mut text, bytes, at).map_err(|problem| (problem, at))?,
            Some(_) => return Err((StringProblem::ControlCharacter, at)),
            None => return Err((StringProblem::Unterminated, at)),
        }
    }
}

/// Reads the escape whose backslash is at `at`; returns the offset after it.
fn push_unescaped(text: &mut String, bytes: &[u8], at: usize) -> Result<usize, StringProblem> {
    let plain = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return push_utf16(text, bytes, at),
        Some(_) => return Err(StringProblem::Escape),
        None => return Err(StringProblem::Unterminated),
    };
    text.push(plain);
    Ok(at + 2)
}

fn push_utf16(text: &mut String, bytes: &[u8], at: usize) -> Result<usize, StringProblem> {
    let first = hex4(bytes, at)?;
    let (code, end) = match first {
        0xd800..=0xdbff => match hex4(bytes, at + 6) {
            Ok(second @ 0xdc00..=0xdfff) => (0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00), at + 12),
            _ => return Err(StringProblem::LoneSurrogate),
        },
        _ => (first, at + 6),
    };
    // `None` is left for a low surrogate without its high one.
    text.push(char::from_u32(code).ok_or(StringProblem::LoneSurrogate)?);
    Ok(end)
}

/// The value of the `\uXXXX` at `at`.
fn hex4(bytes: &[u8], at: usize) -> Result<u32, StringProblem> {
    let escape = bytes.get(at..at + 6).ok_or(StringProblem::Unterminated)?;
    let digits = escape.strip_prefix(b"\\u").ok_or(StringProblem::Escape)?;
    let mut value = 0;
    for &digit in digits {
        let digit = char::from(digit).to_digit(16).ok_or(StringProblem::Escape)?;
        value = value << 4 | digit;
    }
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_survive_the_way_there_and_back() {
        let all_controls: String = (0..0x21u8).map(char::from).collect();
        for text in ["", "plain", "q\"q", "b\\b", "ä€😀", "tab\there, and a long plain tail", &all_controls] {
            let mut out = Vec::new();
            push_quoted(&mut out, text);
            let literal = String::from_utf8(out).unwrap();
            assert!(literal.bytes().all(|byte| byte >= 0x20), "{literal}");
            assert_eq!(unescape(&literal, 1), Ok((text.to_owned(), literal.len())));
        }
    }

    #[test]
    fn escapes_are_the_short_ones_where_json_has_one() {
        let mut out = Vec::new();
        push_quoted(&mut out, "\u{8}\u{c}\n\r\t\"\\\u{1}\u{1f}/");
        assert_eq!(out, br#""\b\f\n\r\t\"\\\u0001\u001f/""#);
    }

    #[test]
    fn every_escape_is_read_and_every_malformed_one_is_refused() {
        use StringProblem::*;
        let cases: &[(&str, Result<&str, StringProblem>)] = &[
            (r#""\"\\\/\b\f\n\r\t""#, Ok("\"\\/\u{8}\u{c}\n\r\t")),
            (r#""\u0041\u00e4\u20AC""#, Ok("Aä€")),
            (r#""\uD83D\uDE00""#, Ok("😀")),
            (r#""\u0000""#, Ok("\0")),
            (r#""\uD83D""#, Err(LoneSurrogate)),
            (r#""\uD83Dabcdef""#, Err(LoneSurrogate)),
            (r#""\uD83D\n0000""#, Err(LoneSurrogate)),
            (r#""\uD83D\uD83D""#, Err(LoneSurrogate)),
            (r#""\uDE00""#, Err(LoneSurrogate)),
            (r#""\u+041""#, Err(Escape)),
            (r#""\u00g0""#, Err(Escape)),
            (r#""\x""#, Err(Escape)),
            (r#""\u00"#, Err(Unterminated)),
            (r#""\"#, Err(Unterminated)),
            (r#""abc"#, Err(Unterminated)),
            ("\"a\nb\"", Err(ControlCharacter)),
        ];
        for (literal, expected) in cases {
            let found = unescape(literal, 1).map(|(text, _)| text).map_err(|(problem, _)| problem);
            assert_eq!(found.as_deref().map_err(|problem| *problem), *expected, "{literal}");
        }
    }
}
