//! In: the models of the corpora, valid and invalid. Out: a line for each family with its
//! counts; an error if one fails. Why: the loader is the only check of a user's model here,
//! and it must give the results of the official tools.
//!
//! corpora/INDEX.md says how each family encodes the expected result.

mod compare;
mod deviations;
mod events;
mod mistakes;
mod models;
mod queries;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, Loaded};
use whitesmith_codegen::{load, AstOptions, Diagnostics, LoadOptions, Model, Severity, Sources};

use super::Corpora;
use deviations::Deviations;
use whitesmith_cli::terminal::to_stdout;

const DEVIATIONS: &str = include_str!("deviations.toml");

type Check = fn(&Path) -> Result<Family, String>;

/// The families: name, folder below the corpora, check.
const FAMILIES: &[(&str, &str, Check)] = &[
    ("valid", "idl-loader/valid", models::valid),
    ("upgrade", "idl-loader/upgrade", models::upgrade),
    ("upgrade-box", "idl-loader/upgrade-box", queries::upgrade_box),
    ("idl-serialization", "idl-loader/idl-serialization-cases", models::round_trips),
    ("ast-serialization", "idl-loader/ast-serialization-cases", models::round_trips),
    ("official-ast", "idl-loader/ast-serialization-cases", models::official_ast),
    ("error-recovery", "idl-loader/error-recovery", mistakes::error_recovery),
    ("selector-cases", "idl-loader/selector-cases", queries::selector_cases),
    ("invalid", "idl-loader/invalid", mistakes::invalid),
    ("errorfiles", "idl-loader/errorfiles", events::check),
    ("endpoint-errorfiles", "endpoint-rules", events::check),
    ("endpoint-models", "endpoint-rules", models::endpoint_models),
    ("protocol-tests", "protocol-tests", models::protocol_tests),
    ("aws-models", "aws-models", models::aws_models),
];

/// Checks all families.
///
/// # Errors
/// One of them does not hold.
pub(super) fn run(corpora: &Corpora) -> Result<String, String> {
    let mut deviations = Deviations::parse(DEVIATIONS)?;
    let mut failed = Vec::new();
    for (name, folder, check) in FAMILIES {
        let mut family = check(&corpora.corpora.join(folder)).map_err(|error| format!("{name}: {error}"))?;
        family.settle(name, &mut deviations);
        to_stdout(&format!("loader: {name}: {}\n", family.summary()));
        if corpora.is_verbose {
            family.print_misses();
        }
        if !family.holds() {
            failed.push(*name);
        }
    }
    if failed.is_empty() {
        return Ok(format!("{} families hold", FAMILIES.len()));
    }
    let hint = if corpora.is_verbose { "" } else { "; -v lists what is missed" };
    Err(format!("{} of {} families do not hold: {}{hint}", failed.len(), FAMILIES.len(), failed.join(", ")))
}

/// What was found out about a family.
#[derive(Default)]
struct Family {
    cases: usize,
    /// What makes the family fail.
    misses: Vec<Miss>,
    /// Misses that are meant.
    defended: Vec<Miss>,
    /// What is worth a line with -v, and no more.
    notes: Vec<Miss>,
    /// What else the family's line says.
    remark: String,
}

/// Something that is not as it is expected.
struct Miss {
    case: String,
    what: String,
}

impl Family {
    fn note(&mut self, is_miss: bool, miss: Miss) {
        if is_miss {
            self.misses.push(miss);
        } else {
            self.notes.push(miss);
        }
    }

    /// Counts a case, with what is wrong with it.
    fn case(&mut self, case: impl Into<String>, wrong: Vec<String>) {
        self.cases += 1;
        let case = case.into();
        self.misses.extend(wrong.into_iter().map(|what| Miss { case: case.clone(), what }));
    }

    /// Sets aside what is defended, and misses defences that nothing needs.
    fn settle(&mut self, name: &str, deviations: &mut Deviations) {
        let misses = std::mem::take(&mut self.misses);
        let (defended, misses) = misses.into_iter().partition(|miss| deviations.defend(name, miss));
        (self.defended, self.misses) = (defended, misses);
        let unused = deviations.unused(name).into_iter();
        self.misses.extend(unused.map(|what| Miss { case: name.to_owned(), what }));
    }

    fn holds(&self) -> bool {
        self.misses.is_empty() && self.cases > 0
    }

    fn summary(&self) -> String {
        let failed: BTreeSet<&str> = self.misses.iter().map(|miss| miss.case.as_str()).collect();
        let mut text = format!("{} of {}", self.cases.saturating_sub(failed.len()), self.cases);
        if !self.defended.is_empty() {
            text.push_str(&format!(", {} defended", self.defended.len()));
        }
        if !self.remark.is_empty() {
            text.push_str(&format!(" ({})", self.remark));
        }
        if !self.holds() {
            text.push_str(": MISSED");
        }
        text
    }

    fn print_misses(&self) {
        for (word, misses) in [("missed", &self.misses), ("defended", &self.defended), ("note", &self.notes)] {
            for Miss { case, what } in misses {
                to_stdout(&format!("  {word} {case}: {what}\n"));
            }
        }
    }
}

/// The model of the JSON AST of a model.
fn read_again(model: &Model, options: AstOptions, wrong: &mut Vec<String>) -> Model {
    let mut sources = Sources::new();
    sources.add("written.json", model.to_json_ast(&options));
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    wrong.extend(errors(&diagnostics).into_iter().map(|error| format!("what was written has {error}")));
    model
}

/// A model that should have no error.
fn clean(paths: &[&Path], wrong: &mut Vec<String>) -> Result<Model, String> {
    let Loaded { model, diagnostics, .. } = load_all(paths)?;
    wrong.extend(errors(&diagnostics));
    Ok(model)
}

fn errors(diagnostics: &Diagnostics) -> Vec<String> {
    let errors = diagnostics.iter().filter(|event| event.severity == Severity::Error);
    errors
        .map(|event| format!("[ERROR] {}: {}: {}", event.shape.as_deref().unwrap_or("-"), event.id, event.message))
        .collect()
}

fn load_all(paths: &[&Path]) -> Result<Loaded, String> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| path.to_path_buf()).collect();
    driver::load_paths(&paths).map_err(|error| error.to_string())
}

/// The files below a folder that have one of the extensions, sorted.
fn files_below(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extensions.iter().any(|it| extension == *it)) {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn folders_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut folders: Vec<PathBuf> = entries(folder)?.into_iter().filter(|path| path.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::read_dir(folder).map_err(failed)?.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}

/// The path of a case, relative to the folder of its family, with `/`.
fn name_in(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).display().to_string().replace('\\', "/")
}
