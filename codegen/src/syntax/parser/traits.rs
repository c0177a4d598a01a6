//! In: tokens before a shape or member. Out: the traits they apply, with
//! documentation comments among them.

use crate::diagnostics::Span;
use crate::model::{ids, Node, Value};
use crate::syntax::ast;
use crate::syntax::lexer::TokenKind;

use super::{nodes, Parse, Parser};

/// Reads white space, documentation comments and traits. Comments count only
/// before the first trait.
pub(super) fn parse_docs_and_traits<'s>(parser: &mut Parser<'s>) -> Parse<Vec<ast::Trait<'s>>> {
    let mut traits: Vec<ast::Trait<'s>> = parse_docs(parser).into_iter().collect();
    parse_traits(parser, &mut traits)?;
    // A vector that grows has room for four; most members have one trait.
    traits.shrink_to_fit();
    Ok(traits)
}

/// Reads white space and returns the documentation comments in it as a trait.
pub(super) fn parse_docs<'s>(parser: &mut Parser<'s>) -> Option<ast::Trait<'s>> {
    let mut text: Option<String> = None;
    let mut span = parser.here();
    while parser.kind().is_whitespace() {
        if parser.kind() == TokenKind::DocComment {
            let line = doc_line(parser.lexeme());
            let line_span = parser.here();
            match &mut text {
                Some(text) => {
                    text.push('\n');
                    text.push_str(line);
                }
                None => {
                    text = Some(line.to_owned());
                    span = line_span;
                }
            }
            span.end = line_span.end;
        }
        parser.bump();
    }
    let value = Node { value: Value::String(text?), span };
    Some(builtin_trait(ids::DOCUMENTATION, value))
}

/// The text of a `///` line: one space after the slashes is not part of it.
fn doc_line(lexeme: &str) -> &str {
    let line = lexeme.trim_end_matches(['\n', '\r']);
    let line = line.strip_prefix("///").unwrap_or(line);
    line.strip_prefix(' ').unwrap_or(line)
}

/// A trait that syntax other than `@` stands for.
pub(super) fn builtin_trait<'s>(id: &'static str, value: Node) -> ast::Trait<'s> {
    let span = value.span;
    ast::Trait { id: ast::Reference { text: id.into(), span }, value: Some(value), span }
}

/// Reads `@trait` applications with the white space between.
pub(super) fn parse_traits<'s>(parser: &mut Parser<'s>, traits: &mut Vec<ast::Trait<'s>>) -> Parse<()> {
    while parser.kind() == TokenKind::At {
        traits.push(parse_trait(parser)?);
        parser.skip_whitespace();
    }
    Ok(())
}

/// Reads one `@trait` or `@trait(value)`.
pub(super) fn parse_trait<'s>(parser: &mut Parser<'s>) -> Parse<ast::Trait<'s>> {
    let start = parser.expect(TokenKind::At)?.start;
    let id = parser.parse_shape_id("the name of a trait")?;
    let mut span = Span { start: start as u32, ..id.span };
    if parser.kind() != TokenKind::OpenParen {
        return Ok(ast::Trait { id, value: None, span });
    }
    parser.bump();
    parser.skip_whitespace();
    let has_braces = parser.kind() == TokenKind::OpenBrace;
    let mut value = match parser.kind() {
        TokenKind::CloseParen => None,
        _ => Some(parse_trait_value(parser)?),
    };
    parser.skip_whitespace();
    span.end = parser.expect(TokenKind::CloseParen)?.end as u32;
    // An object without braces has no place of its own: all of it is the trait.
    if let Some(object) = value.as_mut().filter(|value| !has_braces && matches!(value.value, Value::Object(_))) {
        object.span = span;
    }
    Ok(ast::Trait { id, value, span })
}

/// The content of the parentheses: a value, or the members of an object
/// without its braces.
fn parse_trait_value(parser: &mut Parser<'_>) -> Parse<Node> {
    let key_span = parser.here();
    let first_key = match parser.kind() {
        TokenKind::Identifier => {
            let id = parser.parse_shape_id("a value")?;
            let after_id = parser.token;
            parser.skip_whitespace();
            let is_key = parser.kind() == TokenKind::Colon && !id.text.contains(['#', '$']);
            if !is_key {
                parser.token = after_id;
                return Ok(nodes::word_node(parser, id));
            }
            id.text.into_owned()
        }
        TokenKind::String => {
            let text = nodes::parse_string(parser)?;
            let after_string = parser.token;
            parser.skip_whitespace();
            if parser.kind() != TokenKind::Colon {
                parser.token = after_string;
                return Ok(Node { value: Value::String(text), span: key_span });
            }
            text
        }
        _ => return nodes::parse_node(parser, 0),
    };
    parse_structured_value(parser, first_key, key_span)
}

/// The members of an object without its braces, from the first colon on.
fn parse_structured_value(parser: &mut Parser<'_>, first_key: String, key_span: Span) -> Parse<Node> {
    let mut members = nodes::Members::default();
    members.parse_value(parser, first_key, key_span, 0)?;
    while parser.kind() != TokenKind::CloseParen {
        members.parse_pair(parser, 0)?;
    }
    let end = members.end().unwrap_or(key_span.end);
    let value = Value::Object(members.finish(parser));
    Ok(Node { value, span: Span { end, ..key_span } })
}
