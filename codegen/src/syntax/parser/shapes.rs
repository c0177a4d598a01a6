//! In: tokens from the word of a shape's type on. Out: the shape, and the
//! structures that are written inline in an operation.

use std::borrow::Cow;

use crate::diagnostics::Span;
use crate::model::article;
use crate::model::{ids, Node, Value};
use crate::syntax::ast::{self, Type, Version};
use crate::syntax::lexer::{self, Token, TokenKind};
use crate::syntax::properties;

use super::{late_trait, nodes, traits, Parse, Parser, SyntaxError, Warning};

/// Reads one shape definition, from the word of its type to the line's end.
pub(super) fn parse_shape<'s>(parser: &mut Parser<'s>, ty: Type, traits: Vec<ast::Trait<'s>>) -> Parse<()> {
    parser.bump();
    parser.expect_space()?;
    let (name, span) = parser.expect_identifier("the name of a shape")?;
    let mut shape = ast::Shape {
        name: ast::Reference { text: Cow::Borrowed(name), span },
        ty,
        traits,
        members: Vec::new(),
        mixins: Vec::new(),
        resource: None,
        body: ast::Body::Members,
    };
    let mut inline = Vec::new();
    if matches!(ty, Type::Structure | Type::Union | Type::List | Type::Map) {
        shape.resource = parse_for(parser, name)?;
    }
    shape.mixins = parse_mixins(parser, name)?;
    let result = check_body(parser, ty, name).and_then(|()| match ty {
        Type::Enum | Type::IntEnum => {
            parse_braces(parser, |parser| parse_enum_member(parser).map(|member| shape.members.push(member)))
        }
        Type::List | Type::Set | Type::Map | Type::Structure | Type::Union => {
            parse_braces(parser, |parser| parse_member(parser, name).map(|member| shape.members.push(member)))
        }
        Type::Service | Type::Resource => parse_node_body(parser, ty, name).map(|body| shape.body = body),
        Type::Operation => parse_operation(parser, name, &mut inline).map(|body| shape.body = body),
        _ => Ok(()),
    });
    // A shape that breaks off is kept, so that references to it resolve.
    parser.document.shapes.push(shape);
    parser.document.shapes.append(&mut inline);
    result?;
    parser.expect_line_break()
}

/// Whether there is a body exactly where the type has one.
fn check_body(parser: &mut Parser<'_>, ty: Type, name: &str) -> Parse<()> {
    let keyword = ty.keyword();
    let with_article = article(keyword);
    if !ty.has_body() {
        parser.skip_spaces();
        let help = match (parser.kind(), ty) {
            (TokenKind::OpenBrace, Type::String | Type::Integer) => {
                let named = if ty == Type::String { Type::Enum } else { Type::IntEnum }.keyword();
                format!("{with_article} has no members: write `{named} {name}` for one with named values")
            }
            (TokenKind::OpenBrace, _) => format!("{with_article} has no members: end the line after `{name}`"),
            (TokenKind::Equal | TokenKind::Colon, _) => {
                format!("{with_article} has no value: end the line after `{name}`")
            }
            _ => return Ok(()),
        };
        return Err(parser.unexpected("a line break").help(help));
    }
    parser.skip_whitespace();
    if parser.kind() == TokenKind::OpenBrace {
        return Ok(());
    }
    let error = parser.unexpected("`{`");
    let body = match ty {
        Type::List | Type::Set => "member: Target",
        Type::Map => "key: String, value: Target",
        _ => "..",
    };
    Err(match (parser.kind(), &error.help) {
        (_, Some(_)) => error,
        (TokenKind::Colon, None) => {
            error.help(format!("mixins are in brackets: {keyword} {name} with [Other] {{ {body} }}"))
        }
        _ => error.help(format!("{with_article} has a body: {keyword} {name} {{ {body} }}")),
    })
}

/// The name of a member or value, after its traits.
fn expect_name<'s>(parser: &Parser<'s>, what: &str, applied: &[ast::Trait<'s>]) -> Parse<()> {
    let late = applied.last().filter(|applied| parser.text[applied.span.start as usize..].starts_with('@'));
    match (parser.kind(), late) {
        (TokenKind::CloseBrace, Some(late)) => Err(parser.unexpected(what).help(late_trait(&late.id.text))),
        _ => Ok(()),
    }
}

fn require_v2(parser: &mut Parser<'_>, span: Span, what: &str, shape: &str) {
    if parser.document.version == Version::V1 {
        let error = SyntaxError::new(span, format!("{what} need version 2.0"));
        parser.errors.push(error.help("$version: \"2.0\"").shape(parser.shape_id(shape)));
    }
}

