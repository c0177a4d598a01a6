//! In: tokens from the beginning of a file. Out: its document. Holds the
//! sections of a file in their order (Smithy 2.0, "Smithy IDL").

use crate::diagnostics::Span;
use crate::suggest;
use crate::syntax::ast;
use crate::syntax::lexer::TokenKind;

use super::{nodes, shapes, traits, Parse, Parser, SyntaxError, Warning};

/// Reads a whole file.
pub(super) fn parse_document(parser: &mut Parser<'_>) {
    parser.skip_whitespace();
    let mut keys = Vec::new();
    while parser.kind() == TokenKind::Dollar {
        let start = parser.token.start;
        let result = parse_control(parser, &mut keys);
        finish_statement(parser, start, result);
    }
    while parser.at_word("metadata") {
        let start = parser.token.start;
        let result = parse_metadata(parser);
        finish_statement(parser, start, result);
    }
    if parser.kind() == TokenKind::End {
        return;
    }
    if !parser.at_word("namespace") {
        let error = match parser.kind() {
            TokenKind::Identifier if parser.lexeme().starts_with("metadata") => parser.unexpected("a namespace"),
            _ => parser.unexpected("`namespace`").help("namespace com.example"),
        };
        parser.give_up(error, parser.token.start);
        return;
    }
    let start = parser.token.start;
    if let Err(error) = parse_namespace_statement(parser) {
        parser.give_up(error, start);
        return;
    }
    parse_shape_section(parser);
}

/// Ends a statement of the control or metadata section.
fn finish_statement(parser: &mut Parser<'_>, start: usize, result: Parse<()>) {
    if let Err(error) = result {
        parser.recover(error);
    }
    parser.end_statement(start);
    parser.skip_whitespace();
}

/// `$key: value`
fn parse_control(parser: &mut Parser<'_>, keys: &mut Vec<String>) -> Parse<()> {
    parser.expect(TokenKind::Dollar)?;
    let (key, key_span) = parser.parse_key()?;
    parser.skip_spaces();
    parser.expect(TokenKind::Colon)?;
    parser.skip_spaces();
    let value_span = parser.here();
    if keys.contains(&key) {
        return Err(SyntaxError::new(value_span, format!("`${key}` is set already")).help("remove one of the two"));
    }
    let value = nodes::parse_node(parser, 0)?;
    match (key.as_str(), value.as_str()) {
        ("version", Some("1" | "1.0")) => parser.document.version = ast::Version::V1,
        ("version", Some("2" | "2.0")) => parser.document.version = ast::Version::V2,
        ("version", Some(version)) => {
            // The place is that of the official tools: after the value.
            let span = Span { start: value.span.end, ..value.span };
            let error = SyntaxError::new(span, format!("unsupported Smithy version `{version}`"));
            parser.errors.push(error.help("$version: \"2.0\""));
            parser.document.version = ast::Version::V2;
        }
        ("operationInputSuffix", Some(suffix)) => parser.input_suffix = suffix.to_owned(),
        ("operationOutputSuffix", Some(suffix)) => parser.output_suffix = suffix.to_owned(),
        ("version" | "operationInputSuffix" | "operationOutputSuffix", None) => {
            let found = value.value.describe();
            return Err(SyntaxError::new(value.span, format!("`${key}` takes a string, not {found}")));
        }
        _ => {
            let known = ["version", "operationInputSuffix", "operationOutputSuffix"];
            let near = suggest::list(&suggest::nearest_word(&key, known));
            parser.warnings.push(Warning {
                id: "Model",
                span: key_span,
                message: format!("unknown control statement `{key}`"),
                shape: None,
                help: near.map(|near| format!("did you mean {near}?")),
            });
        }
    }
    keys.push(key);
    parser.expect_line_break()
}

/// `metadata key = value`
fn parse_metadata(parser: &mut Parser<'_>) -> Parse<()> {
    parser.bump();
    parser.expect_space()?;
    let (key, _) = parser.parse_key()?;
    parser.skip_spaces();
    parser.expect(TokenKind::Equal)?;
    parser.skip_spaces();
    let value = nodes::parse_node(parser, 0)?;
    parser.document.metadata.push((key, value));
    parser.expect_line_break()
}

/// `namespace a.b.c`
fn parse_namespace_statement(parser: &mut Parser<'_>) -> Parse<()> {
    parser.bump();
    parser.expect_space()?;
    let (namespace, _) = parser.parse_namespace("a namespace")?;
    parser.document.namespace = namespace;
    parser.expect_line_break()
}

