//! In: the corpora (models and test vectors of others), and the names of suites. Out: a line
//! for each suite with its counts; an error if one fails. Why: our own models contain only
//! what we thought of. This is not in `cargo test`, which must pass without the corpora.
//!
//! The corpora are at WHITESMITH_CORPORA, or beside this repository in shared/corpora.

mod endpoints;
mod files;
mod loader;
mod models;
mod moto;
mod program;
mod protocols;
mod python;
mod s3s;
mod signatures;
mod witness;

use std::path::{Path, PathBuf};
use std::process::Command;

use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

use crate::bench::lines;
use whitesmith_cli::terminal::{to_stderr, to_stdout};

type Suite = (&'static str, fn(&Corpora) -> Result<String, String>);

const SUITES: &[Suite] = &[
    ("casing", casing),
    ("loader", loader::run),
    ("endpoints", endpoints::run),
    ("files", files::run),
    ("protocols", protocols::run),
    ("models", models::run),
    ("cleanrooms", cleanrooms),
    ("moto", moto::run),
    ("s3s", s3s::run),
    ("signatures", signatures::run),
    ("witness", witness::run),
];

/// Test the generator with external models and test vectors (needs the corpora)
#[derive(clap::Args)]
#[command(
    after_long_help = "Examples:\n  {bin} conformance\n  {bin} conformance loader models -v\n  {bin} conformance models ~/models --all\n  {bin} conformance endpoints ~/models/s3.json"
)]
pub(crate) struct Arguments {
    /// Suites to run [default: all]; after `models` or `endpoints`, files and folders with models
    #[arg(value_name = "SUITE|PATH")]
    suites: Vec<String>,
    /// Compile all crates of `models`, not only the most used ones
    #[arg(long)]
    all: bool,
    /// List every case that fails
    #[arg(short, long)]
    verbose: bool,
    /// The seed of the random moments of `files` [default: another one in each run]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
}

/// Runs the named suites, or all of them.
///
/// # Errors
/// There are no corpora, a suite does not exist, or one does not hold.
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    let is_suite = |name: &String| SUITES.iter().any(|(suite, _)| suite == name);
    let (wanted, paths): (Vec<&String>, Vec<&String>) = arguments.suites.iter().partition(|name| is_suite(name));
    let has_models = wanted.iter().any(|name| matches!(name.as_str(), "models" | "endpoints"));
    if let Some(unknown) = paths.iter().find(|path| !has_models || !Path::new(path).exists()) {
        let names: Vec<&str> = SUITES.iter().map(|(name, _)| *name).collect();
        let path = if has_models { " or path" } else { "" };
        return Err(format!("unknown suite{path} `{unknown}`\nhelp: the suites are {}", names.join(", ")));
    }
    let mut corpora = Corpora::require()?;
    corpora.is_verbose = arguments.verbose;
    corpora.seed = arguments.seed;
    corpora.paths = paths.iter().map(PathBuf::from).collect();
    corpora.compiles_all = arguments.all;
    let mut failures = Vec::new();
    for (name, suite) in SUITES {
        if wanted.is_empty() || wanted.iter().any(|argument| *argument == name) {
            match suite(&corpora) {
                Ok(counts) => to_stdout(&format!("{name}: {counts}\n")),
                Err(reason) => failures.push(format!("{name}: {reason}")),
            }
        }
    }
    if failures.is_empty() {
        Ok(())
    } else {
        Err(failures.join("\n"))
    }
}

const NO_CORPORA: &str = "cannot find the corpora: WHITESMITH_CORPORA, by default `../shared/corpora`, is not a \
                          folder that contains `aws-models`; CONTRIBUTING.md lists its contents";

/// Where everything is.
pub(crate) struct Corpora {
    /// This repository.
    root: PathBuf,
    corpora: PathBuf,
    /// What is emitted and built for a suite.
    scratch: PathBuf,
    /// Whether to list every case that does not hold.
    is_verbose: bool,
    /// Where random numbers begin.
    seed: Option<u64>,
    /// Models to be generated in place of those in the corpora.
    paths: Vec<PathBuf>,
    /// Whether to compile every model that is generated.
    compiles_all: bool,
}

impl Corpora {
    /// The corpora; None where they are not.
    pub(crate) fn find() -> Option<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?.to_path_buf();
        let variable = |name| std::env::var_os(name).map(PathBuf::from);
        let corpora = variable("WHITESMITH_CORPORA").unwrap_or_else(|| root.join("../shared/corpora"));
        let target = variable("CARGO_TARGET_DIR").unwrap_or_else(|| root.join("target"));
        let scratch = std::path::absolute(target.join("conformance")).ok()?;
        corpora.join("aws-models").is_dir().then_some(Self {
            root,
            corpora,
            scratch,
            is_verbose: false,
            seed: None,
            paths: Vec::new(),
            compiles_all: false,
        })
    }

    /// The corpora, or what to do where they are not.
    ///
    /// # Errors
    /// They are not there.
    pub(crate) fn require() -> Result<Self, String> {
        Self::find().ok_or_else(|| NO_CORPORA.to_owned())
    }

    /// This repository.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> &Path {
        self.scratch.parent().unwrap_or(&self.scratch)
    }

    /// The folder of the corpora.
    pub(crate) fn corpora(&self) -> &Path {
        &self.corpora
    }

    /// A file below the corpora.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.corpora.join(name)
    }

    /// A folder for what is emitted and built for somebody else than a suite.
    pub(crate) fn scratch(&self, name: &str) -> PathBuf {
        self.scratch.join(name)
    }

    pub(crate) fn model(&self, name: &str) -> PathBuf {
        self.corpora.join("aws-models").join(name)
    }
}

