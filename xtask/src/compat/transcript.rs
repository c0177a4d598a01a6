//! In: the program of tests/compat/src, built against the official crate and against ours.
//! Out: the intended differences; an error if there is one that is not intended.
//! Why: source compatibility is a promise that the compiler can check, and the same
//! transcript is how far behaviour can be compared without an account.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// A line of the transcript: its name, and which of the lines with that name it is.
pub(super) type Key = (String, usize);

/// Builds and runs the program on both sides and compares what it prints; or builds and runs
/// the official side only, to check the program itself.
///
/// # Errors
/// The program does not compile against one side, or prints something else there.
pub(crate) fn run(is_official_only: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let folder = root.join("tests/compat");
    let known = Known::read(&folder.join("differences.toml"))?;

    let official = transcript(root, &folder.join("official"))?;
    to_stderr(&format!("compiles and runs against the official crate: {} lines\n", official.lines().count()));
    if is_official_only {
        return Ok(());
    }
    let ours = transcript(root, &folder.join("ours"))?;
    to_stderr(&format!("compiles and runs against ours: {} lines\n", ours.lines().count()));

    to_stdout(&known.describe());
    let (unexpected, unused) = known.compare(&official, &ours);
    if let Some(line) = unused.first() {
        return Err(format!("`{line}` is listed in differences.toml, but no longer differs"));
    }
    if unexpected.is_empty() {
        to_stdout("All other lines of the transcript are the same.\n");
        return Ok(());
    }
    Err(format!("{} lines differ without a reason:\n{}", unexpected.len(), unexpected.join("\n")))
}

/// Standard output of the program; what the compiler says is passed on.
fn transcript(root: &Path, package: &Path) -> Result<String, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    let manifest: PathBuf = package.join("Cargo.toml");
    command.arg("run").arg("--quiet").arg("--manifest-path").arg(&manifest);
    command.arg("--target-dir").arg(root.join("target/compat")).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("the program fails with {}", manifest.display()));
    }
    String::from_utf8(output.stdout).map_err(|error| format!("the transcript is not text: {error}"))
}

/// What differences.toml says.
pub(super) struct Known {
    /// Members that only the official crate has.
    members: Vec<String>,
    /// One sentence each.
    notes: Vec<String>,
    behaviour: Vec<Behaviour>,
}

/// A line that differs.
struct Behaviour {
    line: String,
    /// The number of the one line that is meant, of several with the name.
    nth: Option<usize>,
    /// Which of the program's cases have it, if it has some; else the line has no case. The line
    /// `*` is all lines of a case.
    cases: Vec<String>,
    why: String,
}

impl Behaviour {
    /// The names of all lines that are meant.
    fn lines(&self) -> Vec<String> {
        match self.cases.as_slice() {
            [] => vec![self.line.clone()],
            cases => cases.iter().map(|case| format!("{case} | {}", self.line)).collect(),
        }
    }
}

impl Known {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        Self::parse(&text).map_err(|error| format!("{}: {error}", path.display()))
    }

    fn parse(text: &str) -> Result<Self, String> {
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
        let mut known = Self { members: Vec::new(), notes: Vec::new(), behaviour: Vec::new() };
        if let Some(absent) = table.get("absent") {
            let why = word(absent, "why")?;
            for kind in ["members", "variants"] {
                let names = absent.get(kind).and_then(toml::Value::as_array).ok_or_else(|| format!("no {kind}"))?;
                for name in names {
                    let name = name.as_str().ok_or_else(|| format!("{kind} are strings"))?;
                    known.notes.push(format!("only official: `{name}`: {why}"));
                    if kind == "members" {
                        known.members.push(name.to_owned());
                    }
                }
            }
        }
        for side in ["only_official", "only_ours"] {
            for entry in list(&table, side) {
                let (item, why) = (word(entry, "item")?, word(entry, "why")?);
                known.notes.push(format!("{}: {item}: {why}", side.replace('_', " ")));
            }
        }
        for entry in list(&table, "behaviour") {
            let nth = entry.get("nth").and_then(toml::Value::as_integer).and_then(|nth| usize::try_from(nth).ok());
            let cases = entries(entry, "cases").filter_map(toml::Value::as_str).map(str::to_owned).collect();
            known.behaviour.push(Behaviour { line: word(entry, "line")?, nth, cases, why: word(entry, "why")? });
        }
        Ok(known)
    }

    pub(super) fn describe(&self) -> String {
        let behaviour = self.behaviour.iter().map(|Behaviour { line, nth, cases, why }| {
            let nth = nth.map_or_else(String::new, |nth| format!(" ({nth})"));
            let cases = match cases.len() {
                0 => String::new(),
                1 => " in 1 case".to_owned(),
                several => format!(" in {several} cases"),
            };
            format!("behaves differently: `{line}`{nth}{cases}: {why}")
        });
        self.notes.iter().cloned().chain(behaviour).fold(String::new(), |text, note| text + "- " + &note + "\n")
    }

    /// The lines that differ without a reason, and the reasons that no line needs.
    pub(super) fn compare(&self, official: &str, ours: &str) -> (Vec<String>, Vec<String>) {
        let official = self.members.iter().fold(official.to_owned(), |text, member| {
            let alone = format!("{member}: None");
            text.replace(&format!(", {alone}"), "").replace(&format!(" {alone} "), " ")
        });
        let (official, ours) = (lines(&official), lines(ours));
        let reasons: Vec<(String, Option<usize>)> =
            self.behaviour.iter().flat_map(|it| it.lines().into_iter().map(|line| (line, it.nth))).collect();
        let mut used = vec![false; reasons.len()];
        let mut unexpected = Vec::new();
        let keys: std::collections::BTreeSet<&Key> = official.keys().chain(ours.keys()).collect();
        for key in keys {
            let (theirs, mine) = (official.get(key), ours.get(key));
            if theirs == mine {
                continue;
            }
            let reason =
                reasons.iter().position(|(line, nth)| names(line, &key.0) && nth.is_none_or(|nth| nth == key.1));
            match reason.and_then(|reason| used.get_mut(reason)) {
                Some(used) => *used = true,
                None => {
                    let show = |line: Option<&String>| line.map_or("(no such line)", String::as_str).to_owned();
                    let (name, nth) = key;
                    unexpected.push(format!(
                        "{name} ({nth})\n  official: {}\n  ours:     {}",
                        show(theirs),
                        show(mine)
                    ));
                }
            }
        }
        let unused = reasons.iter().zip(used).filter(|(_, used)| !used).map(|((line, _), _)| line.clone());
        (unexpected, unused.collect())
    }
}

