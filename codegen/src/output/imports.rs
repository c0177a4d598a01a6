//! In: tokens in which every path is written in full. Out: the same with short
//! paths, after a sorted `use` block. Templates therefore never think about
//! names that clash: whoever would, is written with its module in front.
//!
//! A path is imported up to its first type (`crate::types::X`); a path without
//! one is a function's, of which the module is imported (`std::mem::take`). What
//! the runtime gives keeps its `rt::`: one import, and a reader sees at each use
//! that it is not the crate's own.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// A type that a file defines: other files know it under this path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Local {
    pub(crate) path: Vec<String>,
}

/// The names that Rust imports everywhere and that templates write bare.
const PRELUDE: [&str; 20] = [
    "AsRef", "Box", "Clone", "Copy", "Default", "Drop", "Eq", "Err", "From", "Into", "Iterator", "None", "Ok",
    "Option", "Ord", "Result", "Some", "String", "ToString", "Vec",
];

/// Where the bare names live, for a file that has a type of the same name.
fn prelude_path(name: &str) -> Option<&'static str> {
    Some(match name {
        "AsRef" => "std::convert::AsRef",
        "Box" => "std::boxed::Box",
        "Clone" => "std::clone::Clone",
        "Default" => "std::default::Default",
        "From" => "std::convert::From",
        "Into" => "std::convert::Into",
        "Option" => "std::option::Option",
        "Result" => "std::result::Result",
        "String" => "std::string::String",
        "Vec" => "std::vec::Vec",
        _ => return None,
    })
}

/// Shortens the paths of a file, its inline modules included.
pub(crate) fn shorten(tokens: TokenStream, locals: &[Local]) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut used = BTreeSet::new();
    let mut defined = BTreeSet::new();
    collect(&trees, true, &mut used, &mut defined);
    let scope = Scope::new(used, defined, locals);
    let body = scope.rewrite(trees, locals);
    let uses = scope.uses();
    quote!(#(#uses)* #body)
}

/// One path as written by a template.
struct Path {
    segments: Vec<String>,
    /// How many of them the imported item has.
    item: usize,
    /// How many token trees it takes.
    len: usize,
}

impl Path {
    /// The path at the start of the trees, if it is one that gets shortened.
    fn at(trees: &[TokenTree]) -> Option<Self> {
        let root = ident(trees.first()?)?;
        if !matches!(root.as_str(), "crate" | "rt" | "std" | "whitesmith_runtime") {
            return None;
        }
        let mut segments = vec![root.clone()];
        let mut len = 1;
        while let [first, second, next, ..] = &trees[len..] {
            match (is_colon(first) && is_colon(second), ident(next)) {
                (true, Some(segment)) => segments.push(segment),
                _ => break,
            }
            len += 3;
        }
        if len == 1 {
            return None;
        }
        let ty = segments.iter().position(|segment| is_type_name(segment));
        Some(Self { item: ty.map_or(segments.len(), |index| index + 1), segments, len })
    }

    fn is_type(&self) -> bool {
        self.segments.get(self.item - 1).is_some_and(|name| is_type_name(name))
    }

    /// What is imported for it: the type, else the function's module. The
    /// runtime and `std::fmt` are imported as modules, for their names are many.
    fn import(&self) -> Vec<String> {
        let end = match self.segments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["rt", ..] => 1,
            ["std", "fmt", ..] => 2,
            _ if self.is_type() => self.item,
            _ => self.item - 1,
        };
        self.segments[..end].to_vec()
    }
}

/// The module that templates call `rt`.
const CONTRACT: [&str; 3] = ["whitesmith_runtime", "__private", "v1"];

fn is_type_name(segment: &str) -> bool {
    segment.starts_with(|c: char| c.is_ascii_uppercase())
        && (segment.len() == 1 || segment.contains(|c: char| c.is_ascii_lowercase()))
        || segment.starts_with('_') && segment.contains(|c: char| c.is_ascii_uppercase())
}

fn ident(tree: &TokenTree) -> Option<String> {
    match tree {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

fn is_colon(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ':')
}

/// Finds the paths in use and the types that are defined, not looking into
/// inline modules, which have imports of their own.
fn collect(trees: &[TokenTree], is_top: bool, used: &mut BTreeSet<Vec<String>>, defined: &mut BTreeSet<String>) {
    let mut index = 0;
    while let Some(tree) = trees.get(index) {
        if let Some(len) = whole_item(&trees[index..]) {
            index += len;
            continue;
        }
        if let Some(path) = Path::at(&trees[index..]) {
            used.insert(path.import());
            index += path.len;
            continue;
        }
        match tree {
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                collect(&inner, false, used, defined);
            }
            TokenTree::Ident(keyword) if is_top && is_definition(keyword) => {
                defined.extend(trees.get(index + 1).and_then(ident));
            }
            _ => {}
        }
        index += 1;
    }
}

