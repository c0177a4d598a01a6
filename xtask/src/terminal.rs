//! In: what a command has to say. Out: text on the terminal or in a pipe, and the code to
//! exit with: 1 where the model or the output is wrong, 2 where the usage is.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use whitesmith_codegen::driver::Error;

/// Whether what goes to this stream may have colors.
pub(crate) fn is_colored(stream: &impl IsTerminal) -> bool {
    // An empty NO_COLOR is none: https://no-color.org.
    let is_refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !is_refused
}

/// Prints something beside the result. That it cannot be printed changes nothing.
pub(crate) fn to_stdout(text: &str) {
    let _ = io::stdout().write_all(text.as_bytes());
}

/// Prints a message.
pub(crate) fn to_stderr(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Prints the result of a command, which has failed if that does. A reader that has seen
/// enough and closed the pipe is no mistake of anybody.
pub(crate) fn print_result(text: &str) -> Result<(), ExitCode> {
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
        Error::Output(message) => {
            to_stderr(&format!("error: {message}\n"));
            ExitCode::from(1)
        }
        Error::Usage(message) => {
            to_stderr(&format!("error: {message}\n"));
            ExitCode::from(2)
        }
    }
}
