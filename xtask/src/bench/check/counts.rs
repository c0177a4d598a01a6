//! In: the text of counts.toml, figures, and the tools they were taken with. Out: which of
//! them rose, or the text that is committed next. Why apart: what is compared with
//! what does not need anything to be built, so tests can have it.

use crate::bench::measure::Command;
use crate::bench::Bench;
use std::fmt::{self, Write};

pub(super) const INSTRUCTIONS: &str = "instructions";
pub(super) const ALLOCATIONS: &str = "allocations";
pub(super) const LINES: &str = "lines";

/// What a figure may rise, in per cent, and what it may fall before somebody should commit
/// that.
const TOLERANCE: u64 = 3;

/// A new count of instructions that differs by less than one part in this many is chance.
const CHANCE: u64 = 1000;

const HEADER: &str = "\
# What `cargo xtask bench check` compares with; `cargo xtask bench check --update` writes it.
# A change that makes a figure rise by more than 3 % gives the reason in its commit message.
";

/// The tables of the file, each with what it is about.
const TABLES: [(&str, &str); 3] = [
    (
        INSTRUCTIONS,
        "Of one call; of writing and reading one catalog in a format; of loading our model, and of\n\
         # generating its client.",
    ),
    (ALLOCATIONS, "How often one call asks for memory."),
    (LINES, "Of the client of our model, neither blank nor comment."),
];

/// Something that was counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    table: String,
    name: String,
    count: u64,
}

impl Figure {
    pub(super) fn new(table: &str, name: &str, count: f64) -> Self {
        Self { table: table.to_owned(), name: name.to_owned(), count: count.round() as u64 }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.table == other.table && self.name == other.name
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.table, self.name)
    }
}

/// What the counts depend on, beside the code.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tools {
    pub(super) rustc: String,
    pub(super) host: String,
    pub(super) libc: String,
    /// None where it is not installed.
    pub(super) valgrind: Option<String>,
}

impl Tools {
    /// Those of this machine.
    pub(super) fn find(bench: &Bench) -> Result<Self, String> {
        let first = |text: String| text.lines().next().unwrap_or_default().to_owned();
        let rustc = Command::new("rustc").arg("-vV").current_dir(&bench.programs).run()?;
        let host = rustc.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        let libc = Command::new("getconf").arg("GNU_LIBC_VERSION").run();
        Ok(Self {
            host: host.to_owned(),
            libc: libc.map_or_else(|_| "unknown".to_owned(), first),
            valgrind: Command::new("valgrind").arg("--version").run().ok().map(first),
            rustc: first(rustc),
        })
    }

    fn lines(&self) -> [(&'static str, &str); 4] {
        let valgrind = self.valgrind.as_deref().unwrap_or_default();
        [("rustc", &self.rustc), ("host", &self.host), ("libc", &self.libc), ("valgrind", valgrind)]
    }

    /// What is not the same here.
    fn differences(&self, here: &Self) -> Vec<String> {
        let both = self.lines().into_iter().zip(here.lines());
        let differing = both.filter(|((_, then), (_, now))| then != now);
        differing.map(|((_, then), (_, now))| format!("the counts are of `{then}`, here is `{now}`")).collect()
    }
}

/// What is committed.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Committed {
    tools: Tools,
    figures: Vec<Figure>,
}

