//! In: documentation as a model has it: CommonMark, with the HTML that AWS
//! models use. Out: Markdown that rustdoc and clippy accept, wrapped.
//!
//! Only the tags of [`Tag`] are HTML here. Any other `<word>` is a placeholder
//! in somebody's command line or ARN, and has to survive as text.

mod inline;
mod tokens;

use crate::ir::Docs;
use tokens::{Tag, Token};

/// Column at which text is wrapped, without the `/// ` in front.
const WIDTH: usize = 90;

/// Markdown lines for a text.
pub(crate) fn to_markdown(text: &str) -> Docs {
    let tokens = tokens::scan(text);
    // A text with HTML's blocks is HTML: a line break in it is a space.
    let is_block = |token: &Token<'_>| matches!(token, Token::Open(tag, _) if tag.is_block());
    let mut writer = Writer { is_markdown: !tokens.iter().any(is_block), ..Writer::default() };
    for token in tokens {
        writer.token(token);
    }
    writer.end_paragraph();
    while writer.lines.last().is_some_and(String::is_empty) {
        writer.lines.pop();
    }
    Docs(writer.lines)
}

/// Builds blocks: paragraphs, list items, headings and preformatted text.
#[derive(Default)]
struct Writer {
    lines: Vec<String>,
    /// Inline text of the open paragraph.
    inline: inline::Inline,
    /// Markers of the open lists, outermost first.
    lists: Vec<List>,
    /// What the next paragraph begins with: a list marker, `## `, `**Note:** `.
    lead: String,
    preformatted: Option<String>,
    /// Whether lines that begin with CommonMark's markers are blocks.
    is_markdown: bool,
}

struct List {
    /// The number of the next item, for an ordered list.
    next_number: Option<usize>,
    /// Columns that the item's further lines are indented by.
    indent: usize,
    /// Whether an item was opened.
    has_item: bool,
}

impl Writer {
    fn token(&mut self, token: Token<'_>) {
        if let Some(text) = &mut self.preformatted {
            match token {
                Token::Close(Tag::Pre) => self.end_preformatted(),
                Token::Text(more) | Token::Code(more) => text.push_str(&tokens::decode(more)),
                Token::Open(..) | Token::Close(_) => {}
                Token::Break => text.push('\n'),
            }
            return;
        }
        match token {
            Token::Text(text) => self.text(text),
            Token::Code(code) => self.inline.code(code),
            Token::Break => self.end_paragraph(),
            Token::Open(tag, href) => self.open(tag, href),
            Token::Close(tag) => self.close(tag),
        }
    }

    fn text(&mut self, text: &str) {
        let last = text.split('\n').count() - 1;
        for (index, line) in text.split('\n').enumerate() {
            // What stands before the first and after the last line break belongs
            // to a line that goes on beyond this piece of text.
            let is_blank = line.trim().is_empty() && index > 0 && index < last;
            let starts_line = index > 0 && self.is_markdown && starts_block(line.trim_start());
            if is_blank || starts_line {
                self.end_paragraph_of_text(is_blank);
            } else if index > 0 {
                self.inline.text(" ");
            }
            if let Some(fence) = line.trim_start().strip_prefix("```") {
                if !fence.contains('`') {
                    self.inline.text("'''");
                    self.inline.text(fence);
                    continue;
                }
            }
            let is_start = self.inline.is_empty() && self.lead.is_empty() && self.is_markdown;
            match line.trim_start() {
                line if is_start && starts_block(line) => self.markdown_block(line),
                _ => self.inline.text(line),
            }
        }
    }

    /// A line that begins with CommonMark's `- `, `* `, `1. ` or `# `.
    fn markdown_block(&mut self, line: &str) {
        let (marker, rest) = line.split_once(' ').unwrap_or((line, ""));
        self.lead = if matches!(marker, "*" | "+") { "- ".to_owned() } else { format!("{marker} ") };
        self.inline.text(rest);
    }

    fn end_paragraph_of_text(&mut self, is_blank: bool) {
        let was_item = !self.lead.is_empty();
        self.end_paragraph();
        if was_item && !is_blank && self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
    }

