//! In: the arguments of `whitesmith`. Out: a command run. Why: the generator as a program of
//! its own, for repositories that are not Whitesmith's.

mod completions;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use whitesmith_cli::{terminal, Task};

const PROGRAM: &str = "whitesmith";

/// Generates small Rust client crates from Smithy models.
#[derive(Parser)]
#[command(name = PROGRAM, version)]
struct Arguments {
    #[command(flatten)]
    options: terminal::Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    #[command(flatten)]
    Task(Box<Task>),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    let arguments: Arguments = terminal::parse(PROGRAM);
    terminal::set_color(arguments.options.color);
    match arguments.command {
        Command::Task(task) => task.run(&called(), None),
        Command::Completions(arguments) => completions::run(&arguments, terminal::command::<Arguments>(PROGRAM)),
    }
}

/// How this program was called: not everybody has it in a folder of PATH.
fn called() -> String {
    let name = std::env::args_os().next().unwrap_or_else(|| PROGRAM.into());
    whitesmith_cli::quote(&name.to_string_lossy())
}
