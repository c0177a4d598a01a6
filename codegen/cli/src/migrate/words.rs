//! In: the text of a Rust file, or of a Markdown file with Rust in it. Out: its names, by the
//! places where they are. Exists because a program is not compiled to know what it uses: what
//! cannot be a name of a client's is not looked at, and everything else counts.
//!
//! Tokens are looked at, not syntax, so that code in macros counts as any other. Code blocks in
//! documentation count, because they are tests.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, LexError, Spacing, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// What stands for any name: a parameter of a macro, or one that a macro puts together.
pub(super) const ANY: &str = "$";

/// A part of a path, whose last two names say what is below what.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Path {
    pub(super) above: String,
    pub(super) name: String,
    /// What is before both; empty if nothing is.
    pub(super) first: String,
    pub(super) is_documentation: bool,
}

/// The names in some files. Each place is that of the first file that was added with it.
#[derive(Debug, Default)]
pub(super) struct Words<F> {
    /// All.
    pub(super) all: BTreeMap<String, F>,
    /// Those in a place where a name of another crate can be: after `.` or `::`, before `::`, in
    /// a group of a `use`, in a macro.
    pub(super) placed: BTreeMap<String, F>,
    /// Those in macros.
    pub(super) in_macros: BTreeMap<String, F>,
    /// The names below others, as `c` below `b`, by both and by the name before these, `a` of
    /// `a::b::c` and `a::{b::{c}}`.
    pub(super) paths: BTreeMap<Path, F>,
    /// The last two names of paths, by which code imports what is there or uses it.
    pub(super) ends: BTreeSet<(String, String)>,
    /// What names all that is below it, `a::*`, with the name before.
    pub(super) globs: BTreeSet<(String, String)>,
    /// Names, and what else they are called: `a as b`, and `type b = .. a ..`.
    pub(super) aliases: BTreeSet<(String, String)>,
    /// Names of modules that the code has.
    pub(super) modules: BTreeSet<String>,
    /// Texts that may be paths of files with code.
    pub(super) files: BTreeMap<String, F>,
}

impl<F: Copy> Words<F> {
    /// Adds a Rust file. Fails if it is not made of tokens.
    pub(super) fn add_rust(&mut self, text: &str, file: F) -> Result<(), LexError> {
        let tokens = without_shebang(text).parse()?;
        Reader { words: self, file, is_documentation: false }.read(tokens);
        Ok(())
    }

    /// The paths with a name below this one, with their places.
    pub(super) fn below<'w>(&'w self, above: &'w str) -> impl Iterator<Item = (&'w Path, F)> {
        let start =
            Path { above: above.to_owned(), name: String::new(), first: String::new(), is_documentation: false };
        self.paths.range(start..).take_while(move |(path, _)| path.above == above).map(|(path, file)| (path, *file))
    }

    /// Adds the code in a Markdown file.
    pub(super) fn add_markdown(&mut self, text: &str, file: F) {
        for code in code_blocks(text) {
            match code.parse() {
                Ok(tokens) => Reader { words: self, file, is_documentation: true }.read(tokens),
                Err(_) => self.add_loosely(&code, file),
            }
        }
    }

    /// Adds what looks like names in a text, each as one that may be below any other.
    fn add_loosely(&mut self, text: &str, file: F) {
        let words = text.split(|c: char| c != '_' && !c.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in words {
            for names in [&mut self.all, &mut self.placed] {
                names.entry(word.to_owned()).or_insert(file);
            }
            let path =
                Path { above: ANY.to_owned(), name: word.to_owned(), first: String::new(), is_documentation: true };
            self.paths.entry(path).or_insert(file);
        }
    }
}

/// A script may name the program that runs it.
fn without_shebang(text: &str) -> &str {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.strip_prefix("#!") {
        Some(rest) if !rest.trim_start().starts_with('[') => rest.find('\n').map_or("", |end| &rest[end..]),
        _ => text,
    }
}