    fn open(&mut self, tag: Tag, href: Option<&str>) {
        match tag {
            Tag::Code | Tag::Bold | Tag::Italic | Tag::Link => self.inline.open(tag, href),
            Tag::Break => self.end_paragraph(),
            Tag::Paragraph | Tag::DescriptionList => self.end_paragraph(),
            Tag::Note => self.begin("**Note:** "),
            Tag::Important => self.begin("**Important:** "),
            Tag::Heading(level) => self.begin(&format!("{} ", "#".repeat(usize::from(level)))),
            Tag::UnorderedList => self.open_list(None),
            Tag::OrderedList => self.open_list(Some(1)),
            Tag::Item => self.open_item(),
            Tag::Term => {
                self.end_paragraph();
                self.inline.open(Tag::Bold, None);
            }
            Tag::Description => self.end_paragraph(),
            Tag::Pre => {
                self.end_paragraph();
                self.preformatted = Some(String::new());
            }
        }
    }

    fn close(&mut self, tag: Tag) {
        match tag {
            Tag::Code | Tag::Bold | Tag::Italic | Tag::Link => self.inline.close(tag),
            Tag::Term => {
                self.inline.close(Tag::Bold);
                self.end_paragraph();
            }
            Tag::UnorderedList | Tag::OrderedList => {
                self.end_paragraph();
                self.lists.pop();
                self.blank_line();
            }
            Tag::Item => {
                self.end_paragraph();
                self.lead.clear();
            }
            Tag::Note | Tag::Important | Tag::Heading(_) => {
                self.end_paragraph();
                if self.lists.is_empty() {
                    self.lead.clear();
                }
            }
            Tag::Break | Tag::Pre => {}
            Tag::Paragraph | Tag::Description | Tag::DescriptionList => self.end_paragraph(),
        }
    }

    fn begin(&mut self, lead: &str) {
        self.end_paragraph();
        self.lead.push_str(lead);
    }

    fn open_list(&mut self, next_number: Option<usize>) {
        self.end_paragraph();
        self.lists.push(List { next_number, indent: if next_number.is_some() { 3 } else { 2 }, has_item: false });
    }

    fn open_item(&mut self) {
        self.end_paragraph();
        let Some(list) = self.lists.last_mut() else { return self.lead.push_str("- ") };
        let is_first = !std::mem::replace(&mut list.has_item, true);
        let marker = match &mut list.next_number {
            None => "- ".to_owned(),
            Some(number) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
        };
        list.indent = marker.len();
        self.lead = marker;
        // Items of one list stand together.
        if !is_first && self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
    }

    fn end_paragraph(&mut self) {
        let text = self.inline.take();
        if text.trim().is_empty() {
            return;
        }
        let lead = std::mem::take(&mut self.lead);
        let is_item = self.lists.last().is_some_and(|list| list.has_item) && is_marker(&lead);
        let outer = self.lists.len() - usize::from(is_item);
        let indent: usize = self.lists.iter().take(outer).map(|list| list.indent).sum();
        let hanging = match self.lists.last() {
            Some(list) if is_item => indent + list.indent,
            _ if is_marker(&lead) => lead.len(),
            _ => indent,
        };
        let first = format!("{}{lead}", " ".repeat(indent));
        self.lines.extend(wrap(&text, &first, hanging));
        self.blank_line();
    }

    fn end_preformatted(&mut self) {
        let Some(text) = self.preformatted.take() else { return };
        if text.trim().is_empty() {
            return;
        }
        let indent = " ".repeat(self.lists.iter().map(|list| list.indent).sum());
        self.lines.push(format!("{indent}```text"));
        for line in text.trim_matches('\n').lines() {
            let line = line.trim_end().replace('\t', "    ").replace("```", "'''");
            self.lines.push(format!("{indent}{line}").trim_end().to_owned());
        }
        self.lines.push(format!("{indent}```"));
        self.blank_line();
    }

    fn blank_line(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }
}