impl Committed {
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut file: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let table = file.remove("taken-with").ok_or("there is no `taken-with`")?;
        let version = |name: &str| table.get(name).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let tools = Tools {
            rustc: version("rustc"),
            host: version("host"),
            libc: version("libc"),
            valgrind: Some(version("valgrind")),
        };
        let mut figures = Vec::new();
        for (table, lines) in file {
            let lines = lines.as_table().ok_or_else(|| format!("`{table}` is not a table"))?;
            for (name, count) in lines {
                let count = count.as_integer().and_then(|count| u64::try_from(count).ok());
                let count = count.ok_or_else(|| format!("`{table}.{name}` is not a count"))?;
                figures.push(Figure { table: table.clone(), name: name.clone(), count });
            }
        }
        Ok(Self { tools, figures })
    }

    fn get(&self, figure: &Figure) -> Option<u64> {
        self.figures.iter().find(|other| other.is_same(figure)).map(|figure| figure.count)
    }

    /// Whether a count of that table means the same there and here. Lines always do.
    fn is_comparable(&self, table: &str, tools: &Tools) -> bool {
        table == LINES || self.tools == *tools
    }

    /// The text that is committed after these figures. What moved by chance alone keeps its
    /// number, so that the diff shows what did not.
    pub(super) fn updated(&self, figures: &[Figure], tools: &Tools) -> String {
        let mut text = format!("{HEADER}\n[taken-with]\n");
        for (name, version) in tools.lines() {
            push(&mut text, format_args!("{name} = \"{version}\"\n"));
        }
        for (table, about) in TABLES {
            push(&mut text, format_args!("\n# {about}\n[{table}]\n"));
            for figure in figures.iter().filter(|figure| figure.table == table) {
                let is_chance = |before: &u64| before.abs_diff(figure.count) <= before / CHANCE;
                let before = self.get(figure).filter(|_| table == INSTRUCTIONS && self.tools == *tools);
                let count = before.filter(is_chance).unwrap_or(figure.count);
                push(&mut text, format_args!("{} = {count}\n", figure.name));
            }
        }
        text
    }
}

/// What came out.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Comparison {
    /// All figures, for people.
    pub(super) table: String,
    pub(super) failures: Vec<String>,
    pub(super) hints: Vec<String>,
}

/// Compares what was counted with what is committed.
pub(super) fn compare(committed: &Committed, figures: &[Figure], tools: &Tools) -> Comparison {
    let mut found = Comparison::default();
    push(&mut found.table, format_args!("{:<34}{:>12}{:>12}{:>8}\n", "figure", "committed", "now", "ratio"));
    for figure in figures {
        let before = committed.get(figure);
        let shown = before.map_or_else(|| "-".to_owned(), |before| before.to_string());
        let ratio =
            before.map_or_else(|| "-".to_owned(), |before| format!("{:.3}", figure.count as f64 / before as f64));
        push(&mut found.table, format_args!("{:<34}{shown:>12}{:>12}{ratio:>8}\n", figure.to_string(), figure.count));
        if committed.is_comparable(&figure.table, tools) {
            judge(figure, before, &mut found);
        }
    }
    let was_counted = |figure: &&Figure| figures.iter().any(|now| now.table == figure.table);
    let is_gone = |figure: &&Figure| !figures.iter().any(|now| now.is_same(figure));
    for gone in committed.figures.iter().filter(was_counted).filter(is_gone) {
        if committed.is_comparable(&gone.table, tools) {
            found.failures.push(format!("`{gone}` is in counts.toml, but was not counted"));
        }
    }
    let differences = committed.tools.differences(tools);
    if tools.valgrind.is_some() && !differences.is_empty() {
        found.hints.push(format!("only lines are compared: {}", differences.join(", ")));
    }
    found
}

/// Says whether one figure is a failure, or worth a hint.
fn judge(figure: &Figure, before: Option<u64>, found: &mut Comparison) {
    let now = figure.count;
    match before {
        None => found.failures.push(format!("`{figure}` is not in counts.toml")),
        Some(before) if now * 100 > before * (100 + TOLERANCE) => {
            found.failures.push(format!("`{figure}` rose by more than {TOLERANCE} %, from {before} to {now}"));
        }
        Some(before) if now * 100 < before * (100 - TOLERANCE) => found.hints.push(format!(
            "`{figure}` fell by more than {TOLERANCE} %, from {before} to {now}\n\
             help: run `cargo xtask bench check --update` and commit the lower count"
        )),
        Some(_) => {}
    }
}

