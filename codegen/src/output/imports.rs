//! In: tokens in which every path is written in full. Out: the same with short
//! paths, after a `use` block of few lines. Templates therefore never think
//! about names.
//!
//! A type of another file keeps the module that it is public in (`types::X`),
//! and what the runtime gives keeps its `rt::`. So a member of a new type adds
//! no import, names of a model clash with nothing, and a reader sees at each use
//! where it comes from.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// What a file is to the paths in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Home {
    /// The file's own module: paths below it become relative.
    pub(crate) module: Vec<String>,
    /// Paths under which others know types that the file defines at its top.
    pub(crate) locals: Vec<Vec<String>>,
}

impl Home {
    /// The home of a file whose module is this path.
    pub(crate) fn module(path: &str) -> Self {
        Self { module: path.split("::").map(str::to_owned).collect(), locals: Vec::new() }
    }
}

/// A module of the runtime that templates call `rt`.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Contract {
    V1,
    /// The same, where requests have a second id.
    Extended,
    /// The same, where a service is not one of AWS's.
    Own,
}

/// Shortens the paths of a file, its inline modules included.
pub(crate) fn shorten(tokens: TokenStream, home: &Home, contract: Contract) -> TokenStream {
    shorten_module(tokens, home, contract, &[])
}

/// Shortens the paths of one module; `inner` is its path inside the file.
fn shorten_module(tokens: TokenStream, home: &Home, contract: Contract, inner: &[String]) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let (hidden, imported) = (hidden_names(&trees), modules_to_import(&trees));
    let mut scope = Scope { home, contract, inner, hidden, imported, uses: BTreeSet::new() };
    let body = scope.rewrite(&trees);
    let uses = scope.use_items();
    quote!(#uses #body)
}

/// Names of the prelude that the module defines itself and that are spelled out
/// in it wherever a template means the prelude's.
fn hidden_names(trees: &[TokenTree]) -> BTreeSet<String> {
    trees
        .windows(2)
        .filter_map(|pair| match pair {
            [TokenTree::Ident(keyword), TokenTree::Ident(name)] if is_definition(keyword) => Some(name.to_string()),
            _ => None,
        })
        .filter(|name| prelude_path(name).is_some())
        .collect()
}

/// Modules of the crate that paths name more than once; a single path is
/// written in full instead of costing an import.
fn modules_to_import(trees: &[TokenTree]) -> BTreeSet<String> {
    let mut counts = BTreeMap::new();
    count_modules(trees, &mut counts);
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(module, _)| module).collect()
}

fn count_modules(trees: &[TokenTree], counts: &mut BTreeMap<String, usize>) {
    let mut index = 0;
    while let Some(tree) = trees.get(index) {
        let rest = &trees[index..];
        let is_module = matches!(rest, [TokenTree::Ident(keyword), TokenTree::Ident(_), TokenTree::Group(_), ..] if keyword == "mod");
        if is_module {
            index += 3;
            continue;
        }
        if let Some(len) = use_item(rest) {
            index += len;
            continue;
        }
        match path_at(rest) {
            Some((segments, len)) => {
                if segments[0] == "crate" && segments.len() > 2 {
                    *counts.entry(segments[1].clone()).or_default() += 1;
                }
                index += len;
            }
            None => {
                if let TokenTree::Group(group) = tree {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    count_modules(&inner, counts);
                }
                index += 1;
            }
        }
    }
}

fn is_definition(keyword: &Ident) -> bool {
    ["struct", "enum", "trait", "type", "union"].iter().any(|known| keyword == known)
}

/// Where the names live that templates write bare, and `HashMap`.
fn prelude_path(name: &str) -> Option<&'static str> {
    Some(match name {
        "AsRef" => "std::convert::AsRef",
        "Box" => "std::boxed::Box",
        "Clone" => "std::clone::Clone",
        "Default" => "std::default::Default",
        "Eq" => "std::cmp::Eq",
        "From" => "std::convert::From",
        "HashMap" => "std::collections::HashMap",
        "Into" => "std::convert::Into",
        "Option" => "std::option::Option",
        "Ord" => "std::cmp::Ord",
        "PartialEq" => "std::cmp::PartialEq",
        "PartialOrd" => "std::cmp::PartialOrd",
        "Result" => "std::result::Result",
        "Send" => "std::marker::Send",
        "Sized" => "std::marker::Sized",
        "String" => "std::string::String",
        "Sync" => "std::marker::Sync",
        "Vec" => "std::vec::Vec",
        _ => return None,
    })
}

