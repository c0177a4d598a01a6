//! In: the programs of tests/compat/programs, written for the official crates. Out: how many of
//! them compile and print the same on our crates, which `migrate` puts in their place. Why
//! programs: that signatures agree says nothing of what is sent, and what users do with a client
//! is more than calls. That `migrate` finds all that they use is tested on the way.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use whitesmith_cli::terminal::{to_stderr, to_stdout};

use super::transcript::{self, Key};
use crate::conformance::Corpora;

/// A program that takes longer waits for something that does not come.
const TIMEOUT: Duration = Duration::from_secs(60);

/// What the programs depend on besides the crates of services.
const DEPENDENCIES: &str = r#"aws-credential-types = { version = "1", features = ["hardcoded-credentials", "test-util"] }
aws-runtime = "1"
aws-smithy-async = { version = "1", features = ["rt-tokio", "test-util"] }
aws-smithy-http-client = { version = "1", features = ["test-util", "wire-mock"] }
aws-smithy-mocks = "0.3"
aws-smithy-observability = "0.3"
aws-smithy-runtime = { version = "1", features = ["client", "test-util"] }
aws-smithy-runtime-api = { version = "1", features = ["client", "http-1x", "test-util"] }
aws-smithy-types = { version = "1", features = ["http-body-1-x", "rt-tokio"] }
aws-types = "1"
bytes = "1"
futures-util = { version = "0.3", default-features = false }
http = "1"
http-body = "1"
http-body-util = "0.1"
serde_json = "1"
tokio = { version = "1", features = ["full", "test-util"] }
tokio-stream = "0.1"
tracing = "0.1"
"#;

/// Run programs against official crates and ours, and compare what they print
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// How the names of programs begin; without one, all
    #[arg(value_name = "PROGRAM")]
    names: Vec<String>,
    /// Run the official side only, to see what a program prints
    #[arg(long)]
    official: bool,
}

/// Builds and runs the programs on both sides.
///
/// # Errors
/// A program does not compile on one side, or prints something else there.
pub(super) fn run(arguments: &Arguments) -> Result<(), String> {
    let corpora = Corpora::find().ok_or("there are no corpora")?;
    let folder = corpora.root().join("tests/compat");
    let programs = programs(&folder.join("programs"), &arguments.names)?;
    let known = Known::read(&folder.join("programs.toml"))?;
    let scratch = corpora.target().join("compat-programs");

    let official = Side { name: "official", scratch: &scratch, corpora: &corpora };
    official.write(&programs)?;
    let theirs = official.transcripts(&programs)?;
    if arguments.official {
        let mut failed = Vec::new();
        for (name, transcript) in &theirs {
            to_stdout(&transcript.text);
            if let Some(failure) = &transcript.failure {
                to_stderr(&format!("{name}: {failure}\n"));
                failed.push(name.as_str());
            }
        }
        return if failed.is_empty() { Ok(()) } else { Err(format!("these fail: {}", failed.join(", "))) };
    }
    let ours = Side { name: "ours", scratch: &scratch, corpora: &corpora };
    ours.write(&programs)?;
    ours.migrate()?;
    let own = ours.transcripts(&programs)?;

    let (mut agree, mut same, mut listed) = (0, 0, 0);
    let mut wrong = Vec::new();
    for name in programs.keys() {
        match known.compare(name, theirs.get(name), own.get(name)) {
            Ok((of_both, of_list)) => {
                agree += 1;
                same += of_both;
                listed += of_list;
            }
            Err(difference) => {
                to_stderr(&format!("{name}:\n{difference}\n"));
                wrong.push(name.as_str());
            }
        }
    }
    let (all, services) = (programs.len(), services(&programs));
    to_stdout(&format!(
        "{agree} of {all} programs: {same} lines are the same, {listed} differ as listed, {services}\n"
    ));
    if !wrong.is_empty() {
        return Err(format!("these differ: {}", wrong.join(", ")));
    }
    let unused = if arguments.names.is_empty() { known.unused() } else { Vec::new() };
    match unused.first() {
        Some(entry) => Err(format!("programs.toml: nothing differs as `{entry}` says, and {} more", unused.len() - 1)),
        None => Ok(()),
    }
}

