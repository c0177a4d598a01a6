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

mod diff;
mod disk;
mod manifest;
mod report;
mod sources;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::generate::{self, Generated};
use crate::names;
use crate::{load, AstOptions, Diagnostics, LoadOptions, Model, Options, Sources};

pub use diff::DiffLimit;
pub use disk::Change;
pub use report::Report;

/// The file that a package's crates are listed in.
pub const MANIFEST: &str = "model/whitesmith.toml";

/// The version of the runtime that crates emitted by this build need.
pub const RUNTIME_VERSION: &str = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

/// Whether to write or only to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write what changed and remove what went.
    Write,
    /// Write nothing; report what a write would do.
    Check,
}

/// One crate: what to read, what to make, where to put it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CrateSpec {
    /// Model files and folders.
    pub models: Vec<PathBuf>,
    /// The crate's folder.
    pub out: PathBuf,
    /// The crate's name.
    pub package: String,
    /// The crate's version.
    pub version: String,
    /// The service's id or name; None where the model has one only.
    pub service: Option<String>,
    /// Operations; None for all.
    pub operations: Option<Vec<String>>,
    /// The protocol's id or name; None for the preferred one of the service's.
    pub protocol: Option<String>,
    /// Where the runtime comes from.
    pub runtime: Runtime,
    /// Whether the crate gets the protocol tests of its model.
    pub protocol_tests: bool,
}

/// How an emitted crate depends on the runtime.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Runtime {
    /// The version that belongs to this generator.
    #[default]
    Released,
    /// A version requirement.
    Version(String),
    /// A folder, relative to the working directory.
    Path(PathBuf),
}

/// Why nothing was made.
pub enum Error {
    /// The model is wrong; the events and what they point into.
    Model(Box<(Diagnostics, Sources)>),
    /// The manifest, an argument or a file is wrong; a sentence that says so.
    Usage(String),
    /// A file that is in the way or cannot be written; a sentence that says so.
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
            Self::Usage(message) | Self::Output(message) => f.write_str(message),
        }
    }
}

/// Makes every crate of a manifest. Nothing is written if one of them fails.
///
/// # Errors
/// The manifest cannot be read, a model is wrong, a file is in the way.
pub fn run(manifest: &Path, mode: Mode) -> Result<Vec<Report>, Error> {
    let specs = manifest::read(manifest)?;
    let prepared: Vec<Prepared> = specs.iter().map(|spec| prepare(spec)).collect::<Result<_, _>>()?;
    prepared.into_iter().map(|prepared| finish(prepared, mode)).collect()
}

/// Makes one crate.
///
/// # Errors
/// A model cannot be read or is wrong, a file is in the way.
pub fn run_one(spec: &CrateSpec, mode: Mode) -> Result<Report, Error> {
    finish(prepare(spec)?, mode)
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
        return Err(Error::Model(Box::new((diagnostics.for_codegen(), sources))));
    }
    Ok(model.to_json_ast(options))
}

/// Reads models into sources. Folders are searched for `.smithy` and `.json`;
/// a `.json` without a `smithy` member is no model and left out.
///
/// # Errors
/// A path does not exist, cannot be read, or is not UTF-8; or nothing is left.
pub fn read_sources(paths: &[PathBuf]) -> Result<Sources, Error> {
    sources::read(paths)
}

/// A crate that is made but not written.
struct Prepared {
    spec: CrateSpec,
    generated: Generated,
    sources: Sources,
    stages: Vec<(&'static str, Duration)>,
}

fn prepare(spec: &CrateSpec) -> Result<Prepared, Error> {
    check_package(&spec.package)?;
    if !spec.version.is_empty() {
        check_version(&spec.version)?;
    }
    let mut last = Instant::now();
    let sources = sources::read(&spec.models)?;
    let options = Options {
        package: spec.package.clone(),
        version: if spec.version.is_empty() { "0.1.0".to_owned() } else { spec.version.clone() },
        service: spec.service.clone(),
        operations: operations(spec)?,
        protocol: spec.protocol.clone(),
        runtime: runtime_dependency(spec)?,
        protocol_tests: spec.protocol_tests,
    };
    let mut stages = Vec::new();
    let generated = generate::generate_observed(&sources, &options, &mut |stage| {
        let now = Instant::now();
        stages.push((stage, now - last));
        last = now;
    });
    if generated.diagnostics.has_errors() {
        return Err(Error::Model(Box::new((generated.diagnostics, sources))));
    }
    disk::check_free(&spec.out, &generated.tree)?;
    Ok(Prepared { spec: spec.clone(), generated, sources, stages })
}

fn finish(prepared: Prepared, mode: Mode) -> Result<Report, Error> {
    let Prepared { spec, generated, sources, mut stages } = prepared;
    let start = Instant::now();
    let changes = disk::compare(&spec.out, &generated.tree)?;
    if mode == Mode::Write {
        disk::write(&spec.out, &generated.tree, &changes)?;
    }
    stages.push(("write", start.elapsed()));
    let files = generated.tree.len();
    Ok(Report { spec, generated, sources, changes, files, stages })
}

/// Cargo's rule for names, so that the mistake is ours to explain.
fn check_package(name: &str) -> Result<(), Error> {
    let is_valid = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        && !names::is_keyword(name);
    if is_valid {
        Ok(())
    } else {
        Err(Error::Usage(format!(
            "`{name}` is not a package name: it takes letters, digits, `-` and `_`, a letter first, and is no keyword"
        )))
    }
}

/// `1.2.3`, with or without a pre-release or build part.
fn check_version(version: &str) -> Result<(), Error> {
    let core = version.split(['-', '+']).next().unwrap_or_default();
    let parts: Vec<&str> = core.split('.').collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if parts.len() == 3 && parts.iter().all(is_number) {
        Ok(())
    } else {
        Err(Error::Usage(format!("`{version}` is not a version: it takes three numbers, as in `1.2.3`")))
    }
}

/// What was asked for, without the spaces that a list may have.
fn operations(spec: &CrateSpec) -> Result<Option<Vec<String>>, Error> {
    let Some(operations) = &spec.operations else { return Ok(None) };
    let names = operations.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    if names.is_empty() {
        return Err(Error::Usage("no operation was named; leave the list out for all of them".to_owned()));
    }
    Ok(Some(names))
}

fn runtime_dependency(spec: &CrateSpec) -> Result<String, Error> {
    Ok(match &spec.runtime {
        Runtime::Released => format!("version = \"{RUNTIME_VERSION}\""),
        Runtime::Version(version) => format!("version = {}", crate::sections::manifest::toml_string(version)),
        Runtime::Path(path) => {
            let path = disk::relative(&spec.out, path)?;
            format!("path = {}", crate::sections::manifest::toml_string(&path))
        }
    })
}