/// Uses, then shapes and apply statements.
fn parse_shape_section(parser: &mut Parser<'_>) {
    // Documentation before `use` documents nothing.
    let mut docs = traits::parse_docs(parser);
    while parser.at_word("use") {
        docs.iter().for_each(|docs| parser.note_stray_docs(docs.span));
        let start = parser.token.start;
        if let Err(error) = parse_use(parser) {
            parser.recover(error);
        }
        parser.end_statement(start);
        docs = traits::parse_docs(parser);
    }
    while parser.kind() != TokenKind::End {
        let found = docs.take().into_iter().collect();
        let start = parser.token.start;
        if let Err(error) = parse_statement(parser, found) {
            parser.recover(error);
        }
        parser.end_statement(start);
        docs = traits::parse_docs(parser);
    }
    docs.iter().for_each(|docs| parser.note_stray_docs(docs.span));
    parser.report_stray_docs();
}

/// `use namespace#Name`
fn parse_use(parser: &mut Parser<'_>) -> Parse<()> {
    parser.bump();
    parser.expect_space()?;
    let id = parser.parse_shape_id("the id of a shape")?;
    if !id.text.contains('#') {
        let help = format!("`use` takes the whole id: use some.namespace#{}", id.text);
        return Err(parser.unexpected("`#`").help(help));
    }
    if id.text.contains('$') {
        return Err(SyntaxError::new(id.span, "`use` takes the id of a shape, not of a member"));
    }
    let name = id.text.split_once('#').map_or("", |(_, name)| name);
    if !parser.imported.insert(name.to_owned()) {
        let message = format!("`{name}` is imported already");
        parser.errors.push(SyntaxError::new(id.span, message).help("write the whole id where it is used"));
    } else {
        parser.document.uses.push(id);
    }
    parser.expect_line_break()
}

/// A shape or an apply statement with what is before it.
fn parse_statement<'s>(parser: &mut Parser<'s>, mut found: Vec<ast::Trait<'s>>) -> Parse<()> {
    let start = parser.here();
    let has_traits = parser.kind() == TokenKind::At;
    traits::parse_traits(parser, &mut found)?;
    if parser.kind() != TokenKind::Identifier {
        let error = parser.unexpected(if has_traits { "a shape after its traits" } else { "a shape" });
        return Err(match parser.kind() {
            TokenKind::CloseBrace => error.help("no `{` is open here"),
            TokenKind::OpenBracket => error.help("the value of a trait must be in parentheses"),
            _ => error,
        });
    }
    match parser.lexeme() {
        "apply" if has_traits => {
            let message = "traits cannot be before an apply statement";
            let mut error = SyntaxError::new(parser.here(), message);
            error.label = format!("move the traits of line {} into it", parser.line_of(start.start as usize));
            Err(error)
        }
        "apply" => {
            found.iter().for_each(|docs| parser.note_stray_docs(docs.span));
            parse_apply(parser)
        }
        "use" => {
            let error = SyntaxError::new(parser.here(), "`use` statements must be before all shapes");
            Err(error.help("move this line to right below the namespace"))
        }
        "metadata" => {
            let error = SyntaxError::new(parser.here(), "`metadata` must be before the namespace");
            Err(error.help("move this line above the `namespace` statement"))
        }
        "namespace" => Err(SyntaxError::new(parser.here(), "a file has one namespace, before all shapes")),
        keyword => match ast::Type::from_keyword(keyword) {
            Some(ty) => shapes::parse_shape(parser, ty, found),
            None => Err(unknown_type(parser, keyword)),
        },
    }
}

fn unknown_type(parser: &Parser<'_>, keyword: &str) -> SyntaxError {
    let error = SyntaxError::new(parser.here(), format!("unknown shape type `{keyword}`"));
    match suggest::list(&suggest::nearest_word(keyword, ast::Type::keywords())) {
        Some(near) => error.help(format!("did you mean {near}?")),
        None => error.help("a statement begins with `apply` or the type of a shape, such as `structure`"),
    }
}

/// `apply Target @trait` or `apply Target { @trait @trait }`
fn parse_apply(parser: &mut Parser<'_>) -> Parse<()> {
    parser.bump();
    parser.expect_whitespace()?;
    let target = parser.parse_shape_id("a shape")?;
    parser.expect_whitespace()?;
    let mut applied = Vec::new();
    match parser.kind() {
        TokenKind::At => {
            let first = traits::parse_trait(parser)?;
            parser.skip_spaces();
            if parser.kind() == TokenKind::At {
                let error = parser.unexpected("a line break");
                let second = traits::parse_trait(parser)?.id.text;
                let help = format!(
                    "several traits are in braces: apply {} {{ @{} @{second} .. }}",
                    target.text, first.id.text
                );
                return Err(error.help(help));
            }
            applied.push(first);
        }
        TokenKind::OpenBrace => {
            parser.bump();
            parser.skip_whitespace();
            traits::parse_traits(parser, &mut applied)?;
            parser.expect(TokenKind::CloseBrace)?;
        }
        TokenKind::Identifier => {
            let help = format!("apply {} @{}", target.text, parser.lexeme());
            return Err(parser.unexpected("`@` or `{`").help(help));
        }
        _ => return Err(parser.unexpected("`@` or `{`")),
    }
    parser.document.applies.push(ast::Apply { target, traits: applied });
    parser.expect_line_break()
}
