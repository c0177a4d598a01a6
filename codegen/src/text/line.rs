//! Short texts, and the sentences and the lines of code that templates put them into.
//!
//! A template is words of the generator's own with `{}` where something belongs; it is
//! `&'static str`, so that no text of a model can be one.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::blocks::{Block, Builder, Inline};
use super::inline::{self, Place};
use super::literal::{Number, Text};
use super::wrap::Words;
use super::{html, visible};

/// Markdown on one line: a title, a name, a reason. As tokens it is a string literal, for
/// an attribute whose text rustdoc shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line(String);

impl Line {
    /// A short text of a model.
    pub(crate) fn of_model(text: &str) -> Self {
        let mut builder = Builder::new();
        html::read(text, &mut builder);
        let mut content = Vec::new();
        flatten(builder.finish(), &mut content);
        Self::of(&content)
    }

    /// A text as it is, in a code span.
    pub(crate) fn code(text: &str) -> Self {
        match Self::of(&[Inline::Code(text.to_owned())]) {
            // There is no span of nothing.
            Self(empty) if empty.is_empty() => Self("\"\"".to_owned()),
            code => code,
        }
    }

    /// A link, if the target is one that can be linked to.
    pub(crate) fn link(text: &str, target: &str) -> Self {
        Self::of(&[Inline::Link(target.to_owned(), vec![Inline::Text(text.to_owned())])])
    }

    pub(super) fn into_markdown(self) -> String {
        self.0
    }

    fn of(content: &[Inline]) -> Self {
        let mut words = Words::default();
        inline::print(content, Place::default(), &mut words);
        Self(visible::show(&words.line()).into_owned())
    }
}

impl ToTokens for Line {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        Text::from(self.0.as_str()).to_tokens(tokens);
    }
}

fn flatten(blocks: Vec<Block>, out: &mut Vec<Inline>) {
    for block in blocks {
        if !out.is_empty() {
            out.push(Inline::Text(" ".to_owned()));
        }
        match block {
            Block::Paragraph(content) | Block::Heading(_, content) => out.extend(content),
            Block::Code(code) => out.push(Inline::Code(code)),
            Block::List { items, .. } => items.into_iter().for_each(|item| flatten(item, out)),
            Block::Quote(blocks) => flatten(blocks, out),
            Block::Table(rows) => out.extend(rows.into_iter().flatten().flatten()),
            Block::Rule => {}
        }
    }
}

/// Names of Rust, with `::` and `r#`; whatever cannot be in one is left out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'n>(&'n str);

/// A name for a template.
pub(crate) fn name(name: &str) -> Name<'_> {
    Name(name)
}

impl Name<'_> {
    fn push(self, out: &mut String) {
        out.extend(self.0.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '#')));
    }
}

/// What a sentence may hold.
pub(crate) trait InLine {
    /// Adds it as Markdown.
    fn push(&self, out: &mut String);
}

impl InLine for Line {
    fn push(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl InLine for Name<'_> {
    fn push(&self, out: &mut String) {
        (*self).push(out);
    }
}

/// What a line of code may hold.
pub(crate) trait InCode {
    /// Adds it as Rust.
    fn push(&self, out: &mut String);
}

impl InCode for Code {
    fn push(&self, out: &mut String) {
        out.push_str(&self.0);
    }
}

impl InCode for Name<'_> {
    fn push(&self, out: &mut String) {
        (*self).push(out);
    }
}

impl InCode for Text {
    fn push(&self, out: &mut String) {
        out.push_str(&self.quoted());
    }
}

impl InCode for Number {
    fn push(&self, out: &mut String) {
        out.push_str(&self.digits(false));
    }
}

fn fill<P: ?Sized>(template: &'static str, parts: &[&P], push: impl Fn(&P, &mut String)) -> String {
    let mut out = String::new();
    let mut parts = parts.iter();
    let mut words = template.split("{}");
    out.push_str(words.next().unwrap_or_default());
    for words in words {
        if let Some(part) = parts.next() {
            push(part, &mut out);
        }
        out.push_str(words);
    }
    out
}

/// A piece of a sentence.
pub(crate) fn line(template: &'static str, parts: &[&dyn InLine]) -> Line {
    Line(fill(template, parts, |part, out| part.push(out)))
}

/// A line of Rust in an example, or a piece of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Code(String);

/// A line of code.
pub(crate) fn code(template: &'static str, parts: &[&dyn InCode]) -> Code {
    Code(visible::show(&fill(template, parts, |part, out| part.push(out))).into_owned())
}

impl Code {
    /// Several pieces, with something of the generator's own between.
    pub(crate) fn join(pieces: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        Self(pieces.into_iter().map(|piece| piece.0).collect::<Vec<_>>().join(between))
    }

    /// The literal of a number that has digits.
    pub(crate) fn number(number: &Number, is_float: bool) -> Self {
        Self(number.digits(is_float))
    }

    /// The literal of some bytes.
    pub(crate) fn bytes(bytes: &[u8]) -> Self {
        Self(format!("b\"{}\"", bytes.escape_ascii()))
    }

    /// One step further in.
    pub(crate) fn indented(self) -> Self {
        Self(format!("    {}", self.0))
    }

    /// Without its indent.
    pub(crate) fn trimmed(self) -> Self {
        Self(self.0.trim().to_owned())
    }

    pub(super) fn into_line(self) -> String {
        self.0
    }
}
