//! In: the official crates and ours. Out: how they differ, and an error if a difference is not
//! listed with a reason. Why: that other people's code compiles, runs and is tested on our
//! crates as on theirs is a promise, and only a comparison shows that it is kept.

mod api;
mod config;
mod programs;
mod suites;
mod transcript;

const EXAMPLES: &str = "Examples:
  {bin} compat
  {bin} compat official
  {bin} compat api sqs s3@=1.157.0
  {bin} compat api --all
  {bin} compat programs sqs sts
  {bin} compat tests s3 dynamodb";

/// Compare official crates with ours
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(clap::Subcommand)]
enum What {
    /// Build and run the program of tests/compat with the official crate only
    Official,
    Api(api::Arguments),
    /// Compare what aws-config resolves on its official crates and on slices of ours
    Config,
    Programs(programs::Arguments),
    Tests(suites::Arguments),
}

/// Runs one comparison; without a name, that of the transcripts of one program.
///
/// # Errors
/// A side does not build, or there is a difference that is not listed.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    match &arguments.what {
        None => transcript::run(false),
        Some(What::Official) => transcript::run(true),
        Some(What::Api(arguments)) => api::run(arguments),
        Some(What::Config) => config::run(),
        Some(What::Programs(arguments)) => programs::run(arguments),
        Some(What::Tests(arguments)) => suites::run(arguments),
    }
}