/// The blocks that rustdoc compiles, and those that it may.
fn code_blocks(markdown: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let is_rust = match kind {
                    CodeBlockKind::Indented => true,
                    CodeBlockKind::Fenced(info) => is_rust(&info),
                };
                block = is_rust.then(String::new);
            }
            Event::Text(text) => {
                if let Some(block) = &mut block {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(block.take().map(|block| unhidden(&block))),
            _ => {}
        }
    }
    blocks
}

/// Whether rustdoc takes a block of this kind for Rust. It does unless it finds the name of
/// another language.
fn is_rust(info: &str) -> bool {
    const KNOWN: [&str; 9] = [
        "rust",
        "rs",
        "no_run",
        "should_panic",
        "compile_fail",
        "ignore",
        "test_harness",
        "standalone_crate",
        "allow_fail",
    ];
    let mut words = info.split([',', ' ', '\t']).filter(|word| !word.is_empty()).peekable();
    let is_known = |word: &str| {
        KNOWN.contains(&word) || ["ignore-", "edition", "{", "E0"].iter().any(|start| word.starts_with(start))
    };
    words.peek().is_none() || words.any(is_known)
}

/// Lines that begin with `# ` are compiled and not shown.
fn unhidden(code: &str) -> String {
    let line = |line: &str| {
        let trimmed = line.trim_start();
        if trimmed == "#" {
            String::new()
        } else {
            trimmed.strip_prefix("# ").unwrap_or(line).to_owned()
        }
    };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads the tokens of one file.
struct Reader<'w, F> {
    words: &'w mut Words<F>,
    file: F,
    is_documentation: bool,
}

/// Tokens of one group, and what it is in.
struct Group {
    tokens: Vec<TokenTree>,
    /// The two names before, if it is a group of a `use`.
    path: Option<[String; 2]>,
    is_in_macro: bool,
    /// Whether texts may be code: `#[serde(with = "a::b")]`.
    is_in_attribute: bool,
}

