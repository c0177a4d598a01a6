//! In: models, as files and folders. Out: how many of their endpoint cases hold, a line for
//! each that does not, and an exit status. The cases are tried on the interpreter of the
//! runtime, with the tables that lowering makes, for each form of rules that a model has.
//!
//! A package of its own, which `cargo xtask conformance endpoints` starts: the generator must
//! not wait for the runtime to be built.

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, clippy::print_stderr)] // Its lines are what it is for.

mod case;
mod partitions;
mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bumpalo::Bump;
use serde_json::Value as Json;
use whitesmith_codegen::internals::{endpoint_tables, RuleForm};
use whitesmith_codegen::{load, AstOptions, LoadOptions, Sources};
use whitesmith_runtime::endpoint::rules::Rules;
use whitesmith_runtime::endpoint::{Partition, PARTITIONS};

use partitions::Partitions;

const USAGE: &str = "usage: endpoints [--partitions FILE] PATH...";

fn main() -> ExitCode {
    match run() {
        Ok(counts) if counts.failed == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Counts {
    passed: usize,
    failed: usize,
}

fn run() -> Result<Counts, String> {
    let (mut paths, mut partitions) = (Vec::new(), None);
    let mut arguments = std::env::args_os().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--partitions" {
            partitions = Some(PathBuf::from(arguments.next().ok_or(USAGE)?));
        } else {
            paths.push(PathBuf::from(argument));
        }
    }
    if paths.is_empty() {
        return Err(USAGE.to_owned());
    }
    let partitions = partitions.map(|path| Partitions::read(&path)).transpose()?;
    let mut counts = Counts::default();
    for path in models(&paths)? {
        try_model(&path, partitions.as_ref(), &mut counts)?;
    }
    if counts.passed + counts.failed == 0 {
        return Err("the models have no endpoint tests".to_owned());
    }
    println!("{} passed, {} failed", counts.passed, counts.failed);
    Ok(counts)
}

/// The models below the paths, sorted.
fn models(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut pending: Vec<PathBuf> = paths.to_vec();
    while let Some(path) = pending.pop() {
        let cannot = |error: std::io::Error| format!("cannot read `{}`: {error}", path.display());
        if path.is_dir() {
            for entry in fs::read_dir(&path).map_err(cannot)? {
                pending.push(entry.map_err(cannot)?.path());
            }
        } else if is_model(&path) || paths.contains(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn is_model(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "json" || extension == "smithy")
}

/// Tries the cases of one model; what has no cases counts nothing.
fn try_model(path: &Path, partitions: Option<&Partitions>, counts: &mut Counts) -> Result<(), String> {
    let name = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| format!("cannot read `{name}`: {error}"))?;
    // Others of a folder are not models, or are there for what is wrong with them.
    if !text.contains("endpointTests") {
        return Ok(());
    }
    let mut sources = Sources::new();
    sources.add(name.clone(), text);
    let (model, diagnostics) = load(&sources, &LoadOptions::default());
    let ast: Json = serde_json::from_str(&model.to_json_ast(&AstOptions { flatten_mixins: true }))
        .map_err(|error| format!("`{name}`: {error}"))?;
    let mut has_table = false;
    for form in [RuleForm::RuleSet, RuleForm::Diagram] {
        for (service, table) in endpoint_tables(&model, form) {
            has_table = true;
            let cases = &ast["shapes"][service.as_str()]["traits"]["smithy.rules#endpointTests"]["testCases"];
            let cases = cases.as_array().map(Vec::as_slice).unwrap_or_default();
            match table {
                Err(problems) => {
                    counts.failed += cases.len().max(1);
                    println!(
                        "{name}: {service}: {}",
                        problems.iter().map(|it| it.message.clone()).collect::<Vec<_>>().join("; ")
                    );
                }
                Ok(table) => try_table(&format!("{name}: {form:?}"), &table, cases, partitions, counts)?,
            }
        }
    }
    if !has_table && diagnostics.has_errors() {
        counts.failed += 1;
        println!("{name}: the model has errors");
    }
    Ok(())
}

fn try_table(
    name: &str,
    table: &Json,
    cases: &[Json],
    partitions: Option<&Partitions>,
    counts: &mut Counts,
) -> Result<(), String> {
    let arena = Bump::new();
    let rules = table::Maker(&arena).rules(table).map_err(|table::Malformed(reason)| format!("{name}: {reason}"))?;
    let given = partitions.map(|partitions| partitions.lend(&arena));
    let failures = failures(table, &rules, given.unwrap_or(&PARTITIONS), cases);
    let then = partitions::of_early_2025();
    let failures = match failures.is_empty() || given.is_some() {
        false if self::failures(table, &rules, &then, cases).is_empty() => {
            println!("{name}: {} cases hold with the partitions of early 2025", failures.len());
            Vec::new()
        }
        _ => failures,
    };
    counts.passed += cases.len() - failures.len();
    counts.failed += failures.len();
    for (index, difference) in failures {
        let said = cases[index]["documentation"].as_str().unwrap_or_default();
        println!("{name}: case {index} ({said}): {difference}");
    }
    Ok(())
}

/// The cases that do not hold, with what is wrong.
fn failures(table: &Json, rules: &Rules<'_>, partitions: &[Partition<'_>], cases: &[Json]) -> Vec<(usize, String)> {
    let cases = cases.iter().enumerate();
    cases.filter_map(|(index, case)| Some((index, case::run(table, rules, partitions, case)?))).collect()
}
