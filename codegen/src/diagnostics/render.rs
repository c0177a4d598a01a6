//! In: events and the sources they point into. Out: text in the manner of
//! rustc, or one JSON object a line. Exists so that a message shows the line it
//! is about, whatever is in that line.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::lines::{Lines, Position};
use super::{Diagnostic, Diagnostics, Severity, Source, Sources, Span};
use crate::plural::counted;

/// Of the events of one id this many are shown; more of the same do not help.
const SHOWN_OF_ONE_ID: usize = 20;
/// The most of a source line that is shown: models in JSON may be one line.
const LINE_WIDTH: usize = 120;
const TAB: &str = "    ";

impl Diagnostics {
    /// The events as text for a terminal, without those that are suppressed. Of
    /// many that are alike, the first are shown and the others counted.
    pub fn render_text(&self, sources: &Sources, color: bool) -> String {
        let palette = if color { &COLORS } else { &PLAIN };
        let mut renderer = Renderer { text: String::new(), sources, palette, last: None };
        let mut counts = Counts::new();
        for event in self.for_people() {
            let count = counts.entry((event.rule(), event.severity)).or_default();
            *count += 1;
            if *count <= SHOWN_OF_ONE_ID {
                renderer.event(event);
            }
        }
        for ((id, severity), count) in counts {
            if count > SHOWN_OF_ONE_ID {
                renderer.more(id, severity, count - SHOWN_OF_ONE_ID);
            }
        }
        renderer.text
    }

    /// Whether [`Self::render_text`] only counts some of the events.
    pub fn is_abridged(&self) -> bool {
        let mut counts = Counts::new();
        self.for_people().for_each(|event| *counts.entry((event.rule(), event.severity)).or_default() += 1);
        counts.values().any(|count| *count > SHOWN_OF_ONE_ID)
    }

    /// The events that text is about.
    fn for_people(&self) -> impl Iterator<Item = &Diagnostic> {
        self.distinct().filter(|event| event.severity != Severity::Suppressed)
    }

    /// How many events there are, in words: `2 errors, 1 warning`. None if
    /// there are none. Suppressed events do not count.
    pub fn summary(&self) -> Option<String> {
        let mut found: BTreeMap<Severity, usize> = BTreeMap::new();
        self.for_people().for_each(|event| *found.entry(event.severity).or_default() += 1);
        let severities = [Severity::Error, Severity::Danger, Severity::Warning, Severity::Note];
        let counts = severities.map(|severity| {
            let count = found.get(&severity).copied().unwrap_or_default();
            (count > 0).then(|| counted(count, severity.word()))
        });
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        (!counts.is_empty()).then(|| counts.join(", "))
    }

    /// The events as JSON, one object a line.
    pub fn render_json(&self, sources: &Sources) -> String {
        let mut text = String::new();
        for event in self.iter() {
            let place = locate(sources, event.span);
            let shape = event.shape.as_deref().map_or("null".to_owned(), quote);
            let file = place.as_ref().map_or("null".to_owned(), |place| quote(&place.source.name));
            let line = place.as_ref().map_or("null".to_owned(), |place| place.line.to_string());
            let column = place.as_ref().map_or("null".to_owned(), |place| place.column.to_string());
            let reason =
                event.reason.as_deref().map_or(String::new(), |reason| format!(",\"reason\":{}", quote(reason)));
            let _ = writeln!(
                text,
                "{{\"severity\":{},\"shape\":{shape},\"id\":{},\"message\":{},\"file\":{file},\"line\":{line},\"column\":{column}{reason}}}",
                quote(event.severity.name()),
                quote(&event.id),
                quote(&event.message),
            );
        }
        text
    }
}

/// How many events a rule has of each severity.
type Counts<'d> = BTreeMap<(&'d str, Severity), usize>;

impl Diagnostic {
    /// The part of the id that names the rule: what is below it may be of this
    /// one event, the id of a trait for example.
    fn rule(&self) -> &str {
        match self.id.strip_prefix("Whitesmith.") {
            Some(_) => &self.id,
            None => self.id.split('.').next().unwrap_or(&self.id),
        }
    }
}

