//! In: a manifest, or one crate's settings, and the file system. Out: crates on
//! disk, or the ways in which they are out of date. The one module that touches
//! files and clocks; what it writes was decided by `generate`.
//!
//! A repository's own xtask needs three lines:
//!
//! ```no_run
//! use whitesmith_codegen::driver::{self, Mode};
//! let reports = driver::run(std::path::Path::new("model/whitesmith.toml"), Mode::Write)?;
//! for report in &reports { println!("{}", report.summary()); }
//! # Ok::<(), driver::Error>(())
//! ```

mod cargo_rules;
mod diff;
mod disk;
mod manifest;
mod place;
mod regular;
mod report;
mod sources;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::diagnostics::{visible, visible_name};
use crate::generate::{self, Generated};
use crate::{load, AstOptions, Diagnostics, LoadOptions, Model, Options, Sources, Span};

pub use diff::DiffLimit;
pub use disk::Change;
pub use manifest::Origin;
pub use report::Report;

pub use crate::dependency::{Runtime, RUNTIME_VERSION};

/// The file that a package's crates are listed in.
pub const MANIFEST: &str = "model/whitesmith.toml";

/// Whether to write or only to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write what changed and remove what went.
    Write,
    /// Write nothing; report what a write would do.
    Check,
}

/// One crate: what to read, what to generate, where to write it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CrateSpec {
    /// Model files and folders.
    pub models: Vec<PathBuf>,
    /// The crate's folder.
    pub out: PathBuf,
    /// The crate's name.
    pub package: String,
    /// The crate's version; None for 0.1.0.
    pub version: Option<String>,
    /// The service's id or name; None where the model has one only.
    pub service: Option<String>,
    /// Operations; None for all.
    pub operations: Option<Vec<String>>,
    /// The protocol's id or name; None for the preferred one of the service's.
    pub protocol: Option<String>,
    /// The operations whose requests callers can presign, beside those that the official crate
    /// presigns.
    pub presign: Vec<String>,
    /// The header that has the ids of requests; None for the usual ones.
    pub request_id_header: Option<String>,
    /// Where the runtime comes from.
    pub runtime: Runtime,
    /// Whether the crate gets the protocol tests of its model.
    pub protocol_tests: bool,
    /// The manifest that describes the crate, for messages; None without one.
    pub origin: Option<Origin>,
}

impl CrateSpec {
    /// A result that is about a key; an error in its value names the line of the manifest.
    fn placed<T>(&self, key: &str, result: Result<T, Error>) -> Result<T, Error> {
        result.map_err(|error| match (error, &self.origin) {
            (Error::Usage(message), Some(origin)) => Error::Usage(format!("{}: {message}", origin.line(key))),
            (error, _) => error,
        })
    }
}

/// Why nothing was generated.
pub enum Error {
    /// The model is wrong; the events and what they point into.
    Model(Box<(Diagnostics, Sources)>),
    /// The manifest, an argument or a file is wrong; the message.
    Usage(String),
    /// A file is in the way or cannot be written; the message.
    Output(String),
}

impl std::error::Error for Error {}

/// The same as `Display`: it is what a `main` prints that returns the error, and
/// with the sources in it a derived one is pages long.
impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Model(model) => f.write_str(&model.0.render_text(&model.1, false)),
            // It may have the name of a file or what an argument said in it.
            Self::Usage(message) | Self::Output(message) => {
                let lines: Vec<String> = message.lines().map(visible).collect();
                f.write_str(&lines.join("\n"))
            }
        }
    }
}

/// A path as messages show it: in one line, whatever the names in it are.
#[must_use]
pub fn shown(path: &Path) -> String {
    visible_name(&path.display().to_string())
}

/// The path of [`MANIFEST`] in the working directory, or in the nearest folder above it that
/// has one, as cargo finds a Cargo.toml.
///
/// # Errors
/// No folder has one; the message names the searched folders.
pub fn find_manifest() -> Result<PathBuf, Error> {
    manifest::find()
}

/// The crates that a manifest lists.
///
/// # Errors
/// The manifest cannot be read.
pub fn read_manifest(manifest: &Path) -> Result<Vec<CrateSpec>, Error> {
    manifest::read(manifest)
}

