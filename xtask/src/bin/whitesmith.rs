//! The generator as a program of its own, for repositories that are not this one.

#[path = "../ast.rs"]
mod ast;
#[path = "../codegen.rs"]
mod codegen;
#[path = "../protocol_tests.rs"]
mod protocol_tests;
#[path = "../terminal.rs"]
mod terminal;
#[path = "../validate.rs"]
mod validate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Turns a Smithy model into a small Rust client crate.
#[derive(Parser)]
#[command(name = "whitesmith", version)]
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
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments, None),
        Task::Ast(arguments) => ast::run(&arguments),
        Task::Validate(arguments) => validate::run(&arguments),
        Task::ProtocolTests(arguments) => protocol_tests::run(&arguments, None),
    }
}
