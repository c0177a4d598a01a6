//! `codegen`. In: its arguments. Out: one line for each crate. The work is done by the driver.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whitesmith_codegen::driver::{self, CrateSpec, DiffLimit, Mode, Report, Runtime};

use crate::terminal::{fail, is_colored, to_stderr, to_stdout};

/// Generate client crates from Smithy models
///
/// With --model, generates one crate, which the other options describe. Without it, generates
/// all crates that a manifest lists: the one that --manifest names, or model/whitesmith.toml in
/// the working directory or in the nearest folder above it that has one.
///
/// Reports an ERROR only if a correct client cannot be generated; `validate` reports everything.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub struct Arguments {
    /// Write nothing; print the differences, and fail if a file is stale, missing or left over
    #[arg(long)]
    check: bool,
    /// Print the shapes, the traits without effect, the time of each stage, and complete diffs
    #[arg(short, long)]
    verbose: bool,
    /// The file that lists the crates [default: model/whitesmith.toml here or in a folder above]
    #[arg(long, value_name = "FILE", conflicts_with = "model")]
    manifest: Option<PathBuf>,
    /// Model files and folders, .smithy or .json; - is standard input
    #[arg(long, num_args = 1.., value_name = "PATH", requires_all = ["out", "package"])]
    model: Vec<PathBuf>,
    /// The folder of the crate
    #[arg(long, value_name = "DIR", requires = "model")]
    out: Option<PathBuf>,
    /// The name of the crate
    #[arg(long, value_name = "NAME", requires = "model")]
    package: Option<String>,
    /// The version of the crate [default: 0.1.0]
    #[arg(long, value_name = "VERSION", requires = "model")]
    crate_version: Option<String>,
    /// The service by its id or name, if the model has several
    #[arg(long, value_name = "ID", requires = "model")]
    service: Option<String>,
    /// Generate only these operations and the shapes that they use
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "model")]
    operations: Option<Vec<String>>,
    /// Let callers presign requests of these operations, too
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "model")]
    presign: Vec<String>,
    /// The protocol by its id or name, if the service declares several
    #[arg(long, value_name = "ID", requires = "model")]
    protocol: Option<String>,
    /// The header of responses that has the id of the request, as in x-trace-id
    #[arg(long, value_name = "NAME", requires = "model")]
    request_id_header: Option<String>,
    /// Also emit the protocol tests of the model
    #[arg(long, requires = "model")]
    protocol_tests: bool,
    /// The folder of whitesmith-runtime, instead of its released version
    #[arg(long, value_name = "DIR", requires = "model")]
    runtime_path: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  All crates of the manifest:
    {bin} codegen
  Two operations of an AWS model, and the shapes that they use:
    {bin} codegen --model cleanrooms.json --out clients/queries --package queries \\
        --operations StartProtectedQuery,GetProtectedQuery --runtime-path ../whitesmith/runtime
  In CI, check that the committed crates match the models:
    {bin} codegen --check";

/// Runs the command; `runtime` is the folder used where the arguments name none, and
/// `program` what the user calls this one.
pub(crate) fn run(arguments: &Arguments, runtime: Option<&Path>, program: &str) -> ExitCode {
    let mode = if arguments.check { Mode::Check } else { Mode::Write };
    let specs = match (&arguments.manifest, arguments.model.is_empty()) {
        (_, false) => Ok(vec![spec(arguments, runtime)]),
        (Some(manifest), true) => driver::read_manifest(manifest),
        (None, true) => driver::find_manifest().and_then(|manifest| driver::read_manifest(&manifest)),
    };
    match specs.and_then(|specs| driver::run_all(&specs, mode, &mut tell_waiting)) {
        Ok(reports) => finish(&reports, mode, arguments, program),
        Err(error) => fail(&error, "nothing was written"),
    }
}

/// Another run has the folder, so nothing happens for a while.
fn tell_waiting(out: &Path) {
    to_stderr(&format!("waiting for another run that has locked `{}`\n", driver::shown(out)));
}

fn spec(arguments: &Arguments, runtime: Option<&Path>) -> CrateSpec {
    let runtime = arguments.runtime_path.as_deref().or(runtime);
    CrateSpec {
        models: arguments.model.clone(),
        out: arguments.out.clone().unwrap_or_default(),
        package: arguments.package.clone().unwrap_or_default(),
        version: arguments.crate_version.clone(),
        service: arguments.service.clone(),
        operations: arguments.operations.clone(),
        protocol: arguments.protocol.clone(),
        presign: arguments.presign.clone(),
        request_id_header: arguments.request_id_header.clone(),
        runtime: runtime.map_or(Runtime::Released, |path| Runtime::Path(path.to_path_buf())),
        protocol_tests: arguments.protocol_tests,
        origin: None,
    }
}

fn finish(reports: &[Report], mode: Mode, arguments: &Arguments, program: &str) -> ExitCode {
    let mut is_stale = false;
    let mut limit = if arguments.verbose { DiffLimit::NONE } else { DiffLimit::default() };
    for report in reports {
        to_stderr(&report.generated.diagnostics.render_text(&report.sources, is_colored(&io::stderr())));
        match mode {
            Mode::Write => to_stdout(&format!("{}\n", report.summary())),
            Mode::Check => {
                is_stale |= !report.changes.is_empty();
                to_stdout(&report.difference(&mut limit));
            }
        }
        if arguments.verbose {
            to_stdout(&report.details());
        }
    }
    reports.iter().for_each(|report| to_stderr(&report.note()));
    if is_stale {
        let command = regenerate(program, std::env::args_os().skip(1));
        to_stderr(&format!("error: generated files are out of date\nhelp: run {command}\n"));
        return ExitCode::from(1);
    }
    ExitCode::SUCCESS
}

/// The command that brings up to date what this one checked, for a shell.
fn regenerate(program: &str, arguments: impl Iterator<Item = OsString>) -> String {
    let arguments = arguments.filter(|argument| argument != "--check");
    let quoted = arguments.map(|argument| quote(&argument.to_string_lossy()));
    std::iter::once(program.to_owned()).chain(quoted).collect::<Vec<_>>().join(" ")
}

/// An argument as a shell reads it back.
pub fn quote(argument: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-./,:=@%+".contains(c);
    if !argument.is_empty() && argument.chars().all(is_plain) {
        return argument.to_owned();
    }
    format!("'{}'", argument.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_can_be_pasted() {
        let arguments =
            ["codegen", "--check", "--model", "my models/a'b.smithy", "--operations", "", "--out", "o-1/$x"];
        assert_eq!(
            regenerate("cargo xtask", arguments.map(OsString::from).into_iter()),
            r"cargo xtask codegen --model 'my models/a'\''b.smithy' --operations '' --out 'o-1/$x'"
        );
    }
}