/// The sources by name.
fn programs(folder: &Path, names: &[String]) -> Result<BTreeMap<String, String>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut programs = BTreeMap::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_wanted = names.is_empty() || names.iter().any(|wanted| name.starts_with(wanted));
        if is_wanted && path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            programs.insert(name, text);
        }
    }
    if programs.is_empty() {
        Err(format!("no program in {} has such a name", folder.display()))
    } else {
        Ok(programs)
    }
}

/// The crates of services that the programs name.
fn crates(programs: &BTreeMap<String, String>) -> BTreeSet<&str> {
    let parts = programs.values().flat_map(|text| text.split("aws_sdk_").skip(1));
    parts.filter_map(|part| part.split(|c: char| !c.is_ascii_alphanumeric()).next()).collect()
}

fn services(programs: &BTreeMap<String, String>) -> String {
    format!("{} services", crates(programs).len())
}

/// What a program printed.
struct Transcript {
    text: String,
    failure: Option<String>,
}

struct Side<'s> {
    name: &'static str,
    scratch: &'s Path,
    corpora: &'s Corpora,
}

impl Side<'_> {
    fn folder(&self) -> PathBuf {
        self.scratch.join(self.name)
    }

    /// Writes a package that has the programs: what else an earlier run put there is gone.
    fn write(&self, programs: &BTreeMap<String, String>) -> Result<(), String> {
        let folder = self.folder();
        let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
        let bins = folder.join("src/bin");
        for old in ["clients", "model"] {
            match std::fs::remove_dir_all(folder.join(old)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(wrong(error)),
                _ => {}
            }
        }
        std::fs::create_dir_all(&bins).map_err(wrong)?;
        for old in std::fs::read_dir(&bins).map_err(wrong)?.flatten().map(|entry| entry.path()) {
            if !old.file_stem().and_then(OsStr::to_str).is_some_and(|name| programs.contains_key(name)) {
                std::fs::remove_file(old).map_err(wrong)?;
            }
        }
        for (name, text) in programs {
            let path = bins.join(format!("{name}.rs"));
            // What is written is built again.
            if std::fs::read_to_string(&path).ok().as_ref() != Some(text) {
                std::fs::write(path, text).map_err(wrong)?;
            }
        }
        let mut manifest = format!(
            "[workspace]\n\n[package]\nname = \"programs\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[profile.dev]\n\
             debug = 0\nincremental = false\n\n[dependencies]\n{DEPENDENCIES}compat-support = {{ path = {:?} }}\n",
            self.corpora.root().join("tests/compat/support")
        );
        for service in crates(programs) {
            let features = r#"["behavior-version-latest", "test-util"]"#;
            manifest.push_str(&format!("aws-sdk-{service} = {{ version = \"1\", features = {features} }}\n"));
        }
        std::fs::write(folder.join("Cargo.toml"), manifest).map_err(wrong)?;
        // The versions that the programs were last compared with; those that are not used go.
        let lock = self.corpora.root().join("tests/compat/programs.lock");
        std::fs::copy(lock, folder.join("Cargo.lock")).map(drop).map_err(wrong)
    }

    /// Puts crates of ours in the place of the official ones.
    fn migrate(&self) -> Result<(), String> {
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let (models, runtime) = (self.corpora.corpora(), self.corpora.root().join("runtime"));
        let mut migrate = Command::new(&program);
        migrate.args(["migrate", ".", "--write", "--models"]).arg(models).arg("--runtime-path").arg(runtime);
        let mut codegen = Command::new(&program);
        codegen.arg("codegen");
        for (what, mut command) in [("migrate", migrate), ("codegen", codegen)] {
            let output = command.current_dir(self.folder()).stdin(Stdio::null()).output();
            let output = output.map_err(|error| format!("cannot run {what}: {error}"))?;
            if !output.status.success() {
                return Err(format!("{what} fails:\n{}", String::from_utf8_lossy(&output.stderr)));
            }
        }
        Ok(())
    }

    /// Builds the programs and runs those that compile.
    fn transcripts(&self, programs: &BTreeMap<String, String>) -> Result<BTreeMap<String, Transcript>, String> {
        let target = self.corpora.target().join("compat");
        let bins = target.join("debug");
        for name in programs.keys() {
            let _ = std::fs::remove_file(bins.join(name)); // There is none before the first build.
        }
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--bins", "--keep-going", "--target-dir"]).arg(&target).current_dir(self.folder());
        cargo.env_remove("RUSTFLAGS").stdin(Stdio::null());
        // What does not compile is missing afterwards; the compiler has said why.
        cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
        let mut transcripts = BTreeMap::new();
        for name in programs.keys() {
            let program = bins.join(name);
            let transcript = if program.is_file() {
                self.transcript(&program)?
            } else {
                Transcript { text: String::new(), failure: Some("does not compile".to_owned()) }
            };
            transcripts.insert(name.clone(), transcript);
        }
        Ok(transcripts)
    }

    fn transcript(&self, program: &Path) -> Result<Transcript, String> {
        let wrong = |error: std::io::Error| format!("{}: {error}", program.display());
        let home = self.scratch.join("home");
        std::fs::create_dir_all(&home).map_err(wrong)?;
        let path = std::env::var_os("PATH").unwrap_or_default();
        let (out, err) = (self.scratch.join("stdout"), self.scratch.join("stderr"));
        let files = (std::fs::File::create(&out).map_err(wrong)?, std::fs::File::create(&err).map_err(wrong)?);
        let mut command = Command::new(program);
        command.env_clear().env("PATH", path).env("HOME", &home).env("AWS_EC2_METADATA_DISABLED", "true");
        let mut child =
            command.stdin(Stdio::null()).stdout(files.0).stderr(files.1).current_dir(&home).spawn().map_err(wrong)?;
        let start = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait().map_err(wrong)? {
                break Some(status);
            }
            if start.elapsed() > TIMEOUT {
                child.kill().map_err(wrong)?;
                child.wait().map_err(wrong)?;
                break None;
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        let read = |path: &Path| std::fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let failure = match status {
            Some(status) if status.success() => None,
            Some(status) => Some(format!("{status}\n{}", read(&err).map_err(wrong)?)),
            None => Some("does not end".to_owned()),
        };
        Ok(Transcript { text: read(&out).map_err(wrong)?, failure })
    }
}