fn is_definition(keyword: &Ident) -> bool {
    ["struct", "enum", "trait", "type", "union"].iter().any(|known| keyword == known)
}

/// The length of a `use` item or an inline module at the start of the trees.
fn whole_item(trees: &[TokenTree]) -> Option<usize> {
    match ident(trees.first()?)?.as_str() {
        "use" => trees.iter().position(is_semicolon).map(|index| index + 1),
        "mod" => match trees.get(2)? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(3),
            _ => None,
        },
        _ => None,
    }
}

fn is_semicolon(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == ';')
}

/// What each imported path is called in one file or inline module.
#[derive(Default)]
struct Scope {
    /// Path to the segments that are written for it.
    short: BTreeMap<Vec<String>, Vec<String>>,
    imports: BTreeSet<Vec<String>>,
    /// Whether `rt` is used.
    has_contract: bool,
    /// Bare names of the prelude that the file hides.
    hidden: BTreeSet<String>,
}

impl Scope {
    fn new(used: BTreeSet<Vec<String>>, defined: BTreeSet<String>, locals: &[Local]) -> Self {
        let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
        for path in &used {
            if !is_local(path, &defined, locals) {
                *wanted.entry(last(path)).or_default() += 1;
            }
        }
        let is_free = |name: &str| {
            wanted.get(name).is_none_or(|count| *count == 1) && !defined.contains(name) && !PRELUDE.contains(&name)
        };
        let mut scope = Self::default();
        scope.hidden.extend(defined.iter().filter(|name| PRELUDE.contains(&name.as_str())).cloned());
        for path in &used {
            if is_local(path, &defined, locals) {
                scope.short.insert(path.clone(), vec![last(path).to_owned()]);
            } else if path.len() == 1 {
                scope.has_contract |= path[0] == "rt";
                scope.short.insert(path.clone(), path.clone());
            } else if is_free(last(path)) {
                scope.imports.insert(path.clone());
                scope.short.insert(path.clone(), vec![last(path).to_owned()]);
            } else {
                let qualified = scope.qualified(path, &is_free);
                scope.short.insert(path.clone(), qualified);
            }
        }
        scope
    }

    /// `module::Name` if that is free, else the whole path.
    fn qualified(&mut self, path: &[String], is_free: &dyn Fn(&str) -> bool) -> Vec<String> {
        let (name, module) = (&path[path.len() - 1], &path[..path.len() - 1]);
        let is_module_imported_by_another =
            self.imports.iter().any(|other| last(other) == last(module) && other != module);
        if module.len() > 1 && is_free(last(module)) && !is_module_imported_by_another {
            self.imports.insert(module.to_vec());
            vec![last(module).to_owned(), name.clone()]
        } else {
            path.to_vec()
        }
    }

