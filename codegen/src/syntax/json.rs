//! In: JSON text. Out: its values, pulled one by one, each with its bytes.
//! Exists because a library's value has no positions and allocates a tree that
//! the AST reader does not need.

use std::borrow::Cow;

use crate::diagnostics::{Severity, Span};
use crate::model::{Node, Number, Value};

use super::lexer;
use super::MAX_DEPTH;

/// Reads one text from its first byte to its last.
pub(super) struct Reader<'s> {
    source: u32,
    text: &'s str,
    position: usize,
    /// The shape that is being read.
    pub(super) shape: Option<Cow<'s, str>>,
    /// What is wrong without being an end to the reading.
    pub(super) problems: Vec<Problem>,
}

/// Something wrong with the text.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) severity: Severity,
    pub(super) span: Span,
    pub(super) message: String,
    /// The shape that it is about.
    pub(super) shape: Option<String>,
    pub(super) help: Option<String>,
}

/// The reader cannot go on after a problem with the syntax.
pub(super) type Read<T> = Result<T, Problem>;

impl<'s> Reader<'s> {
    pub(super) fn new(source: u32, text: &'s str) -> Self {
        // Some editors put a byte order mark in front.
        let position = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { source, text, position, shape: None, problems: Vec::new() }
    }

    fn bytes(&self) -> &'s [u8] {
        self.text.as_bytes()
    }

    /// `syntax::parse` rejects texts whose offsets do not fit.
    fn span(&self, start: usize, end: usize) -> Span {
        Span { source: self.source, start: start as u32, end: end as u32 }
    }

    /// The place of the next byte of a value.
    pub(super) fn here(&mut self) -> Span {
        self.peek();
        let end = (self.position + 1).min(self.text.len());
        self.span(self.position, end)
    }

    /// One past the last byte of the text.
    pub(super) fn end(&self) -> u32 {
        self.text.len() as u32
    }

    /// Skips white space and returns the next byte without reading it.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.bytes();
        while let Some(byte) = bytes.get(self.position) {
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return Some(*byte);
            }
            self.position += 1;
        }
        None
    }

    /// Ends the reading where nothing more is wanted.
    #[cfg(feature = "driver")]
    pub(super) fn stop<T>(&mut self) -> Read<T> {
        fail(self.here(), "stopped")
    }

    fn unexpected<T>(&mut self, expected: &str) -> Read<T> {
        self.peek();
        let found = match self.text.get(self.position..).and_then(|rest| rest.chars().next()) {
            Some(character) => format!("`{character}`"),
            None => "the end of the file".to_owned(),
        };
        let length = self.text.get(self.position..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let span = self.span(self.position, self.position + length);
        fail(span, format!("expected {expected}, found {found}"))
    }

    fn expect(&mut self, byte: u8) -> Read<()> {
        if self.peek() == Some(byte) {
            self.position += 1;
            return Ok(());
        }
        self.unexpected(&format!("`{}`", char::from(byte)))
    }

    /// Whether all of the text is read.
    pub(super) fn expect_end(&mut self) -> Read<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => self.unexpected("the end of the file"),
        }
    }

    /// Reads an object; `member` reads the value of each key. False, with a
    /// problem noted, if the value is none.
    pub(super) fn object(&mut self, mut member: impl FnMut(&mut Self, Cow<'s, str>, Span) -> Read<()>) -> Read<()> {
        if self.peek() != Some(b'{') {
            return self.skip_mismatch("an object");
        }
        self.position += 1;
        if self.peek() == Some(b'}') {
            self.position += 1;
            return Ok(());
        }
        loop {
            if self.peek() != Some(b'"') {
                return self.unexpected("a key in quotes");
            }
            let (key, span) = self.string_token()?;
            self.expect(b':')?;
            member(self, key, span)?;
            match self.peek() {
                Some(b',') => self.position += 1,
                Some(b'}') => {
                    self.position += 1;
                    return Ok(());
                }
                _ => return self.unexpected("`,` or `}`"),
            }
        }
    }

    /// Reads an array; `element` reads each element.
    pub(super) fn array(&mut self, mut element: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        if self.peek() != Some(b'[') {
            return self.skip_mismatch("an array");
        }
        self.position += 1;
        if self.peek() == Some(b']') {
            self.position += 1;
            return Ok(());
        }
        loop {
            element(self)?;
            match self.peek() {
                Some(b',') => self.position += 1,
                Some(b']') => {
                    self.position += 1;
                    return Ok(());
                }
                _ => return self.unexpected("`,` or `]`"),
            }
        }
    }

    /// Reads a string with the place of its text, quotes left out. None, with
    /// a problem noted, if the value is none.
    pub(super) fn string(&mut self) -> Read<Option<(Cow<'s, str>, Span)>> {
        if self.peek() == Some(b'"') {
            return self.string_token().map(Some);
        }
        self.skip_mismatch("a string").map(|()| None)
    }

    /// Notes that a value is of another type and reads over it.
    fn skip_mismatch(&mut self, expected: &str) -> Read<()> {
        let node = self.node(0)?;
        let message = format!("expected {expected}, found {}", node.value.describe());
        self.error(node.span, message);
        Ok(())
    }

    /// Notes an error that the reading survives.
    pub(super) fn error(&mut self, span: Span, message: impl Into<String>) -> &mut Problem {
        self.problem(Severity::Error, span, message.into())
    }

    /// Notes a warning.
    pub(super) fn warning(&mut self, span: Span, message: impl Into<String>) -> &mut Problem {
        self.problem(Severity::Warning, span, message.into())
    }

    fn problem(&mut self, severity: Severity, span: Span, message: String) -> &mut Problem {
        let index = self.problems.len();
        let shape = self.shape.as_deref().map(str::to_owned);
        self.problems.push(Problem { severity, span, message, shape, help: None });
        &mut self.problems[index]
    }

    /// Reads the string whose opening quote is next.
    fn string_token(&mut self) -> Read<(Cow<'s, str>, Span)> {
        let bytes = self.bytes();
        let start = self.position + 1;
        let mut end = start;
        let mut has_escape = false;
        loop {
            match bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    has_escape = true;
                    end += 2;
                }
                Some(byte) if *byte < 0x20 => {
                    let message = "strings contain no line breaks or control characters; write an escape";
                    return fail(self.span(end, end + 1), message);
                }
                Some(_) => end += 1,
                None => return fail(self.span(start - 1, start), "the string is never closed"),
            }
        }
        self.position = end + 1;
        let body = &self.text[start..end];
        let span = self.span(start, end);
        let text = if has_escape { Cow::Owned(unescape(body, span)?) } else { Cow::Borrowed(body) };
        Ok((text, span))
    }

    /// Reads any value.
    pub(super) fn node(&mut self, depth: u32) -> Read<Node> {
        let first = self.peek();
        let start = self.position;
        if depth > MAX_DEPTH {
            return fail(self.here(), format!("values nest deeper than {MAX_DEPTH} levels"));
        }
        let value = match first {
            Some(b'{') => self.object_value(depth)?,
            Some(b'[') => {
                let mut elements = Vec::new();
                self.array(|reader| {
                    elements.push(reader.node(depth + 1)?);
                    Ok(())
                })?;
                Value::Array(elements)
            }
            Some(b'"') => Value::String(self.string_token()?.0.into_owned()),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { value, span: self.span(start, self.position) })
    }

    fn object_value(&mut self, depth: u32) -> Read<Value> {
        let mut members: Vec<(String, Node)> = Vec::new();
        let mut spans: Vec<Span> = Vec::new();
        self.object(|reader, key, span| {
            members.push((key.into_owned(), reader.node(depth + 1)?));
            spans.push(span);
            Ok(())
        })?;
        self.remove_duplicates(&mut members, &spans);
        Ok(Value::Object(members))
    }

    /// Keeps the first of members with one key and notes the others.
    fn remove_duplicates(&mut self, members: &mut Vec<(String, Node)>, spans: &[Span]) {
        for (index, key) in take_duplicates(members) {
            self.error(spans[index], format!("duplicate member `{key}`"));
        }
    }

    fn number(&mut self) -> Read<Value> {
        let token = lexer::token_at(self.text, self.position);
        let lexeme = &self.text[token.start..token.end];
        if token.kind != lexer::TokenKind::Number {
            return fail(self.span(token.start, token.end), format!("`{lexeme}` is not a number"));
        }
        self.position = token.end;
        Ok(Value::Number(Number(lexeme.to_owned())))
    }

    fn word(&mut self) -> Read<Value> {
        let rest = &self.text[self.position..];
        for (word, value) in [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)] {
            if rest.starts_with(word) {
                self.position += word.len();
                return Ok(value);
            }
        }
        self.unexpected("a value")
    }
}

