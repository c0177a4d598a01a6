//! HTML as models of AWS write it: a few tags, closed or not, with code spans and links
//! of CommonMark between them. Whatever else is in angle brackets is a placeholder in
//! somebody's command line or ARN, and survives as text.

use super::blocks::{is_target, Block, Builder, Inline, Mark};

/// The tags that are markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Paragraph,
    Code,
    Item,
    UnorderedList,
    OrderedList,
    Link,
    Italic,
    Bold,
    Note,
    Important,
    DescriptionList,
    Term,
    Description,
    Break,
    Pre,
    Heading(u8),
}

impl Tag {
    /// Whether the tag makes a block, which only HTML has.
    pub(super) fn is_block(self) -> bool {
        !matches!(self, Self::Code | Self::Link | Self::Italic | Self::Bold | Self::Break)
    }
}

/// A piece of documentation.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text as written; entities are not decoded yet.
    Text(&'t str),
    /// The content of a code span, as written.
    Code(&'t str),
    /// A tag, with the target of a link.
    Open(Tag, Option<&'t str>),
    Close(Tag),
    /// `<https://..>`, which CommonMark takes for a link.
    Address(&'t str),
    Comment,
    Break,
}

/// Reads a text whose line breaks are spaces, unless they are around a blank line.
pub(super) fn read(text: &str, builder: &mut Builder) {
    let mut preformatted: Option<String> = None;
    for token in scan(text) {
        match (&mut preformatted, token) {
            (Some(code), Token::Close(Tag::Pre)) => {
                builder.block(Block::Code(std::mem::take(code)));
                preformatted = None;
            }
            (Some(code), Token::Text(more) | Token::Code(more)) => code.push_str(&decode(more)),
            (Some(code), Token::Break) => code.push('\n'),
            (Some(code), Token::Address(more)) => code.push_str(&format!("<{more}>")),
            (Some(_), Token::Open(..) | Token::Close(_) | Token::Comment) => {}
            (None, Token::Open(Tag::Pre, _)) => preformatted = Some(String::new()),
            (None, token) => read_token(&token, builder),
        }
    }
    if let Some(code) = preformatted {
        builder.block(Block::Code(code));
    }
}

/// Reads what is a tag, if it is one of ours, else the text as it is.
pub(super) fn read_inline(text: &str, builder: &mut Builder) {
    for token in scan(text) {
        match token {
            Token::Text(text) => builder.text(text),
            token => read_token(&token, builder),
        }
    }
}

fn read_token(token: &Token<'_>, builder: &mut Builder) {
    match *token {
        Token::Text(text) => read_text(text, builder),
        Token::Code(code) if builder.is_in_code() => builder.text(&format!("`{}`", decode(code))),
        Token::Code(code) => builder.push(Inline::Code(decode(code))),
        Token::Address(address) if builder.is_in_code() => builder.text(&format!("<{address}>")),
        Token::Address(address) => {
            builder.push(Inline::Link(address.to_owned(), vec![Inline::Text(address.to_owned())]));
        }
        Token::Break => builder.end_paragraph(),
        Token::Comment => {}
        Token::Open(tag, href) => open(tag, href, builder),
        Token::Close(tag) => close(tag, builder),
    }
}

fn read_text(text: &str, builder: &mut Builder) {
    let last = text.split('\n').count() - 1;
    for (index, line) in text.split('\n').enumerate() {
        // What is before the first and after the last line break belongs to a line
        // that goes on beyond this piece of text.
        if line.trim().is_empty() && index > 0 && index < last {
            builder.end_paragraph();
        } else if index > 0 {
            builder.text(" ");
        }
        if builder.is_in_code() {
            builder.text(&decode(line));
        } else {
            read_line(line, builder);
        }
    }
}

/// Text with links of CommonMark.
fn read_line(line: &str, builder: &mut Builder) {
    let mut rest = line;
    while let Some(at) = rest.find('[') {
        let found = &rest[at..];
        match link(found) {
            Some((label, target, len)) => {
                builder.text(&decode(&rest[..at]));
                builder.push(Inline::Link(target.to_owned(), vec![Inline::Text(decode(label))]));
                rest = &found[len..];
            }
            None => {
                builder.text(&decode(&rest[..=at]));
                rest = &found[1..];
            }
        }
    }
    builder.text(&decode(rest));
}

/// Label, target and length of a link `[text](https://…)` at the start of the text.
fn link(text: &str) -> Option<(&str, &str, usize)> {
    let inside = text.strip_prefix('[')?;
    let end = inside.find(['[', ']', '<', '>'])?;
    let (label, after) = (&inside[..end], inside[end..].strip_prefix("](")?);
    let end = after.find(|c: char| c.is_whitespace() || matches!(c, ')' | '[' | '<' | '>'))?;
    let target = &after[..end];
    let is_link = after[end..].starts_with(')') && is_target(target) && !label.trim().is_empty();
    is_link.then_some((label, target, label.len() + target.len() + "[]()".len()))
}

fn open(tag: Tag, href: Option<&str>, builder: &mut Builder) {
    match tag {
        Tag::Code => builder.open_mark(Mark::Code),
        Tag::Bold => builder.open_mark(Mark::Strong),
        Tag::Italic => builder.open_mark(Mark::Emphasis),
        Tag::Link => {
            let target = href.map(|href| decode(href.trim())).filter(|target| is_target(target));
            builder.open_mark(Mark::Link(target));
        }
        Tag::Break | Tag::Paragraph | Tag::DescriptionList | Tag::Description | Tag::Pre => builder.end_paragraph(),
        Tag::Note => builder.begin("Note:"),
        Tag::Important => builder.begin("Important:"),
        Tag::Heading(level) => builder.begin_heading(level),
        Tag::UnorderedList => builder.open_list(None),
        Tag::OrderedList => builder.open_list(Some(1)),
        Tag::Item => builder.open_item(),
        Tag::Term => {
            builder.end_paragraph();
            builder.open_mark(Mark::Strong);
        }
    }
}

fn close(tag: Tag, builder: &mut Builder) {
    match tag {
        Tag::Code => builder.close_mark(&Mark::Code),
        Tag::Bold => builder.close_mark(&Mark::Strong),
        Tag::Italic => builder.close_mark(&Mark::Emphasis),
        Tag::Link => builder.close_mark(&Mark::Link(None)),
        Tag::UnorderedList | Tag::OrderedList => builder.close_list(),
        Tag::Item => builder.close_item(),
        Tag::Note | Tag::Important => builder.end_lead(),
        Tag::Heading(_) => builder.end_heading(),
        Tag::Break | Tag::Pre => {}
        Tag::Paragraph | Tag::Description | Tag::DescriptionList | Tag::Term => builder.end_paragraph(),
    }
}

/// Splits a text; never fails: what is not a tag is text.
pub(super) fn scan(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut text_start = text;
    // What follows the last end of a comment begins none.
    let after_comments = text.rfind("-->").map_or(text.len(), |end| text.len() - end);
    while let Some(at) = rest.find(['<', '`']) {
        let found = &rest[at..];
        let parsed = match found {
            _ if found.starts_with('`') => code_span(found),
            _ if found.starts_with("<!--") && found.len() > after_comments => comment(found),
            _ => tag(found),
        };
        match parsed {
            Some((token, len)) => {
                let before = &text_start[..text_start.len() - found.len()];
                if !before.is_empty() {
                    tokens.push(Token::Text(before));
                }
                tokens.push(token);
                rest = &found[len..];
                text_start = rest;
            }
            None => {
                let skipped = found.chars().take_while(|c| *c == '`').count().max(1);
                rest = &found[skipped..];
            }
        }
    }
    if !text_start.is_empty() {
        tokens.push(Token::Text(text_start));
    }
    tokens
}

/// CommonMark's code span: closed by as many backticks as opened it, in the
/// same paragraph.
fn code_span(text: &str) -> Option<(Token<'_>, usize)> {
    let ticks = text.bytes().take_while(|b| *b == b'`').count();
    if ticks > 2 {
        return None;
    }
    let fence = &text[..ticks];
    let inside = &text[ticks..];
    let end = inside.find(fence)?;
    let code = &inside[..end];
    let is_closed = !inside[end + ticks..].starts_with('`') && !code.contains("\n\n") && !code.is_empty();
    is_closed.then_some((Token::Code(code), end + 2 * ticks))
}

fn comment(text: &str) -> Option<(Token<'_>, usize)> {
    text.find("-->").map(|end| (Token::Comment, end + "-->".len()))
}

fn tag(text: &str) -> Option<(Token<'_>, usize)> {
    let end = 1 + text[1..].find(['<', '>'])?;
    let inside = &text[1..end];
    if !text[end..].starts_with('>') {
        return None;
    }
    if is_target(inside) && !inside.contains(char::is_whitespace) {
        return Some((Token::Address(inside), end + 1));
    }
    let (is_closing, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside.strip_suffix('/').unwrap_or(inside)),
    };
    let name = inside.split(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let tag = tag_named(&name.to_ascii_lowercase())?;
    let token = match (tag, is_closing) {
        (Tag::Break, _) => Token::Break,
        (tag, true) => Token::Close(tag),
        (tag, false) => Token::Open(tag, attribute(inside, "href")),
    };
    Some((token, end + 1))
}

fn tag_named(name: &str) -> Option<Tag> {
    Some(match name {
        "p" | "para" | "fullname" => Tag::Paragraph,
        "code" => Tag::Code,
        "li" => Tag::Item,
        "ul" => Tag::UnorderedList,
        "ol" => Tag::OrderedList,
        "a" => Tag::Link,
        "i" | "em" => Tag::Italic,
        "b" | "strong" => Tag::Bold,
        "note" => Tag::Note,
        "important" => Tag::Important,
        "dl" => Tag::DescriptionList,
        "dt" => Tag::Term,
        "dd" => Tag::Description,
        "br" => Tag::Break,
        "pre" => Tag::Pre,
        "h1" => Tag::Heading(1),
        "h2" => Tag::Heading(2),
        "h3" => Tag::Heading(3),
        "h4" => Tag::Heading(4),
        "h5" => Tag::Heading(5),
        "h6" => Tag::Heading(6),
        _ => return None,
    })
}

fn attribute<'t>(inside: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = inside.split_once(name)?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next()?;
    if quote == '"' || quote == '\'' {
        value[1..].split(quote).next()
    } else {
        value.split_whitespace().next()
    }
}

/// The longest name of an entity that there is.
const ENTITY: usize = 10;

/// Replaces HTML's entities; what is none stays.
fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(ENTITY + 2).position(|byte| byte == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end + 1))) {
            Some((character, len)) => {
                out.push(character);
                rest = &rest[len..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| !c.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "times" => '×',
        "middot" => '·',
        "bull" => '•',
        "rarr" => '→',
        "larr" => '←',
        "le" => '≤',
        "ge" => '≥',
        _ => return None,
    })
}
