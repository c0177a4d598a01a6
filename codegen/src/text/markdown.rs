//! CommonMark with tables, and HTML between its blocks: documentation as somebody writes
//! it who is not AWS.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::blocks::{Block, Builder, Inline, Mark};
use super::html::{self, Token};

/// Reads documentation.
pub(super) fn read(text: &str, builder: &mut Builder) {
    for (is_html, region) in regions(text) {
        if is_html {
            html::read(region, builder);
        } else {
            Reader::default().read(region, builder);
        }
        builder.close_all();
    }
}

/// Parts of the text that are HTML, and parts that are CommonMark. HTML is a paragraph
/// with a tag that makes a block, up to where its tags are closed: indents and blank
/// lines in it mean nothing.
fn regions(text: &str) -> Vec<(bool, &str)> {
    let mut regions: Vec<(bool, Range<usize>)> = Vec::new();
    let mut open = 0_usize;
    for paragraph in paragraphs(text) {
        let part = &text[paragraph.clone()];
        let is_html = open > 0 || is_html(part);
        if is_html {
            open = html::scan(part).iter().fold(open, |open, token| match token {
                Token::Open(tag, _) if tag.is_block() => open + 1,
                Token::Close(tag) if tag.is_block() => open.saturating_sub(1),
                _ => open,
            });
        }
        match regions.last_mut() {
            Some((last, range)) if *last == is_html => range.end = paragraph.end,
            _ => regions.push((is_html, paragraph)),
        }
    }
    regions.into_iter().map(|(is_html, range)| (is_html, &text[range])).collect()
}

/// What is between blank lines; a fence keeps its own.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let (mut start, mut end) = (0, 0);
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        end += line.len();
        let content = line.trim();
        match (fence, fence_of(content)) {
            (None, Some(opened)) => fence = Some(opened),
            (Some(opened), Some(closed)) if closed.starts_with(opened) && closed == content => fence = None,
            _ => {}
        }
        if content.is_empty() && fence.is_none() {
            paragraphs.push(start..end);
            start = end;
        }
    }
    if start < end {
        paragraphs.push(start..end);
    }
    paragraphs
}

fn fence_of(line: &str) -> Option<&str> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let len = line.len() - line.trim_start_matches(mark).len();
    (len >= 3).then(|| &line[..len])
}

/// Whether the paragraph has a tag that makes a block, and is not one of CommonMark.
fn is_html(paragraph: &str) -> bool {
    let first = paragraph.trim_start();
    let is_block = first.starts_with(['#', '>', '|'])
        || first.starts_with(['-', '*', '+']) && first[1..].starts_with([' ', '\t'])
        || first.starts_with(|c: char| c.is_ascii_digit())
            && first.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
    let has_fence = || paragraph.lines().any(|line| fence_of(line.trim()).is_some());
    let has_tag = || html::scan(paragraph).iter().any(|token| matches!(token, Token::Open(tag, _) if tag.is_block()));
    !is_block && paragraph.contains('<') && !has_fence() && has_tag()
}

/// What is collected until its end comes.
#[derive(Debug, Default)]
struct Reader {
    /// The lines of a block of code, and whether indents make it one.
    code: Option<(String, bool)>,
    html: Option<String>,
    rows: Vec<Vec<Vec<Inline>>>,
}

impl Reader {
    fn read(mut self, text: &str, builder: &mut Builder) {
        for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
            match event {
                Event::Start(tag) => self.start(tag, builder),
                Event::End(tag) => self.end(tag, builder),
                Event::Text(text) => match (&mut self.code, &mut self.html) {
                    (Some((code, _)), _) => code.push_str(&text),
                    (None, Some(html)) => html.push_str(&text),
                    (None, None) => builder.text(&text),
                },
                Event::Code(code) if builder.is_in_code() => builder.text(&format!("`{code}`")),
                Event::Code(code) => builder.push(Inline::Code(code.into_string())),
                Event::Html(html) => match &mut self.html {
                    Some(block) => block.push_str(&html),
                    None => html::read(&html, builder),
                },
                Event::InlineHtml(html) => html::read_inline(&html, builder),
                Event::SoftBreak => builder.text(" "),
                Event::HardBreak => builder.push(Inline::Break),
                Event::Rule => builder.block(Block::Rule),
                // Of extensions that are not enabled.
                Event::FootnoteReference(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                    builder.text(&text);
                }
                Event::TaskListMarker(_) => {}
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>, builder: &mut Builder) {
        match tag {
            Tag::Heading { level, .. } => builder.begin_heading(level as u8),
            Tag::BlockQuote(_) => builder.open_quote(),
            Tag::CodeBlock(kind) => self.code = Some((String::new(), kind == CodeBlockKind::Indented)),
            Tag::HtmlBlock => self.html = Some(String::new()),
            Tag::List(start) => builder.open_list(start),
            Tag::Item => builder.open_item(),
            Tag::Table(_) => {
                builder.end_paragraph();
                self.rows.clear();
            }
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            Tag::Emphasis => builder.open_mark(Mark::Emphasis),
            Tag::Strong => builder.open_mark(Mark::Strong),
            Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. } => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                builder.open_mark(Mark::Link(Some(format!("{scheme}{dest_url}"))));
            }
            _ => builder.end_paragraph(),
        }
    }

    fn end(&mut self, tag: TagEnd, builder: &mut Builder) {
        match tag {
            TagEnd::Heading(_) => builder.end_heading(),
            TagEnd::BlockQuote(_) => builder.close_quote(),
            TagEnd::CodeBlock => match self.code.take() {
                // HTML that is indented, which AWS does and CommonMark takes for code.
                Some((code, true)) if is_html(&code) => html::read(&code, builder),
                Some((code, _)) => builder.block(Block::Code(code)),
                None => {}
            },
            TagEnd::HtmlBlock => {
                let html = self.html.take().unwrap_or_default();
                html::read(&html, builder);
            }
            TagEnd::List(_) => builder.close_list(),
            TagEnd::Item => builder.close_item(),
            TagEnd::Table => builder.block(Block::Table(std::mem::take(&mut self.rows))),
            TagEnd::TableCell => {
                let cell = builder.take_inline();
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                // A row is as long as what it says.
                while self.rows.last().and_then(|row| row.last()).is_some_and(Vec::is_empty) {
                    self.rows.last_mut().and_then(Vec::pop);
                }
            }
            TagEnd::Emphasis => builder.close_mark(&Mark::Emphasis),
            TagEnd::Strong => builder.close_mark(&Mark::Strong),
            TagEnd::Link | TagEnd::Image => builder.close_mark(&Mark::Link(None)),
            _ => builder.end_paragraph(),
        }
    }
}
