//! `ast`. In: files and folders. Out: one JSON AST. Why: other tools read JSON.

use std::path::PathBuf;
use std::process::ExitCode;

use whitesmith_codegen::{driver, AstOptions};

use crate::terminal::{fail, print_result};

/// Print the JSON AST of a model
///
/// All files together are one model. Its JSON AST 2.0 is printed without the prelude, from any
/// version and format of the files; nothing is printed if the model has an error.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub struct Arguments {
    /// Model files and folders, .smithy or .json; - is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Remove mixins, and copy their members and traits to the shapes that use them
    #[arg(long)]
    flatten_mixins: bool,
}

const EXAMPLES: &str = "\
Examples:
  One JSON AST of all files below a folder:
    {bin} ast model > all.json
  The same for tools that do not support mixins:
    {bin} ast model --flatten-mixins | jq '.shapes | keys'";

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let options = AstOptions { flatten_mixins: arguments.flatten_mixins };
    match driver::json_ast(&arguments.paths, &options) {
        Ok(text) => print_result(&text).err().unwrap_or(ExitCode::SUCCESS),
        Err(error) => fail(&error, "nothing was printed"),
    }
}
