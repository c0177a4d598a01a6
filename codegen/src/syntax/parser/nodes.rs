//! In: tokens of a node value. Out: a `Node` (Smithy 2.0, "Node values").

use crate::diagnostics::Span;
use crate::model::{Node, Number, Value};
use crate::syntax::ast;
use crate::syntax::json;
use crate::syntax::lexer::{self, TokenKind};
use crate::syntax::MAX_DEPTH;

use super::{Parse, Parser, SyntaxError};

/// Reads one value.
pub(super) fn parse_node(parser: &mut Parser<'_>, depth: u32) -> Parse<Node> {
    let start = parser.token.start;
    if depth > MAX_DEPTH {
        return Err(SyntaxError::new(parser.here(), format!("values nest deeper than {MAX_DEPTH} levels")));
    }
    let value = match parser.kind() {
        TokenKind::String => Value::String(parse_string(parser)?),
        TokenKind::TextBlock => Value::String(parse_text_block(parser)?),
        TokenKind::Number => parse_number(parser),
        TokenKind::Identifier => return parse_word(parser),
        TokenKind::OpenBrace => parse_object(parser, depth)?,
        TokenKind::OpenBracket => parse_array(parser, depth)?,
        _ => return Err(parser.unexpected("a value")),
    };
    // Nothing after the value is read yet, so the next token begins at its end.
    Ok(Node { value, span: parser.span(start, parser.token.start) })
}

/// Reads the string token that is next.
pub(super) fn parse_string(parser: &mut Parser<'_>) -> Parse<String> {
    let span = parser.here();
    let value = lexer::unquote(parser.lexeme()).map_err(|message| SyntaxError::new(span, message))?;
    parser.expect(TokenKind::String)?;
    Ok(value.into_owned())
}

/// Reads the text block that is next.
pub(super) fn parse_text_block(parser: &mut Parser<'_>) -> Parse<String> {
    let span = parser.here();
    let value = lexer::unquote_text_block(parser.lexeme()).map_err(|message| SyntaxError::new(span, message))?;
    parser.expect(TokenKind::TextBlock)?;
    Ok(value)
}

fn parse_number(parser: &mut Parser<'_>) -> Value {
    let lexeme = parser.lexeme();
    parser.bump();
    Value::Number(Number(lexeme.to_owned()))
}

/// A keyword, or a shape id without quotes.
fn parse_word(parser: &mut Parser<'_>) -> Parse<Node> {
    let id = parser.parse_shape_id("a value")?;
    Ok(word_node(parser, id))
}

/// The node of an identifier or shape id that was read already.
pub(super) fn word_node(parser: &mut Parser<'_>, id: ast::Reference<'_>) -> Node {
    let value = match &*id.text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        text => {
            parser.document.bare_ids.push(id.span.start);
            Value::String(text.to_owned())
        }
    };
    Node { value, span: id.span }
}

fn parse_array(parser: &mut Parser<'_>, depth: u32) -> Parse<Value> {
    parser.expect(TokenKind::OpenBracket)?;
    parser.skip_whitespace();
    let mut elements = Vec::new();
    while parser.kind() != TokenKind::CloseBracket {
        elements.push(parse_node(parser, depth + 1)?);
        parser.skip_whitespace();
    }
    parser.expect(TokenKind::CloseBracket)?;
    Ok(Value::Array(elements))
}

fn parse_object(parser: &mut Parser<'_>, depth: u32) -> Parse<Value> {
    parser.expect(TokenKind::OpenBrace)?;
    Ok(Value::Object(read_members(parser, depth)?.finish(parser)))
}

/// Reads the members of an object after its opening brace, each with the place
/// of its key.
pub(super) fn parse_members(parser: &mut Parser<'_>) -> Parse<Vec<(String, Span, Node)>> {
    let members = read_members(parser, 0)?;
    let spans = members.key_spans.clone();
    let kept = members.finish(parser);
    let place_of = |node: &Node| spans.partition_point(|span| span.start < node.span.start).checked_sub(1);
    let with_span = |(key, node): (String, Node)| {
        let span = place_of(&node).map_or(node.span, |index| spans[index]);
        (key, span, node)
    };
    Ok(kept.into_iter().map(with_span).collect())
}

fn read_members(parser: &mut Parser<'_>, depth: u32) -> Parse<Members> {
    parser.skip_whitespace();
    let mut members = Members::default();
    while parser.kind() != TokenKind::CloseBrace {
        members.parse_pair(parser, depth)?;
    }
    parser.expect(TokenKind::CloseBrace)?;
    Ok(members)
}

/// The members of an object that is being read.
#[derive(Default)]
pub(super) struct Members {
    pairs: Vec<(String, Node)>,
    key_spans: Vec<Span>,
}

impl Members {
    /// Reads `key: value` and the white space after it.
    pub(super) fn parse_pair(&mut self, parser: &mut Parser<'_>, depth: u32) -> Parse<()> {
        let (key, span) = parser.parse_key()?;
        parser.skip_whitespace();
        self.parse_value(parser, key, span, depth)
    }

    /// Reads `: value` and the white space after it.
    pub(super) fn parse_value(
        &mut self,
        parser: &mut Parser<'_>,
        key: String,
        key_span: Span,
        depth: u32,
    ) -> Parse<()> {
        parser.expect(TokenKind::Colon)?;
        parser.skip_whitespace();
        self.pairs.push((key, parse_node(parser, depth + 1)?));
        self.key_spans.push(key_span);
        parser.skip_whitespace();
        Ok(())
    }

    /// The last byte of the last value.
    pub(super) fn end(&self) -> Option<u32> {
        self.pairs.last().map(|(_, node)| node.span.end)
    }

    /// The members of the object. Of those with one key the first stays.
    pub(super) fn finish(mut self, parser: &mut Parser<'_>) -> Vec<(String, Node)> {
        for (index, key) in json::take_duplicates(&mut self.pairs) {
            let message = format!("duplicate member `{key}`");
            parser.errors.push(SyntaxError::new(self.key_spans[index], message).help("remove one of the two"));
        }
        self.pairs
    }
}