fn is_marker(lead: &str) -> bool {
    lead.starts_with("- ") || lead.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether Markdown would take the line as something else than text.
fn starts_block(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    let is_heading = !word.is_empty() && word.len() <= 6 && word.bytes().all(|b| b == b'#');
    let digits = word.trim_end_matches(['.', ')']);
    let is_number = !digits.is_empty()
        && digits.len() < word.len()
        && digits.len() <= 3
        && digits.bytes().all(|b| b.is_ascii_digit());
    line.len() > word.len() && (matches!(word, "-" | "*" | "+") || is_heading || is_number)
}

/// Breaks at spaces; never before a word that Markdown would read as a marker.
fn wrap(text: &str, first: &str, hanging: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in text.split_whitespace() {
        let is_full = line.chars().count() + 1 + word.chars().count() > WIDTH;
        if !is_empty && is_full && !may_be_marker(word) {
            lines.push(std::mem::replace(&mut line, " ".repeat(hanging)));
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push(line);
    lines
}

fn may_be_marker(word: &str) -> bool {
    word.starts_with(['-', '+', '*', '#', '>', '=', '|', '~', ':', '`']) && word.len() < 4
        || word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(['.', ')'])
        || word.starts_with("```")
}

#[cfg(test)]
mod tests {
    use super::to_markdown;

    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        assert_eq!(to_markdown(input).0, expected, "{input}");
    }

    #[test]
    fn inline_markup_becomes_markdown() {
        check("<p>One <code>two</code> <b>three</b> <i> four </i>.</p>", &["One `two` **three** *four* ."]);
        check(
            "See <a href=\"https://x.y/a(b)\">the <code>guide</code></a>",
            &["See [the `guide`](https://x.y/a%28b%29)"],
        );
        check("<a>Thing</a> and <a href=\"https://x.y\">https://x.y</a>", &["`Thing` and <https://x.y>"]);
        check("<code>a `b` c</code>", &["`` a `b` c ``"]);
        check("<b></b>x<code></code>", &["x"]);
    }

    #[test]
    fn placeholders_and_brackets_survive_as_text() {
        check("arn:<region>:<account-id>", &["arn:\\<region>:\\<account-id>"]);
        check("<code>s3://<bucket>/</code>", &["`s3://<bucket>/`"]);
        check("a[0] and [text](https://x.y)", &["a\\[0\\] and [text](https://x.y)"]);
        check("1 &lt; 2 &amp;&amp; 3 &gt; 2 &#x41; &unknown;", &["1 \\< 2 && 3 > 2 A &unknown;"]);
        check("see https://x.y/z.", &["see <https://x.y/z>."]);
        check("2 * 3 \\n `code *` C:\\x", &["2 \\* 3 \\\\n `code *` C:\\\\x"]);
    }

    #[test]
    fn lists_nest() {
        check(
            "<p>Do:</p><ul><li><p>one</p></li> <li><p>two</p><ol><li>a</li><li>b</li></ol></li></ul><p>End</p>",
            &["Do:", "", "- one", "- two", "", "  1. a", "  2. b", "", "End"],
        );
        check("<dl><dt>term</dt><dd>what it is</dd></dl>", &["**term**", "", "what it is"]);
    }

    #[test]
    fn blocks_are_kept() {
        check("<note><p>Careful.</p></note><h3>Title</h3>text", &["**Note:** Careful.", "", "### Title", "", "text"]);
        check("<pre><code>a\n  b</code></pre>", &["```text", "a", "  b", "```"]);
        check("First.\n\nSecond\nline.", &["First.", "", "Second line."]);
        check("Items:\n- one\n- two", &["Items:", "", "- one", "- two"]);
        check("", &[]);
    }

    #[test]
    fn a_line_break_in_html_is_a_space() {
        check(
            "<p>In the console, the\n         <code>X</code> is\n   shown.</p>",
            &["In the console, the `X` is shown."],
        );
        check("<p><b>\n<code>x</code>\n</b> -\n   To see it.</p>", &["**`x`** - To see it."]);
        check("<ul>\n  <li>\n    <p>one</p>\n  </li>\n  <li>two\n- three</li>\n</ul>", &["- one", "- two - three"]);
    }

    #[test]
    fn long_text_is_wrapped_without_making_a_list() {
        let text = format!("{} 1. {}", "word ".repeat(18).trim_end(), "more ".repeat(3).trim_end());
        let lines = to_markdown(&text).0;
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with("1."), "{lines:?}");
    }

    #[test]
    fn hostile_markup_ends() {
        for text in ["<", "<<<<", "</p", "<a href=", "<a href='x", "`", "``` x", "&#x110000;", "&#;", "[", "](", "<p"] {
            to_markdown(text);
        }
        to_markdown(&"<ul><li>".repeat(2_000));
    }
}