/// The names for which the usual case crates are wrong: the vectors that the unit tests
/// of the generator hold are all of the specification's.
fn casing(corpora: &Corpora) -> Result<String, String> {
    let specified: serde_json::Value = serde_json::from_str(&read(&corpora.corpora.join("../spec/casing.json"))?)
        .map_err(|error| error.to_string())?;
    let mut expected = Vec::new();
    for (kind, names) in specified.as_object().into_iter().flatten() {
        for (name, rust) in names.as_object().into_iter().flatten() {
            expected.push(format!("{kind} {name} {}", rust.as_str().unwrap_or_default()));
        }
    }
    let ours = read(&corpora.root.join("codegen/src/names/vectors.txt"))?;
    let mut ours: Vec<&str> = ours.lines().collect();
    expected.sort();
    ours.sort_unstable();
    let missing = expected.iter().find(|line| ours.binary_search(&line.as_str()).is_err());
    let added = ours.iter().find(|line| expected.binary_search(&(**line).to_owned()).is_err());
    match (missing, added) {
        (None, None) => Ok(format!("{} names", ours.len())),
        (Some(line), _) => Err(format!("vectors.txt lacks `{line}`")),
        (None, Some(line)) => Err(format!("vectors.txt has `{line}`, which the specification does not have")),
    }
}

/// The whole Clean Rooms model and a slice of it: within the budget of lines, the same
/// bytes in a second run, and nothing for compiler, clippy and rustdoc to say about them.
fn cleanrooms(corpora: &Corpora) -> Result<String, String> {
    let crates = [("full", None), ("slice", Some("StartProtectedQuery"))];
    let mut counts = vec![within(3_000, &corpora.root.join("generated/src"), "our own model")?];
    for (name, operation) in crates {
        let spec = CrateSpec {
            models: vec![corpora.model("cleanrooms.json")],
            out: corpora.scratch.join(name),
            package: format!("cleanrooms-{name}"),
            operations: operation.map(|operation| vec![operation.to_owned()]),
            runtime: Runtime::Path(corpora.root.join("runtime")),
            ..CrateSpec::default()
        };
        let report = driver::run_one(&spec, Mode::Write).map_err(|error| error.to_string())?;
        let again = driver::run_one(&spec, Mode::Check).map_err(|error| error.to_string())?;
        if let Some(change) = again.changes.first() {
            return Err(format!("a second run is not the same: {change:?}"));
        }
        // A slice of AWS's model has more in it than the page that ours is written from.
        let most = if operation.is_none() { 58_000 } else { 4_000 };
        let what = format!("{} of AWS's operations", report.generated.operations);
        counts.push(within(most, &spec.out.join("src"), &what)?);
    }
    build(corpora, &crates.map(|(name, ..)| name))?;
    Ok(format!("{}, built without a warning", counts.join(", ")))
}

/// The lines that are emitted for something, if they are not too many.
fn within(most: usize, folder: &Path, what: &str) -> Result<String, String> {
    let lines = lines::count(folder)?.code;
    if lines <= most {
        Ok(format!("{what} in {lines} lines"))
    } else {
        Err(format!("{what}: {lines} lines are emitted, {most} are allowed"))
    }
}

/// Makes one workspace of crates in a folder, with our versions of everything. The
/// target folder is another one, and all workspaces have it in common.
fn workspace(corpora: &Corpora, at: &Path, members: &[&str]) -> Result<(), String> {
    let manifest = format!(
        "[workspace]\nresolver = \"2\"\nmembers = {members:?}\n\n[profile.dev]\ndebug = false\nincremental = false\n"
    );
    std::fs::create_dir_all(at)
        .and_then(|()| std::fs::write(at.join("Cargo.toml"), manifest))
        .and_then(|()| std::fs::copy(corpora.root.join("Cargo.lock"), at.join("Cargo.lock")))
        .map(|_| ())
        .map_err(|error| format!("{}: {error}", at.display()))
}

/// Checks crates in the scratch folder: nothing to say for clippy and rustdoc.
fn build(corpora: &Corpora, members: &[&str]) -> Result<(), String> {
    let at = &corpora.scratch;
    workspace(corpora, at, members)?;
    // Clippy is the compiler with more to say. Only what is given after `--` is for
    // these crates alone and leaves what they depend on as it was built.
    for arguments in
        [&["clippy", "--workspace", "--quiet", "--", "-D", "warnings"][..], &["doc", "--no-deps", "--quiet"]]
    {
        let shown = format!("cargo {}", arguments.join(" "));
        to_stderr(&format!("$ {shown}\n"));
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(arguments).current_dir(at).env("CARGO_TARGET_DIR", at.join("target"));
        cargo.env_remove("RUSTFLAGS").env("RUSTDOCFLAGS", "-D warnings");
        let status = cargo.status().map_err(|error| format!("cannot run `{shown}`: {error}"))?;
        if !status.success() {
            return Err(format!("`{shown}` fails in {}", at.display()));
        }
    }
    Ok(())
}

/// Whether a JSON file is a model.
fn has_shapes(path: &Path) -> bool {
    read(path).is_ok_and(|text| text.contains("\"shapes\""))
}

fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