/// What may differ, each with a reason.
struct Known {
    /// Programs and names of lines.
    lines: Vec<(String, String)>,
    /// What is in such a line, of the official side and of ours; of a side without a text, anything.
    kinds: Vec<(String, String)>,
    /// The places of the entries that something needed, the kinds after the lines.
    used: RefCell<BTreeSet<usize>>,
}

impl Known {
    fn read(path: &Path) -> Result<Self, String> {
        let wrong = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| wrong(&error))?;
        let entries = table.get("difference").and_then(toml::Value::as_array).into_iter().flatten();
        let word = |entry: &toml::Value, name: &str| {
            let word = entry.get(name).and_then(toml::Value::as_str).map(str::to_owned);
            word.ok_or_else(|| wrong(&format!("an entry has no `{name}`")))
        };
        let lines = entries.map(|entry| {
            word(entry, "why")?;
            Ok((word(entry, "program")?, word(entry, "line")?))
        });
        let kinds = table.get("kind").and_then(toml::Value::as_array).into_iter().flatten().map(|entry| {
            word(entry, "why")?;
            let text = |side: &str| word(entry, side).unwrap_or_default();
            let (official, ours) = (text("official"), text("ours"));
            if official.is_empty() && ours.is_empty() {
                return Err(wrong(&"a kind has neither `official` nor `ours`"));
            }
            Ok((official, ours))
        });
        Ok(Self {
            lines: lines.collect::<Result<_, String>>()?,
            kinds: kinds.collect::<Result<_, String>>()?,
            used: RefCell::default(),
        })
    }

    /// Whether a line may differ, whose values these are.
    fn contains(&self, program: &str, line: &str, official: Option<&String>, ours: Option<&String>) -> bool {
        let has = |value: Option<&String>, text: &str| value.is_some_and(|value| value.contains(text));
        let is_line = |(of, known): &(String, String)| of == program && known == line;
        let is_kind = |(of_official, of_ours): &(String, String)| {
            (of_official.is_empty() || has(official, of_official)) && (of_ours.is_empty() || has(ours, of_ours))
        };
        let found = self.lines.iter().position(is_line);
        let found = found.or_else(|| Some(self.lines.len() + self.kinds.iter().position(is_kind)?));
        self.used.borrow_mut().extend(found);
        found.is_some()
    }

    /// The entries that nothing needed.
    fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let lines = self.lines.iter().map(|(program, line)| format!("{program}: {line}"));
        let kinds = self.kinds.iter().map(|(official, ours)| format!("kind: {official} / {ours}"));
        let entries = lines.chain(kinds).enumerate();
        entries.filter(|(place, _)| !used.contains(place)).map(|(_, entry)| entry).collect()
    }

    /// How many lines are the same, and how many differ as listed; or what else differs.
    fn compare(
        &self,
        name: &str,
        theirs: Option<&Transcript>,
        own: Option<&Transcript>,
    ) -> Result<(usize, usize), String> {
        let (Some(theirs), Some(own)) = (theirs, own) else { return Err("was not run".to_owned()) };
        if let Some(failure) = &theirs.failure {
            return Err(format!("  official: {failure}"));
        }
        if let Some(failure) = &own.failure {
            return Err(format!("  ours: {failure}"));
        }
        let (theirs, own) = (transcript::lines(&theirs.text), transcript::lines(&own.text));
        let keys: BTreeSet<&Key> = theirs.keys().chain(own.keys()).collect();
        let differs = |key: &&&Key| {
            let (official, ours) = (theirs.get(**key), own.get(**key));
            official != ours && !self.contains(name, &key.0, official, ours)
        };
        let different: Vec<String> = keys
            .iter()
            .filter(differs)
            .map(|key| {
                let show = |line: Option<&String>| line.map_or("(no such line)", String::as_str).to_owned();
                format!(
                    "  {} ({})\n    official: {}\n    ours:     {}",
                    key.0,
                    key.1,
                    show(theirs.get(*key)),
                    show(own.get(*key))
                )
            })
            .collect();
        if theirs.is_empty() {
            return Err("  prints nothing".to_owned());
        }
        if different.is_empty() {
            let same = keys.iter().filter(|key| theirs.get(**key) == own.get(**key)).count();
            Ok((same, keys.len() - same))
        } else {
            Err(different.join("\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, RefCell};

    #[test]
    fn lines_and_kinds_are_known() {
        let kinds = [("", "of the body)"), ("r#type:", " type:")].map(|(o, w)| (o.to_owned(), w.to_owned()));
        let lines = ["x", "never"].map(|line| ("a".to_owned(), line.to_owned()));
        let known = Known { lines: lines.to_vec(), kinds: kinds.to_vec(), used: RefCell::default() };
        let contains = |program: &str, line: &str, official: &str, ours: &str| {
            known.contains(program, line, Some(&official.to_owned()), Some(&ours.to_owned()))
        };
        assert!(contains("a", "x", "1", "2"));
        assert!(!contains("b", "x", "1", "2"));
        assert!(contains("b", "y", "no root", "expected a root (byte 0 of the body)"));
        assert!(contains("b", "y", "S { r#type: 1 }", "S { type: 1 }"));
        assert!(!contains("b", "y", "S { kind: 1 }", "S { type: 1 }"));
        assert!(!known.contains("b", "y", None, Some(&"S { type: 1 }".to_owned())));
        assert_eq!(known.unused(), ["a: never"]);
    }
}