    fn rewrite(&self, trees: Vec<TokenTree>, locals: &[Local]) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::with_capacity(trees.len());
        let mut index = 0;
        while let Some(tree) = trees.get(index) {
            if let Some(len) = whole_item(&trees[index..]) {
                self.rewrite_item(&trees[index..index + len], locals, &mut out);
                index += len;
                continue;
            }
            if let Some(path) = Path::at(&trees[index..]) {
                let short = self.short.get(&path.import()).cloned().unwrap_or_else(|| path.import());
                let rest = path.segments[path.import().len()..].iter().cloned();
                push_path(short.into_iter().chain(rest), &mut out);
                index += path.len;
                continue;
            }
            match tree {
                TokenTree::Group(group) => {
                    let inner = self.rewrite(group.stream().into_iter().collect(), locals);
                    out.push(Group::new(group.delimiter(), inner).into());
                }
                TokenTree::Ident(name) if self.hides(name, &out) => {
                    let path = prelude_path(&name.to_string()).unwrap_or_default();
                    push_path(path.split("::").map(str::to_owned), &mut out);
                }
                _ => out.push(tree.clone()),
            }
            index += 1;
        }
        out.into_iter().collect()
    }

    /// `use` items stay as they are; inline modules are files of their own here.
    fn rewrite_item(&self, trees: &[TokenTree], locals: &[Local], out: &mut Vec<TokenTree>) {
        match trees {
            [keyword, name, TokenTree::Group(body)] => {
                let body = Group::new(body.delimiter(), shorten(body.stream(), locals));
                out.extend([keyword.clone(), name.clone(), body.into()]);
            }
            _ => out.extend(trees.iter().cloned()),
        }
    }

    /// Whether a bare name has to be spelled out: it is one of the prelude that
    /// a type of the file hides, and neither that type's definition nor the
    /// continuation of a path.
    fn hides(&self, name: &Ident, before: &[TokenTree]) -> bool {
        let continues = match before {
            [.., TokenTree::Punct(punct)] if punct.as_char() == '.' => true,
            [.., first, second] if is_colon(first) && is_colon(second) => true,
            [.., TokenTree::Ident(keyword)] => is_definition(keyword),
            _ => false,
        };
        let name = name.to_string();
        !continues && self.hidden.contains(&name) && prelude_path(&name).is_some()
    }

    /// `use` items: std, other crates, this crate.
    fn uses(&self) -> Vec<TokenStream> {
        let mut imports: Vec<&Vec<String>> = self.imports.iter().collect();
        imports.sort_by_key(|path| {
            let rank = match path[0].as_str() {
                "std" => 0,
                "crate" => 2,
                _ => 1,
            };
            (rank, *path)
        });
        let to_use = |path: &Vec<String>| {
            let mut trees = Vec::new();
            push_path(path.iter().cloned(), &mut trees);
            let path: TokenStream = trees.into_iter().collect();
            quote!(use #path;)
        };
        let (own, others): (Vec<_>, Vec<_>) = imports.into_iter().partition(|path| path[0] == "crate");
        let mut contract = Vec::new();
        push_path(CONTRACT.iter().map(|segment| (*segment).to_owned()), &mut contract);
        let contract: TokenStream = contract.into_iter().collect();
        let mut uses: Vec<TokenStream> = others.into_iter().map(to_use).collect();
        uses.extend(self.has_contract.then(|| quote!(use #contract as rt;)));
        uses.extend(own.into_iter().map(to_use));
        uses
    }
}

/// Whether the path is that of a type which the file defines itself.
fn is_local(path: &[String], defined: &BTreeSet<String>, locals: &[Local]) -> bool {
    defined.contains(last(path)) && locals.iter().any(|local| local.path == path)
}

fn last(path: &[String]) -> &str {
    path.last().map_or("", String::as_str)
}

fn push_path(segments: impl Iterator<Item = String>, out: &mut Vec<TokenTree>) {
    for (index, segment) in segments.enumerate() {
        if index > 0 {
            out.extend(quote!(::));
        }
        out.push(raw_ident(&segment).into());
    }
}

fn raw_ident(segment: &str) -> Ident {
    match segment.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(segment, Span::call_site()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tokens: TokenStream, locals: &[&str], expected: TokenStream) {
        let locals: Vec<Local> = locals
            .iter()
            .map(|path| Local { path: path.split("::").map(str::to_owned).collect() })
            .collect();
        assert_eq!(shorten(tokens, &locals).to_string(), expected.to_string());
    }

    #[test]
    fn types_are_imported_and_functions_keep_their_module() {
        check(
            quote!(fn f(r: &mut rt::json::Reader<'_>) -> std::collections::HashMap<i32, crate::types::X> { std::mem::take(r) }),
            &[],
            quote!(
                use std::collections::HashMap;
                use std::mem;
                use whitesmith_runtime::__private::v1 as rt;
                use crate::types::X;
                fn f(r: &mut rt::json::Reader<'_>) -> HashMap<i32, X> { mem::take(r) }
            ),
        );
    }

    #[test]
    fn names_that_clash_keep_their_module() {
        check(
            quote!(struct Reader { a: crate::other::Reader, b: crate::types::Option, c: Option<crate::types::Reader> }),
            &["crate::types::Reader"],
            quote!(
                use crate::other;
                use crate::types;
                struct Reader { a: other::Reader, b: types::Option, c: Option<Reader> }
            ),
        );
    }

    #[test]
    fn a_file_that_hides_the_prelude_spells_it_out() {
        check(
            quote!(pub struct Option { x: Option<crate::types::Option> }),
            &["crate::types::Option"],
            quote!(pub struct Option { x: std::option::Option<Option> }),
        );
    }

    #[test]
    fn inline_modules_import_for_themselves() {
        check(
            quote!(fn f(a: crate::types::A) {} pub mod builders { fn g(a: crate::types::A) {} }),
            &[],
            quote!(
                use crate::types::A;
                fn f(a: A) {}
                pub mod builders { use crate::types::A; fn g(a: A) {} }
            ),
        );
    }
}
