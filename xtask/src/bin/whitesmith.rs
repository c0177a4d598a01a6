//! The generator as a program of its own, for repositories that are not this one.

#[path = "../ast.rs"]
mod ast;
#[path = "../codegen.rs"]
mod codegen;
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
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments, None),
        Task::Ast(arguments) => ast::run(&arguments),
        Task::Validate(arguments) => validate::run(&arguments),
    }
}
