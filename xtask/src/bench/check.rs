//! In: what this checkout costs, and tests/bench/counts.toml. Out: a table of both, and an
//! error if something costs more. Why: nobody notices one per cent, and after many of them
//! nobody knows where they came from.
//!
//! No code of others is built and no time is measured, so it is a step of `cargo xtask ci`.
//! Counts of instructions are valid for one compiler and one C library: elsewhere they are
//! printed, and only the lines are compared.

mod counts;

use super::call::PerCall;
use super::callgrind::Profile;
use super::measure::Command;
use super::{call, lines, Bench};
use counts::{compare, Committed, Figure, Tools, ALLOCATIONS, INSTRUCTIONS, LINES};
use std::path::Path;
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// Shared with the section `call`: most of what is built is the same.
const TARGET: &str = "call";

/// How the C library hands out memory: what is freed is kept for the next who asks for that
/// size. By default it merges and splits, and what that costs depends on the seeds of hash
/// maps: 0.3 % of a call from run to run.
const STEADY_MEMORY: &str = "glibc.malloc.tcache_count=2000:glibc.malloc.mxfast=0";

/// Tasks of the program `counts`, and two lengths of a run: their difference leaves out the
/// start of the program. What is done once in a life of the generator is counted once.
const TASKS: &[(&str, u64, u64)] = &[
    ("json-write", 10, 20),
    ("json-read", 10, 20),
    ("xml-write", 10, 20),
    ("xml-read", 10, 20),
    ("cbor-write", 10, 20),
    ("cbor-read", 10, 20),
    ("query-write", 10, 20),
    ("query-read", 10, 20),
    ("load", 0, 1),
    ("generate", 0, 1),
];

/// Counts, prints and compares, or writes the file.
///
/// # Errors
/// A figure is too high or is not in the file, or something cannot be built or counted.
pub(super) fn run(bench: &Bench, is_update: bool) -> Result<(), String> {
    let path = bench.programs.join("counts.toml");
    let shown = |error: String| format!("{}: {error}", path.display());
    let committed = match std::fs::read_to_string(&path) {
        Ok(text) => Committed::parse(&text).map_err(shown)?,
        Err(_) if is_update => Committed::default(),
        Err(error) => return Err(shown(error.to_string())),
    };
    let tools = Tools::find(bench)?;
    let mut figures = Vec::new();
    match (&tools.valgrind, is_update) {
        (Some(_), _) => count(bench, &mut figures)?,
        (None, true) => return Err("there is no valgrind to take the counts with".into()),
        (None, false) => to_stderr("there is no valgrind: only lines are compared\n"),
    }
    figures.extend(emitted_lines(&bench.root.join("generated/src"))?);
    let comparison = compare(&committed, &figures, &tools);
    to_stdout(&comparison.table);
    if is_update {
        let text = committed.updated(&figures, &tools);
        return std::fs::write(&path, text).map_err(|error| shown(error.to_string()));
    }
    comparison.hints.iter().for_each(|hint| to_stderr(&format!("{hint}\n")));
    match comparison.failures.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "{}\nhelp: run `cargo xtask bench check --update` if the change justifies it, and give the reason in the commit message",
            comparison.failures.join("\n")
        )),
    }
}

/// Instructions and allocations.
fn count(bench: &Bench, figures: &mut Vec<Figure>) -> Result<(), String> {
    to_stderr("building what is counted\n");
    // Flags of whoever measures would change what is counted.
    let build = bench.cargo("build", TARGET).env("CARGO_ENCODED_RUSTFLAGS", "").arg("--release");
    build.arg("--package=call-ours").arg("--package=counts").run()?;
    let program = |name: &str| {
        let program = Command::new(bench.scratch.join(TARGET).join("release").join(name));
        program.sealed().env("GLIBC_TUNABLES", STEADY_MEMORY)
    };
    to_stderr("counting\n");
    let of_call = PerCall::count(bench, &program("call-ours"), "check")?;
    let signing = of_call.inclusive(call::is_signing);
    if signing == 0.0 {
        return Err("no function was found that signs: see is_signing in bench/call.rs".into());
    }
    figures.push(Figure::new(INSTRUCTIONS, "call", of_call.total()));
    figures.push(Figure::new(INSTRUCTIONS, "call-outside-signing", of_call.total() - signing));
    let counts = program("counts");
    counts.clone().arg("check").run()?;
    for (task, short, long) in TASKS {
        let cost = Profile::repetition(bench, &counts, task, *short, *long)?;
        figures.push(Figure::new(INSTRUCTIONS, task, cost));
    }
    figures.push(Figure::new(ALLOCATIONS, "call", of_call.allocations()));
    Ok(())
}

/// Lines of the client of our model that are neither blank nor comment. `generated` is the
/// folder as it is committed: that it is what the generator emits is for `codegen --check`.
fn emitted_lines(generated: &Path) -> Result<Vec<Figure>, String> {
    let code = |folder: &Path| lines::count(folder).map(|lines| lines.code as f64);
    let all = code(generated)?;
    let operations = code(&generated.join("operation"))?;
    let shapes = code(&generated.join("shapes"))?;
    Ok(vec![
        Figure::new(LINES, "all", all),
        Figure::new(LINES, "operations", operations),
        Figure::new(LINES, "shapes", shapes),
        Figure::new(LINES, "rest", all - operations - shapes),
    ])
}