impl Severity {
    /// The specification's word.
    pub fn name(self) -> &'static str {
        match self {
            Self::Suppressed => "SUPPRESSED",
            Self::Note => "NOTE",
            Self::Warning => "WARNING",
            Self::Danger => "DANGER",
            Self::Error => "ERROR",
        }
    }

    /// The word in messages.
    fn word(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Danger => "danger",
            Self::Error => "error",
        }
    }
}

impl Sources {
    /// `file:line:column`, counted from 1, columns in characters.
    pub(crate) fn describe(&self, span: Span) -> String {
        match locate(self, span) {
            None => "the built-in definitions".to_owned(),
            Some(place) => format!("{}:{}:{}", place.source.name, place.line, place.column),
        }
    }
}

/// A span in the words of an editor.
struct Place<'s> {
    source: &'s Source,
    line: usize,
    column: usize,
    line_start: usize,
    line_end: usize,
}

fn locate(sources: &Sources, span: Span) -> Option<Place<'_>> {
    let source = sources.of(span)?;
    let text = &*source.text;
    let offset = floor_char_boundary(text, span.start as usize);
    let Position { line, column, start, end } = source.lines.get_or_init(|| Lines::of(text)).locate(text, offset);
    Some(Place { source, line, column, line_start: start, line_end: end })
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// Puts events below each other.
struct Renderer<'r> {
    text: String,
    sources: &'r Sources,
    palette: &'static Palette,
    /// What the last event marked, if its excerpt is still above.
    last: Option<Span>,
}

// Writing to a String cannot fail.
impl Renderer<'_> {
    fn event(&mut self, event: &Diagnostic) {
        let Palette { bold, blue, reset, .. } = self.palette;
        let accent = self.palette.of(event.severity);
        let (word, message) = (event.severity.word(), visible(&event.message));
        let _ = writeln!(self.text, "{accent}{word}[{}]{reset}{bold}: {message}{reset}", visible(&event.id));
        let place = locate(self.sources, event.span);
        let gutter = place.as_ref().map_or(1, |place| place.line.to_string().len());
        let margin = " ".repeat(gutter);
        let has_excerpt = place.as_ref().is_some_and(|place| self.place(event, place, &margin));
        if let Some(help) = &event.help {
            if has_excerpt {
                let _ = writeln!(self.text, "{margin} {blue}|{reset}");
            }
            let _ = writeln!(self.text, "{margin} {blue}={reset} {bold}help{reset}: {}", visible(help));
        }
        self.text.push('\n');
        self.last = place.map(|_| event.span);
    }

    /// Where the event is, and the line there with a mark; false without the
    /// line. It is not shown twice in a row: an event about what the one before
    /// marks has the place only, unless it says more about it.
    fn place(&mut self, event: &Diagnostic, place: &Place<'_>, margin: &str) -> bool {
        let Palette { blue, reset, .. } = self.palette;
        let accent = self.palette.of(event.severity);
        let Place { source, line, column, .. } = place;
        let _ = write!(self.text, "{margin}{blue}-->{reset} {}", visible_name(&source.name));
        if source.text.is_empty() {
            self.text.push('\n');
            return false;
        }
        let _ = writeln!(self.text, ":{line}:{column}");
        if self.last == Some(event.span) && event.label.is_empty() {
            return false;
        }
        let (excerpt, before, marked) = excerpt(place, event.span);
        let label = if event.label.is_empty() { String::new() } else { format!(" {}", visible(&event.label)) };
        let _ = writeln!(self.text, "{margin} {blue}|{reset}");
        let _ = writeln!(self.text, "{blue}{line} |{reset} {excerpt}");
        let marker = format!("{}{accent}{}{label}{reset}", " ".repeat(before), "^".repeat(marked));
        let _ = writeln!(self.text, "{margin} {blue}|{reset} {marker}");
        true
    }

    fn more(&mut self, id: &str, severity: Severity, more: usize) {
        let (accent, reset, word) = (self.palette.of(severity), self.palette.reset, severity.word());
        let _ = writeln!(self.text, "{accent}{word}[{}]{reset}: {more} more of these\n", visible(id));
    }
}

