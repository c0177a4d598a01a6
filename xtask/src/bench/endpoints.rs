//! In: the endpoint rules of a usual service and of S3, as they are emitted and as the official
//! crates have them. Out: the instructions to find an endpoint, the lines, and what a table adds
//! to a build. Why: each call asks its resolver, and each build compiles the rules.

use super::callgrind::Profile;
use super::measure::{median, Command};
use super::{lines, Bench, Table};
use std::path::{Path, PathBuf};

/// The AWS models: the newest rules that the corpora have for S3.
const MODELS: [(&str, &str, &str); 2] = [
    ("usual", "aws-models/cleanrooms.json", "StartProtectedQuery"),
    ("s3", "endpoint-rules/bdd/aws-2026-08/s3.json", "GetObject"),
];

/// Tasks of the program, and how many instructions ours may need.
const TASKS: [(&str, &str, Option<f64>); 5] = [
    ("usual", "a usual service", Some(1500.0)),
    ("usual-again", "a usual service, known", Some(500.0)),
    ("bucket", "a bucket of S3", Some(6000.0)),
    ("bucket-again", "a bucket of S3, known", None),
    ("access-point", "an access point of S3", None),
];

/// Two lengths of a run: their difference leaves out the start of the program.
const SHORT: u64 = 80;
const LONG: u64 = 240;

/// Builds of the table by itself.
const BUILDS: usize = 7;

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let folder = emit(bench)?;
    let target = bench.scratch.join("endpoints/target");
    let build = |folder: &Path, package: &str| {
        let cargo = bench.cargo("build", "endpoints/target").arg("--release").arg("--package").arg(package);
        cargo.current_dir(folder).run()?;
        Ok::<_, String>(Command::new(target.join("release").join(package)))
    };
    let (ours, peer) = (build(&folder, "endpoints-ours")?, build(&bench.programs, "endpoints-official")?);
    let mut counted = Vec::new();
    for (task, what, at_most) in TASKS {
        let of_ours = Profile::repetition(bench, &ours, task, SHORT, LONG)?;
        let of_peer = Profile::repetition(bench, &peer, task, SHORT, LONG)?;
        table.compare(&format!("endpoint of {what}, instructions"), "", of_ours, of_peer, Some(0.5));
        if at_most.is_some() {
            table.alone(&format!("endpoint of {what}, instructions"), "", of_ours, at_most);
        }
        counted.push(of_ours);
    }
    let [.., bucket, again, _] = counted[..] else { return Err("a task is missing".into()) };
    table.compare("endpoint of a bucket of S3, known against not known", "", again, bucket, Some(0.25));
    for ((name, ..), most) in MODELS.iter().zip([40.0, 700.0]) {
        let rules = lines::count(&folder.join(name).join("src/config/endpoint"))?;
        table.alone(&format!("lines of the endpoint rules, {name}"), "", rules.code as f64, Some(most));
    }
    let added = builds(bench, &folder)?;
    table.alone("what the endpoint rules of S3 add to a dev build, processor time", "s", added, Some(0.3));
    Ok(())
}

/// Emits the crates, and writes the program and the tables by themselves beside them.
fn emit(bench: &Bench) -> Result<PathBuf, String> {
    let folder = bench.scratch.join("endpoints");
    for (package, model, operation) in MODELS {
        let codegen = bench.codegen().arg("--model").arg(bench.corpus(model)?).arg("--operations").arg(operation);
        codegen.arg("--out").arg(folder.join(package)).arg("--package").arg(package).run()?;
        let alone = folder.join(format!("{package}-table"));
        let has_table =
            "pub mod config {\n    pub mod endpoint;\n    pub use whitesmith_runtime::sdk::config::ConfigBag;\n}\n";
        library(bench, &alone, has_table)?;
        for file in ["endpoint.rs", "endpoint/rules.rs"] {
            copy(&folder.join(package).join("src/config").join(file), &alone.join("src/config").join(file))?;
        }
    }
    library(bench, &folder.join("no-table"), "")?;
    let (release, program) = ("[profile.release]\ndebug = \"line-tables-only\"\ncodegen-units = 1\n", "endpoints-ours");
    let dependency =
        |name| format!("{name} = {{ path = \"../{name}\", default-features = false, features = [\"rt-tokio\"] }}\n");
    let workspace = format!(
        "[workspace]\nresolver = \"2\"\nmembers = [\"s3\", \"usual\", \"s3-table\", \"usual-table\", \"no-table\", \
         \"{program}\"]\n\n{release}"
    );
    write(&folder.join("Cargo.toml"), &workspace)?;
    let manifest = format!(
        "[package]\nname = \"{program}\"\nedition = \"2021\"\n\n[[bin]]\nname = \"{program}\"\npath = {:?}\n\n\
         [dependencies]\n{}{}",
        bench.programs.join("src/endpoints.rs"),
        dependency("s3"),
        dependency("usual")
    );
    write(&folder.join(program).join("Cargo.toml"), &manifest)?;
    copy(&bench.programs.join("Cargo.lock"), &folder.join("Cargo.lock"))?;
    Ok(folder)
}

/// A package with this as its library.
fn library(bench: &Bench, folder: &Path, text: &str) -> Result<(), String> {
    let name = folder.file_name().unwrap_or_default();
    let runtime = bench.root.join("runtime");
    let manifest = format!(
        "[package]\nname = {name:?}\nedition = \"2021\"\n\n[dependencies]\nwhitesmith-runtime = {{ path = {runtime:?} }}\n"
    );
    write(&folder.join("Cargo.toml"), &manifest)?;
    write(&folder.join("src/lib.rs"), text)
}

/// The processor time of a crate with S3's table, over that of a crate without one.
fn builds(bench: &Bench, folder: &Path) -> Result<f64, String> {
    let cargo = |subcommand, package| {
        let cargo = bench.cargo(subcommand, "endpoints/target").env("CARGO_INCREMENTAL", "0");
        cargo.arg("--package").arg(package).current_dir(folder)
    };
    let mut taken = [Vec::new(), Vec::new()];
    for _ in 0..=BUILDS {
        for (package, taken) in ["s3-table", "no-table"].into_iter().zip(&mut taken) {
            cargo("clean", package).run()?;
            taken.push(cargo("build", package).time()?.cpu);
        }
    }
    // The first one builds the dependencies.
    let [with, without] = taken.map(|taken| median(taken.get(1..).unwrap_or_default().to_vec()));
    Ok((with - without) / 1000.0)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let written = path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(path, text));
    written.map_err(|error| format!("{}: {error}", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let made = to.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::copy(from, to)).map(drop).map_err(|error| format!("{}: {error}", from.display()))
}
