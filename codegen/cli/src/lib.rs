//! The command line of Whitesmith. In: the arguments of a process. Out: a command run, and
//! the code to exit with. Why a library: two programs have these commands, `whitesmith`
//! and, in Whitesmith's own repository, `cargo xtask`.

#![forbid(unsafe_code)]

mod ast;
mod codegen;
mod migrate;
pub mod models;
pub mod protocol_tests;
pub mod terminal;
mod validate;

use std::path::Path;
use std::process::ExitCode;

pub use codegen::quote;

/// The commands that both programs have.
#[derive(clap::Subcommand)]
#[allow(missing_docs)] // A comment on a variant would replace the help text of its command.
pub enum Task {
    Codegen(codegen::Arguments),
    Migrate(migrate::Arguments),
    Validate(validate::Arguments),
    Ast(ast::Arguments),
    ProtocolTests(protocol_tests::Arguments),
}

impl Task {
    /// Runs the command. `program` is what the user types before it, for messages; `runtime`
    /// is the folder of whitesmith-runtime that generated crates depend on if the arguments
    /// name none: without it, they depend on the released version.
    pub fn run(&self, program: &str, runtime: Option<&Path>) -> ExitCode {
        match self {
            Self::Codegen(arguments) => codegen::run(arguments, runtime, program),
            Self::Migrate(arguments) => migrate::run(arguments, runtime, program),
            Self::Validate(arguments) => validate::run(arguments),
            Self::Ast(arguments) => ast::run(arguments),
            Self::ProtocolTests(arguments) => protocol_tests::run(arguments, runtime),
        }
    }
}
