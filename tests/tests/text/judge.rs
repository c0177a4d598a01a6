//! In: two files, one made of harmless texts. Out: a failure if they differ in more than
//! what their literals and docs say. The fuzz target `docs` judges by this too.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag};

/// What rustdoc reads docs with.
const RUSTDOC: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION);

/// What docs have that does more than to be read.
#[derive(Debug, Default, PartialEq, Eq)]
struct Acting {
    /// How many examples are compiled: ours.
    examples: usize,
    /// What rustdoc looks for an item for.
    references: BTreeSet<String>,
}

/// A file of Rust has the tokens of the other, but for literals and docs, as far as
/// `shape` tells; its docs do nothing that those of the other do not.
#[track_caller]
pub(crate) fn assert_like(text: &str, baseline: &str, what: &str, shape: impl Fn(&str) -> String) {
    assert_eq!(hidden(text), None, "{what}:\n{text}");
    assert!(syn::parse_file(text).is_ok(), "{what}:\n{text}");
    let (found, expected) = (shape(text), shape(baseline));
    let differ = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let near =
        |text: &str| text.lines().skip(differ.unwrap_or(0).saturating_sub(20)).take(40).collect::<Vec<_>>().join(" ");
    assert!(found == expected, "{what}: {}\ninstead of {}", near(&found), near(&expected));
    let (acting, harmless) = (acting(text), acting(baseline));
    assert_eq!(acting, harmless, "{what}:\n{text}");
}

/// A character that a reader of the file does not see.
pub(crate) fn hidden(text: &str) -> Option<char> {
    text.chars().find(|c| *c != '\n' && is_hidden(*c))
}

/// Controls, and what changes the order of a line or has no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || ('\u{200b}'..='\u{200f}').contains(&c)
        || ('\u{2028}'..='\u{202e}').contains(&c)
        || ('\u{2060}'..='\u{206f}').contains(&c)
        || matches!(c, '\u{61c}' | '\u{feff}')
}

/// The tokens without docs and what depends on the layout, a line each.
pub(crate) fn skeleton(text: &str) -> String {
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

/// The docs of each item, as lines without their marks.
pub(crate) fn blocks(text: &str) -> Vec<Vec<&str>> {
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
