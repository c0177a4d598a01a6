//! The generator as a program of its own, for repositories that are not this one.

#[path = "../codegen.rs"]
mod codegen;

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
}

fn main() -> ExitCode {
    match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments, None),
    }
}