/// `for Resource`
fn parse_for<'s>(parser: &mut Parser<'s>, shape: &str) -> Parse<Option<ast::Reference<'s>>> {
    parser.skip_spaces();
    if !parser.at_word("for") {
        return Ok(None);
    }
    require_v2(parser, parser.here(), "structures of a resource", shape);
    parser.bump();
    parser.expect_space()?;
    parser.parse_shape_id("a resource").map(Some)
}

/// `with [Mixin]`
fn parse_mixins<'s>(parser: &mut Parser<'s>, shape: &str) -> Parse<Vec<ast::Reference<'s>>> {
    let mut mixins = Vec::new();
    parser.skip_spaces();
    if !parser.at_word("with") {
        return Ok(mixins);
    }
    require_v2(parser, parser.here(), "mixins", shape);
    parser.bump();
    parser.skip_whitespace();
    parser.expect(TokenKind::OpenBracket)?;
    parser.skip_whitespace();
    while parser.kind() != TokenKind::CloseBracket || mixins.is_empty() {
        mixins.push(parser.parse_shape_id("a mixin")?);
        parser.skip_whitespace();
    }
    parser.bump();
    Ok(mixins)
}

/// `{ items }`: an error in one item does not hide the next.
fn parse_braces<'s>(parser: &mut Parser<'s>, mut parse_item: impl FnMut(&mut Parser<'s>) -> Parse<()>) -> Parse<()> {
    parser.skip_whitespace();
    let open = parser.expect(TokenKind::OpenBrace)?;
    loop {
        let before = parser.token;
        let result = parse_item_or_end(parser, &mut parse_item);
        match result {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) if rewind_to_statement(parser, before) => {
                let help = unclosed_brace(parser, open);
                return Err(SyntaxError { resume_here: true, ..error.help(help) });
            }
            Err(error) if !skip_item(parser, before.start, &error) => return Err(error),
            Err(error) => {
                parser.is_broken = true;
                parser.errors.push(error);
            }
        }
    }
    if parser.kind() == TokenKind::End {
        return Err(parser.unexpected("`}`").help(unclosed_brace(parser, open)));
    }
    parser.expect(TokenKind::CloseBrace)?;
    Ok(())
}

fn unclosed_brace(parser: &mut Parser<'_>, open: Token) -> String {
    format!("the `{{` of line {} has no `}}`", parser.line_of(open.start))
}

fn parse_item_or_end<'s>(
    parser: &mut Parser<'s>,
    parse_item: &mut impl FnMut(&mut Parser<'s>) -> Parse<()>,
) -> Parse<bool> {
    // The item reads its own documentation, so look ahead past white space.
    let before = parser.token;
    parser.look_past_whitespace();
    if matches!(parser.kind(), TokenKind::CloseBrace | TokenKind::End) {
        return Ok(false);
    }
    parser.token = before;
    parse_item(parser).map(|()| true)
}

/// Goes back to an item that could not be read if it looks like a statement:
/// members rarely start a line, and rarely with the name of a shape's type.
fn rewind_to_statement(parser: &mut Parser<'_>, before: Token) -> bool {
    let after = parser.token;
    parser.token = before;
    parser.look_past_whitespace();
    let is_statement = parser.at_statement_word() && parser.is_at_line_start();
    if !is_statement {
        parser.token = after;
    }
    is_statement
}

/// Skips to the next line of the same body. False where the next line begins
/// a statement: then the body was never closed.
fn skip_item(parser: &mut Parser<'_>, start: usize, error: &SyntaxError) -> bool {
    if error.ends_file || error.span.end as usize >= parser.text.len() {
        return false;
    }
    let mut depth = 0u32;
    loop {
        match parser.kind() {
            TokenKind::End | TokenKind::UnclosedString => return false,
            TokenKind::OpenBrace | TokenKind::OpenBracket | TokenKind::OpenParen => depth += 1,
            TokenKind::CloseBrace if depth == 0 => return parser.token.start > start,
            TokenKind::CloseBrace | TokenKind::CloseBracket | TokenKind::CloseParen => {
                depth = depth.saturating_sub(1);
            }
            TokenKind::Newline | TokenKind::Comment if depth == 0 => break,
            _ => {}
        }
        parser.bump();
    }
    let mut lookahead = lexer::token_at(parser.text, parser.token.end);
    while matches!(lookahead.kind, TokenKind::Newline | TokenKind::Comment) {
        lookahead = lexer::token_at(parser.text, lookahead.end);
    }
    // Members are indented; what starts a line belongs to the file.
    matches!(lookahead.kind, TokenKind::Space | TokenKind::CloseBrace)
}

