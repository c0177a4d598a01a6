//! `ci`: what has to pass before a push, in the order that fails fastest.
#![allow(clippy::print_stderr)] // Progress.

use std::process::Command;

const STEPS: [&[&str]; 5] = [
    &["fmt", "--all", "--check"],
    &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
    &["xtask", "codegen", "--check"],
    &["test", "--workspace"],
    &["doc", "--workspace", "--no-deps"],
];

/// Runs the steps until one fails.
///
/// # Errors
/// A step failed; the message names it.
pub(crate) fn run() -> Result<(), String> {
    for step in STEPS {
        let shown = format!("cargo {}", step.join(" "));
        eprintln!("$ {shown}");
        let status = Command::new("cargo")
            .args(step)
            .env("RUSTDOCFLAGS", "-D warnings")
            .status()
            .map_err(|error| format!("cannot run `{shown}`: {error}"))?;
        if !status.success() {
            return Err(format!("`{shown}` failed"));
        }
    }
    Ok(())
}