/// The line as it is shown, how many columns are before the marker, and how
/// many it marks. A line that is too long loses what is far from the marker.
fn excerpt(place: &Place<'_>, span: Span) -> (String, usize, usize) {
    let text = &*place.source.text;
    let start = floor_char_boundary(text, span.start as usize).clamp(place.line_start, place.line_end);
    let end = floor_char_boundary(text, span.end as usize).clamp(start, place.line_end);
    let before = clip_front(&text[place.line_start..start], LINE_WIDTH / 3);
    let marked = clip_back(&text[start..end], LINE_WIDTH / 2);
    let after =
        if marked.ends_with("...") { String::new() } else { clip_back(&text[end..place.line_end], LINE_WIDTH / 3) };
    let line = format!("{before}{marked}{after}");
    (line.trim_end().to_owned(), width(&before), width(&marked).max(1))
}

/// The last columns of a text.
fn clip_front(text: &str, limit: usize) -> String {
    match text.char_indices().rev().nth(limit) {
        Some((cut, character)) => format!("...{}", visible(&text[cut + character.len_utf8()..])),
        None => visible(text),
    }
}

/// The first columns of a text.
fn clip_back(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((cut, _)) => format!("{}...", visible(&text[..cut])),
        None => visible(text),
    }
}

/// The same for a text that is a part of a line, such as a path, which may contain any
/// character: none is dropped, and a line break does not begin a line of the message.
pub(crate) fn visible_name(text: &str) -> String {
    visible(&text.replace('\t', "\\t").replace('\r', "\\r").replace('\n', "\\n"))
}

/// The text without characters that would move the cursor or color the
/// terminal: a model is not always written by a friend.
pub(crate) fn visible(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => result.push_str(TAB),
            '\r' => {}
            character if character.is_control() => result.extend(character.escape_default()),
            // Marks that change the direction of what follows, and what is not seen.
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
                result.extend(character.escape_default())
            }
            character => result.push(character),
        }
    }
    result
}

/// How many columns a terminal gives the text. Exact for what models contain;
/// a rare script may be off by some columns.
fn width(text: &str) -> usize {
    text.chars()
        .map(|character| match u32::from(character) {
            0x300..=0x36f | 0x200b..=0x200d | 0xfe00..=0xfe0f => 0,
            0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff => 2,
            0xfe30..=0xfe6f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x1f300..=0x1faff | 0x20000..=0x3fffd => 2,
            _ => 1,
        })
        .sum()
}

