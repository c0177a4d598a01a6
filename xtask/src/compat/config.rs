//! In: the program of tests/compat/config, built on the official crates, and twice on slices of
//! ours: with the HTTPS client of aws-config, and with that of our crates. Out: how many of its
//! cases are the same, and the intended differences; an error if there is another. Why: whoever
//! calls one service by our crate still builds STS, SSO and SSO OIDC for aws-config, and may
//! replace them only if credentials stay what they were.

use std::collections::{BTreeMap, BTreeSet};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::transcript::Known;
use crate::conformance::Corpora;
use crate::slices;
use whitesmith_cli::terminal::{to_stderr, to_stdout};

/// What the program is built with on slices: the name of the package, arguments of cargo, and
/// what it is called in reports.
const OURS: [(&str, &[&str], &str); 2] = [
    ("compat-config-slices", &[], "slices of ours"),
    ("compat-config-lean", &["--no-default-features", "--features", "lean"], "slices of ours and their HTTPS client"),
];

/// Builds and runs the program on all sides and compares what it prints.
///
/// # Errors
/// There are no corpora, the program does not compile on one side, or prints something else there.
pub(crate) fn run() -> Result<(), String> {
    let corpora = Corpora::require()?;
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let folder = root.join("tests/compat/config");
    let known = Known::read(&folder.join("differences.toml"))?;
    let runner = Runner { scratch: corpora.scratch("config"), port: free_port()? };
    let slices = slices::generate(&|model| Ok(corpora.file(model)), &folder, &runner.scratch.join("slices"))?;
    let slices: Vec<_> = slices.iter().collect();

    let official = runner.transcript(&folder.join("Cargo.toml"), &["--locked"])?;
    report("the official crates", &official);
    to_stdout(&known.describe());
    let mut failures = Vec::new();
    let mut unneeded: Option<BTreeSet<String>> = None;
    for (name, arguments, what) in OURS {
        let manifest = slices::workspace(&folder, &runner.scratch, name, &slices)?;
        let ours = runner.transcript(&manifest, arguments)?;
        slices::are_used(&manifest, &slices)?;
        report(what, &ours);
        let (unexpected, unused) = known.compare(&official, &ours);
        to_stdout(&format!("{what}: {}\n", counts(&official, &ours, &unexpected)));
        // What no side needs is out of date.
        let unused: BTreeSet<String> = unused.into_iter().collect();
        unneeded = Some(unneeded.map_or_else(|| unused.clone(), |all| &all & &unused));
        failures.extend(unexpected);
    }
    if let Some(line) = unneeded.iter().flatten().next() {
        return Err(format!("`{line}` is listed in differences.toml, but no longer differs"));
    }
    match failures.is_empty() {
        true => Ok(()),
        false => Err(format!("{} lines differ without a reason:\n{}", failures.len(), failures.join("\n"))),
    }
}

fn report(what: &str, transcript: &str) {
    to_stderr(&format!("compiles and runs on {what}: {} lines\n", transcript.lines().count()));
}

/// How many cases have the same lines on both sides, and how many of the others are intended.
fn counts(official: &str, ours: &str, unexpected: &[String]) -> String {
    let (official, ours) = (by_case(official), by_case(ours));
    let names: BTreeSet<&str> = official.keys().chain(ours.keys()).copied().collect();
    let differ: Vec<&str> = names.iter().filter(|name| official.get(*name) != ours.get(*name)).copied().collect();
    let is_unexpected = |name: &&&str| unexpected.iter().any(|line| line.starts_with(&format!("{name} | ")));
    let wrong = differ.iter().filter(is_unexpected).count();
    let all = names.len();
    format!(
        "{} of {all} cases without an unexpected difference, {} of {all} without any",
        all - wrong,
        all - differ.len()
    )
}

fn by_case(transcript: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut cases: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in transcript.lines() {
        let (case, line) = line.split_once(" | ").unwrap_or(("", line));
        cases.entry(case).or_default().push(line);
    }
    cases
}

/// A port that was free a moment ago: the same one on all sides, because it is signed.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
    Ok(listener.map_err(|error| format!("no port is free: {error}"))?.port())
}

struct Runner {
    scratch: PathBuf,
    port: u16,
}

impl Runner {
    /// Standard output of the program; what the compiler says is passed on.
    fn transcript(&self, manifest: &Path, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(["run", "--quiet", "--manifest-path"]).arg(manifest).args(arguments);
        command.arg("--target-dir").arg(self.scratch.join("target")).env_remove("RUSTFLAGS");
        // The home of all cases: some errors have a path in it.
        command.arg("--").arg(self.scratch.join("home")).arg(self.port.to_string());
        command.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = command.output().map_err(|error| format!("cannot run cargo: {error}"))?;
        if !output.status.success() {
            return Err(format!("the program fails with {}", manifest.display()));
        }
        String::from_utf8(output.stdout).map_err(|error| format!("the transcript is not text: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_counted_once() {
        let official = "a | x: 1\na | y: 1\nb | x: 1\nc | x: 1\n";
        let ours = "a | x: 2\na | y: 2\nb | x: 1\nc | x: 2\n";
        let unexpected = ["a | x (1)\n".to_owned(), "a | y (1)\n".to_owned()];
        let counts = counts(official, ours, &unexpected);
        assert_eq!(counts, "2 of 3 cases without an unexpected difference, 1 of 3 without any");
    }
}
