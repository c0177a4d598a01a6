//! `completions`. In: the name of a shell. Out: a script for it.

use std::process::ExitCode;

use clap_complete::{generate, Shell};

use crate::terminal::print_result;

/// Print a script that completes commands and options in a shell
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  For bash, from the next login on:
    {bin} completions bash > ~/.local/share/bash-completion/completions/{bin}
  For fish:
    {bin} completions fish > ~/.config/fish/completions/{bin}.fish";

/// Runs the command, for the program with this command line.
pub(crate) fn run(arguments: &Arguments, mut command: clap::Command) -> ExitCode {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    generate(arguments.shell, &mut command, name, &mut script);
    print_result(&String::from_utf8_lossy(&script)).err().unwrap_or(ExitCode::SUCCESS)
}