impl<F: Copy> Reader<'_, F> {
    /// Groups wait in a list, because they may be deeper in each other than a stack is.
    fn read(&mut self, tokens: TokenStream) {
        let tokens = tokens.into_iter().collect();
        let mut pending = vec![Group { tokens, path: None, is_in_macro: false, is_in_attribute: false }];
        while let Some(group) = pending.pop() {
            let mut docs: Vec<String> = Vec::new();
            let mut is_in_docs = false;
            for index in 0..group.tokens.len() {
                let token = &group.tokens[index];
                // The `#` of the next line.
                is_in_docs &= is_punct(Some(token), '#') || is_punct(Some(token), '!') || is_documentation(token);
                match token {
                    TokenTree::Ident(ident) => self.read_name(&group, index, &plain(&ident.to_string())),
                    TokenTree::Punct(punct) if punct.as_char() == '*' => self.read_star(&group, index),
                    TokenTree::Punct(_) => {}
                    TokenTree::Literal(literal) => {
                        let text = literal.to_string();
                        self.read_literal(&text);
                        pending.extend(code_in_attribute(&group, &text));
                    }
                    TokenTree::Group(inner) => {
                        let inner = self.open(&group, index, inner);
                        match (documentation(&inner.tokens), docs.last_mut()) {
                            (Some(line), Some(last)) if is_in_docs => last.push_str(&line),
                            (Some(line), _) => docs.push(line),
                            (None, _) => pending.push(inner),
                        }
                        is_in_docs = is_documentation(token);
                    }
                }
            }
            docs.iter().for_each(|docs| self.words.add_markdown(docs, self.file));
        }
    }

    /// A group inside of another one.
    fn open(&mut self, outer: &Group, index: usize, group: &proc_macro2::Group) -> Group {
        let tokens = &outer.tokens;
        let path = before_colons(tokens, index).map(|before| self.path_to(outer, before));
        if let Some(path) = path.as_ref().filter(|_| group.delimiter() == Delimiter::Bracket) {
            // `[<Get $name>]`: a macro puts it together.
            self.add_path(path.clone(), ANY);
        }
        let is_bang = |token: Option<&TokenTree>| is_punct(token, '!');
        let before = |back: usize| index.checked_sub(back).and_then(|index| tokens.get(index));
        // `m! {}`, `macro_rules! m {}`, `#[m]`, `#![m]`.
        let is_macro = is_bang(before(1))
            || (matches!(before(1), Some(TokenTree::Ident(_))) && is_bang(before(2)))
            || is_punct(before(1), '#');
        Group {
            tokens: group.stream().into_iter().collect(),
            path: path.filter(|_| group.delimiter() == Delimiter::Brace),
            is_in_macro: outer.is_in_macro || is_macro,
            is_in_attribute: outer.is_in_attribute || is_punct(before(1), '#'),
        }
    }

    /// The last two names of a path whose last one is at `index`, with the group that it is in.
    fn path_to(&self, group: &Group, index: usize) -> [String; 2] {
        let last = name_at(&group.tokens, index).unwrap_or_else(|| ANY.to_owned());
        let first = match before_colons(&group.tokens, index) {
            Some(before) => name_at(&group.tokens, before),
            None => group.path.as_ref().map(|[_, last]| last.clone()),
        };
        [first.unwrap_or_default(), last]
    }

    fn read_name(&mut self, group: &Group, index: usize, name: &str) {
        let tokens = &group.tokens;
        let (file, is_parameter) = (self.file, is_punct(before(tokens, index), '$') && name != "crate");
        let name = if is_parameter { ANY } else { name };
        let start = if is_parameter { index - 1 } else { index };
        let above = match before_colons(tokens, start) {
            Some(above) => Some(self.path_to(group, above)),
            // What follows `as` is a name of the code's own.
            None => group.path.clone().filter(|_| !is_alias(tokens, index)),
        };
        let is_after_dot = is_punct(before(tokens, start), '.');
        let is_before_colons = is_punct(tokens.get(index + 1), ':') && is_punct(tokens.get(index + 2), ':');
        let add = |names: &mut BTreeMap<String, F>| {
            names.entry(name.to_owned()).or_insert(file);
        };
        add(&mut self.words.all);
        if group.is_in_macro {
            add(&mut self.words.in_macros);
        }
        if above.is_some() || is_after_dot || is_before_colons || group.is_in_macro {
            add(&mut self.words.placed);
        }
        match name {
            "as" => self.read_alias(group, index),
            "type" => self.read_type_alias(tokens, index),
            "mod" => self.words.modules.extend(name_at(tokens, index + 1)),
            _ => {}
        }
        if let Some(above) = above {
            if !is_before_colons {
                self.words.ends.insert((above[1].clone(), name.to_owned()));
            }
            self.add_path(above, name);
        }
    }

    fn add_path(&mut self, [first, above]: [String; 2], name: &str) {
        let path = Path { above, name: name.to_owned(), first, is_documentation: self.is_documentation };
        self.words.paths.entry(path).or_insert(self.file);
    }

    /// `a as b`, and `self as b` in a group.
    fn read_alias(&mut self, group: &Group, index: usize) {
        let original = index.checked_sub(1).and_then(|index| name_at(&group.tokens, index));
        let original = match &group.path {
            Some([_, last]) if original.as_deref() == Some("self") => Some(last.clone()),
            _ => original,
        };
        if let (Some(original), Some(alias)) = (original, name_at(&group.tokens, index + 1)) {
            self.words.aliases.insert((original, alias));
        }
    }

    /// `type b = a;`
    fn read_type_alias(&mut self, tokens: &[TokenTree], index: usize) {
        let Some(alias) = name_at(tokens, index + 1) else { return };
        let rest = tokens.get(index + 2..).unwrap_or_default();
        let definition = rest.iter().take_while(|token| !is_punct(Some(token), ';'));
        for token in definition {
            if let TokenTree::Ident(ident) = token {
                self.words.aliases.insert((plain(&ident.to_string()), alias.clone()));
            }
        }
    }

    /// `a::*`, alone or in a group.
    fn read_star(&mut self, group: &Group, index: usize) {
        let path = match before_colons(&group.tokens, index) {
            Some(before) => Some(self.path_to(group, before)),
            None => group.path.clone(),
        };
        self.words.globs.extend(path.map(|[first, last]| (first, last)));
    }

    /// A text that is the path of a file: `include!("x.rs")`, `#[path = "x.rs"]`.
    fn read_literal(&mut self, literal: &str) {
        let text = literal.trim_start_matches('r').trim_matches(['#', '"']);
        let has_code = [".rs", ".md", ".in", ".inc"].iter().any(|end| text.ends_with(end));
        if has_code && literal.len() < 1000 && literal.contains('"') {
            self.words.files.entry(text.to_owned()).or_insert(self.file);
        }
    }
}