/// Whether a line of the list means that of the transcript.
fn names(listed: &str, line: &str) -> bool {
    match listed.strip_suffix("| *") {
        Some(case) => line.strip_prefix(case).is_some_and(|rest| rest.starts_with('|')),
        None => listed == line,
    }
}

fn list<'a>(table: &'a toml::Table, name: &str) -> impl Iterator<Item = &'a toml::Value> {
    table.get(name).and_then(toml::Value::as_array).into_iter().flatten()
}

fn entries<'a>(entry: &'a toml::Value, name: &str) -> impl Iterator<Item = &'a toml::Value> {
    entry.get(name).and_then(toml::Value::as_array).into_iter().flatten()
}

fn word(entry: &toml::Value, name: &str) -> Result<String, String> {
    entry.get(name).and_then(toml::Value::as_str).map(str::to_owned).ok_or_else(|| format!("an entry lacks `{name}`"))
}

/// The lines by their keys.
pub(super) fn lines(transcript: &str) -> BTreeMap<Key, String> {
    let mut lines = BTreeMap::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for line in transcript.lines() {
        let (name, value) = line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        let nth = seen.entry(name).or_default();
        *nth += 1;
        lines.insert((name.to_owned(), *nth), value.to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &str = r#"
        [absent]
        why = "not on the page"
        members = ["extra"]
        variants = []

        [[only_ours]]
        item = "more()"
        why = "useful"

        [[behaviour]]
        line = "b"
        nth = 2
        why = "exact"
    "#;

    #[track_caller]
    fn check(official: &str, ours: &str, unexpected: usize, unused: usize) {
        let known = Known::parse(KNOWN).unwrap_or_else(|error| unreachable!("{error}"));
        let (found, left) = known.compare(official, ours);
        assert_eq!((found.len(), left.len()), (unexpected, unused), "{found:?} {left:?}");
    }

    #[test]
    fn only_listed_differences_pass() {
        check("a: S { x: 1, extra: None }\nb: 1\nb: 2", "a: S { x: 1 }\nb: 1\nb: 3", 0, 0);
        check("a: 1\nb: 1\nb: 2", "a: 2\nb: 1\nb: 3", 1, 0);
        check("b: 1\nb: 2", "b: 2\nb: 3", 1, 0);
        check("b: 1\nb: 2\nc: 1", "b: 1\nb: 3", 1, 0);
    }

    #[test]
    fn a_reason_that_nothing_needs_is_reported() {
        check("b: 1\nb: 2", "b: 1\nb: 2", 0, 1);
    }

    #[test]
    fn a_reason_is_needed_by_each_of_its_cases() {
        let known = "[[behaviour]]\nline = \"a\"\ncases = [\"x\", \"y\"]\nwhy = \"exact\"\n";
        let known = Known::parse(known).unwrap_or_else(|error| unreachable!("{error}"));
        let (found, left) = known.compare("x | a: 1\ny | a: 1\nz | a: 1", "x | a: 2\ny | a: 1\nz | a: 2");
        assert_eq!((found.len(), left), (1, vec!["y | a".to_owned()]));
        assert_eq!(known.describe(), "- behaves differently: `a` in 2 cases: exact\n");
    }

    #[test]
    fn a_reason_may_be_that_of_a_whole_case() {
        assert!(names("x | *", "x | a") && names("x | *", "x | b c"));
        assert!(!names("x | *", "x y | a") && !names("x | *", "x") && !names("x | a", "x | b"));
    }

    #[test]
    fn the_report_names_item_and_reason() {
        let text = Known::parse(KNOWN).map(|known| known.describe()).unwrap_or_default();
        let expected = "- only official: `extra`: not on the page\n- only ours: more(): useful\n\
                        - behaves differently: `b` (2): exact\n";
        assert_eq!(text, expected);
    }
}
