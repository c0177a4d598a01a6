//! In: the sources of the crates of this repository. Out: a failure where modules that are
//! declared in one place lead to each other in a circle, or where one imports what it must
//! not know. Why: of modules in a circle none can be read, tested or moved without all the
//! others, and a stage that asks a later one is no stage. The rules are the invariants of
//! codegen/ARCHITECTURE.md.
//!
//! An edge is a path in a `use` or in code from a module, or what is below it, to a sibling,
//! or what is below that. A child may name the items of its parents, who declare it, and a
//! parent those of its children; these are no edges. Tests are not looked at, nor is the
//! code in a `quote!`, which is that of another crate.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Names of modules, from the root of the crate.
type Module = Vec<String>;

/// Who may name a module, or what is in it. Its parents may, who declare it, and so may
/// what is below it.
struct Rule {
    source: &'static str,
    module: &'static str,
    only_from: &'static [&'static str],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        source: "codegen/src",
        module: "checks",
        only_from: &["load", "internals"],
        why: "a rule reads the model, and nobody relies on one",
    },
    Rule {
        source: "codegen/src",
        module: "lower",
        only_from: &["generate", "driver::report", "internals"],
        why: "lowering is a stage",
    },
    Rule {
        source: "codegen/src",
        module: "lower::shapes",
        only_from: &["lower::behaviours", "lower::operations", "lower::questions", "lower::values"],
        why: "names come before shapes, and shapes before what looks them up",
    },
    Rule {
        source: "codegen/src",
        module: "lower::values",
        only_from: &["lower::behaviours", "lower::operations", "lower::questions"],
        why: "values come after shapes",
    },
    Rule {
        source: "codegen/src",
        module: "lower::services",
        only_from: &[],
        why: "what is done to a single service is the last step",
    },
];