/// One module of a file.
struct Scope<'h> {
    home: &'h Home,
    contract: Contract,
    inner: &'h [String],
    hidden: BTreeSet<String>,
    /// Modules of the crate that are named more than once.
    imported: BTreeSet<String>,
    /// What the `use` block has to bring in.
    uses: BTreeSet<Use>,
}

/// An import; the order is that of the block.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Use {
    HashMap,
    Fmt,
    Contract,
    Own(String),
}

impl Scope<'_> {
    fn rewrite(&mut self, trees: &[TokenTree]) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::with_capacity(trees.len());
        let mut index = 0;
        while let Some(tree) = trees.get(index) {
            let rest = &trees[index..];
            if let Some(len) = use_item(rest) {
                out.extend(rest[..len].iter().cloned());
                index += len;
                continue;
            }
            if let [TokenTree::Ident(keyword), TokenTree::Ident(name), TokenTree::Group(body), ..] = rest {
                if keyword == "mod" && body.delimiter() == Delimiter::Brace {
                    let mut inner = self.inner.to_vec();
                    inner.push(name.to_string());
                    let body =
                        Group::new(Delimiter::Brace, shorten_module(body.stream(), self.home, self.contract, &inner));
                    out.extend([keyword.clone().into(), name.clone().into(), body.into()]);
                    index += 3;
                    continue;
                }
            }
            if let Some((segments, len)) = path_at(rest) {
                push_path(self.short(segments), &mut out);
                index += len;
                continue;
            }
            match tree {
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    let inner = self.rewrite(&inner);
                    out.push(Group::new(group.delimiter(), inner).into());
                }
                TokenTree::Ident(name) if self.hides(name, &out, &rest[1..]) => {
                    let path = prelude_path(&name.to_string()).unwrap_or_default();
                    push_path(path.split("::").map(str::to_owned).collect(), &mut out);
                }
                _ => out.push(tree.clone()),
            }
            index += 1;
        }
        out.into_iter().collect()
    }

    /// What is written for a path.
    fn short(&mut self, segments: Vec<String>) -> Vec<String> {
        let words: Vec<&str> = segments.iter().map(String::as_str).collect();
        match words[..] {
            ["rt", ..] => {
                self.uses.insert(Use::Contract);
                segments
            }
            ["std", "fmt", ..] => {
                self.uses.insert(Use::Fmt);
                segments[1..].to_vec()
            }
            ["std", "collections", "HashMap"] if !self.hidden.contains("HashMap") => {
                self.uses.insert(Use::HashMap);
                vec!["HashMap".to_owned()]
            }
            ["crate", ..] => self.short_own(segments),
            _ => segments,
        }
    }

    /// A path of the crate: bare for a type of this file, relative below its
    /// module, else with the module that it is public in.
    fn short_own(&mut self, segments: Vec<String>) -> Vec<String> {
        if let Some(local) = self.home.locals.iter().find(|local| segments.starts_with(local)) {
            return [self.up(), segments[local.len() - 1..].to_vec()].concat();
        }
        let below = segments.strip_prefix(&self.home.module[..]).filter(|_| !self.home.module.is_empty());
        if let Some(below) = below {
            return match below.strip_prefix(self.inner) {
                Some(own) => own.to_vec(),
                None => [self.up(), below.to_vec()].concat(),
            };
        }
        match segments.get(1) {
            Some(module) if segments.len() > 2 && self.imported.contains(module) => {
                self.uses.insert(Use::Own(module.clone()));
                segments[1..].to_vec()
            }
            _ => segments,
        }
    }

    /// `super` as often as it takes to the file's top.
    fn up(&self) -> Vec<String> {
        vec!["super".to_owned(); self.inner.len()]
    }

    /// Whether a bare name has to be spelled out: it is one of the prelude that
    /// a type of the module hides, and it is neither where that type is defined
    /// or implemented nor the continuation of a path.
    fn hides(&self, name: &Ident, before: &[TokenTree], after: &[TokenTree]) -> bool {
        if self.hidden.is_empty() || !self.hidden.contains(&name.to_string()) {
            return false;
        }
        let opens_body = matches!(after.first(), Some(TokenTree::Group(body)) if body.delimiter() == Delimiter::Brace);
        let is_own = match before {
            [.., TokenTree::Punct(punct)] if punct.as_char() == '.' => true,
            [.., first, second] if is_colon(first) && is_colon(second) => true,
            [.., TokenTree::Ident(keyword)] if keyword == "impl" => opens_body,
            [.., TokenTree::Ident(keyword)] => keyword == "for" || is_definition(keyword),
            _ => false,
        };
        !is_own
    }

    fn use_items(&self) -> TokenStream {
        let items = self.uses.iter().map(|item| match item {
            Use::HashMap => quote!(
                use std::collections::HashMap;
            ),
            Use::Fmt => quote!(
                use std::fmt;
            ),
            Use::Contract => match self.contract {
                Contract::V1 => quote!(
                    use whitesmith_runtime::__private::v1 as rt;
                ),
                Contract::Extended => quote!(
                    use whitesmith_runtime::__private::extended as rt;
                ),
                Contract::Own => quote!(
                    use whitesmith_runtime::__private::own as rt;
                ),
            },
            Use::Own(module) => {
                let module = Ident::new(module, Span::call_site());
                quote!(use crate::#module;)
            }
        });
        quote!(#(#items)*)
    }
}

/// The path at the start of the trees, if it is one that gets shortened, and how
/// many trees it takes.
fn path_at(trees: &[TokenTree]) -> Option<(Vec<String>, usize)> {
    let TokenTree::Ident(root) = trees.first()? else { return None };
    if !["crate", "rt", "std"].iter().any(|known| root == known) {
        return None;
    }
    let mut segments = vec![root.to_string()];
    let mut len = 1;
    while let [first, second, TokenTree::Ident(segment), ..] = &trees[len..] {
        if !(is_colon(first) && is_colon(second)) {
            break;
        }
        segments.push(segment.to_string());
        len += 3;
    }
    (len > 1).then_some((segments, len))
}

/// The length of a `use` item at the start of the trees: it stays as it is.
fn use_item(trees: &[TokenTree]) -> Option<usize> {
    match trees.first()? {
        TokenTree::Ident(keyword) if keyword == "use" => trees
            .iter()
            .position(|tree| matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';'))
            .map(|index| index + 1),
        _ => None,
    }
}

