//! In: what a command prints. Out: text on the terminal or in a pipe, and the exit code: 1 if
//! the model or the output is wrong, 2 if the usage is.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::{Parser, ValueEnum};
use whitesmith_codegen::driver::Error;

/// Options that every command has.
#[derive(clap::Args)]
pub struct Options {
    /// When to color what is printed
    #[arg(long, global = true, display_order = 1000, value_enum, value_name = "WHEN", default_value_t = clap::ColorChoice::Auto)]
    pub color: clap::ColorChoice,
}

/// The arguments of this process; wrong ones end it. The name of the program is put into
/// the examples of its commands, which two programs share.
pub fn parse<P: Parser>(program: &str) -> P {
    // Before clap prints what is wrong, which is after it has read the rest.
    if let Some(color) = wanted_color(std::env::args_os()) {
        set_color(color);
    }
    let matches = command::<P>(program).get_matches();
    P::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

/// The command line of a program, for messages and completions.
pub fn command<P: Parser>(program: &str) -> clap::Command {
    P::command().mut_subcommands(|command| {
        let examples = command.get_after_long_help().map(ToString::to_string).unwrap_or_default();
        command.after_long_help(examples.replace("{bin}", program))
    })
}

fn wanted_color(arguments: impl Iterator<Item = OsString>) -> Option<clap::ColorChoice> {
    let arguments: Vec<OsString> = arguments.take_while(|argument| argument != "--").collect();
    let value = arguments.iter().enumerate().rev().find_map(|(index, argument)| {
        match argument.to_str()?.strip_prefix("--color")? {
            "" => arguments.get(index + 1)?.to_str(),
            value => value.strip_prefix('='),
        }
    });
    clap::ColorChoice::from_str(value?, false).ok()
}

/// Sets whether texts are coloured, here and in what clap prints.
pub fn set_color(color: clap::ColorChoice) {
    let color = match color {
        clap::ColorChoice::Auto => ColorChoice::Auto,
        clap::ColorChoice::Always => ColorChoice::Always,
        clap::ColorChoice::Never => ColorChoice::Never,
    };
    color.write_global();
}

/// Whether what goes to this stream has colors: as `--color` says, else as NO_COLOR,
/// CLICOLOR_FORCE, CLICOLOR and TERM do, else if it is a terminal. These are clap's own
/// rules, so that its messages and ours agree.
pub(crate) fn is_colored(stream: &impl RawStream) -> bool {
    AutoStream::choice(stream) != ColorChoice::Never
}

/// Prints something beside the result. That it cannot be printed changes nothing.
pub fn to_stdout(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Prints a message.
pub fn to_stderr(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints the result of a command, which has failed if that does. A reader that has seen
/// enough and closed the pipe is not an error.
pub fn print_result(text: &str) -> Result<(), ExitCode> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            to_stderr(&format!("error: cannot write the result: {error}\n"));
            Err(ExitCode::from(1))
        }
        _ => Ok(()),
    }
}

/// Prints why a command did nothing; `outcome` says so after the errors of a model.
pub(crate) fn fail(error: &Error, outcome: &str) -> ExitCode {
    match error {
        Error::Model(model) => {
            let (diagnostics, sources) = &**model;
            to_stderr(&diagnostics.render_text(sources, is_colored(&io::stderr())));
            to_stderr(&format!("error: {outcome}\n"));
            ExitCode::from(1)
        }
        Error::Output(_) => {
            to_stderr(&format!("error: {error}\n"));
            ExitCode::from(1)
        }
        Error::Usage(_) => {
            to_stderr(&format!("error: {error}\n"));
            ExitCode::from(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_color_counts() {
        let wanted = |arguments: &[&str]| wanted_color(arguments.iter().map(|argument| OsString::from(*argument)));
        assert_eq!(wanted(&["x", "--color", "never", "--color=always"]), Some(clap::ColorChoice::Always));
        for arguments in [&["x"][..], &["--color"], &["--color=red"], &["--colors=never"], &["--", "--color=never"]] {
            assert_eq!(wanted(arguments), None, "{arguments:?}");
        }
    }
}
