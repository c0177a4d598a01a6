//! `codegen`: arguments in, one line a crate out. The work is the driver's.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whitesmith_codegen::driver::{self, CrateSpec, DiffLimit, Mode, Report, Runtime};

use crate::terminal::{fail, is_colored, to_stderr, to_stdout};

/// Generate client crates from Smithy models.
///
/// Without --model, every crate of the manifest is generated.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Write nothing; fail if a file is stale, missing or left over
    #[arg(long)]
    check: bool,
    /// Print the closure, the traits without effect, the time of each stage, and whole diffs
    #[arg(short, long)]
    verbose: bool,
    /// The list of crates
    #[arg(long, default_value = driver::MANIFEST, conflicts_with = "model")]
    manifest: PathBuf,
    /// Model files and folders, .smithy or .json
    #[arg(long, num_args = 1.., value_name = "PATH", requires_all = ["out", "package"])]
    model: Vec<PathBuf>,
    /// The folder of the crate
    #[arg(long, value_name = "DIR", requires = "model")]
    out: Option<PathBuf>,
    /// The name of the crate
    #[arg(long, value_name = "NAME", requires = "model")]
    package: Option<String>,
    /// The version of the crate
    #[arg(long, value_name = "VERSION", requires = "model", default_value = "0.1.0")]
    crate_version: String,
    /// The service, where the model has several
    #[arg(long, value_name = "ID", requires = "model")]
    service: Option<String>,
    /// Only these operations and the shapes they reach
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "model")]
    operations: Option<Vec<String>>,
    /// The protocol by its id or name, where the service declares several
    #[arg(long, value_name = "ID", requires = "model")]
    protocol: Option<String>,
    /// Emit the protocol tests that the model has, too
    #[arg(long, requires = "model")]
    protocol_tests: bool,
    /// The folder of whitesmith-runtime, instead of its released version
    #[arg(long, value_name = "DIR", requires = "model")]
    runtime_path: Option<PathBuf>,
}

/// Runs the command; `runtime` is the folder used where the arguments name none.
pub(crate) fn run(arguments: &Arguments, runtime: Option<&Path>) -> ExitCode {
    let mode = if arguments.check { Mode::Check } else { Mode::Write };
    let reports = if arguments.model.is_empty() {
        driver::run(&arguments.manifest, mode)
    } else {
        driver::run_one(&spec(arguments, runtime), mode).map(|report| vec![report])
    };
    match reports {
        Ok(reports) => finish(&reports, mode, arguments),
        Err(error) => fail(&error, "nothing was written"),
    }
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
        runtime: runtime.map_or(Runtime::Released, |path| Runtime::Path(path.to_path_buf())),
        protocol_tests: arguments.protocol_tests,
    }
}

fn finish(reports: &[Report], mode: Mode, arguments: &Arguments) -> ExitCode {
    let mut is_stale = false;
    let mut limit = if arguments.verbose { DiffLimit::NONE } else { DiffLimit::default() };
    for report in reports {
        to_stderr(&report.generated.diagnostics.render_text(&report.sources, is_colored(&io::stderr())));
        match mode {
            Mode::Write => to_stdout(&format!("{}\n", report.summary())),
            Mode::Check => {
                is_stale |= !report.changes.is_empty();
                print_changes(report, &mut limit);
            }
        }
        if arguments.verbose {
            to_stdout(&report.details());
        }
    }
    if is_stale {
        to_stderr(&format!("error: generated files are out of date\nhelp: run {}\n", regenerate(arguments)));
        return ExitCode::from(1);
    }
    ExitCode::SUCCESS
}

fn print_changes(report: &Report, limit: &mut DiffLimit) {
    if report.changes.is_empty() {
        to_stdout(&format!("{}: up to date, {} files\n", report.spec.package, report.files));
    }
    to_stdout(&report.difference(limit));
}

fn regenerate(arguments: &Arguments) -> String {
    if arguments.model.is_empty() {
        "cargo xtask codegen".to_owned()
    } else {
        "the same command without --check".to_owned()
    }
}
