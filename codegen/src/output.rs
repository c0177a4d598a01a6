//! In: items of a file, with every path written in full. Out: the text of the
//! file: a header, a sorted `use` block, short paths, blank lines between
//! items, one member a line.
//!
//! Invariant: prettyplease is called here and nowhere else.

mod format;
mod imports;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;

pub(crate) use imports::Home;

/// The files of a crate by path relative to its folder, `/` as separator.
pub type Tree = BTreeMap<String, String>;

/// A Rust file before formatting.
#[derive(Debug, Default)]
pub(crate) struct File {
    /// `//!` lines.
    pub(crate) docs: Vec<String>,
    /// `#![..]` lines, without the brackets.
    pub(crate) attributes: &'static [&'static str],
    /// Items in order, every path in full. A path that starts with `rt::` is
    /// one of the contract between emitted code and runtime.
    pub(crate) items: Vec<TokenStream>,
    /// What paths in the file are relative to.
    pub(crate) home: Home,
}

/// The text of a file.
pub(crate) fn render(file: File, header: &str) -> String {
    let mut text = format!("{header}\n");
    if !file.docs.is_empty() {
        text.push('\n');
    }
    for line in &file.docs {
        text.push_str("//!");
        if !line.is_empty() {
            text.push(' ');
            text.push_str(line);
        }
        text.push('\n');
    }
    for attribute in file.attributes {
        text.push_str(&format!("#![{attribute}]\n"));
    }
    let tokens = imports::shorten(file.items.into_iter().collect(), &file.home);
    format::push_items(&mut text, tokens);
    text
}

/// The first line of each emitted file that is Rust.
pub(crate) fn header(command: &str) -> String {
    format!("// {}", marker(command))
}

/// The words by which a file is known as ours; the comment sign is the file's own.
pub(crate) fn marker(command: &str) -> String {
    format!("{MARKER} by `{command}`; do not edit.")
}

/// What every marker begins with.
pub(crate) const MARKER: &str = "@generated";
