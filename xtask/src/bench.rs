//! In: nothing, or the names of sections. Out: a Markdown table of ratios. `check` is for
//! each change: it counts what our code costs and compares that with the committed counts.
//! Why: the figures of tests/bench/README.md are measured side by side, in one run;
//! absolute times from two days are not comparable, ratios from one run are.
//!
//! Sections: `loader`, `generation`, `lines`, `call`, `codecs`, `endpoints`, `objects`,
//! `build`, `build-s3`, `https`, `config`; without a name all of them, in this order. `call`, `codecs`,
//! `endpoints` and `objects` need valgrind. `endpoints`, `objects`, `build`, `build-s3`, `https` and
//! `config` take minutes, because they build the peers. All programs are in tests/bench, a workspace of its own.

mod build;
mod call;
mod callgrind;
mod check;
mod codecs;
mod config;
mod endpoints;
mod generation;
mod https;
pub(crate) mod lines;
mod loader;
mod measure;
mod objects;

use crate::slices::locked_version;
use clap::builder::PossibleValuesParser;
use measure::Command;
use std::path::{Path, PathBuf};
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// Measure our crate and the official crate, and print the ratios
#[derive(clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_long_help = "Examples:\n  {bin} bench\n  {bin} bench generation lines\n  {bin} bench check"
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    task: Option<Task>,
    /// Sections to measure [default: all]
    #[arg(value_name = "SECTION", value_parser = PossibleValuesParser::new(sections()))]
    sections: Vec<String>,
}

#[derive(clap::Subcommand)]
enum Task {
    /// Count our instructions, allocations and lines, and compare them with tests/bench/counts.toml
    Check {
        /// Write the counts to that file
        #[arg(long)]
        update: bool,
    },
}

/// A whole service on both sides.
struct Whole {
    /// The package of the whole AWS model, emitted for the measurement.
    package: &'static str,
    /// The AWS model, inside the corpora.
    model: &'static str,
    /// The peer's package.
    peer: &'static str,
}

const CLEANROOMS: Whole =
    Whole { package: "cleanrooms-full", model: "aws-models/cleanrooms.json", peer: "aws-sdk-cleanrooms" };
const S3: Whole = Whole { package: "s3-full", model: "aws-models/s3.json", peer: "aws-sdk-s3" };

type Section = (&'static str, fn(&Bench, &mut Table) -> Result<(), String>);

const SECTIONS: &[Section] = &[
    ("loader", loader::measure),
    ("generation", generation::measure),
    ("lines", lines::measure),
    ("call", call::measure),
    ("codecs", codecs::measure),
    ("endpoints", endpoints::measure),
    ("objects", objects::measure),
    ("build", build::measure),
    ("build-s3", build::measure_s3),
    ("https", https::measure),
    ("config", config::measure),
];

/// The names of the sections.
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    SECTIONS.iter().map(|(name, _)| *name)
}

/// Measures the named sections and prints the table, or checks.
///
/// # Errors
/// A program fails, the two sides are not alike, or a count rose.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    match arguments.task {
        Some(Task::Check { update }) => check::run(&Bench::locate()?, update),
        None => measure_sections(&arguments.sections),
    }
}

fn measure_sections(arguments: &[String]) -> Result<(), String> {
    let bench = Bench::locate()?;
    let mut table = Table::default();
    let mut failures = Vec::new();
    for (name, measure) in SECTIONS {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == name) {
            to_stderr(&format!("measuring {name}\n"));
            if let Err(reason) = measure(&bench, &mut table) {
                to_stderr(&format!("{name} was not measured: {reason}\n"));
                failures.push(format!("{name}: {reason}"));
            }
        }
    }
    to_stdout(&format!("{}\n\n", bench.versions()?));
    to_stdout(&table.to_markdown());
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

/// Where everything is.
struct Bench {
    /// The repository.
    root: PathBuf,
    /// The workspace with the peers.
    programs: PathBuf,
    /// Everything that is built or emitted for a measurement.
    scratch: PathBuf,
    /// This binary, as the alias builds it.
    xtask: PathBuf,
}

