//! In: the text of an IDL file. Out: one token at a time, with its bytes.
//! Exists because white space matters to the grammar (Smithy 2.0, "Lexical
//! notes"), so tokens of white space are tokens like any other.

use std::borrow::Cow;

/// A token: its kind and the bytes it spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: TokenKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    Space,
    Newline,
    Comma,
    Comment,
    DocComment,
    At,
    String,
    TextBlock,
    Colon,
    Walrus,
    Identifier,
    Dot,
    Pound,
    Dollar,
    Equal,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    Number,
    /// A string or text block that the text's end cuts off.
    UnclosedString,
    /// `-` without digits, a fraction or exponent without digits.
    BadNumber,
    /// A character that starts no token.
    Unexpected,
    End,
}

impl TokenKind {
    /// Whether the grammar takes the token for white space.
    pub(crate) fn is_whitespace(self) -> bool {
        matches!(self, Self::Space | Self::Newline | Self::Comma | Self::Comment | Self::DocComment)
    }

    /// The kind in the words of a message.
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::Space => "a space",
            Self::Newline => "a line break",
            Self::Comma => "`,`",
            Self::Comment => "a comment",
            Self::DocComment => "a documentation comment",
            Self::At => "`@`",
            Self::String => "a string",
            Self::TextBlock => "a text block",
            Self::Colon => "`:`",
            Self::Walrus => "`:=`",
            Self::Identifier => "an identifier",
            Self::Dot => "`.`",
            Self::Pound => "`#`",
            Self::Dollar => "`$`",
            Self::Equal => "`=`",
            Self::OpenBrace => "`{`",
            Self::CloseBrace => "`}`",
            Self::OpenBracket => "`[`",
            Self::CloseBracket => "`]`",
            Self::OpenParen => "`(`",
            Self::CloseParen => "`)`",
            Self::Number => "a number",
            Self::UnclosedString => "an unclosed string",
            Self::BadNumber => "an incomplete number",
            Self::Unexpected => "an unexpected character",
            Self::End => "the end of the file",
        }
    }
}

/// Reads the token that starts at the byte `start`.
pub(crate) fn token_at(text: &str, start: usize) -> Token {
    let bytes = text.as_bytes();
    let Some(&first) = bytes.get(start) else {
        return Token { kind: TokenKind::End, start, end: start };
    };
    let (kind, end) = match first {
        b' ' | b'\t' => (TokenKind::Space, end_of(bytes, start, |byte| matches!(byte, b' ' | b'\t'))),
        b'\n' => (TokenKind::Newline, start + 1),
        b'\r' if bytes.get(start + 1) == Some(&b'\n') => (TokenKind::Newline, start + 2),
        b'\r' => (TokenKind::Newline, start + 1),
        b',' => (TokenKind::Comma, start + 1),
        b'@' => (TokenKind::At, start + 1),
        b':' if bytes.get(start + 1) == Some(&b'=') => (TokenKind::Walrus, start + 2),
        b':' => (TokenKind::Colon, start + 1),
        b'.' => (TokenKind::Dot, start + 1),
        b'#' => (TokenKind::Pound, start + 1),
        b'$' => (TokenKind::Dollar, start + 1),
        b'=' => (TokenKind::Equal, start + 1),
        b'{' => (TokenKind::OpenBrace, start + 1),
        b'}' => (TokenKind::CloseBrace, start + 1),
        b'[' => (TokenKind::OpenBracket, start + 1),
        b']' => (TokenKind::CloseBracket, start + 1),
        b'(' => (TokenKind::OpenParen, start + 1),
        b')' => (TokenKind::CloseParen, start + 1),
        b'"' => string_at(bytes, start),
        b'/' => comment_at(bytes, start),
        b'-' | b'0'..=b'9' => number_at(bytes, start),
        b'_' | b'a'..=b'z' | b'A'..=b'Z' => (TokenKind::Identifier, end_of(bytes, start, is_identifier_byte)),
        // Some editors put a byte order mark in front.
        0xef if start == 0 && text.starts_with('\u{feff}') => (TokenKind::Space, 3),
        _ => (TokenKind::Unexpected, start + text[start..].chars().next().map_or(1, char::len_utf8)),
    };
    Token { kind, start, end }
}

fn is_identifier_byte(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric()
}

/// The first byte from `start` on that does not belong.
fn end_of(bytes: &[u8], start: usize, belongs: impl Fn(u8) -> bool) -> usize {
    bytes[start..].iter().position(|&byte| !belongs(byte)).map_or(bytes.len(), |length| start + length)
}