/// Takes away the members with a key that an earlier one has. Returns where
/// they stood, ascending, and their keys.
pub(super) fn take_duplicates(members: &mut Vec<(String, Node)>) -> Vec<(usize, String)> {
    let mut order: Vec<usize> = (0..members.len()).collect();
    // Stable, so that the first in the source is the first of its key.
    order.sort_by(|left, right| members[*left].0.cmp(&members[*right].0));
    let repeated = order.windows(2).filter(|pair| members[pair[0]].0 == members[pair[1]].0);
    let mut duplicates: Vec<usize> = repeated.map(|pair| pair[1]).collect();
    if duplicates.is_empty() {
        return Vec::new();
    }
    duplicates.sort_unstable();
    let mut taken = Vec::with_capacity(duplicates.len());
    let all = std::mem::take(members);
    for (index, member) in all.into_iter().enumerate() {
        match duplicates.get(taken.len()) == Some(&index) {
            true => taken.push((index, member.0)),
            false => members.push(member),
        }
    }
    taken
}

fn fail<T>(span: Span, message: impl Into<String>) -> Read<T> {
    Err(Problem { severity: Severity::Error, span, message: message.into(), shape: None, help: None })
}

/// Replaces the escapes of JSON.
fn unescape(body: &str, span: Span) -> Read<String> {
    let mut result = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(position) = rest.find('\\') {
        result.push_str(&rest[..position]);
        rest = &rest[position + 1..];
        let Some(escaped) = rest.chars().next() else { break };
        rest = &rest[escaped.len_utf8()..];
        match escaped {
            '"' | '\\' | '/' => result.push(escaped),
            'b' => result.push('\u{8}'),
            'f' => result.push('\u{c}'),
            'n' => result.push('\n'),
            'r' => result.push('\r'),
            't' => result.push('\t'),
            'u' => match lexer::unicode_escape(rest) {
                Ok((character, after)) => {
                    result.push(character);
                    rest = after;
                }
                Err(message) => return fail(span, message),
            },
            other => return fail(span, format!("`\\{other}` is not an escape")),
        }
    }
    result.push_str(rest);
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut reader = Reader::new(0, text);
        let outcome = reader.node(0).and_then(|node| reader.expect_end().map(|()| node));
        let actual = match outcome {
            Ok(node) => format!("{:?}", node.value),
            Err(problem) => format!("{}..{}: {}", problem.span.start, problem.span.end, problem.message),
        };
        assert_eq!(actual, expected);
    }

    #[test]
    fn scalars() {
        check(" -1.5e3 ", "Number(Number(\"-1.5e3\"))");
        check("\"a\\u00e4\\n\"", "String(\"aä\\n\")");
        check("null", "Null");
    }

    #[test]
    fn errors_have_a_place() {
        check("{\"a\" 1}", "5..6: expected `:`, found `1`");
        check("[1,]", "3..4: expected a value, found `]`");
        check("\"a", "0..1: the string is never closed");
        check("nul", "0..1: expected a value, found `n`");
        check("1 2", "2..3: expected the end of the file, found `2`");
        check("ä", "0..2: expected a value, found `ä`");
        check("", "0..0: expected a value, found the end of the file");
        check("\"\\", "0..1: the string is never closed");
    }

    #[test]
    fn hostile_nesting_is_an_error() {
        let text = "[".repeat(1_000_000);
        check(&text, "201..202: values nest deeper than 200 levels");
    }

    #[test]
    fn duplicate_members_are_noted_and_the_first_stays() {
        let mut reader = Reader::new(0, "{\"a\":1,\"b\":2,\"a\":3}");
        let node = reader.node(0).ok();
        let first = node.as_ref().and_then(|node| node.get("a")).and_then(Node::as_number);
        assert_eq!(first.and_then(Number::as_i64), Some(1));
        assert_eq!(reader.problems.len(), 1);
    }
}
