//! In: a Python on this machine, if there is one. Out: one with moto, and with it botocore.
//! Why: they are not part of this repository, and the machine of a contributor or of CI need
//! not have them.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::Corpora;
use whitesmith_cli::terminal::to_stderr;

/// The release whose answers the suites were written against.
const MOTO: &str = "5.2.1";

/// Prints where the interpreter is, if it can serve.
const PROBE: &str =
    "import sys, boto3, flask, moto; sys.exit(moto.__version__ != sys.argv[1] or print(sys.executable))";

/// The interpreter to use: the one of this machine, or else one with what pip brings.
/// None with the reason where there is no Python that could run pip.
///
/// # Errors
/// Pip fails.
pub(super) fn find(corpora: &Corpora) -> Result<Result<PathBuf, &'static str>, String> {
    let venv = corpora.scratch.join("python");
    let ours = venv.join("bin/python");
    for candidate in [PathBuf::from("python3"), ours.clone()] {
        if let Some(python) = probe(&candidate) {
            return Ok(Ok(python));
        }
    }
    let mut make = Command::new("python3");
    make.args(["-m", "venv", "--clear"]).arg(&venv).stdout(Stdio::null()).stderr(Stdio::null());
    if !make.status().is_ok_and(|status| status.success()) {
        return Ok(Err("there is no python3 with venv and pip"));
    }
    let package = format!("moto[server]=={MOTO}");
    to_stderr(&format!("$ {} -m pip install {package}\n", ours.display()));
    let mut install = Command::new(&ours);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &package]);
    let status = install.status().map_err(|error| format!("cannot run {}: {error}", ours.display()))?;
    if !status.success() {
        return Err(format!("pip cannot install {package}"));
    }
    probe(&ours).map(Ok).ok_or_else(|| format!("{} does not have the packages that pip installed", ours.display()))
}

/// Where the interpreter is; the name may be that of a script that starts it.
fn probe(candidate: &PathBuf) -> Option<PathBuf> {
    let output = Command::new(candidate).args(["-c", PROBE, MOTO]).stderr(Stdio::null()).output().ok()?;
    let path = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| PathBuf::from(path.trim()))
}
