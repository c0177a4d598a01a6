//! `ast`: files and folders in, one JSON AST out. Why: other tools read JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use whitesmith_codegen::{driver, AstOptions};

use crate::terminal::{fail, print_result};

/// Print the JSON AST of a model
///
/// All files together are one model. It is printed as a JSON AST 2.0, whatever they are
/// written in, without the built-in definitions; nothing is printed if it has an error.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Model files and folders, .smithy or .json; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Leave out mixins, and give their members and traits to the shapes that have them
    #[arg(long)]
    flatten_mixins: bool,
}

const EXAMPLES: &str = "\
Examples:
  One JSON AST of all files below a folder:
    {bin} ast model > all.json
  The same for tools that know no mixins:
    {bin} ast model --flatten-mixins | jq '.shapes | keys'";

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let options = AstOptions { flatten_mixins: arguments.flatten_mixins };
    match driver::json_ast(&arguments.paths, &options) {
        Ok(text) => print_result(&text).err().unwrap_or(ExitCode::SUCCESS),
        Err(error) => fail(&error, "nothing was printed"),
    }
}