#[test]
fn modules_know_only_what_they_may() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let files = files_of(rule.source);
        let target: Module = rule.module.split("::").map(str::to_owned).collect();
        assert!(files.contains_key(&target), "{} does not have the module {}", rule.source, rule.module);
        for (module, text) in &files {
            let may = target.starts_with(module)
                || module.starts_with(&target)
                || rule
                    .only_from
                    .iter()
                    .any(|from| module.starts_with(&from.split("::").map(str::to_owned).collect::<Module>()));
            if !may && paths(text, module, &files).iter().any(|path| path.starts_with(&target)) {
                wrong.push(format!("{}: {} names {}: {}", rule.source, module.join("::"), rule.module, rule.why));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_module_leads_to_itself() {
    let mut wrong = Vec::new();
    for source in ["codegen/src", "runtime/src", "xtask/src", "tests/src"] {
        let files = files_of(source);
        wrong.extend(circles(&files).into_iter().map(|circle| format!("{source}: {circle}")));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_circle_is_found() {
    let files = |texts: &[(&str, &str)]| {
        let module = |path: &str| path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        texts.iter().map(|(path, text)| (module(path), (*text).to_owned())).collect::<BTreeMap<Module, String>>()
    };
    let found = |texts: &[(&str, &str)]| circles(&files(texts));
    let with = |a: &str, b: &str| found(&[("", "mod a; mod b;"), ("a", a), ("b", b)]).len();
    assert_eq!(with("use crate::b::B;", "fn f() { super::a::f(crate::a::X) }"), 1);
    assert_eq!(with("use crate::{b, c};", "use super::{a::{self, A}};"), 1);
    assert_eq!(with("fn f() { println!(\"{}\", crate::b::X) }", "use crate::*; impl T for a::A {}"), 1);
    assert_eq!(with("use crate::b::B;", "use crate::{X, c::a}; use std::a::b; fn f() { quote!(crate::a::X) }"), 0);
    assert_eq!(with("use crate::b::B;", "#[cfg(test)] mod tests { use crate::a::A; }"), 0);
    let nested = [("", "mod a; mod b;"), ("a", "mod c; use crate::b::X;"), ("a::c", "use super::X;"), ("b", "mod d;")];
    assert_eq!(found(&nested).len(), 0);
    assert_eq!(found(&[&nested[..], &[("b::d", "use crate::a::c::Y;")]].concat()).len(), 1);
}

fn files_of(source: &str) -> BTreeMap<Module, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(source);
    let mut files = BTreeMap::new();
    collect(&root, &mut Vec::new(), &mut files);
    assert!(!files.is_empty(), "{source} has no modules");
    files
}

/// A line for each group of siblings that lead to each other.
fn circles(files: &BTreeMap<Module, String>) -> Vec<String> {
    let mut edges: BTreeMap<(Module, Module), BTreeSet<String>> = BTreeMap::new();
    for (module, text) in files {
        for path in paths(text, module, files) {
            let common = module.iter().zip(&path).take_while(|(a, b)| a == b).count();
            let is_sibling = common < module.len() && common < path.len();
            if is_sibling && files.contains_key(&path[..=common]) {
                let edge = (module[..=common].to_vec(), path[..=common].to_vec());
                edges.entry(edge).or_default().insert(format!("{} -> {}", module.join("::"), path.join("::")));
            }
        }
    }
    let mut lines = Vec::new();
    let nodes: BTreeSet<&Module> = edges.keys().map(|(from, _)| from).collect();
    let mut seen: BTreeSet<&Module> = BTreeSet::new();
    for node in nodes {
        let ahead = reached(&edges, node);
        let mut circle: Vec<&Module> =
            ahead.iter().copied().filter(|other| reached(&edges, other).contains(node)).collect();
        circle.sort();
        if circle.contains(&node) && seen.insert(circle[0]) {
            let names: Vec<String> = circle.iter().map(|module| module.join("::")).collect();
            let inside = edges.iter().filter(|((from, to), _)| circle.contains(&from) && circle.contains(&to));
            let reasons: Vec<String> = inside.map(|(_, paths)| shown(paths)).collect();
            lines.push(format!("{} lead to each other:\n{}", names.join(", "), reasons.join("\n")));
        }
    }
    lines
}

/// Some of the paths of an edge.
fn shown(paths: &BTreeSet<String>) -> String {
    let first: Vec<&str> = paths.iter().take(3).map(String::as_str).collect();
    let rest = paths.len().saturating_sub(first.len());
    let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    format!("    {}{rest}", first.join(", "))
}

/// The modules that edges lead to from this one, itself only by a circle.
fn reached<'e>(edges: &'e BTreeMap<(Module, Module), BTreeSet<String>>, from: &Module) -> BTreeSet<&'e Module> {
    let mut found = BTreeSet::new();
    let mut pending = vec![from];
    while let Some(module) = pending.pop() {
        for (_, to) in edges.keys().filter(|(edge, _)| edge == module) {
            if found.insert(to) {
                pending.push(to);
            }
        }
    }
    found
}

/// The absolute paths that a file has, each to a module or an item in one.
fn paths(text: &str, module: &Module, files: &BTreeMap<Module, String>) -> Vec<Module> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", module.join("::")));
    let mut found = Vec::new();
    walk(tokens, &mut found);
    let uses: Vec<Module> = found.iter().filter(|(is_use, _)| *is_use).map(|(_, path)| path.clone()).collect();
    let resolve = |path: &Module, has_uses: bool| -> Option<Module> {
        let (first, rest) = path.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Vec::new(),
            "self" => module.clone(),
            "super" => module[..module.len().saturating_sub(1)].to_vec(),
            name => {
                let child = [module.as_slice(), &[name.to_owned()]].concat();
                let named = uses.iter().find(|path| has_uses && path.last().is_some_and(|last| last == name));
                match named {
                    _ if files.contains_key(&child) => child,
                    Some(path) => return Some([path.clone(), rest.to_vec()].concat()),
                    None => {
                        // What a glob brings.
                        let sibling = [&module[..module.len().saturating_sub(1)], &[name.to_owned()]].concat();
                        let has_glob = uses.iter().any(|path| path.last().is_some_and(|last| last == "*"));
                        (has_glob && files.contains_key(&sibling)).then_some(sibling)?
                    }
                }
            }
        };
        for name in rest {
            match name.as_str() {
                "super" => drop(base.pop()),
                "self" | "*" => {}
                name => base.push(name.to_owned()),
            }
        }
        Some(base)
    };
    let uses_resolved: Vec<Module> = uses.iter().filter_map(|path| resolve(path, false)).collect();
    let in_code = found.iter().filter(|(is_use, _)| !is_use).filter_map(|(_, path)| {
        let path = resolve(path, true)?;
        // By way of a `use`, it begins as that does.
        match path.first().map(String::as_str) {
            Some("crate" | "self" | "super") => resolve(&path, false),
            _ => Some(path),
        }
    });
    let mut all: Vec<Module> = in_code.collect();
    all.extend(uses_resolved);
    all
}

