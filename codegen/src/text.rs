//! In: texts of a model. Out: the same texts as docs, attributes, string literals and
//! TOML. Exists so that what a model says stays text: this is the only way for it into an
//! emitted file.
//!
//! The types make sure of that. [`Text`], [`Number`], [`Line`], [`Docs`] and [`Code`] can
//! only be made here, and none of them gives a `String` back: a template can print one,
//! and what is printed cannot end the literal, the line or the comment that it is in. The
//! templates' own words come in as `&'static str`, which no text of a model is.

mod blocks;
mod docs;
mod html;
mod inline;
mod line;
mod literal;
mod markdown;
mod print;
mod summary;
mod visible;
mod wrap;

pub(crate) use docs::{doc, sentence, Docs};
pub(crate) use line::{code, line, name, Code, Line, Name};
pub(crate) use literal::{Number, Text};