impl Bench {
    fn locate() -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
        let xtask = std::env::current_exe().map_err(|error| format!("cannot find this binary: {error}"))?;
        let target = root.join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()));
        Ok(Self { root: root.to_path_buf(), programs: root.join("tests/bench"), scratch: target.join("bench"), xtask })
    }

    /// A file or folder of the corpora.
    fn corpus(&self, name: &str) -> Result<PathBuf, String> {
        let corpora =
            std::env::var_os("WHITESMITH_CORPORA").map_or_else(|| self.root.join("../shared/corpora"), PathBuf::from);
        let path = corpora.join(name);
        match path.exists() {
            true => Ok(path),
            false => Err(format!("{name} is not below WHITESMITH_CORPORA")),
        }
    }

    /// The crate of a whole AWS model, emitted if it is not there yet.
    fn whole(&self, whole: &Whole) -> Result<PathBuf, String> {
        let out = self.scratch.join(whole.package);
        self.codegen_whole(whole, &out)?.run()?;
        Ok(out)
    }

    fn codegen(&self) -> Command {
        Command::new(&self.xtask).arg("codegen").current_dir(&self.root)
    }

    fn codegen_whole(&self, whole: &Whole, out: &Path) -> Result<Command, String> {
        let codegen = self.codegen().arg("--model").arg(self.corpus(whole.model)?);
        Ok(codegen.arg("--out").arg(out).arg("--package").arg(whole.package))
    }

    /// A cargo command on the programs, with a target folder of the given name.
    fn cargo(&self, subcommand: &str, target: &str) -> Command {
        self.plain_cargo(subcommand).arg("--quiet").arg("--target-dir").arg(self.scratch.join(target))
    }

    fn plain_cargo(&self, subcommand: &str) -> Command {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Command::new(cargo).arg(subcommand).current_dir(&self.programs)
    }

    /// All crates that a program is built from, one a line.
    fn tree(&self, package: &str) -> Result<String, String> {
        let tree = self.plain_cargo("tree").arg("--quiet").arg("--package").arg(package);
        tree.arg("--prefix=none").arg("--edges=normal,build").run()
    }

    /// The sources of a peer, in the registry.
    fn peer(&self, package: &str) -> Result<PathBuf, String> {
        let metadata = self.plain_cargo("metadata").arg("--format-version=1").run()?;
        metadata
            .split('"')
            .find(|text| text.contains(&format!("/{package}-")) && text.ends_with("/Cargo.toml"))
            .and_then(|manifest| Path::new(manifest).parent())
            .map(Path::to_path_buf)
            .ok_or_else(|| "cargo metadata does not list the peer".into())
    }

    /// How many operations the peer and the AWS model have: their modules say it.
    fn operations(&self, whole: &Whole) -> Result<(usize, usize), String> {
        let of_peer = self.peer(whole.peer)?.join("src/operation.rs");
        let of_peer = std::fs::read_to_string(&of_peer).map_err(|error| format!("{}: {error}", of_peer.display()))?;
        let of_ours = self.whole(whole)?.join("src/operation");
        let of_ours = std::fs::read_dir(&of_ours).map_err(|error| format!("{}: {error}", of_ours.display()))?;
        Ok((of_peer.lines().filter(|line| line.starts_with("pub mod ")).count(), of_ours.count()))
    }

    /// What was measured, and on what.
    fn versions(&self) -> Result<String, String> {
        let lock = std::fs::read_to_string(self.programs.join("Cargo.lock")).map_err(|error| error.to_string())?;
        let rustc = Command::new("rustc").arg("--version").run()?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let mut line = format!("{}, {cores} cores", rustc.trim());
        for package in
            [CLEANROOMS.peer, S3.peer, "aws-smithy-runtime", "aws-smithy-runtime-api", "aws-runtime", "aws-sigv4"]
        {
            if let Some(version) = locked_version(&lock, package) {
                line.push_str(&format!(", {package} {version}"));
            }
        }
        Ok(line)
    }
}

/// The figures, in the order in which they were measured.
#[derive(Default)]
struct Table {
    rows: Vec<Row>,
}

