//! `ci`: runs everything that must pass before a push. In: steps to skip. Out: an error that
//! names the first step that fails. Each step is a command that is printed, so that it can be
//! repeated by hand.

use std::process::Command;

use crate::conformance::Corpora;
use whitesmith_cli::terminal::to_stderr;

/// One step.
struct Step {
    name: &'static str,
    /// Arguments of cargo.
    arguments: &'static [&'static str],
    /// Whether it is left out where the corpora are not: it needs them, or it builds the
    /// official crate, for which nobody waits before each push.
    needs_corpora: bool,
}

impl Step {
    const fn new(name: &'static str, arguments: &'static [&'static str]) -> Self {
        Self { name, arguments, needs_corpora: false }
    }

    const fn where_corpora_are(mut self) -> Self {
        self.needs_corpora = true;
        self
    }
}

/// All features of the runtime that do not bring crates of AWS.
const OWN: &str = "cbor,checksums,compression,default-http-client,event-stream,query,rt-tokio";

/// Some programs of two services; all of them take too long.
const PROGRAMS: &[&str] = &[
    "xtask",
    "compat",
    "programs",
    "sqs_config_override",
    "sqs_interceptor_order",
    "sqs_retry_modes",
    "sqs_send_and_receive",
    "sts_assume_role_mocked",
    "sts_identity_caches",
];

/// The steps: what fails fastest, then what says most, then what takes longest.
const STEPS: &[Step] = &[
    Step::new("fmt", &["fmt", "--all", "--check"]),
    Step::new("test", &["test", "--workspace"]),
    Step::new("clippy", &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    // What the clients of services are built with that are not AWS's. The other steps build it
    // with `aws`, because some client of the workspace needs it.
    Step::new("own", &["clippy", "--package", "whitesmith-runtime", "--features", OWN, "--", "-D", "warnings"]),
    Step::new("codegen", &["xtask", "codegen", "--check"]),
    Step::new("doc", &["doc", "--workspace", "--no-deps"]),
    Step::new("bench", &["xtask", "bench", "check"]),
    Step::new("readme", &["xtask", "readme"]),
    Step::new("conformance", &["xtask", "conformance"]).where_corpora_are(),
    Step::new("compat", &["xtask", "compat"]).where_corpora_are(),
    Step::new("api", &["xtask", "compat", "api", "cleanrooms@=1.147.0"]).where_corpora_are(),
    Step::new("programs", PROGRAMS).where_corpora_are(),
];

/// The names of the steps.
pub(crate) fn steps() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.name)
}

/// Runs the steps until one fails, without those named.
///
/// # Errors
/// A step failed; the message names it.
pub(crate) fn run(skip: &[String]) -> Result<(), String> {
    let has_corpora = Corpora::find().is_some();
    for step in STEPS {
        let shown = format!("cargo {}", step.arguments.join(" "));
        if skip.iter().any(|name| name == step.name) {
            continue;
        }
        if step.needs_corpora && !has_corpora {
            to_stderr(&format!("skipped: {shown} (there are no corpora)\n"));
            continue;
        }
        to_stderr(&format!("$ {shown}\n"));
        let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(step.arguments)
            .env("RUSTDOCFLAGS", "-D warnings")
            // The fixtures through clippy and rustdoc too; a new snapshot is a failure.
            .env("WHITESMITH_FIXTURES", "1")
            .env("INSTA_UPDATE", "no")
            .status()
            .map_err(|error| format!("cannot run `{shown}`: {error}"))?;
        if !status.success() {
            return Err(format!("`{shown}` failed"));
        }
    }
    Ok(())
}
