//! The generator as a program of its own, for repositories that are not this one.

#[path = "../ast.rs"]
mod ast;
#[path = "../codegen.rs"]
mod codegen;
#[path = "../completions.rs"]
mod completions;
#[path = "../protocol_tests.rs"]
mod protocol_tests;
#[path = "../terminal.rs"]
mod terminal;
#[path = "../validate.rs"]
mod validate;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

const PROGRAM: &str = "whitesmith";

/// Generates small Rust client crates from Smithy models.
#[derive(Parser)]
#[command(name = PROGRAM, version)]
struct Arguments {
    #[command(flatten)]
    options: terminal::Options,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Codegen(codegen::Arguments),
    Validate(validate::Arguments),
    Ast(ast::Arguments),
    ProtocolTests(protocol_tests::Arguments),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    let arguments: Arguments = terminal::parse(PROGRAM);
    terminal::set_color(arguments.options.color);
    match arguments.task {
        Task::Codegen(arguments) => codegen::run(&arguments, None, &called()),
        Task::Validate(arguments) => validate::run(&arguments),
        Task::Ast(arguments) => ast::run(&arguments),
        Task::ProtocolTests(arguments) => protocol_tests::run(&arguments, None),
        Task::Completions(arguments) => completions::run(&arguments, terminal::command::<Arguments>(PROGRAM)),
    }
}

/// How this program was called: not everybody has it in a folder of PATH.
fn called() -> String {
    let name = std::env::args_os().next().unwrap_or_else(|| PROGRAM.into());
    codegen::quote(&name.to_string_lossy())
}
