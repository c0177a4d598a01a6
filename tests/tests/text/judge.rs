//! In: two crates, one made of harmless texts. Out: a failure if they differ in more than
//! what their literals and docs say.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag};
use whitesmith_codegen::{generate, Options as GenerateOptions, Sources};

/// What rustdoc reads docs with.
const RUSTDOC: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION);

/// An emitted crate.
#[derive(Debug)]
pub(crate) struct Crate {
    pub(crate) files: BTreeMap<String, String>,
}

/// What docs have that does more than to be read.
#[derive(Debug, Default, PartialEq, Eq)]
struct Acting {
    /// How many examples are compiled: ours.
    examples: usize,
    /// What rustdoc looks for an item for.
    references: BTreeSet<String>,
}

impl Crate {
    /// Generates with the tests of the model; the text of the errors if there are some.
    pub(crate) fn generate(model: &str) -> Result<Self, String> {
        let mut sources = Sources::new();
        sources.add("model.json", model);
        let options = GenerateOptions {
            package: "texts".to_owned(),
            version: "0.1.0".to_owned(),
            runtime: "path = \"../runtime\"".to_owned(),
            protocol_tests: true,
            ..GenerateOptions::default()
        };
        let generated = generate(&sources, &options);
        if generated.diagnostics.has_errors() {
            return Err(generated.diagnostics.render_text(&sources, false));
        }
        Ok(Self { files: generated.tree })
    }

    /// The same files, with the same tokens in them but for literals and docs.
    #[track_caller]
    pub(crate) fn assert_like(&self, baseline: &Self, what: &str) {
        self.assert_same(baseline, what, skeleton);
    }

    /// The same files, with the same items in them.
    #[track_caller]
    pub(crate) fn assert_same_items(&self, baseline: &Self, what: &str) {
        self.assert_same(baseline, what, |text| items(&skeleton(text)));
    }

    #[track_caller]
    fn assert_same(&self, baseline: &Self, what: &str, shape: impl Fn(&str) -> String) {
        let paths: Vec<&String> = self.files.keys().collect();
        assert_eq!(paths, baseline.files.keys().collect::<Vec<_>>(), "{what}");
        for (path, text) in self.files.iter().filter(|(path, text)| baseline.files[*path] != **text) {
            let shown = || format!("{what}: {path}:\n{text}");
            let raw = text.chars().find(|c| *c != '\n' && is_hidden(*c));
            assert_eq!(raw, None, "{}", shown());
            if path.ends_with(".toml") {
                assert_eq!(keys(text), keys(&baseline.files[path]), "{}", shown());
                continue;
            }
            assert!(syn::parse_file(text).is_ok(), "{}", shown());
            let (found, expected) = (shape(text), shape(&baseline.files[path]));
            let differ = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
            let near = |text: &str| {
                text.lines().skip(differ.unwrap_or(0).saturating_sub(20)).take(40).collect::<Vec<_>>().join(" ")
            };
            assert!(found == expected, "{what}: {path}: {}\ninstead of {}", near(&found), near(&expected));
            let (acting, harmless) = (acting(text), acting(&baseline.files[path]));
            assert_eq!(acting, harmless, "{}", shown());
        }
    }

    /// The docs of all items that say nothing of other items, with our own examples
    /// marked as not to be compiled, and how many of these there are.
    pub(crate) fn docs_by_themselves(&self) -> (Vec<String>, usize) {
        let mut docs = Vec::new();
        let mut examples = 0;
        for (path, text) in self.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
            for block in blocks(text) {
                let text = block.join("\n");
                let is_own = ["](crate::", "](field@", "](struct@", "[`"].iter().any(|link| text.contains(link));
                if is_own || path.starts_with("src/protocol_tests") {
                    continue;
                }
                examples += text.matches("\n ```no_run\n").count();
                let lines = text.replace("\n ```no_run\n", "\n ```ignore\n");
                docs.push(lines.lines().map(|line| format!("///{line}\n")).collect());
            }
        }
        (docs, examples)
    }
}

/// Controls, and what changes the order of a line or has no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || ('\u{200b}'..='\u{200f}').contains(&c)
        || ('\u{2028}'..='\u{202e}').contains(&c)
        || ('\u{2060}'..='\u{206f}').contains(&c)
        || matches!(c, '\u{61c}' | '\u{feff}')
}

