//! In: documentation text. Out: tags, code spans and the text between them.

/// The tags that are markup. Everything else in angle brackets is text.
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
    /// What stands in a code span, as written.
    Code(&'t str),
    /// A tag, with the target of a link.
    Open(Tag, Option<&'t str>),
    Close(Tag),
    Break,
}

/// Splits a text; never fails: what is no tag is text.
pub(super) fn scan(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut text_start = text;
    while let Some(at) = rest.find(['<', '`']) {
        let found = &rest[at..];
        let parsed = if found.starts_with('`') { code_span(found) } else { tag(found) };
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

fn tag(text: &str) -> Option<(Token<'_>, usize)> {
    let end = text.find('>')?;
    let inside = &text[1..end];
    if inside.contains('<') {
        return None;
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
        "p" => Tag::Paragraph,
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

/// Replaces HTML's entities; what is none stays.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let entity = rest[1..].split_once(';').and_then(|(name, _)| Some((entity(name)?, name.len() + 2)));
        match entity {
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
