//! In: the models of the corpora. Out: the time of loading, beside a JSON library that makes
//! values of the same bytes, and its memory. Why: everybody who loads a model waits for it,
//! and it has to fit into memory.

use std::path::{Path, PathBuf};

use super::measure::{median, Command};
use super::{Bench, Table};

const RUNS: usize = 9;
/// How often all IDL files are read in a run: they are small.
const IDL_ROUNDS: usize = 50;
/// What a file has to have for its memory to be more than that of the program.
const LARGE: u64 = 1_000_000;
/// Shapes of the IDL model that is made up to be large.
const MADE_UP: usize = 20_000;

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    for package in ["load-ours", "load-peer"] {
        // One by one, so that neither says which features the other's libraries have.
        bench.cargo("build", package).arg("--release").arg("--package").arg(package).run()?;
    }
    let mut models = files(&bench.corpus("aws-models")?, "json")?;
    models.retain(|path| is_model(path));
    against_values(bench, &models, table)?;
    let mut idl = files(&bench.corpus("smithy-traits")?, "smithy")?;
    idl.extend(files(&bench.corpus("protocol-tests")?, "smithy")?);
    idl_alone(bench, &idl, table)?;
    memory(bench, &models, &idl, table)
}

fn ours(bench: &Bench, task: &str, runs: usize, files: &[PathBuf]) -> Command {
    let program = Command::new(bench.scratch.join("load-ours/release/load-ours")).arg(task).arg(runs.to_string());
    files.iter().fold(program, |program, file| program.arg(file))
}

/// Both sides in turns, so that what else the machine does is the same for both.
fn against_values(bench: &Bench, models: &[PathBuf], table: &mut Table) -> Result<(), String> {
    let peer = Command::new(bench.scratch.join("load-peer/release/load-peer")).arg("3");
    let peer = models.iter().fold(peer, |peer, file| peer.arg(file));
    let ours = ours(bench, "each", 3, models);
    let mut lines = Vec::new();
    for _ in 0..RUNS {
        lines.extend(parse_lines(&ours.run()?));
        lines.extend(parse_lines(&peer.run()?));
    }
    let time = |name: &str| median(values_of(&lines, name));
    let megabytes = size_of(models)? as f64 / 1e6;
    let speed = |name: &str| megabytes / time(name) * 1000.0;
    let row = format!("loading {} AWS models, {megabytes:.1} MB, against a JSON library's values", models.len());
    table.at_least(&row, "MB/s", speed("resolved"), speed("values"), Some(0.25));
    table.at_least("the same with all rules", "MB/s", speed("checked"), speed("values"), None);
    table.at_least("up to the tree of the text only", "MB/s", speed("parsed"), speed("values"), None);
    table.alone("from the tree to the model", "ms", time("resolved") - time("parsed"), None);
    table.alone("the rules", "ms", time("checked") - time("resolved"), None);
    Ok(())
}

fn idl_alone(bench: &Bench, files: &[PathBuf], table: &mut Table) -> Result<(), String> {
    let lines = parse_lines(&ours(bench, "parse", IDL_ROUNDS, files).run()?);
    let bytes = size_of(files)? as f64;
    let total: f64 = values_of(&lines, "parsed").iter().sum();
    let speed = bytes * IDL_ROUNDS as f64 / total / 1000.0;
    table.at_least(&format!("reading {} IDL files {IDL_ROUNDS} times", files.len()), "MB/s", speed, 40.0, Some(1.0));
    Ok(())
}

fn memory(bench: &Bench, models: &[PathBuf], idl: &[PathBuf], table: &mut Table) -> Result<(), String> {
    let folder = bench.scratch.join("load");
    let empty = folder.join("empty.smithy");
    let made_up = folder.join("made_up.smithy");
    let write = || {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(&empty, "$version: \"2.0\"\nnamespace empty\n")?;
        std::fs::write(&made_up, made_up_model())
    };
    write().map_err(|error| format!("{}: {error}", folder.display()))?;
    let peak = |files: &[PathBuf]| {
        let lines = parse_lines(&ours(bench, "memory", 1, files).run()?);
        Ok::<_, String>(median(values_of(&lines, "peak")))
    };
    let floor = peak(&[empty])?;
    let mut worst: Option<(f64, String)> = None;
    let mut measure = |name: String, files: &[PathBuf]| {
        let factor = (peak(files)? - floor) / size_of(files)? as f64;
        if worst.as_ref().is_none_or(|(most, _)| factor > *most) {
            worst = Some((factor, name));
        }
        Ok::<_, String>(factor)
    };
    for model in models {
        if size_of(std::slice::from_ref(model))? >= LARGE {
            let name = model.file_name().unwrap_or_default().to_string_lossy().into_owned();
            measure(name, std::slice::from_ref(model))?;
        }
    }
    measure("all AWS models at once".into(), models)?;
    measure("all IDL files at once".into(), idl)?;
    let factor = measure("a large IDL model".into(), &[made_up])?;
    let (most, name) = worst.ok_or("no model is large")?;
    table.alone(&format!("memory to load, bytes a byte of text, the most of all: {name}"), "", most, Some(12.0));
    table.alone(
        &format!("memory to load, bytes a byte of text, an IDL model of {MADE_UP} shapes"),
        "",
        factor,
        Some(12.0),
    );
    Ok(())
}

/// Structures as services have them: some members, documentation, constraints.
fn made_up_model() -> String {
    let mut text = String::from("$version: \"2.0\"\nnamespace shop\n@length(min: 1, max: 64)\nstring Name\n");
    for index in 0..MADE_UP {
        let next = (index + 1) % MADE_UP;
        text.push_str(&format!(
            "\n/// What a customer says about order {index}, and all that follows from it.\nstructure Order{index} {{\n    \
             /// The name that the customer gave.\n    @required\n    name: Name\n\n    \
             /// How many there are.\n    @range(min: 1)\n    count: Integer\n\n    next: Order{next}\n}}\n"
        ));
    }
    text
}

/// All files of this kind below the folder, sorted.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Beside the models there is a file with settings.
fn is_model(path: &Path) -> bool {
    std::fs::read_to_string(path).is_ok_and(|text| text.contains("\"smithy\""))
}

fn size_of(files: &[PathBuf]) -> Result<u64, String> {
    let size = |file: &PathBuf| std::fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()));
    files.iter().map(|file| size(file).map(|metadata| metadata.len())).sum()
}

/// Lines of a name and a number.
fn parse_lines(text: &str) -> Vec<(String, f64)> {
    let parse = |line: &str| {
        let (name, value) = line.split_once(' ')?;
        Some((name.to_owned(), value.parse().ok()?))
    };
    text.lines().filter_map(parse).collect()
}

fn values_of(lines: &[(String, f64)], name: &str) -> Vec<f64> {
    lines.iter().filter(|(found, _)| found == name).map(|(_, value)| *value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_by_their_names() {
        let lines = parse_lines("parsed 12.5\nnothing here\nvalues 3\nparsed 10\n");
        assert_eq!(values_of(&lines, "parsed"), [12.5, 10.0]);
        assert_eq!(values_of(&lines, "values"), [3.0]);
    }
}