/// The keys of a manifest, with their tables.
fn keys(manifest: &str) -> BTreeSet<String> {
    fn collect(before: &str, table: &toml::Table, keys: &mut BTreeSet<String>) {
        for (key, value) in table {
            let path = format!("{before}.{key}");
            if let toml::Value::Table(table) = value {
                collect(&path, table, keys);
            }
            keys.insert(path);
        }
    }
    let mut found = BTreeSet::new();
    let table: toml::Table = manifest.parse().unwrap_or_else(|error| panic!("{error}\n{manifest}"));
    collect("", &table, &mut found);
    found
}

/// The tokens without docs and what depends on the layout, a line each.
fn skeleton(text: &str) -> String {
    fn push(tokens: TokenStream, out: &mut String) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    let is_inner = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '!');
                    let mut rest = tokens.clone();
                    if is_inner {
                        rest.next();
                    }
                    match rest.next() {
                        Some(TokenTree::Group(group)) if group.stream().to_string().starts_with("doc =") => {
                            tokens = rest
                        }
                        _ => out.push_str("#\n"),
                    }
                }
                TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {}
                TokenTree::Literal(_) => out.push_str("literal\n"),
                TokenTree::Group(group) => {
                    // An arm has braces where its line is too long without.
                    let is_layout = group.delimiter() == Delimiter::Brace;
                    if !is_layout {
                        out.push_str(&format!("{:?}\n", group.delimiter()));
                    }
                    push(group.stream(), out);
                    if !is_layout {
                        out.push_str("end\n");
                    }
                }
                other => out.push_str(&format!("{other}\n")),
            }
        }
    }
    let mut out = String::new();
    let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    push(tokens, &mut out);
    out
}

/// What the items of a file are called, and where they begin.
fn items(skeleton: &str) -> String {
    const KEYWORDS: [&str; 10] = ["const", "enum", "fn", "impl", "mod", "static", "struct", "trait", "type", "use"];
    let lines: Vec<&str> = skeleton.lines().collect();
    lines.windows(2).filter(|pair| KEYWORDS.contains(&pair[0])).map(|pair| format!("{}\n", pair.join(" "))).collect()
}

/// The docs of each item, as lines without their marks.
fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks: Vec<Vec<&str>> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let line = line.trim_start();
        let doc = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
        match doc {
            Some(doc) if is_open => blocks.last_mut().expect("one is open").push(doc),
            Some(doc) => blocks.push(vec![doc]),
            None => {}
        }
        is_open = doc.is_some();
    }
    blocks
}

fn acting(text: &str) -> Acting {
    let mut acting = Acting::default();
    for block in blocks(text) {
        // rustdoc takes the space that each line begins with.
        let docs: Vec<&str> = block.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        act(&docs.join("\n"), &mut acting);
    }
    acting
}

fn act(docs: &str, acting: &mut Acting) {
    let mut broken = Vec::new();
    let mut callback = |link: pulldown_cmark::BrokenLink<'_>| {
        broken.push(link.reference.to_string());
        None::<(CowStr<'static>, CowStr<'static>)>
    };
    let parser = Parser::new_with_broken_link_callback(docs, RUSTDOC, Some(&mut callback));
    assert_eq!(parser.reference_definitions().iter().count(), 0, "{docs}");
    let mut is_example = false;
    for event in parser {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "text" => {}
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "no_run" => {
                acting.examples += 1;
                is_example = true;
            }
            Event::Text(code) if std::mem::take(&mut is_example) => {
                assert!(code.starts_with("# async fn example("), "{docs}");
            }
            Event::Start(Tag::CodeBlock(kind)) => panic!("{kind:?}\n{docs}"),
            Event::Html(html) | Event::InlineHtml(html) => panic!("{html}\n{docs}"),
            Event::Start(Tag::Image { .. } | Tag::FootnoteDefinition(_) | Tag::HtmlBlock | Tag::Strikethrough)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => panic!("{event:?}\n{docs}"),
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                assert!(is_of_the_web(&dest_url), "{dest_url}\n{docs}");
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_of_the_web(&dest_url) => {
                acting.references.insert(dest_url.to_string());
            }
            _ => {}
        }
    }
    acting.references.extend(broken);
}

fn is_of_the_web(target: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| target.starts_with(scheme))
}
