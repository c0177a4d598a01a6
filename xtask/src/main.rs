//! In: the arguments of `cargo xtask`. Out: a command run. The commands that users have too
//! are in `whitesmith_cli`; each of the others has its module, and this file names them.

mod bench;
mod ci;
mod compat;
mod conformance;
mod readme;
mod slices;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use whitesmith_cli::terminal::{self, to_stderr};

const PROGRAM: &str = "cargo xtask";

/// Whitesmith's own tasks.
#[derive(Parser)]
#[command(name = PROGRAM, bin_name = PROGRAM, version)]
struct Arguments {
    #[command(flatten)]
    options: terminal::Options,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    #[command(flatten)]
    OfUsers(Box<whitesmith_cli::Task>),
    Compat(compat::Arguments),
    Bench(bench::Arguments),
    Conformance(conformance::Arguments),
    /// Run the commands and programs of README.md
    #[command(after_long_help = "Examples:\n  {bin} readme")]
    Readme,
    /// Run what has to pass before a push
    #[command(after_long_help = "Examples:\n  {bin} ci\n  {bin} ci --skip test,doc")]
    Ci {
        /// Steps to leave out
        #[arg(long, value_name = "STEP", value_delimiter = ',', value_parser = PossibleValuesParser::new(ci::steps()))]
        skip: Vec<String>,
    },
}

fn main() -> ExitCode {
    let arguments: Arguments = terminal::parse(PROGRAM);
    terminal::set_color(arguments.options.color);
    match arguments.task {
        Task::OfUsers(task) => task.run(PROGRAM, Some(&runtime())),
        Task::Compat(arguments) => done(compat::run(&arguments)),
        Task::Bench(arguments) => done(bench::run(&arguments)),
        Task::Conformance(arguments) => done(conformance::run(&arguments)),
        Task::Readme => done(readme::run()),
        Task::Ci { skip } => done(ci::run(&skip)),
    }
}

/// The runtime of this repository, which crates made here use.
fn runtime() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.parent().map_or_else(|| PathBuf::from("runtime"), |root| root.join("runtime"))
}

fn done(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            to_stderr(&format!("error: {message}\n"));
            ExitCode::from(1)
        }
    }
}