fn comment_at(bytes: &[u8], start: usize) -> (TokenKind, usize) {
    if bytes.get(start + 1) != Some(&b'/') {
        return (TokenKind::Unexpected, start + 1);
    }
    // The line break belongs to the comment: a comment ends a statement.
    let line_end = end_of(bytes, start, |byte| !matches!(byte, b'\n' | b'\r'));
    let break_length = if bytes[line_end..].starts_with(b"\r\n") { 2 } else { 1 };
    let end = (line_end + break_length).min(bytes.len());
    match bytes.get(start + 2) {
        Some(b'/') => (TokenKind::DocComment, end),
        _ => (TokenKind::Comment, end),
    }
}

fn string_at(bytes: &[u8], start: usize) -> (TokenKind, usize) {
    let (kind, quote): (_, &[u8]) = if bytes[start..].starts_with(b"\"\"\"") {
        (TokenKind::TextBlock, b"\"\"\"")
    } else {
        (TokenKind::String, b"\"")
    };
    let mut position = start + quote.len();
    while position < bytes.len() {
        if bytes[position] == b'\\' {
            position += 2;
        } else if bytes[position..].starts_with(quote) {
            return (kind, position + quote.len());
        } else {
            position += 1;
        }
    }
    (TokenKind::UnclosedString, bytes.len())
}

fn number_at(bytes: &[u8], start: usize) -> (TokenKind, usize) {
    let is_digit = |byte: u8| byte.is_ascii_digit();
    let integer_start = start + usize::from(bytes[start] == b'-');
    let mut end = end_of(bytes, integer_start, is_digit);
    let has_leading_zero = end > integer_start + 1 && bytes[integer_start] == b'0';
    if end == integer_start || has_leading_zero {
        return (TokenKind::BadNumber, end);
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction_end = end_of(bytes, end + 1, is_digit);
        if fraction_end == end + 1 {
            return (TokenKind::BadNumber, fraction_end);
        }
        end = fraction_end;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent_end = end_of(bytes, end + 1 + sign, is_digit);
        if exponent_end == end + 1 + sign {
            return (TokenKind::BadNumber, exponent_end);
        }
        end = exponent_end;
    }
    (TokenKind::Number, end)
}

/// The value of a string token, without its quotes; an error is a message.
pub(crate) fn unquote(token: &str) -> Result<Cow<'_, str>, String> {
    let body = token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(token);
    check_characters(body)?;
    if body.contains(['\\', '\r']) {
        unescape(&normalize_line_breaks(body)).map(Cow::Owned)
    } else {
        Ok(Cow::Borrowed(body))
    }
}

/// Strings hold no control characters but tabs and line breaks.
fn check_characters(body: &str) -> Result<(), String> {
    let is_wrong = |byte: u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
    match body.bytes().find(|byte| is_wrong(*byte)) {
        Some(byte) => Err(format!("a string cannot hold the character U+{byte:04X}; write `\\u{byte:04x}`")),
        None => Ok(()),
    }
}

/// The value of a text block token: line breaks normalized, the common
/// indentation and trailing spaces removed, then escapes (Smithy 2.0, "Text
/// blocks"). Only spaces are indentation: a tab is text.
pub(crate) fn unquote_text_block(token: &str) -> Result<String, String> {
    let body = token.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")).unwrap_or(token);
    check_characters(body)?;
    let body = normalize_line_breaks(body);
    let Some(body) = body.trim_start_matches([' ', '\t']).strip_prefix('\n') else {
        return Err("a text block begins on the line after its opening quotes".to_owned());
    };
    let lines: Vec<&str> = body.split('\n').collect();
    let last = lines.len() - 1;
    let indentation_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_blank = |line: &str| line.trim_matches(' ').is_empty();
    // The line of the closing quotes counts even if it is blank.
    let indentation = lines
        .iter()
        .enumerate()
        .filter(|(index, line)| *index == last || !is_blank(line))
        .map(|(_, line)| indentation_of(line))
        .min()
        .unwrap_or(0);
    let stripped: Vec<&str> =
        lines.iter().map(|line| line.get(indentation..).unwrap_or("").trim_end_matches(' ')).collect();
    unescape(&stripped.join("\n"))
}

