//! In: one text. Out: an `ast::Document`, the same type for the IDL and for
//! the JSON AST. Exists so that everything after it reads one tree.
//!
//! Invariant: nothing here knows what a trait means, nor what other texts say.

pub(crate) mod ast;
mod damage;
mod json;
mod json_ast;
mod lexer;
mod parser;
mod properties;

use crate::diagnostics::{Diagnostics, Form, Source, Span};

pub(crate) use damage::Damage;

/// How deep values may nest. Readers recurse, so the depth is what bounds the
/// stack; rule sets of real services stay below 40.
pub(crate) const MAX_DEPTH: u32 = 200;

/// Reads one text. `index` is its place in `Sources`; the document is as
/// complete as the text allows.
pub(crate) fn parse<'s>(index: u32, source: &'s Source, diagnostics: &mut Diagnostics) -> ast::Document<'s> {
    let parse = match source.form {
        Form::Idl => parser::parse_idl,
        Form::JsonAst => json_ast::parse_json_ast,
        Form::Skipped | Form::Manifest => return ast::Document::default(),
    };
    if u32::try_from(source.text.len()).is_err() {
        let message = format!("`{}` is larger than 4 GiB", source.name);
        diagnostics.error("Model", Span { source: index, start: 0, end: 0 }, message);
        return ast::Document::default();
    }
    parse(index, &source.text, diagnostics)
}

/// Whether a text in JSON is a model: it has a version of the language, or
/// shapes. What is not JSON at all is one if somebody named it or it has the
/// word, so that its mistake is reported.
#[cfg(feature = "driver")]
pub(crate) fn is_json_model(text: &str, is_named: bool) -> bool {
    json_ast::is_model(text).unwrap_or_else(|| is_named || text.contains("\"smithy\""))
}

/// Reads a text of the built-in prelude, whose shapes belong to no source.
pub(crate) fn parse_builtin<'s>(text: &'s str, diagnostics: &mut Diagnostics) -> ast::Document<'s> {
    parser::parse_idl(Span::default().source, text, diagnostics)
}

/// The tokens of an IDL text one after the other.
#[cfg(feature = "internals")]
pub(crate) fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut position = 0;
    std::iter::from_fn(move || {
        let token = lexer::token_at(text, position);
        position = token.end;
        (token.kind != lexer::TokenKind::End).then(|| &text[token.start..token.end])
    })
}
