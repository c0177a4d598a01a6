//! In: all AWS models there are. Out: for each the crate of all operations that can be
//! generated, checked by the compiler, and a line that says how many they are, what is
//! left out and why, and how long it took. Why: a model of 473 operations has names,
//! cycles and combinations of traits that nobody thinks of.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use whitesmith_codegen::driver::{self, CrateSpec, Loaded, Mode, Runtime};
use whitesmith_codegen::{generate, Diagnostic, Generated, Kind, Options, Refused, Severity, Shape};

use super::{has_shapes, workspace, Corpora};
use crate::terminal::to_stdout;

/// Every model of AWS is generated, and what is generated builds without a warning.
pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let at = corpora.scratch.join("models");
    let mut emitted = Vec::new();
    let mut wrong = Vec::new();
    for folder in ["aws-models", "aws-models/newer"] {
        for path in models_in(&corpora.corpora.join(folder))? {
            match emit(corpora, &at, &path) {
                Ok(model) => emitted.push(model),
                Err(reason) => wrong.push(format!("{}: {reason}", path.display())),
            }
        }
    }
    let has_crate = |model: &&Emitted| model.operations > 0;
    let packages: Vec<&str> = emitted.iter().filter(has_crate).map(|model| model.package.as_str()).collect();
    workspace(corpora, &at, &packages)?;
    let (mut operations, mut all) = (0, 0);
    for model in &emitted {
        let start = Instant::now();
        let outcome = if model.operations == 0 { Ok(()) } else { check(corpora, &at, &model.package) };
        let seconds = start.elapsed().as_secs_f64();
        let verdict = if outcome.is_ok() { "" } else { ", and fails" };
        to_stdout(&format!("{}, {seconds:.1} s to check{verdict}{}\n", model.summary(), model.details()));
        operations += model.operations;
        all += model.all;
        wrong.extend(outcome.err());
    }
    if wrong.is_empty() {
        Ok(format!("{} of them, {operations} of {all} operations built without a warning", emitted.len()))
    } else {
        Err(wrong.join("\n"))
    }
}

/// A model whose crate stands in the scratch folder, if anything of it can be generated.
struct Emitted {
    package: String,
    /// How many operations are in the crate, and how many in the model.
    operations: usize,
    all: usize,
    refused: Vec<Refused>,
    warnings: Vec<String>,
    seconds: f64,
}

impl Emitted {
    fn summary(&self) -> String {
        let Self { package, operations, all, seconds, .. } = self;
        format!("  {package}: {operations} of {all} operations, {seconds:.1} s to generate")
    }

    /// A line for each reason that operations are left out for, and for each warning.
    fn details(&self) -> String {
        let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for refused in &self.refused {
            reasons.entry(&refused.reason).or_default().push(name_of(&refused.operation));
        }
        let left_out = reasons
            .iter()
            .map(|(reason, names)| format!("\n    left out, {} for {reason}: {}", names.len(), names.join(", ")));
        left_out.chain(self.warnings.iter().map(|warning| format!("\n    warning: {warning}"))).collect()
    }
}

/// Writes the crate of a model, without the operations that are refused.
fn emit(corpora: &Corpora, at: &Path, path: &Path) -> Result<Emitted, String> {
    let start = Instant::now();
    let package = package(path);
    let whole = generate_whole(path, &package)?;
    let all = operations_of(path)?;
    let is_refused = |id: &String| whole.refused.iter().any(|refused| refused.operation == *id);
    let chosen: Vec<String> = all.iter().filter(|id| !is_refused(id)).cloned().collect();
    if chosen.is_empty() {
        let seconds = start.elapsed().as_secs_f64();
        let (all, refused) = (all.len(), whole.refused);
        return Ok(Emitted { package, operations: 0, all, refused, warnings: Vec::new(), seconds });
    }
    let spec = CrateSpec {
        models: vec![path.to_path_buf()],
        out: at.join(&package),
        package: package.clone(),
        operations: (!whole.refused.is_empty()).then_some(chosen),
        runtime: Runtime::Path(corpora.root.join("runtime")),
        ..CrateSpec::default()
    };
    let report = driver::run_one(&spec, Mode::Write).map_err(|error| error.to_string())?;
    let warnings = report.generated.diagnostics.iter().filter(|event| event.severity == Severity::Warning);
    Ok(Emitted {
        package,
        operations: report.generated.operations,
        all: all.len(),
        warnings: warnings.map(|event| event.message.clone()).collect(),
        refused: whole.refused,
        seconds: start.elapsed().as_secs_f64(),
    })
}

/// What comes of the whole model. An error is one that is not about single operations.
fn generate_whole(path: &Path, package: &str) -> Result<Generated, String> {
    let sources = driver::read_sources(&[path.to_path_buf()]).map_err(|error| error.to_string())?;
    let options = Options {
        package: package.to_owned(),
        version: "0.1.0".to_owned(),
        runtime: "version = \"0.1\"".to_owned(),
        ..Options::default()
    };
    let generated = generate(&sources, &options);
    let is_refusal = |id: &str| id == "Whitesmith.NotBuiltYet" || id == "Whitesmith.OperationsNotBuiltYet";
    let is_wrong = |event: &&Diagnostic| event.severity == Severity::Error && !is_refusal(&event.id);
    let wrong = generated.diagnostics.iter().find(is_wrong);
    let wrong = wrong.map(|error| format!("{}: {}", error.id, error.message));
    wrong.map_or(Ok(generated), Err)
}

/// The ids of all operations of a model with one service.
fn operations_of(path: &Path) -> Result<Vec<String>, String> {
    let Loaded { model, .. } = driver::load_paths(&[path.to_path_buf()]).map_err(|error| error.to_string())?;
    let is_service = |shape: &&Shape| matches!(shape.kind, Kind::Service(_));
    let service = model.shapes().find(is_service).ok_or("there is no service")?;
    Ok(model.operations_of(service).iter().map(|operation| operation.id.as_str().to_owned()).collect())
}

/// The compiler has nothing to say about a good crate. What has not changed is not
/// checked again, but what was said of it is said again.
fn check(corpora: &Corpora, at: &Path, package: &str) -> Result<(), String> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.args(["check", "--quiet", "--message-format=short", "--package", package]).current_dir(at);
    cargo.env("CARGO_TARGET_DIR", corpora.scratch.join("target")).env_remove("RUSTFLAGS");
    let output = cargo.output().map_err(|error| format!("cannot run cargo: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    if output.status.success() && said.trim().is_empty() {
        return Ok(());
    }
    Err(format!("{package}: cargo check says\n{said}"))
}

/// `ec2-2021-11-18.smithy1.0.json` is the crate `ec2-2021-11-18-smithy1-0`.
fn package(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

fn name_of(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}

/// Files with shapes; beside them are some with other facts about AWS.
fn models_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .filter(|path| has_shapes(path))
        .collect();
    paths.sort();
    Ok(paths)
}
