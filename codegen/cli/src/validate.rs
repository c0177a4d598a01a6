//! `validate`. In: files and folders. Out: the errors and warnings of the model.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::PossibleValue;
use clap::ValueEnum;
use whitesmith_codegen::driver::{self, Loaded};
use whitesmith_codegen::{Diagnostics, Severity};

use crate::terminal::{fail, is_colored, print_result};

/// Check a model and print its errors and warnings
///
/// All files together are one model. In folders, hidden folders and folders named `target` are
/// skipped. The exit code is 1 if there is an ERROR.
///
/// Rules, ids and severities are those of the official tools. `codegen` is less strict: it
/// accepts a model if it can generate a correct client.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub struct Arguments {
    /// Model files and folders, .smithy or .json; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The format of the events: for people, or JSON with one object per line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Omit events below this severity; the text format never shows suppressed events
    #[arg(long, value_enum, ignore_case = true, default_value = "SUPPRESSED", hide_default_value = true)]
    severity: Least,
}

const EXAMPLES: &str = "\
Examples:
  All errors and warnings of the models of a folder:
    {bin} validate model
  Errors only, one JSON object per line:
    {bin} validate model --severity ERROR --format json
  A model that another program prints:
    curl -s https://example.com/shop.smithy | {bin} validate -";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// The least severity that is shown.
#[derive(Clone, Copy)]
struct Least(Severity);

impl ValueEnum for Least {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Least; 5] = [
            Least(Severity::Suppressed),
            Least(Severity::Note),
            Least(Severity::Warning),
            Least(Severity::Danger),
            Least(Severity::Error),
        ];
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.0.name()))
    }
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let loaded = match driver::load_paths(&arguments.paths) {
        Ok(loaded) => loaded,
        Err(error) => return fail(&error, "nothing was checked"),
    };
    let shown = loaded.diagnostics.at_least(arguments.severity.0);
    let printed = match arguments.format {
        Format::Text => print_result(&text(&loaded, &shown)),
        Format::Json => print_result(&shown.render_json(&loaded.sources)),
    };
    match printed {
        Ok(()) if loaded.diagnostics.has_errors() => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        Err(code) => code,
    }
}

/// The events for people, and a line that counts them.
fn text(loaded: &Loaded, shown: &Diagnostics) -> String {
    let Loaded { diagnostics, sources, .. } = loaded;
    let mut text = shown.render_text(sources, is_colored(&io::stdout()));
    let files = sources.count_models();
    let plural = if files == 1 { "" } else { "s" };
    let found = shown.summary().unwrap_or_else(|| "nothing to report".to_owned());
    text.push_str(&format!("{found} in {files} file{plural}"));
    let suppressed = diagnostics.iter().filter(|event| event.severity == Severity::Suppressed).count();
    if suppressed > 0 {
        text.push_str(&format!(", {suppressed} suppressed"));
    }
    text.push('\n');
    if shown.is_abridged() {
        text.push_str("help: --format json prints all of them\n");
    }
    text
}