/// What a text in an attribute may be to its macro.
fn code_in_attribute(group: &Group, literal: &str) -> Option<Group> {
    if !group.is_in_attribute || !literal.ends_with('"') {
        return None;
    }
    let tokens: TokenStream = unescaped(literal).parse().ok()?;
    // No attribute in it, so that this ends.
    Some(Group { tokens: tokens.into_iter().collect(), path: None, is_in_macro: true, is_in_attribute: false })
}

fn plain(name: &str) -> String {
    name.trim_start_matches("r#").to_owned()
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_alias(tokens: &[TokenTree], index: usize) -> bool {
    matches!(before(tokens, index), Some(TokenTree::Ident(ident)) if *ident == "as")
}

fn before(tokens: &[TokenTree], index: usize) -> Option<&TokenTree> {
    tokens.get(index.checked_sub(1)?)
}

/// Where the path ends whose next part is at `index`; None if there are no colons before it.
fn before_colons(tokens: &[TokenTree], index: usize) -> Option<usize> {
    let colon = |token: Option<&TokenTree>| is_punct(token, ':');
    let is_joint =
        |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint);
    let (first, second) = (index.checked_sub(2)?, index.checked_sub(1)?);
    let is_path = colon(tokens.get(first)) && is_joint(tokens.get(first)) && colon(tokens.get(second));
    // `::a::b` begins with colons.
    is_path.then(|| first.checked_sub(1)).flatten()
}

/// The name at an index; what is not one, as the end of `<T as X>::`, is any.
fn name_at(tokens: &[TokenTree], index: usize) -> Option<String> {
    match tokens.get(index)? {
        TokenTree::Ident(ident) => {
            let name = plain(&ident.to_string());
            let is_parameter = is_punct(before(tokens, index), '$') && name != "crate";
            Some(if is_parameter { ANY.to_owned() } else { name })
        }
        TokenTree::Punct(_) | TokenTree::Literal(_) | TokenTree::Group(_) => None,
    }
}

fn is_documentation(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => documentation(&group.stream().into_iter().collect::<Vec<_>>()).is_some(),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    }
}