/// Writing to a `String` does not fail.
fn push(text: &mut String, arguments: fmt::Arguments<'_>) {
    let _ = text.write_fmt(arguments);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tools(rustc: &str) -> Tools {
        Tools { rustc: rustc.into(), host: "here".into(), libc: "glibc 2".into(), valgrind: Some("valgrind-3".into()) }
    }

    fn figures(call: f64, lines: f64) -> Vec<Figure> {
        vec![Figure::new(INSTRUCTIONS, "call", call), Figure::new(LINES, "all", lines)]
    }

    fn committed() -> Committed {
        let text = Committed::default().updated(&figures(10_000.0, 1000.0), &tools("rustc 1"));
        Committed::parse(&text).expect("it was written by ourselves")
    }

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(committed(), Committed { tools: tools("rustc 1"), figures: figures(10_000.0, 1000.0) });
    }

    #[test]
    fn three_per_cent_are_allowed_and_more_is_a_failure() {
        let found = compare(&committed(), &figures(10_300.0, 1030.0), &tools("rustc 1"));
        assert_eq!((found.failures, found.hints), (Vec::new(), Vec::new()));
        let found = compare(&committed(), &figures(10_301.0, 1031.0), &tools("rustc 1"));
        insta::assert_snapshot!(found.failures.join("\n"), @r"
        `instructions.call` rose by more than 3 %, from 10000 to 10301
        `lines.all` rose by more than 3 %, from 1000 to 1031
        ");
        assert!(found.hints.is_empty());
        insta::assert_snapshot!(found.table, @r"
        figure                               committed         now   ratio
        instructions.call                        10000       10301   1.030
        lines.all                                 1000        1031   1.031
        ");
    }

    #[test]
    fn a_fall_is_a_hint() {
        let found = compare(&committed(), &figures(9699.0, 970.0), &tools("rustc 1"));
        assert!(found.failures.is_empty());
        insta::assert_snapshot!(found.hints.join("\n"), @r"
        `instructions.call` fell by more than 3 %, from 10000 to 9699
        help: run `cargo xtask bench check --update` and commit the lower count
        ");
    }

    #[test]
    fn with_other_tools_only_lines_are_compared() {
        let found = compare(&committed(), &figures(20_000.0, 2000.0), &tools("rustc 2"));
        insta::assert_snapshot!(found.failures.join("\n"), @"`lines.all` rose by more than 3 %, from 1000 to 2000");
        insta::assert_snapshot!(found.hints.join("\n"), @"only lines are compared: the counts are of `rustc 1`, here is `rustc 2`");
        // Without valgrind there are no others, and nobody misses them.
        let none = Tools { valgrind: None, ..tools("rustc 1") };
        let found = compare(&committed(), &figures(20_000.0, 1000.0)[1..], &none);
        assert_eq!((found.failures, found.hints), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_figure_is_in_the_file_and_is_counted() {
        let renamed = [Figure::new(INSTRUCTIONS, "answer", 1.0)];
        let found = compare(&committed(), &renamed, &tools("rustc 1"));
        insta::assert_snapshot!(found.failures.join("\n"), @r"
        `instructions.answer` is not in counts.toml
        `instructions.call` is in counts.toml, but was not counted
        ");
    }

    #[test]
    fn chance_does_not_change_the_file() {
        let is_kept = |call: f64, rustc: &str| {
            let text = committed().updated(&figures(call, 1001.0), &tools(rustc));
            text.contains("call = 10000\n") && text.contains("all = 1001\n")
        };
        assert!(is_kept(10_010.0, "rustc 1") && is_kept(9990.0, "rustc 1"));
        assert!(!is_kept(10_011.0, "rustc 1") && !is_kept(10_001.0, "rustc 2"));
    }

    #[test]
    fn a_file_that_is_not_one_is_refused() {
        for text in ["", "[taken-with]\n[lines]\nall = -1\n", "[taken-with]\n[lines]\nall = \"many\"\n", "["] {
            assert!(Committed::parse(text).is_err(), "{text}");
        }
    }
}