/// A member of a list, map, structure or union.
fn parse_member<'s>(parser: &mut Parser<'s>, shape: &str) -> Parse<ast::Member<'s>> {
    let mut applied = traits::parse_docs_and_traits(parser)?;
    if parser.kind() == TokenKind::Dollar {
        let start = parser.bump().start;
        let (name, span) = parser.expect_identifier("the name of a member")?;
        let span = Span { start: start as u32, ..span };
        let id = format!("{shape}${name}");
        require_v2(parser, span, "elided members", &id);
        parse_default(parser, &mut applied)?;
        if parser.kind() == TokenKind::Colon {
            let help = format!("`${name}` takes its target from a mixin or resource; remove the `$` or the target");
            return Err(parser.unexpected("a line break").help(help));
        }
        let name = ast::Reference { text: Cow::Borrowed(name), span };
        return Ok(ast::Member { name, target: None, traits: applied });
    }
    expect_name(parser, "a member", &applied)?;
    let (name, span) = parser.expect_identifier("a member")?;
    parser.skip_spaces();
    parser.expect(TokenKind::Colon).map_err(|error| match error.help {
        None => error.help(format!("a member is written `{name}: Target`")),
        Some(_) => error,
    })?;
    parser.skip_spaces();
    let target = parser.parse_shape_id("a shape")?;
    parse_default(parser, &mut applied)?;
    let name = ast::Reference { text: Cow::Borrowed(name), span };
    Ok(ast::Member { name, target: Some(target), traits: applied })
}

/// `= value` after a member.
fn parse_default<'s>(parser: &mut Parser<'s>, applied: &mut Vec<ast::Trait<'s>>) -> Parse<()> {
    let after_target = parser.token;
    parser.skip_spaces();
    if parser.kind() != TokenKind::Equal {
        parser.token = after_target;
        return Ok(());
    }
    let equal = parser.here();
    parser.bump();
    parser.skip_spaces();
    let value = nodes::parse_node(parser, 0)?;
    if parser.document.version == Version::V1 {
        let error = SyntaxError::new(equal, "assigned defaults need version 2.0");
        parser.errors.push(error.help("$version: \"2.0\""));
    } else {
        applied.push(traits::builtin_trait(ids::DEFAULT, value));
    }
    parser.expect_line_break()
}

/// A member of an enum or intEnum.
fn parse_enum_member<'s>(parser: &mut Parser<'s>) -> Parse<ast::Member<'s>> {
    let mut applied = traits::parse_docs_and_traits(parser)?;
    expect_name(parser, "the name of a value", &applied)?;
    let (name, span) = parser.expect_identifier("the name of a value")?;
    let after_name = parser.token;
    parser.skip_spaces();
    if parser.kind() == TokenKind::Equal {
        parser.bump();
        parser.skip_spaces();
        let value = nodes::parse_node(parser, 0)?;
        applied.push(traits::builtin_trait(ids::ENUM_VALUE, value));
        parser.expect_line_break()?;
    } else if parser.kind() == TokenKind::Colon {
        return Err(parser.unexpected("`=`").help(format!("a value of an enum is written `{name} = ..`")));
    } else {
        parser.token = after_name;
        if !parser.kind().is_whitespace() && parser.kind() != TokenKind::CloseBrace {
            return Err(parser.unexpected("`=`, a line break or `}`"));
        }
    }
    let target = ast::Reference { text: Cow::Borrowed(ids::UNIT), span };
    let name = ast::Reference { text: Cow::Borrowed(name), span };
    Ok(ast::Member { name, target: Some(target), traits: applied })
}

/// The body of a service or resource is an object of node values.
fn parse_node_body<'s>(parser: &mut Parser<'s>, ty: Type, name: &str) -> Parse<ast::Body<'s>> {
    parser.skip_whitespace();
    parser.expect(TokenKind::OpenBrace)?;
    let bare_ids = parser.document.bare_ids.len();
    let members = nodes::parse_members(parser)?;
    // Every string of these bodies that names a shape is resolved anyway.
    parser.document.bare_ids.truncate(bare_ids);
    let mut problems = properties::Problems::default();
    let body = match ty {
        Type::Service => properties::service_of(members, &mut problems),
        _ => properties::resource_of(members, &mut problems),
    };
    let shape = Some(parser.shape_id(name));
    if let Some((span, message, help)) = problems.unknown_properties(ty) {
        parser.warnings.push(Warning { id: "Model", span, message, shape: shape.clone(), help });
    }
    for (span, message) in problems.errors {
        parser.is_broken = true;
        parser.errors.push(SyntaxError { shape: shape.clone(), ..SyntaxError::new(span, message) });
    }
    Ok(body)
}

