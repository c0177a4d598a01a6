//! In: the arguments of `cargo xtask`. Out: a command run. All that a command
//! does is in a library or in its module; this file names the commands.

mod ast;
mod bench;
mod ci;
mod codegen;
mod compat;
mod conformance;
mod protocol_tests;
mod terminal;
mod validate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Whitesmith's own tasks.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Generate client crates from Smithy models
    Codegen(codegen::Arguments),
    Ast(ast::Arguments),
    Validate(validate::Arguments),
    ProtocolTests(protocol_tests::Arguments),
    /// Build one program against the official crate and against ours, and compare what it prints
    Compat {
        /// `official` builds and runs that side only
        arguments: Vec<String>,
    },
    /// Measure ours beside the official crate and print the ratios
    Bench {
        /// Sections to measure; all of them without
        sections: Vec<String>,
    },
    /// Hold the generator against models and vectors of others, where the corpora are
    Conformance(conformance::Arguments),
    /// Run what has to pass before a push
    Ci {
        /// Steps to leave out
        #[arg(long, value_name = "STEP", value_delimiter = ',')]
        skip: Vec<String>,
    },
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments, Some(&runtime())),
        Task::Ast(arguments) => ast::run(&arguments),
        Task::Validate(arguments) => validate::run(&arguments),
        Task::ProtocolTests(arguments) => protocol_tests::run(&arguments, Some(&runtime())),
        Task::Compat { arguments } => done(compat::run(&arguments)),
        Task::Bench { sections } => done(bench::run(&sections)),
        Task::Conformance(arguments) => done(conformance::run(&arguments)),
        Task::Ci { skip } => done(ci::run(&skip)),
    }
}

/// The runtime of this repository, which crates made here use.
fn runtime() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folder.parent().map_or_else(|| PathBuf::from("runtime"), |root| root.join("runtime"))
}

#[allow(clippy::print_stderr)] // The front speaks to its user here.
fn done(result: Result<(), String>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(1)
        }
    }
}
