//! In: models with `smithy.rules#endpointTests`, those of the corpora or the files and folders
//! that are named. Out: how many of their cases hold, and a line for each that does not. Why:
//! where a request goes is the one thing that a caller cannot see in the code.
//!
//! The cases are tried by a package of its own, tests/endpoints, which has the interpreter.

use std::path::PathBuf;
use std::process::Command;

use super::Corpora;
use whitesmith_cli::terminal::to_stdout;

/// The models of the corpora whose cases are there.
const MODELS: [&str; 4] =
    ["endpoint-rules/rules-engine-tests", "endpoint-rules/bdd/aws-2026-08", "aws-models", "aws-models-2025-09"];

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let mut paths = corpora.paths.clone();
    if paths.is_empty() {
        paths.extend(MODELS.map(|model| corpora.corpora.join(model)));
    }
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--package", "endpoints", "--manifest-path"])
        .arg(corpora.root.join("Cargo.toml"))
        .arg("--")
        .args(paths.iter().map(absolute))
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("cannot start the package `endpoints`: {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (lines, counts) = said.trim_end().rsplit_once('\n').unwrap_or(("", said.trim_end()));
    if !lines.is_empty() {
        to_stdout(&format!("{lines}\n"));
    }
    if output.status.success() {
        Ok(counts.to_owned())
    } else {
        Err(counts.to_owned())
    }
}

fn absolute(path: &PathBuf) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.clone())
}