fn normalize_line_breaks(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Replaces the escapes of the IDL, which are those of JSON and an escaped
/// line break.
fn unescape(text: &str) -> Result<String, String> {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(position) = rest.find('\\') {
        result.push_str(&rest[..position]);
        rest = &rest[position + 1..];
        let Some(escaped) = rest.chars().next() else {
            return Err("this string ends in the middle of an escape".to_owned());
        };
        rest = &rest[escaped.len_utf8()..];
        match escaped {
            '"' | '\\' | '/' => result.push(escaped),
            'b' => result.push('\u{8}'),
            'f' => result.push('\u{c}'),
            'n' => result.push('\n'),
            'r' => result.push('\r'),
            't' => result.push('\t'),
            '\n' => {}
            'u' => {
                let (character, after) = unicode_escape(rest)?;
                result.push(character);
                rest = after;
            }
            other => return Err(format!("`\\{other}` is not an escape")),
        }
    }
    result.push_str(rest);
    Ok(result)
}

/// Reads what follows `\u`: one unit, or a pair of surrogates. A lone
/// surrogate, which UTF-8 cannot hold, becomes the replacement character.
pub(crate) fn unicode_escape(rest: &str) -> Result<(char, &str), String> {
    let (unit, after) = hex_unit(rest)?;
    if let Some(character) = char::from_u32(unit) {
        return Ok((character, after));
    }
    if let Some(low) = after.strip_prefix("\\u").filter(|_| (0xd800..0xdc00).contains(&unit)) {
        let (low_unit, after_pair) = hex_unit(low)?;
        if (0xdc00..0xe000).contains(&low_unit) {
            let code = 0x10000 + ((unit - 0xd800) << 10) + (low_unit - 0xdc00);
            return Ok((char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), after_pair));
        }
    }
    Ok((char::REPLACEMENT_CHARACTER, after))
}

fn hex_unit(rest: &str) -> Result<(u32, &str), String> {
    let digits = rest.get(..4).ok_or("`\\u` needs four hexadecimal digits")?;
    if let Some(wrong) = digits.chars().find(|digit| !digit.is_ascii_hexdigit()) {
        return Err(format!("`{wrong}` is not a hexadecimal digit"));
    }
    let unit = u32::from_str_radix(digits, 16).map_err(|_| "`\\u` needs four hexadecimal digits")?;
    Ok((unit, &rest[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut kinds = Vec::new();
        let mut position = 0;
        loop {
            let token = token_at(text, position);
            if token.kind == TokenKind::End {
                break;
            }
            assert!(token.end > token.start, "{token:?} does not advance");
            kinds.push(format!("{:?}:{}", token.kind, &text[token.start..token.end]));
            position = token.end;
        }
        assert_eq!(kinds.join(" | "), expected);
    }

    #[test]
    fn walrus_is_one_token() {
        check("a:=b", "Identifier:a | Walrus::= | Identifier:b");
    }

    #[test]
    fn numbers_with_fraction_and_exponent() {
        check("-1.5e+3", "Number:-1.5e+3");
        check("10", "Number:10");
        check("-", "BadNumber:-");
        check("1.", "BadNumber:1.");
        check("007", "BadNumber:007");
    }

    #[test]
    fn comments_take_their_line_break() {
        check("// a\n///b", "Comment:// a\n | DocComment:///b");
    }

    #[test]
    fn unclosed_string_ends_with_the_text() {
        check("\"a\\", "UnclosedString:\"a\\");
    }

    #[test]
    fn characters_beyond_ascii_are_one_token() {
        check("ä", "Unexpected:ä");
    }

    #[test]
    fn text_block_loses_common_indentation() {
        let block = "\"\"\"\n    a\n      b  \n\n    c\\\n    d\"\"\"";
        assert_eq!(unquote_text_block(block), Ok("a\n  b\n\ncd".to_owned()));
    }

    #[test]
    fn closing_quotes_take_part_in_indentation() {
        assert_eq!(unquote_text_block("\"\"\"\n    a\n  \"\"\""), Ok("  a\n".to_owned()));
    }

    #[test]
    fn escapes() {
        assert_eq!(unquote(r#""\u00e4\ud83d\ude00\t\/""#).as_deref(), Ok("ä😀\t/"));
        assert_eq!(unquote(r#""\ud83d""#).as_deref(), Ok("\u{fffd}"));
        assert!(unquote(r#""\u12""#).is_err());
        assert!(unquote(r#""\q""#).is_err());
        assert!(unquote(r#""\'""#).is_err());
        assert!(unquote("\"\u{1}\"").is_err());
    }

    #[test]
    fn only_spaces_are_indentation() {
        assert_eq!(unquote_text_block("\"\"\" \n  \ta \n  b\t\n  \"\"\""), Ok("\ta\nb\t\n".to_owned()));
    }

    #[test]
    fn a_carriage_return_ends_a_comment() {
        check("// a\r\n/// b\rc", "Comment:// a\r\n | DocComment:/// b\r | Identifier:c");
    }
}
