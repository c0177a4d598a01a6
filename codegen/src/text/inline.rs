//! In: the pieces of a paragraph. Out: words of Markdown in which nothing acts as markup
//! but what was markup, neither for CommonMark nor for rustdoc, which resolves whatever is
//! in brackets.

use super::blocks::{is_target, plain, Inline};
use super::visible;
use super::wrap::Words;

/// Where the pieces are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    /// In the text of a link, which holds no other.
    pub(super) is_link: bool,
    /// In a cell, which is one line and ends at a bar.
    pub(super) is_cell: bool,
}

/// Adds the pieces.
pub(super) fn print(content: &[Inline], place: Place, words: &mut Words) {
    for inline in content {
        match inline {
            Inline::Text(text) => print_text(text, place, words),
            Inline::Code(code) => print_code(code, place, words),
            Inline::Strong(content) => print_marked(content, "**", place, words),
            Inline::Emphasis(content) => print_marked(content, "*", place, words),
            Inline::Link(target, content) => print_link(target, content, place, words),
            Inline::Break if place.is_cell || place.is_link => words.space(),
            Inline::Break => words.end_line(),
        }
    }
}

fn print_text(text: &str, place: Place, words: &mut Words) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            c if c.is_whitespace() => words.space(),
            'h' if !place.is_link && scheme(rest).is_some() => length = print_address(rest, place, words),
            '\\' | '`' | '*' | '[' | ']' | '<' => words.push(&format!("\\{c}")),
            '_' if !words.last().is_some_and(|c| c.is_alphanumeric() || c == '_') => words.push("\\_"),
            // What a line through text can end with: it follows something, or no letter follows.
            '~' if words.last().is_some() || !rest[1..].starts_with(char::is_alphanumeric) => words.push("\\~"),
            '^' if words.last() == Some('[') => words.push("\\^"),
            '&' if is_entity(rest) => words.push("\\&"),
            '|' if place.is_cell => words.push("\\|"),
            c => words.push(c.encode_utf8(&mut [0; 4])),
        }
        rest = &rest[length..];
    }
}

/// Whether the text begins with what CommonMark would replace.
fn is_entity(text: &str) -> bool {
    let end = text.bytes().take(40).position(|byte| byte == b';').unwrap_or(0);
    end > 1 && text[1..end].bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

fn scheme(text: &str) -> Option<&'static str> {
    ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))
}

/// Prints the address that the text begins with, and returns its length. What cannot be
/// linked to must not look as if it could, or rustdoc warns.
fn print_address(text: &str, place: Place, words: &mut Words) -> usize {
    let length = address(text);
    let is_apart = !words.last().is_some_and(char::is_alphanumeric);
    let address = &text[..length];
    if is_apart && is_autolink(address, place) {
        words.push_markup(&format!("<{address}>"));
        return length;
    }
    let scheme = scheme(text).unwrap_or_default();
    words.push(&if length > scheme.len() { scheme.replace(':', "\\:") } else { scheme.to_owned() });
    scheme.len()
}

/// The length of the address that the text begins with.
fn address(text: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || "<>\"'`|\\[]{}".contains(c) || visible::is_hidden(c);
    let end = text.find(ends).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*']).len()
}

/// Whether `<address>` is a link to it.
fn is_autolink(address: &str, place: Place) -> bool {
    let ends = |c: char| c.is_whitespace() || "<>\"`\\".contains(c) || visible::is_hidden(c);
    let is_plain = |c: char| !(ends(c) || place.is_cell && c == '|');
    let begins = |scheme: &str| address.len() > scheme.len() && address.starts_with(scheme);
    (begins("https://") || begins("http://") || begins("mailto:")) && address.chars().all(is_plain)
}

/// A code span. Where it would take more marks than two, which may be a fence, it is text;
/// so are brackets in the text of a link, which may be the end of a definition's label.
fn print_code(code: &str, place: Place, words: &mut Words) {
    let code = if place.is_cell { code.replace('|', "\\|") } else { code.to_owned() };
    let runs: Vec<usize> = code.split(|c| c != '`').map(str::len).collect();
    let (before, after) = match (runs.iter().any(|run| *run > 0), runs.contains(&2)) {
        _ if place.is_link && code.contains(['[', ']']) => return print_text(&code, place, words),
        (false, _) => ("`", "`"),
        (true, false) => ("`` ", " ``"),
        (true, true) => return print_text(&code, place, words),
    };
    let mut inside = Words::default();
    for word in code.split_whitespace() {
        inside.push(word);
        inside.space();
    }
    if inside.is_empty() {
        return;
    }
    // Two spans side by side would be one.
    if words.last() == Some('`') {
        words.space();
    }
    words.append(inside, before, after);
}

/// Words between two marks; spaces at the ends are outside.
fn print_marked(content: &[Inline], mark: &str, place: Place, words: &mut Words) {
    let mut inside = Words::default();
    print(content, place, &mut inside);
    // `***` and the like are more than a reader of Markdown can take apart.
    let is_readable = inside.ends().is_some_and(|(first, last)| first != '*' && !matches!(last, '*' | '\\'));
    let mark = if is_readable && words.last() != Some('*') { mark } else { "" };
    append_apart(inside, mark, mark, content, words);
}

/// Adds words with marks around them, and spaces around these where there are some inside.
fn append_apart(inside: Words, before: &str, after: &str, content: &[Inline], words: &mut Words) {
    let text = plain(content);
    if text.starts_with(char::is_whitespace) {
        words.space();
    }
    words.append(inside, before, after);
    if text.ends_with(char::is_whitespace) {
        words.space();
    }
}

fn print_link(target: &str, content: &[Inline], place: Place, words: &mut Words) {
    if place.is_link || !is_target(target) {
        return print(content, place, words);
    }
    // Or it is a picture.
    if let Some(word) = words.open_word().filter(|word| word.ends_with('!')) {
        word.insert(word.len() - 1, '\\');
    }
    let text = plain(content);
    let text = text.trim();
    if (text == target || target.strip_prefix("mailto:") == Some(text)) && is_autolink(target, place) {
        return words.push_markup(&format!("<{target}>"));
    }
    let mut inside = Words::default();
    print(content, Place { is_link: true, ..place }, &mut inside);
    append_apart(inside, "[", &format!("]({})", encode(target)), content, words);
}

/// The target of a link, with what could end it as bytes.
fn encode(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    for (index, c) in target.char_indices() {
        match c {
            '&' if is_entity(&target[index..]) => out.push_str("&amp;"),
            c if c.is_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c) => out.push(c),
            c => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
        }
    }
    out
}
