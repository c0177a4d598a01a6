//! In: models, those of AWS in the corpora or the files and folders that are named. Out: for
//! each what is generated, a line for each that is unsupported, and crates that compile
//! without a warning. Why: a model with 473 operations has names, cycles and combinations
//! of traits that nobody thinks of, and the models that AWS publishes must be supported.
//!
//! All are generated, some are compiled: the most used ones, and one of each protocol.

mod attempt;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Mutex;
use std::time::Instant;

use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

use super::{has_shapes, workspace, Corpora};
use attempt::{Attempt, Verdict};
use whitesmith_cli::terminal::to_stdout;

/// The folders of models in the corpora.
const FOLDERS: [&str; 2] = ["aws-models", "aws-models-2025-09"];

/// What most people use, by the names of their SDKs.
const COMPILED: [&str; 5] = ["S3", "EC2", "DynamoDB", "RDS", "Lambda"];

/// Every model is generated or waits for what is not built yet, and what is compiled builds
/// without a warning.
pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let mut roots = corpora.paths.clone();
    if roots.is_empty() {
        roots.extend(FOLDERS.map(|folder| corpora.corpora.join(folder)));
    }
    let models = named(find(&roots)?);
    let attempts: Vec<Attempt> = each(&models, attempt::of_model).into_iter().flatten().collect();
    if attempts.is_empty() {
        return Err("there is no model with a service".to_owned());
    }
    let compiled = compiled(&attempts, corpora.compiles_all);
    let outcomes = compile(corpora, &compiled)?;
    for attempt in &attempts {
        let built = outcomes.get(attempt.package.as_str());
        if built.is_some() || corpora.is_verbose || attempt.is_incomplete() {
            let seconds = built.map(|(seconds, _)| format!(", {seconds:.1} s to check")).unwrap_or_default();
            to_stdout(&format!("  {}{seconds}{}\n", attempt.summary(), attempt.details(corpora.is_verbose)));
        }
    }
    let generated = attempts.iter().filter(|attempt| matches!(attempt.verdict, Verdict::Generates)).count();
    let waiting = attempts.iter().filter(|attempt| matches!(attempt.verdict, Verdict::WaitsForAuth)).count();
    let counts = format!(
        "{generated} of {} generate, {waiting} wait for auth, {} compiled; auth: {}",
        attempts.len(),
        compiled.len(),
        schemes(&attempts)
    );
    let mut wrong: Vec<String> = attempts.iter().filter_map(Attempt::failure).collect();
    wrong.extend(outcomes.into_values().filter_map(|(_, complaint)| complaint));
    if wrong.is_empty() {
        return Ok(counts);
    }
    Err(format!("{counts}\n{}", wrong.join("\n")))
}

/// How many services have each scheme of authentication.
fn schemes(attempts: &[Attempt]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for scheme in attempts.iter().flat_map(|attempt| &attempt.auth_schemes) {
        *counts.entry(scheme).or_default() += 1;
    }
    counts.iter().map(|(scheme, count)| format!("{count} {scheme}")).collect::<Vec<_>>().join(", ")
}

/// The files of a model each: a JSON AST is a model by itself, what a folder has in the IDL is
/// one together.
fn find(roots: &[PathBuf]) -> Result<Vec<Vec<PathBuf>>, String> {
    let mut models = Vec::new();
    for root in roots {
        if root.is_dir() {
            find_below(root, &mut models)?;
        } else {
            models.push(vec![root.clone()]);
        }
    }
    Ok(models)
}