fn is_colon(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':')
}

fn push_path(segments: Vec<String>, out: &mut Vec<TokenTree>) {
    for (index, segment) in segments.into_iter().enumerate() {
        if index > 0 {
            out.extend(quote!(::));
        }
        out.push(match segment.strip_prefix("r#") {
            Some(name) => Ident::new_raw(name, Span::call_site()).into(),
            None => Ident::new(&segment, Span::call_site()).into(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(path: &str) -> Vec<String> {
        path.split("::").map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(tokens: TokenStream, module: &str, locals: &[&str], expected: TokenStream) {
        let module = if module.is_empty() { Vec::new() } else { segments(module) };
        let home = Home { module, locals: locals.iter().map(|path| segments(path)).collect() };
        assert_eq!(shorten(tokens, &home, Contract::V1).to_string(), expected.to_string());
    }

    #[test]
    fn types_keep_the_module_that_they_are_public_in() {
        check(
            quote!(
                fn f(
                    r: &mut rt::json::Reader<'_>,
                    f: std::fmt::Formatter,
                    y: crate::types::Y,
                    o: crate::other::O,
                ) -> std::collections::HashMap<i32, crate::types::error::X> {
                    std::mem::take(r)
                }
            ),
            "",
            &[],
            quote!(
                use std::collections::HashMap;
                use std::fmt;
                use whitesmith_runtime::__private::v1 as rt;
                use crate::types;
                fn f(
                    r: &mut rt::json::Reader<'_>,
                    f: fmt::Formatter,
                    y: types::Y,
                    o: crate::other::O,
                ) -> HashMap<i32, types::error::X> {
                    std::mem::take(r)
                }
            ),
        );
    }

    #[test]
    fn types_of_the_file_are_bare() {
        check(
            quote!(
                pub struct A {
                    a: crate::types::A,
                    b: crate::types::B,
                    c: crate::types::B,
                }
            ),
            "",
            &["crate::types::A"],
            quote!(
                use crate::types;
                pub struct A {
                    a: A,
                    b: types::B,
                    c: types::B,
                }
            ),
        );
    }

    #[test]
    fn a_file_that_hides_the_prelude_spells_it_out() {
        check(
            quote!(
                pub struct Option {
                    x: Option<crate::types::Option>,
                    y: std::collections::HashMap<i32, i32>,
                }
            ),
            "",
            &["crate::types::Option"],
            quote!(
                use std::collections::HashMap;
                pub struct Option {
                    x: std::option::Option<Option>,
                    y: HashMap<i32, i32>,
                }
            ),
        );
    }

    #[test]
    fn inline_modules_look_up() {
        check(
            quote!(
                fn f(a: crate::o::b::X) {}
                pub mod b {
                    fn g(a: crate::o::A, b: crate::o::b::X, c: crate::types::C, d: crate::types::C) {}
                }
            ),
            "crate::o",
            &[],
            quote!(
                fn f(a: b::X) {}
                pub mod b {
                    use crate::types;
                    fn g(a: super::A, b: X, c: types::C, d: types::C) {}
                }
            ),
        );
    }
}
