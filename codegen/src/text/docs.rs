//! Docs of an item or a file: lines of Markdown.

use proc_macro2::TokenStream;
use quote::{quote, ToTokens};

use super::blocks::Builder;
use super::line::{line, Code, InLine};
use super::wrap::Words;
use super::{markdown, print, summary, visible};

/// Markdown that rustdoc and clippy accept, a line each, without the leading `///`. As
/// tokens it is the attributes of an item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Docs {
    lines: Vec<String>,
    /// The first sentence of a model's text.
    summary: Vec<String>,
}

impl Docs {
    /// The documentation that a model has: CommonMark, with HTML as AWS writes it.
    pub(crate) fn of_model(text: &str) -> Self {
        let mut builder = Builder::new();
        markdown::read(text, &mut builder);
        let blocks = builder.finish();
        let summary = summary::of(&blocks).map(|sentence| shown(print::lines(&[sentence]))).unwrap_or_default();
        Self { summary, ..Self::from_lines(print::lines(&blocks)) }
    }

    /// Whoever calls this has made Markdown of whatever came from a model.
    pub(super) fn from_lines(lines: Vec<String>) -> Self {
        Self { lines: shown(lines), summary: Vec::new() }
    }

    /// The first sentence of what a model says; empty if it does not begin with one.
    pub(crate) fn summary(&self) -> Self {
        Self { lines: self.summary.clone(), summary: Vec::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Adds a paragraph.
    pub(crate) fn push(&mut self, more: Self) {
        if !self.is_empty() && !more.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(more.lines);
    }

    /// Adds an example, which rustdoc compiles and does not run.
    pub(crate) fn push_example(&mut self, code: Vec<Code>) {
        let fence = |fence: &str| fence.to_owned();
        let code = code.into_iter().map(Code::into_line);
        self.push(Self::from_lines([fence("```no_run")].into_iter().chain(code).chain([fence("```")]).collect()));
    }

    /// The lines.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(String::as_str)
    }
}

/// Docs of one line.
pub(crate) fn doc(template: &'static str, parts: &[&dyn InLine]) -> Docs {
    Docs::from_lines(vec![line(template, parts).into_markdown()])
}

/// Docs of a sentence that may be long.
pub(crate) fn sentence(template: &'static str, parts: &[&dyn InLine]) -> Docs {
    let mut words = Words::default();
    for word in line(template, parts).into_markdown().split_whitespace() {
        // Where a line begins, it may; so may links and names of the generator's own.
        if words.is_empty() || word.starts_with("[`") || word.starts_with('`') && !word.starts_with("``") {
            words.push_markup(word);
        } else {
            words.push(word);
        }
        words.space();
    }
    Docs::from_lines(words.lines(print::WIDTH))
}

fn shown(lines: Vec<String>) -> Vec<String> {
    let show = |line: String| match visible::show(&line) {
        std::borrow::Cow::Borrowed(_) => line,
        std::borrow::Cow::Owned(shown) => shown,
    };
    lines.into_iter().map(show).collect()
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for line in &self.lines {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            tokens.extend(quote!(#[doc = #line]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(input: &str, expected: &[&str]) {
        assert_eq!(Docs::of_model(input).lines, expected, "{input}");
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
        check("1 &lt; 2 &amp;&amp; 3 &gt; 2 &#x41; &unknown;", &["1 \\< 2 && 3 > 2 A \\&unknown;"]);
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
        let lines = Docs::of_model(&text).lines;
        assert_eq!(lines.len(), 2);
        assert!(lines[0].ends_with("1."), "{lines:?}");
    }

    #[test]
    fn hostile_markup_ends() {
        for text in ["<", "<<<<", "</p", "<a href=", "<a href='x", "`", "``` x", "&#x110000;", "&#;", "[", "](", "<p"] {
            Docs::of_model(text);
        }
        Docs::of_model(&"<ul><li>".repeat(2_000));
    }

    #[test]
    fn spaces_in_a_tag_are_around_its_markup() {
        check("<p>as:<code> X </code>or<i>y </i>z</p>", &["as: `X` or*y* z"]);
        check("<code>a</code><code>b</code>", &["`a` `b`"]);
    }

    #[test]
    fn commonmark_survives() {
        check("```rust\nfn f() {}\n```", &["```text", "fn f() {}", "```"]);
        check("~~~\na\n```\n~~~", &["````text", "a", "```", "````"]);
        check("Text.\n\n    indented\n      code", &["Text.", "", "```text", "indented", "  code", "```"]);
        check(
            "- a\n  1. b\n     - c\n\n       ```\n       d\n       ```\n- e",
            &["- a", "", "  1. b", "", "     - c", "", "       ```text", "       d", "       ```", "- e"],
        );
        check(
            "| a | b |\n|---|:-:|\n| `x|y` | **z** |\n| 1 |",
            &["| a | b |", "| --- | --- |", "| \\`x | y\\` |", "| 1 |"],
        );
        check("<https://x.y/z> and <a@x.y>", &["<https://x.y/z> and <mailto:a@x.y>"]);
        check("# One\n\nTwo\n---\n\n> three\n> four\n\n***\n", &["# One", "", "## Two", "", "> three four", "", "---"]);
        check("a  \nb\\\nc", &["a\\", "b\\", "c"]);
        check(
            "[a *b*](https://x.y \"t\"), [c][d] and ![e](https://x.y/z.png)\n\n[d]: https://w.v",
            &["[a *b*](https://x.y), [c](https://w.v) and [e](https://x.y/z.png)"],
        );
    }

    #[test]
    fn html_and_commonmark_meet() {
        check(
            "Text with <b>tags</b>.\n\n- item\n\n<p>one</p>\n\n        <ul>\n          <li>two</li>\n        </ul>\n\n```\nthree\n```",
            &["Text with **tags**.", "", "- item", "", "one", "", "- two", "", "```text", "three", "```"],
        );
        check("<p>a\n\n   b <!-- gone --></p>\n\n1. c\n2. d", &["a", "", "b", "", "1. c", "2. d"]);
        check("```html\n<p>a</p>\n\n<p>b</p>\n```", &["```text", "<p>a</p>", "", "<p>b</p>", "```"]);
        check("Use the `<p>` tag.\n\n- <p>a</p>", &["Use the `<p>` tag.", "", "- a"]);
    }

    #[test]
    fn text_opens_no_block() {
        check(
            "<p># a</p><p>- b</p><p>1. c</p><p>> d</p><p>~~~</p><p>===</p><p>| e |</p>",
            &["\\# a", "", "\\- b", "", "1\\. c", "", "\\> d", "", "\\~\\~\\~", "", "\\===", "", "\\| e |"],
        );
        check("<p>```</p><p>f();</p>", &["\\`\\`\\`", "", "f();"]);
        check(
            "<p>[x]: y</p><p>[^x]: y</p><p>![x](https://y.z)!<a href='https://y.z'>w</a></p>",
            &["\\[x\\]: y", "", "\\[\\^x\\]: y", "", "\\![x](https://y.z)\\![w](https://y.z)"],
        );
        let long = "word ".repeat(18);
        for word in
            ["-", "*", "+", "#", "##", ">", "1.", "2)", "~~~", "===", "---", "|", ":---", "<div>", "[^1]:", "```"]
        {
            let lines = Docs::of_model(&format!("<p>{long}{word} <code>{long}{word} {word}</code></p>")).lines;
            let begins = |line: &String| line.split(' ').next() == Some(word);
            assert!(!lines.iter().any(begins), "{lines:?}");
        }
    }

    #[test]
    fn links_are_the_web_s() {
        check("<a href='javascript:x()'>a</a> [b](javascript:y) [c](/d) <javascript:z>", &["`a` b c javascript:z"]);
        check("[a](mailto:b@c.d) [e](mailto:f)", &["[a](mailto:b@c.d) e"]);
        check("<script>alert(1)</script> x </pre>", &["\\<script>alert(1)\\</script> x"]);
    }

    #[test]
    fn what_begins_in_markup_ends_nothing() {
        check("<a href=\"https://x.y\"><code>]:</code></a> z", &["[\\]:](https://x.y) z"]);
        check("<note>~~~<b>~</b> ~5</note>", &["**Note:** \\~\\~\\~**\\~** ~5"]);
    }

    #[test]
    fn what_hides_is_shown() {
        check("a\u{202e}b `c\u{0}` \u{2028}d", &["a\\u{202e}b `c\\u{0}` d"]);
        check("```\na\u{1b}[31m\r\n```", &["```text", "a\\u{1b}[31m", "```"]);
    }
}