/// The text of `doc = ".."`, which comments are to the parser of tokens.
fn documentation(attribute: &[TokenTree]) -> Option<String> {
    let [TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Literal(text)] = attribute else { return None };
    if *name != "doc" {
        return None;
    }
    let text = unescaped(&text.to_string());
    // `/** .. */` has a star before each line.
    let stars = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let has_stars = text.contains('\n') && stars.clone().all(|line| line.trim_start().starts_with('*'));
    let line = |line: &str| match has_stars {
        true => line.trim_start().trim_start_matches('*').to_owned(),
        // The space after `///`.
        false => line.strip_prefix(' ').unwrap_or(line).to_owned(),
    };
    Some(text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n")
}

/// What a literal means, as far as words depend on it.
fn unescaped(literal: &str) -> String {
    if let Some(raw) = literal.strip_prefix('r') {
        return raw.trim_matches('#').trim_matches('"').to_owned();
    }
    let inner = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(literal);
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') | None => {}
                Some(other) => text.push(other),
            },
            (c, false) => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Words<()> {
        let mut words = Words::default();
        assert!(words.add_rust(text, ()).is_ok(), "{text}");
        words
    }

    #[track_caller]
    fn check_below(text: &str, above: &str, expected: &[&str]) {
        let words = read(text);
        let below: Vec<&str> = words.below(above).map(|(path, ())| path.name.as_str()).collect();
        assert_eq!(below, expected, "{text}");
    }

    #[test]
    fn paths_and_groups_say_what_is_below() {
        check_below("use a::types::{B, c::{D as E}, self};", "types", &["B", "c", "self"]);
        check_below("use a::{types::B, C};", "types", &["B"]);
        check_below("let x: a::types::B = r#types::r#C::new();", "types", &["B", "C"]);
        check_below("<T as types::B>::C; x.types.D; types { E: 1 }; types: F", "types", &["B"]);
        check_below("macro_rules! m { ($t:ident) => { types::$t; types::[<Get $t>] } }", "types", &[ANY]);
        check_below("macro_rules! m { ($t:ident) => { $t::B; $crate::C } }", ANY, &["B"]);
        check_below("/// ```\n/// a::types::B;\n/// ```\nstruct C;", "types", &["B"]);
    }

    #[test]
    fn names_of_the_code_are_known() {
        let words = read("use a::b as c; use d::{self as e}; type F<T> = Result<T, g::H>; mod i {} use j::{k, l::*};");
        let aliases = words.aliases.iter().map(|(original, alias)| format!("{original} {alias}")).collect::<Vec<_>>();
        assert_eq!(aliases, ["H F", "Result F", "T F", "b c", "d e", "g F"]);
        assert_eq!(words.modules, BTreeSet::from(["i".to_owned()]));
        assert_eq!(words.globs, BTreeSet::from([("j".to_owned(), "l".to_owned())]));
    }

    #[test]
    fn a_name_counts_where_it_can_be_one_of_another_crate() {
        let placed = |text: &str| read(text).placed.contains_key("query");
        for text in [
            "a.query()",
            "A::query",
            "query::B",
            "#[m(with = \"a::query\")] fn a() {}",
            "use a::{b, query};",
            "m!(a, query)",
            "#[m(query)] fn a() {}",
        ] {
            assert!(placed(text), "{text}");
        }
        for text in
            ["let query = 1;", "fn query() {}", "f(query)", "\"a.query()\"", "// a.query()", "/// a.query()\nfn b() {}"]
        {
            assert!(!placed(text), "{text}");
        }
    }

    #[test]
    fn only_blocks_of_rust_count() {
        let count = |text: &str| code_blocks(text).len();
        for text in [
            "```\na\n```",
            "~~~rust,no_run\na\n~~~",
            "```E0308\na\n```",
            "```edition2021\na\n```",
            "    a",
            "> ```\n> a",
        ] {
            assert_eq!(count(text), 1, "{text}");
        }
        for text in ["```text\na\n```", "```sh\na\n```", "`a`", "a"] {
            assert_eq!(count(text), 0, "{text}");
        }
        assert_eq!(code_blocks("```\n# a\n  # b\n#[c]\n#\n```"), ["a\nb\n#[c]\n"]);
    }

    #[test]
    fn every_kind_of_text_is_read() {
        let has = |text: &str, name: &str| read(text).all.contains_key(name);
        assert!(has("#!/usr/bin/env run\nfn a() {}", "a"));
        assert!(has("\u{feff}#![m]\nfn a() {}", "a"));
        assert!(has("/** Code:\n * ```\n * a();\n * ```\n */\nfn b() {}", "a"));
        assert!(has("#[doc = \"```\\na();\\n```\"]\nfn b() {}", "a"));
        assert!(has("//! ```\n//! a(\n//! ```\n", "a"), "a block that is not Rust");
        assert!(Words::default().add_rust("fn a() {", ()).is_err());
        let deep = format!("{}a{}", "(".repeat(100_000), ")".repeat(100_000));
        assert!(has(&deep, "a"));
    }
}