fn find_below(folder: &Path, models: &mut Vec<Vec<PathBuf>>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let has_extension = |path: &Path, wanted| path.extension().is_some_and(|extension| extension == wanted);
    let (folders, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.into_iter().partition(|path| path.is_dir());
    let is_json = |path: &&PathBuf| has_extension(path, "json") && has_shapes(path);
    models.extend(files.iter().filter(is_json).map(|path| vec![path.clone()]));
    let idl: Vec<PathBuf> = files.into_iter().filter(|path| has_extension(path, "smithy")).collect();
    if !idl.is_empty() {
        models.push(idl);
    }
    folders.iter().filter(|path| !path.is_symlink()).try_for_each(|path| find_below(path, models))
}

/// A model, and what its crate is called.
struct Model {
    package: String,
    files: Vec<PathBuf>,
}

/// `ec2-2021-11-18.smithy1.0.json` is the crate `ec2-2021-11-18-smithy1-0`; of several with one
/// name, those after the first have that of their folder before it.
fn named(models: Vec<Vec<PathBuf>>) -> Vec<Model> {
    let clean = |text: std::borrow::Cow<'_, str>| -> String {
        text.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect()
    };
    let mut taken = BTreeSet::new();
    let with_name = |files: Vec<PathBuf>| {
        let path = files.first().cloned().unwrap_or_default();
        let stem = clean(path.file_stem().unwrap_or_default().to_string_lossy());
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        let is_name = stem.starts_with(|c: char| c.is_ascii_alphabetic());
        let mut package = if is_name { stem } else { format!("model-{stem}") };
        while !taken.insert(package.clone()) {
            package = format!("{}-{package}", clean(folder.to_string_lossy()));
        }
        Model { package, files }
    };
    models.into_iter().map(with_name).collect()
}

/// Does something with each, on all processors; what comes of them is in their order.
fn each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let done: Mutex<BTreeMap<usize, R>> = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some((index, item)) = take(&next, items) {
                    let result = work(item);
                    done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(index, result);
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).into_values().collect()
}

fn take<'i, T>(next: &AtomicUsize, items: &'i [T]) -> Option<(usize, &'i T)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    items.get(index).map(|item| (index, item))
}

/// What is compiled: all, or what most people use, and of each other protocol the smallest.
fn compiled(attempts: &[Attempt], all: bool) -> Vec<&Attempt> {
    let has_crate = |attempt: &&Attempt| attempt.operations > 0;
    let is_popular = |attempt: &&Attempt| COMPILED.iter().any(|name| attempt.sdk_id == *name);
    let generated: Vec<&Attempt> = attempts.iter().filter(has_crate).collect();
    if all {
        return generated;
    }
    let mut chosen: Vec<&Attempt> = generated.iter().copied().filter(is_popular).collect();
    let protocols: BTreeSet<&str> = generated.iter().map(|attempt| attempt.protocol.as_str()).collect();
    for protocol in protocols {
        if !chosen.iter().any(|attempt| attempt.protocol == protocol) {
            let of_protocol = generated.iter().copied().filter(|attempt| attempt.protocol == protocol);
            chosen.extend(of_protocol.min_by_key(|attempt| attempt.operations));
        }
    }
    chosen
}

/// For each package the seconds, and what is wrong with it.
type Outcomes<'a> = BTreeMap<&'a str, (f64, Option<String>)>;

/// Writes the crates and has each checked.
fn compile<'a>(corpora: &Corpora, attempts: &[&'a Attempt]) -> Result<Outcomes<'a>, String> {
    let at = corpora.scratch.join("models");
    let mut outcomes = Outcomes::new();
    for attempt in attempts {
        if let Err(error) = write(corpora, &at, attempt) {
            outcomes.insert(&attempt.package, (0.0, Some(format!("{}: {error}", attempt.package))));
        }
    }
    let written: Vec<&&Attempt> =
        attempts.iter().filter(|attempt| !outcomes.contains_key(attempt.package.as_str())).collect();
    let packages: Vec<&str> = written.iter().map(|attempt| attempt.package.as_str()).collect();
    workspace(corpora, &at, &packages)?;
    for attempt in written {
        let start = Instant::now();
        let complaint = check(corpora, &at, &attempt.package).err();
        outcomes.insert(&attempt.package, (start.elapsed().as_secs_f64(), complaint));
    }
    Ok(outcomes)
}

fn write(corpora: &Corpora, at: &Path, attempt: &Attempt) -> Result<(), String> {
    let spec = CrateSpec {
        models: attempt.files.clone(),
        out: at.join(&attempt.package),
        package: attempt.package.clone(),
        service: Some(attempt.service.clone()).filter(|service| !service.is_empty()),
        operations: attempt.chosen.clone(),
        runtime: Runtime::Path(corpora.root.join("runtime")),
        ..CrateSpec::default()
    };
    driver::run_one(&spec, Mode::Write).map(|_| ()).map_err(|error| error.to_string())
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
    Err(format!("{package}: cargo check reports\n{said}"))
}