/// The properties of an operation; structures written inline go to `inline`.
fn parse_operation<'s>(parser: &mut Parser<'s>, name: &str, inline: &mut Vec<ast::Shape<'s>>) -> Parse<ast::Body<'s>> {
    let mut operation = ast::Operation::default();
    let mut seen: Vec<&str> = Vec::new();
    parser.skip_whitespace();
    parser.expect(TokenKind::OpenBrace)?;
    parser.skip_whitespace();
    while !matches!(parser.kind(), TokenKind::CloseBrace | TokenKind::End) {
        let (property, span) = parser.expect_identifier("`input`, `output` or `errors`")?;
        if seen.contains(&property) {
            let message = format!("duplicate property `{property}` of operation `{name}`");
            let id = parser.shape_id(name);
            parser.errors.push(SyntaxError::new(span, message).help("remove one of the two").shape(id));
        }
        seen.push(property);
        parser.skip_whitespace();
        match property {
            "input" => operation.input = Some(parse_operation_structure(parser, name, InputOrOutput::Input, inline)?),
            "output" => {
                operation.output = Some(parse_operation_structure(parser, name, InputOrOutput::Output, inline)?);
            }
            "errors" => operation.errors = parse_errors(parser)?,
            _ => {
                let error = SyntaxError::new(span, format!("unknown property `{property}` of an operation"));
                let error = error.help("the properties are `input`, `output` and `errors`");
                return Err(error.shape(parser.shape_id(name)));
            }
        }
        if parser.kind() != TokenKind::CloseBrace {
            parser.expect_whitespace()?;
        }
    }
    parser.expect(TokenKind::CloseBrace)?;
    Ok(ast::Body::Operation(Box::new(operation)))
}

#[derive(Clone, Copy)]
enum InputOrOutput {
    Input,
    Output,
}

/// `: Target` or `:= { inline structure }`
fn parse_operation_structure<'s>(
    parser: &mut Parser<'s>,
    operation: &str,
    which: InputOrOutput,
    inline: &mut Vec<ast::Shape<'s>>,
) -> Parse<ast::Reference<'s>> {
    match parser.kind() {
        TokenKind::Colon => {
            parser.bump();
            parser.skip_whitespace();
            parser.parse_shape_id("a structure")
        }
        TokenKind::Walrus => {
            let span = parser.here();
            require_v2(parser, span, "inline inputs and outputs", operation);
            parser.bump();
            let (suffix, trait_id) = match which {
                InputOrOutput::Input => (&parser.input_suffix, ids::INPUT),
                InputOrOutput::Output => (&parser.output_suffix, ids::OUTPUT),
            };
            let name = ast::Reference { text: Cow::Owned(format!("{operation}{suffix}")), span };
            inline.push(parse_inline_structure(parser, name.clone(), trait_id)?);
            Ok(name)
        }
        _ => Err(parser.unexpected("`:` or `:=`")),
    }
}

fn parse_inline_structure<'s>(
    parser: &mut Parser<'s>,
    name: ast::Name<'s>,
    trait_id: &'static str,
) -> Parse<ast::Shape<'s>> {
    let mut applied = traits::parse_docs_and_traits(parser)?;
    let marker = Node { value: Value::Object(Vec::new()), span: name.span };
    applied.push(traits::builtin_trait(trait_id, marker));
    let resource = parse_for(parser, &name.text)?;
    let mixins = parse_mixins(parser, &name.text)?;
    let mut members = Vec::new();
    parse_braces(parser, |parser| parse_member(parser, &name.text).map(|member| members.push(member)))?;
    let body = ast::Body::Members;
    Ok(ast::Shape { name, ty: Type::Structure, traits: applied, members, mixins, resource, body })
}

/// `: [Error, Error]`
fn parse_errors<'s>(parser: &mut Parser<'s>) -> Parse<Vec<ast::Reference<'s>>> {
    parser.expect(TokenKind::Colon)?;
    parser.skip_whitespace();
    if parser.kind() == TokenKind::Identifier {
        return Err(parser.unexpected("`[`").help(format!("errors: [{}]", parser.lexeme())));
    }
    parser.expect(TokenKind::OpenBracket)?;
    parser.skip_whitespace();
    let mut errors = Vec::new();
    while parser.kind() != TokenKind::CloseBracket {
        errors.push(parser.parse_shape_id("an error")?);
        parser.skip_whitespace();
    }
    parser.bump();
    Ok(errors)
}