/// Adds the paths of the tokens, and whether each is in a `use`.
fn walk(tokens: TokenStream, found: &mut Vec<(bool, Module)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                let is_test = matches!(tokens.get(at + 1), Some(TokenTree::Group(group))
                    if group.stream().to_string().replace(' ', "") == "cfg(test)");
                if is_test {
                    // The item ends with its block or its semicolon.
                    at += 2;
                    while !tokens.get(at).is_none_or(ends_item) {
                        at += 1;
                    }
                }
                at += 1;
            }
            TokenTree::Ident(ident) if ident == "use" => {
                let end = tokens[at..].iter().position(is_semicolon).map_or(tokens.len(), |length| at + length);
                use_tree(&tokens[at + 1..end], &mut Vec::new(), found);
                at = end;
            }
            TokenTree::Ident(ident) => {
                let is_quote = ident.to_string().starts_with("quote") && is_punct(tokens.get(at + 1), '!');
                let mut path = vec![ident.to_string()];
                at += 1;
                while is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':') {
                    let Some(TokenTree::Ident(next)) = tokens.get(at + 2) else { break };
                    path.push(next.to_string());
                    at += 3;
                }
                if path.len() > 1 {
                    found.push((false, path));
                }
                if is_quote {
                    at += 2;
                }
            }
            TokenTree::Group(group) => {
                walk(group.stream(), found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// The paths of a `use`, from the tokens of its tree.
fn use_tree(tokens: &[TokenTree], before: &mut Module, found: &mut Vec<(bool, Module)>) {
    for branch in tokens.split(|token| is_punct(Some(token), ',')) {
        let length = before.len();
        for (index, token) in branch.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) if ident == "as" => break,
                TokenTree::Ident(ident) => before.push(ident.to_string()),
                TokenTree::Punct(punct) if punct.as_char() == '*' => before.push("*".to_owned()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    use_tree(&inner, before, found);
                    before.clear();
                    break;
                }
                _ => {}
            }
            let is_last = index + 1 == branch.len()
                || matches!(branch.get(index + 1), Some(TokenTree::Ident(ident)) if ident == "as");
            if is_last && before.len() > length {
                // `a::{self}` brings the name `a`.
                let path = before.iter().enumerate().filter(|(at, name)| *at == 0 || *name != "self");
                found.push((true, path.map(|(_, name)| name.clone()).collect()));
            }
        }
        before.truncate(length);
    }
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

fn is_semicolon(token: &TokenTree) -> bool {
    is_punct(Some(token), ';')
}

fn ends_item(token: &TokenTree) -> bool {
    is_semicolon(token) || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The files of a crate by their modules, without those of tests.
fn collect(folder: &Path, module: &mut Module, files: &mut BTreeMap<Module, String>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for entry in entries.flatten() {
        let path = entry.path();
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() && name != "bin" {
            module.push(name);
            collect(&path, module, files);
            module.pop();
        } else if path.extension().is_some_and(|extension| extension == "rs") && name != "tests" {
            let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let is_root = module.is_empty() && (name == "lib" || name == "main");
            let mut path = module.clone();
            if !is_root {
                path.push(name);
            }
            files.insert(path, text);
        }
    }
}
