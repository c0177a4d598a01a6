//! In: names of services. Out: how many of the official crate's own integration tests pass on
//! ours, generated of the nearest model. Why: they are what AWS holds its crates to, and were
//! written without a thought of ours. They are read from cargo's registry and run in the target
//! folder; nothing of them is in this repository.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use whitesmith_cli::models::Models;
use whitesmith_cli::terminal::{to_stderr, to_stdout};

use super::api::build::{self, cargo};
use crate::conformance::Corpora;

/// The list of tests that may fail.
const KNOWN: &str = "tests/compat/suites.toml";

/// Run the official crates' own integration tests on our crates
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Names of crates without `aws-sdk-`
    #[arg(value_name = "SERVICE", required = true)]
    services: Vec<String>,
    /// The one file of tests to run
    #[arg(long, value_name = "NAME")]
    test: Option<String>,
}

/// Runs the tests of the services.
///
/// # Errors
/// A test fails that is not listed with a reason, or passes although it is.
pub(super) fn run(arguments: &Arguments) -> Result<(), String> {
    let corpora = Corpora::find().ok_or("there are no corpora")?;
    let Known { fails, depends } = Known::read(&corpora.root().join(KNOWN))?;
    let models = Models::scan(corpora.corpora()).map_err(|error| error.to_string())?;
    let mut wrong = Vec::new();
    for service in &arguments.services {
        let model = models.find(service).map_err(|error| error.to_string())?;
        let suite = Suite::write(&corpora, service, &model.path)?;
        let (mut passed, mut listed, mut unexpected) = (0, 0, Vec::new());
        for file in suite.files()? {
            if arguments.test.as_ref().is_some_and(|wanted| *wanted != file) {
                continue;
            }
            for (test, is_ok) in suite.test(&file)? {
                let key = format!("{service} {test}");
                let is_in = |list: &[String]| list.iter().any(|known| key.starts_with(known.as_str()));
                if is_in(&depends) {
                    continue;
                }
                match (is_ok, is_in(&fails)) {
                    (true, false) => passed += 1,
                    (false, true) => listed += 1,
                    (false, false) => unexpected.push(format!("fails: {key}")),
                    (true, true) => unexpected.push(format!("passes, and is listed: {key}")),
                }
            }
        }
        to_stdout(&format!("{service}: {passed} of {} tests, {listed} listed\n", passed + listed + unexpected.len()));
        unexpected.iter().for_each(|line| to_stderr(&format!("  {line}\n")));
        wrong.extend((!unexpected.is_empty()).then_some(service.as_str()));
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("see above: {}", wrong.join(", ")))
    }
}

/// The beginnings of names, each with a reason.
struct Known {
    /// They fail on ours.
    fails: Vec<String>,
    /// They pass or fail by where they are run.
    depends: Vec<String>,
}

impl Known {
    fn read(path: &Path) -> Result<Self, String> {
        let wrong = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| wrong(&error))?;
        let list = |name: &str| {
            let entries = table.get(name).and_then(toml::Value::as_array).into_iter().flatten();
            let names = entries.map(|entry| {
                entry.get("why").ok_or_else(|| wrong(&"an entry has no `why`"))?;
                let name = entry.get("test").and_then(toml::Value::as_str);
                name.map(str::to_owned).ok_or_else(|| wrong(&"an entry has no `test`"))
            });
            names.collect::<Result<Vec<_>, String>>()
        };
        Ok(Self { fails: list("fails")?, depends: list("depends")? })
    }
}

/// A crate of ours with the tests of the official one.
struct Suite {
    folder: PathBuf,
    target: PathBuf,
}

impl Suite {
    fn write(corpora: &Corpora, service: &str, model: &Path) -> Result<Self, String> {
        let scratch = corpora.target().join("compat-tests");
        let official = build::source(&corpora.target().join("compat-api"), service)?;
        let folder = scratch.join(service);
        let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(wrong)?;
        }
        build::generate(corpora, service, model, &folder)?;
        copy(&official.join("tests"), &folder.join("tests")).map_err(wrong)?;
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).map_err(wrong)?;
        let theirs = std::fs::read_to_string(official.join("Cargo.toml")).map_err(wrong)?;
        let manifest = manifest + "\n[workspace]\n\n[profile.dev]\ndebug = 0\n" + &dependencies(&theirs)?;
        std::fs::write(folder.join("Cargo.toml"), manifest).map_err(wrong)?;
        Ok(Self { folder, target: scratch.join("target") })
    }

    fn files(&self) -> Result<Vec<String>, String> {
        let entries = std::fs::read_dir(self.folder.join("tests")).map_err(|error| error.to_string())?;
        let paths = entries.flatten().map(|entry| entry.path());
        let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
        let mut names: Vec<String> =
            files.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
        names.sort();
        Ok(names)
    }

    /// The tests of a file, and whether they pass; the file itself if it does not compile.
    fn test(&self, file: &str) -> Result<BTreeMap<String, bool>, String> {
        let mut cargo = cargo(&self.folder);
        cargo.args(["test", "--quiet", "--all-features", "--no-fail-fast", "--test", file, "--target-dir"]);
        cargo.arg(&self.target).args(["--", "--format=pretty", "-Zunstable-options"]);
        cargo.env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTFLAGS").stderr(Stdio::inherit());
        let output = cargo.output().map_err(|error| format!("cannot run cargo: {error}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut tests = BTreeMap::new();
        for line in text.lines().filter_map(|line| line.strip_prefix("test ")) {
            if let Some((name, verdict)) = line.rsplit_once(" ... ") {
                if verdict != "ignored" && !verdict.starts_with("ignored,") {
                    tests.insert(format!("{file}::{name}"), verdict == "ok");
                }
            }
        }
        if !output.status.success() {
            to_stderr(&text);
            if tests.values().all(|is_ok| *is_ok) {
                tests.insert(file.to_owned(), false);
            }
        }
        Ok(tests)
    }
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)?.flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?
        } else {
            std::fs::copy(from, to).map(drop)?
        }
    }
    Ok(())
}

/// What the official crate and its tests depend on, as what our tests do.
fn dependencies(manifest: &str) -> Result<String, String> {
    let table: toml::Table = manifest.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let mut all = toml::Table::new();
    for kind in ["dependencies", "dev-dependencies"] {
        for (name, dependency) in table.get(kind).and_then(toml::Value::as_table).into_iter().flatten() {
            let mut dependency = dependency.clone();
            if let Some(dependency) = dependency.as_table_mut() {
                dependency.remove("optional");
                let features = |of: Option<&toml::Value>| {
                    of.and_then(|of| of.get("features")).and_then(toml::Value::as_array).cloned().unwrap_or_default()
                };
                let mut both = features(all.get(name));
                both.extend(dependency.get("features").and_then(toml::Value::as_array).cloned().unwrap_or_default());
                dependency.insert("features".to_owned(), toml::Value::Array(both));
            }
            all.insert(name.clone(), dependency);
        }
    }
    let all = toml::Table::from_iter([("dev-dependencies".to_owned(), toml::Value::Table(all))]);
    Ok(all.to_string())
}