/// Generates all crates of a manifest. Nothing is written if one of them fails.
///
/// # Errors
/// The manifest cannot be read, a model is wrong, a file is in the way.
pub fn run(manifest: &Path, mode: Mode) -> Result<Vec<Report>, Error> {
    run_all(&read_manifest(manifest)?, mode, &mut |_| {})
}

/// Generates one crate.
///
/// # Errors
/// A model cannot be read or is wrong, a file is in the way.
pub fn run_one(spec: &CrateSpec, mode: Mode) -> Result<Report, Error> {
    let mut reports = run_all(std::slice::from_ref(spec), mode, &mut |_| {})?;
    reports.pop().ok_or_else(|| Error::Usage("the list of crates is empty".to_owned()))
}

/// Generates these crates; nothing is written if one of them fails. Where another run has the
/// folder of one, this one waits, and after a moment calls `waiting` with the folder.
///
/// # Errors
/// A model cannot be read or is wrong, a file is in the way, or another run does not end.
pub fn run_all(specs: &[CrateSpec], mode: Mode, waiting: &mut dyn FnMut(&Path)) -> Result<Vec<Report>, Error> {
    let specs: Vec<CrateSpec> = specs.iter().map(place::reachable).collect::<Result<_, _>>()?;
    place::check_apart(&specs)?;
    specs.iter().try_for_each(|spec| spec.placed("out", place::check(spec)))?;
    let prepared: Vec<Prepared> = specs.iter().map(prepare).collect::<Result<_, _>>()?;
    // All of them before the first is written, and by place, so that no two runs wait for
    // each other.
    let mut order: Vec<(PathBuf, usize)> = Vec::new();
    for (index, spec) in specs.iter().enumerate() {
        order.push((place::resolve(&spec.out)?, index));
    }
    order.sort();
    let mut locks = BTreeMap::new();
    for (_, index) in order {
        locks.insert(index, lock(&prepared[index], mode, waiting)?);
    }
    // The map has them in the order of the crates again.
    prepared.into_iter().zip(locks.into_values()).map(|(prepared, lock)| finish(prepared, mode, lock)).collect()
}

/// A model that was read and checked.
#[derive(Debug)]
pub struct Loaded {
    /// As much of the model as its texts give.
    pub model: Model,
    /// All that was found in it.
    pub diagnostics: Diagnostics,
    /// What the diagnostics point into.
    pub sources: Sources,
}

/// Loads the model that the files and folders hold, with everything that is
/// wrong with it.
///
/// # Errors
/// A path does not exist, cannot be read, or is not UTF-8.
pub fn load_paths(paths: &[PathBuf]) -> Result<Loaded, Error> {
    let sources = sources::read(paths)?;
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    Ok(Loaded { model, diagnostics, sources })
}

/// The JSON AST of the model that the files and folders hold.
///
/// # Errors
/// A path cannot be read, or the model is wrong.
pub fn json_ast(paths: &[PathBuf], options: &AstOptions) -> Result<String, Error> {
    let Loaded { model, diagnostics, sources } = load_paths(paths)?;
    if diagnostics.has_errors() {
        return Err(Error::Model(Box::new((diagnostics.without_advice(), sources))));
    }
    Ok(model.to_json_ast(options))
}

/// Reads models into sources. Folders are searched for `.smithy` and `.json`, without
/// folders below them that are hidden or called `target`; a `.json` without a `smithy`
/// member is not a model and is skipped. The path `-` is standard input.
///
/// # Errors
/// A path does not exist, cannot be read, or is not UTF-8; or nothing is left.
pub fn read_sources(paths: &[PathBuf]) -> Result<Sources, Error> {
    sources::read(paths)
}

/// The text of a regular file, or of one that a link leads to: opening a pipe would block, and a
/// device may have no end.
///
/// # Errors
/// It is not a file, cannot be read, is not UTF-8, or is larger than 1 GiB.
pub fn read_text(path: &Path) -> std::io::Result<String> {
    regular::read_text(path)
}

/// The path of one folder as a file in another one writes it, with `/` on every system.
///
/// # Errors
/// The process has no working directory.
pub fn relative(from: &Path, to: &Path) -> Result<String, Error> {
    disk::relative(from, to)
}