/// A JSON string.
fn quote(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Escape sequences of a terminal.
struct Palette {
    error: &'static str,
    warning: &'static str,
    note: &'static str,
    blue: &'static str,
    bold: &'static str,
    reset: &'static str,
}

const PLAIN: Palette = Palette { error: "", warning: "", note: "", blue: "", bold: "", reset: "" };
const COLORS: Palette = Palette {
    error: "\x1b[1;31m",
    warning: "\x1b[1;33m",
    note: "\x1b[1;32m",
    blue: "\x1b[1;34m",
    bold: "\x1b[1m",
    reset: "\x1b[0m",
};

impl Palette {
    fn of(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => self.error,
            Severity::Warning | Severity::Danger => self.warning,
            Severity::Suppressed | Severity::Note => self.note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, marked: &str, expected: &str) {
        let mut sources = Sources::new();
        sources.add("a.smithy", text);
        let start = text.find(marked).unwrap_or(text.len());
        let span = Span { source: 0, start: start as u32, end: (start + marked.len()) as u32 };
        let mut diagnostics = Diagnostics::new();
        diagnostics.error("Target", span, "cannot find shape `X`").label("here").help("did you mean `Y`?");
        assert_eq!(diagnostics.render_text(&sources, false), expected);
    }

    #[test]
    fn line_marker_and_help() {
        check(
            "a\n  b: X\nc",
            "X",
            "error[Target]: cannot find shape `X`\n --> a.smithy:2:6\n  |\n2 |   b: X\n  |      ^ here\n  |\n  = help: did you mean `Y`?\n\n",
        );
    }

    #[test]
    fn tabs_and_wide_characters_keep_the_marker_in_place() {
        check(
            "\t\"日本\" X",
            "X",
            "error[Target]: cannot find shape `X`\n --> a.smithy:1:7\n  |\n1 |     \"日本\" X\n  |            ^ here\n  |\n  = help: did you mean `Y`?\n\n",
        );
    }

    #[test]
    fn long_lines_are_clipped_around_the_marker() {
        let text = format!("{}X{}", "a".repeat(1000), "b".repeat(1000));
        let mut sources = Sources::new();
        sources.add("a.json", text);
        let mut diagnostics = Diagnostics::new();
        diagnostics.error("Model", Span { source: 0, start: 1000, end: 1001 }, "no");
        let rendered = diagnostics.render_text(&sources, false);
        assert!(rendered.lines().all(|line| line.len() < 140), "{rendered}");
        assert!(rendered.contains("...aaa"), "{rendered}");
    }

    #[test]
    fn control_characters_do_not_reach_the_terminal() {
        let mut diagnostics = Diagnostics::new();
        diagnostics.error("Model", Span::default(), "a\u{1b}[31mb");
        let rendered = diagnostics.render_text(&Sources::new(), false);
        assert_eq!(rendered, "error[Model]: a\\u{1b}[31mb\n\n");
    }

    #[test]
    fn a_line_is_not_shown_twice_in_a_row() {
        let mut sources = Sources::new();
        sources.add("a.smithy", "ab cd");
        let mut diagnostics = Diagnostics::new();
        let (ab, cd) = (Span { source: 0, start: 0, end: 2 }, Span { source: 0, start: 3, end: 5 });
        diagnostics.error("One", ab, "first");
        diagnostics.warning("Two", ab, "again").help("change it");
        diagnostics.warning("Two", ab, "with a label").label("this");
        diagnostics.error("One", cd, "beside");
        let expected = "error[One]: first\n --> a.smithy:1:1\n  |\n1 | ab cd\n  | ^^\n\n\
                        warning[Two]: again\n --> a.smithy:1:1\n  = help: change it\n\n\
                        warning[Two]: with a label\n --> a.smithy:1:1\n  |\n1 | ab cd\n  | ^^ this\n\n\
                        error[One]: beside\n --> a.smithy:1:4\n  |\n1 | ab cd\n  |    ^^\n\n";
        assert_eq!(diagnostics.render_text(&sources, false), expected);
    }

    #[test]
    fn events_are_counted_in_words() {
        let mut diagnostics = Diagnostics::new();
        assert_eq!(diagnostics.summary(), None);
        diagnostics.report(Severity::Suppressed, "A", Span::default(), "x").reason = Some("old".to_owned());
        diagnostics.warning("A", Span::default(), "x");
        diagnostics.error("A", Span::default(), "x");
        diagnostics.error("A", Span::default(), "x");
        assert_eq!(diagnostics.summary().as_deref(), Some("2 errors, 1 warning"));
        assert!(!diagnostics.render_text(&Sources::new(), false).contains("suppressed"));
        assert_eq!(diagnostics.at_least(Severity::Error).summary().as_deref(), Some("2 errors"));
        let json = diagnostics.render_json(&Sources::new());
        assert!(
            json.lines().next().is_some_and(|line| line.ends_with(",\"column\":null,\"reason\":\"old\"}")),
            "{json}"
        );
    }

    #[test]
    fn json_has_one_object_a_line() {
        let mut sources = Sources::new();
        sources.add("a.smithy", "ab");
        let mut diagnostics = Diagnostics::new();
        diagnostics.error("Model", Span { source: 0, start: 1, end: 2 }, "say \"b\"").shape("a#B");
        diagnostics.warning("Model", Span::default(), "nowhere");
        assert_eq!(
            diagnostics.render_json(&sources),
            concat!(
                "{\"severity\":\"ERROR\",\"shape\":\"a#B\",\"id\":\"Model\",\"message\":\"say \\\"b\\\"\",",
                "\"file\":\"a.smithy\",\"line\":1,\"column\":2}\n",
                "{\"severity\":\"WARNING\",\"shape\":null,\"id\":\"Model\",\"message\":\"nowhere\",",
                "\"file\":null,\"line\":null,\"column\":null}\n",
            )
        );
    }

    #[test]
    fn repeated_events_are_counted() {
        let mut diagnostics = Diagnostics::new();
        for _ in 0..25 {
            diagnostics.error("Target", Span::default(), "x");
        }
        let rendered = diagnostics.render_text(&Sources::new(), false);
        assert!(rendered.ends_with("error[Target]: 5 more of these\n\n"), "{rendered}");
    }
}
