//! In: the text and the inline tags of a paragraph. Out: Markdown in which
//! nothing but what was markup acts as markup.

use super::tokens::{decode, Tag};

/// The inline text of a paragraph while it is built.
#[derive(Default)]
pub(super) struct Inline {
    out: String,
    open: Vec<Span>,
}

/// An inline tag that is open.
struct Span {
    tag: Tag,
    /// Where its content starts in the output.
    start: usize,
    href: Option<String>,
}

impl Inline {
    pub(super) fn is_empty(&self) -> bool {
        self.out.trim().is_empty() && self.open.is_empty()
    }

    pub(super) fn text(&mut self, text: &str) {
        let text = decode(text);
        if self.open.iter().any(|span| span.tag == Tag::Code) {
            self.out.push_str(&text);
        } else {
            escape_into(&mut self.out, &text);
        }
    }

    /// The content of a code span.
    pub(super) fn code(&mut self, code: &str) {
        if self.open.iter().any(|span| span.tag == Tag::Code) {
            self.out.push_str(&format!("`{}`", decode(code)));
        } else {
            self.out.push_str(&code_span(code));
        }
    }

    pub(super) fn open(&mut self, tag: Tag, href: Option<&str>) {
        let is_inside_code = self.open.iter().any(|span| span.tag == Tag::Code);
        if !is_inside_code {
            let href = href.map(|href| decode(href.trim())).filter(|href| is_target(href));
            self.open.push(Span { tag, start: self.out.len(), href });
        }
    }

    pub(super) fn close(&mut self, tag: Tag) {
        let Some(index) = self.open.iter().rposition(|span| span.tag == tag) else { return };
        // A tag that was left open inside ends here as well.
        while self.open.len() > index {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let Some(span) = self.open.pop() else { return };
        let content = self.out.split_off(span.start.min(self.out.len()));
        let trimmed = content.trim();
        if trimmed.is_empty() {
            self.out.push_str(&content);
            return;
        }
        let marked = match (span.tag, &span.href) {
            (Tag::Code, _) => code_span(trimmed),
            (Tag::Bold, _) => emphasis(trimmed, "**"),
            (Tag::Italic, _) => emphasis(trimmed, "*"),
            (Tag::Link, None) => code_span(&trimmed.replace(['`', '\\', '*'], "")),
            (Tag::Link, Some(href)) if trimmed == format!("<{href}>") => trimmed.to_owned(),
            (Tag::Link, Some(href)) => format!("[{}]({})", trimmed.replace(['<', '>'], ""), encode(href)),
            _ => trimmed.to_owned(),
        };
        // Spaces inside the tag end up outside, where Markdown wants them.
        if content.starts_with(char::is_whitespace) {
            self.out.push(' ');
        }
        self.out.push_str(&marked);
        if content.ends_with(char::is_whitespace) {
            self.out.push(' ');
        }
    }

    /// Ends the paragraph and returns it.
    pub(super) fn take(&mut self) -> String {
        while !self.open.is_empty() {
            self.close_last();
        }
        std::mem::take(&mut self.out)
    }
}

fn emphasis(text: &str, mark: &str) -> String {
    // `***` and the like are more than a reader of Markdown can take apart.
    if text.starts_with('*') || text.ends_with('*') || text.ends_with('\\') {
        text.to_owned()
    } else {
        format!("{mark}{text}{mark}")
    }
}

fn code_span(code: &str) -> String {
    let code = decode(code);
    let code = code.trim();
    if code.is_empty() {
        String::new()
    } else if code.contains('`') {
        format!("`` {} ``", code.replace("``", "` `"))
    } else {
        format!("`{code}`")
    }
}

/// Only absolute links make sense outside the page that they were written for.
fn is_target(href: &str) -> bool {
    href.starts_with("http://") || href.starts_with("https://")
}

fn encode(href: &str) -> String {
    let mut out = String::with_capacity(href.len());
    for c in href.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// Escapes what Markdown or rustdoc would take as markup.
fn escape_into(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if let Some(len) = bare_url(rest, out) {
            out.push('<');
            out.push_str(&rest[..len]);
            out.push('>');
            rest = &rest[len..];
            continue;
        }
        if let Some(len) = markdown_link(rest) {
            out.push_str(&rest[..len]);
            rest = &rest[len..];
            continue;
        }
        match c {
            '<' | '[' | ']' | '*' | '`' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '_' if !out.ends_with(|c: char| c.is_alphanumeric() || c == '_') => out.push_str("\\_"),
            '\t' => out.push_str("  "),
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
}

/// The length of a URL that stands at the start of the text.
fn bare_url(text: &str, before: &str) -> Option<usize> {
    let is_start = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '<' | '(' | '"' | '\''));
    if !is_start || !(text.starts_with("https://") || text.starts_with("http://")) {
        return None;
    }
    let end = text
        .find(|c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '`' | '|' | '\\' | '[' | ']' | '{' | '}')
        })
        .unwrap_or(text.len());
    let url = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '*']);
    (url.len() > "https://".len()).then_some(url.len())
}

/// The length of a Markdown link `[text](https://…)` at the start of the text.
fn markdown_link(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('[')?;
    let (label, after) = inside.split_once("](")?;
    let (target, _) = after.split_once(')')?;
    let is_link = is_target(target)
        && !target.contains(char::is_whitespace)
        && !label.contains(['[', ']', '<', '>', '\n'])
        && !label.is_empty();
    is_link.then_some(1 + label.len() + 2 + target.len() + 1)
}