/// A crate that is generated but not written.
struct Prepared {
    spec: CrateSpec,
    generated: Generated,
    sources: Sources,
    stages: Vec<(&'static str, Duration)>,
}

fn prepare(spec: &CrateSpec) -> Result<Prepared, Error> {
    spec.placed("package", cargo_rules::check_package(&spec.package))?;
    let version = spec.version.as_deref().unwrap_or("0.1.0");
    spec.placed("version", cargo_rules::check_version(version))?;
    let runtime = spec.placed("runtime", runtime_dependency(spec))?;
    let mut last = Instant::now();
    let mut sources = spec.placed("models", sources::read(&spec.models))?;
    let options = Options {
        package: spec.package.clone(),
        version: version.to_owned(),
        service: spec.service.clone(),
        operations: spec.placed("operations", operations(spec))?,
        protocol: spec.protocol.clone(),
        presign: spec
            .presign
            .iter()
            .map(|name| name.trim())
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect(),
        request_id_header: spec.request_id_header.clone(),
        runtime,
        protocol_tests: spec.protocol_tests,
        places: spec.origin.as_ref().map(|origin| origin.places(&mut sources)),
    };
    let mut stages = Vec::new();
    let mut generated = generate::generate_observed(&sources, &options, &mut |stage| {
        let now = Instant::now();
        stages.push((stage, now - last));
        last = now;
    });
    if generated.diagnostics.has_errors() {
        return Err(Error::Model(Box::new((generated.diagnostics, sources))));
    }
    if spec.runtime == Runtime::Released {
        warn_of_release(&mut generated.diagnostics);
    }
    // Known before anything is written; it is looked at again when nobody else can change it.
    disk::check_free(&spec.out, &generated.tree)?;
    Ok(Prepared { spec: spec.clone(), generated, sources, stages })
}

/// Keeps other runs away from what is compared and written.
fn lock(prepared: &Prepared, mode: Mode, waiting: &mut dyn FnMut(&Path)) -> Result<disk::Lock, Error> {
    let out = &prepared.spec.out;
    let lock = match mode {
        Mode::Write => disk::exclusive(out, waiting)?,
        Mode::Check => disk::shared(out, waiting)?,
    };
    disk::check_free(out, &prepared.generated.tree)?;
    Ok(lock)
}

fn finish(prepared: Prepared, mode: Mode, lock: disk::Lock) -> Result<Report, Error> {
    let Prepared { spec, generated, sources, mut stages } = prepared;
    let start = Instant::now();
    let changes = disk::compare(&spec.out, &generated.tree)?;
    if mode == Mode::Write {
        disk::write(&spec.out, &generated.tree, &changes)?;
    }
    drop(lock);
    stages.push(("write", start.elapsed()));
    let files = generated.tree.len();
    Ok(Report { spec, generated, sources, changes, files, stages })
}

/// The requested operations, without the spaces that a list may have.
fn operations(spec: &CrateSpec) -> Result<Option<Vec<String>>, Error> {
    let Some(operations) = &spec.operations else { return Ok(None) };
    let names = operations.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    if names.is_empty() {
        return Err(Error::Usage(
            "the list of operations is empty\nhelp: name an operation, or omit the list to generate all of them"
                .to_owned(),
        ));
    }
    Ok(Some(names))
}

/// As long as no version of the runtime is published.
fn warn_of_release(diagnostics: &mut Diagnostics) {
    let message =
        format!("`whitesmith-runtime` {RUNTIME_VERSION} is not on crates.io yet, so the crate cannot be built");
    diagnostics.warning("Whitesmith.RuntimeNotReleased", Span::default(), message).help(
        "use the folder `runtime` of the Whitesmith repository: --runtime-path DIR, or `runtime = { path = \"DIR\" }` in \
         the manifest",
    );
}

/// The runtime as the manifest of the crate names it.
fn runtime_dependency(spec: &CrateSpec) -> Result<Runtime, Error> {
    match &spec.runtime {
        Runtime::Released => Ok(Runtime::Released),
        Runtime::Version(version) => {
            cargo_rules::check_requirement(version)?;
            Ok(Runtime::Version(version.clone()))
        }
        Runtime::Path(path) => {
            cargo_rules::check_runtime(path)?;
            let path = disk::relative(&spec.out, path)?;
            if path.contains(char::REPLACEMENT_CHARACTER) {
                return Err(Error::Usage(format!(
                    "the path of the runtime is not UTF-8, so a Cargo.toml cannot contain it: `{}`",
                    visible_name(&path)
                )));
            }
            Ok(Runtime::Path(path.into()))
        }
    }
}
