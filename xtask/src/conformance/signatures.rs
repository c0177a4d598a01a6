//! In: models of AWS, the program of tests/signatures, and botocore. Out: how many requests are
//! signed as botocore signs them: presigned ones in each parameter and the signature, and those
//! with a checksum in its header or trailer. Why: nobody else can say what a service accepts.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use super::{program, python, Corpora};

const PROGRAM: &str = "signatures";
/// Fewer requests show nothing.
const LEAST: usize = 50;

pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let python = match python::find(corpora)? {
        Ok(python) => python,
        Err(reason) => return Ok(format!("skipped: {reason}")),
    };
    let at = corpora.scratch.join(PROGRAM);
    let program = program::build(corpora, &at, PROGRAM, PROGRAM)?;
    let lines = at.join("requests.jsonl");
    let fails = |what: &Path, error: std::io::Error| format!("{}: {error}", what.display());
    let file = File::create(&lines).map_err(|error| fails(&lines, error))?;
    let ours = Command::new(&program).arg(&at).stdout(file).status().map_err(|error| fails(&program, error))?;
    if !ours.success() {
        return Err(format!("{PROGRAM} fails"));
    }
    let count = super::read(&lines)?.lines().count();
    if count < LEAST {
        return Err(format!("{PROGRAM} signs {count} requests, and not {LEAST} at least"));
    }
    let file = File::open(&lines).map_err(|error| fails(&lines, error))?;
    let script = corpora.root.join("tests/signatures/witness.py");
    let theirs = Command::new(&python).arg(script).stdin(file).output().map_err(|error| fails(&python, error))?;
    let said = String::from_utf8_lossy(&theirs.stdout).trim_end().to_owned();
    match theirs.status.success() {
        true => Ok(said),
        false => Err(format!("{said}\n{}", String::from_utf8_lossy(&theirs.stderr))),
    }
}