struct Row {
    figure: String,
    ours: String,
    peer: String,
    /// The ratio, or the figure itself where there is no peer, and what it should be.
    measured: Option<(f64, Option<Wanted>)>,
}

/// What a ratio should be.
#[derive(Clone, Copy)]
enum Wanted {
    AtMost(f64),
    AtLeast(f64),
}

impl Wanted {
    fn is_met_by(self, ratio: f64) -> bool {
        match self {
            Self::AtMost(most) => ratio <= most,
            Self::AtLeast(least) => ratio >= least,
        }
    }
}

impl std::fmt::Display for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "<= {most}"),
            Self::AtLeast(least) => write!(f, ">= {least}"),
        }
    }
}

impl Table {
    /// A figure of both sides, compared as they are.
    fn compare(&mut self, figure: &str, unit: &str, ours: f64, peer: f64, at_most: Option<f64>) {
        self.push(figure, show(ours, unit), show(peer, unit), ours / peer, at_most);
    }

    /// A figure of ours alone.
    fn alone(&mut self, figure: &str, unit: &str, ours: f64, at_most: Option<f64>) {
        let wanted = at_most.map_or_else(String::new, |most| format!("at most {}", show(most, unit)));
        let measured = at_most.map(|most| (ours / most, Some(Wanted::AtMost(1.0))));
        self.rows.push(Row { figure: figure.into(), ours: show(ours, unit), peer: wanted, measured });
    }

    /// A figure of both sides of which more is better.
    fn at_least(&mut self, figure: &str, unit: &str, ours: f64, peer: f64, at_least: Option<f64>) {
        let measured = Some((ours / peer, at_least.map(Wanted::AtLeast)));
        self.rows.push(Row { figure: figure.into(), ours: show(ours, unit), peer: show(peer, unit), measured });
    }

    /// Two figures whose ratio is not simply their quotient, such as one per operation.
    fn push(&mut self, figure: &str, ours: String, peer: String, ratio: f64, at_most: Option<f64>) {
        let measured = Some((ratio, at_most.map(Wanted::AtMost)));
        self.rows.push(Row { figure: figure.into(), ours, peer, measured });
    }

    fn to_markdown(&self) -> String {
        let mut text = String::from("| figure | ours | peer | ratio | wanted | |\n|---|---|---|---|---|---|\n");
        for row in &self.rows {
            let (ratio, wanted, verdict) = match row.measured {
                None => (String::new(), String::new(), ""),
                Some((ratio, None)) => (format!("{ratio:.3}"), String::new(), ""),
                Some((ratio, Some(wanted))) => {
                    let verdict = if wanted.is_met_by(ratio) { "met" } else { "missed" };
                    (format!("{ratio:.3}"), wanted.to_string(), verdict)
                }
            };
            text.push_str(&format!(
                "| {} | {} | {} | {ratio} | {wanted} | {verdict} |\n",
                row.figure, row.ours, row.peer
            ));
        }
        text
    }
}

fn show(value: f64, unit: &str) -> String {
    let number = if value >= 1000.0 || value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.2}") };
    if unit.is_empty() {
        number
    } else {
        format!("{number} {unit}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_whether_the_figure_is_met() {
        let mut table = Table::default();
        table.compare("lines", "", 10.0, 40.0, Some(0.5));
        table.compare("time", "ms", 30.5, 40.0, Some(0.5));
        table.alone("own", "ms", 12.0, Some(40.0));
        table.at_least("speed", "MB/s", 30.0, 100.0, Some(0.25));
        let markdown = table.to_markdown();
        let rows: Vec<&str> = markdown.lines().skip(2).collect();
        assert_eq!(
            rows,
            [
                "| lines | 10 | 40 | 0.250 | <= 0.5 | met |",
                "| time | 30.50 ms | 40 ms | 0.762 | <= 0.5 | missed |",
                "| own | 12 ms | at most 40 ms | 0.300 | <= 1 | met |",
                "| speed | 30 MB/s | 100 MB/s | 0.300 | >= 0.25 | met |",
            ]
        );
    }
}
