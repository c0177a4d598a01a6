//! In: the two builds of tests/bench/src/objects.rs. Out: the instructions to write an object of
//! 1 MiB with its CRC32, and to read and compare one, without those of the signature and of the
//! checksum itself. Why: what is left is the way of the bytes, and each copy on it is a megabyte.

use super::call::is_signing;
use super::callgrind::Profile;
use super::measure::Command;
use super::{Bench, Table};
use std::path::Path;

const MODEL: &str = "aws-models/s3.json";
const OPERATIONS: &str = "GetObject,PutObject";
const PROGRAM: &str = "objects-ours";

/// Two lengths of a run: their difference leaves out the start of the program.
const SHORT: u64 = 3;
const LONG: u64 = 9;

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let folder = bench.scratch.join("objects");
    let codegen = bench.codegen().arg("--model").arg(bench.corpus(MODEL)?).arg("--operations").arg(OPERATIONS);
    codegen.arg("--out").arg(folder.join("s3")).arg("--package").arg("s3").run()?;
    program(bench, &folder)?;
    let target = bench.scratch.join("objects/target");
    let build = |folder: &Path, package: &str| {
        let cargo = bench.cargo("build", "objects/target").arg("--release").arg("--package").arg(package);
        cargo.current_dir(folder).run()?;
        Ok::<_, String>(Command::new(target.join("release").join(package)))
    };
    let (ours, peer) = (build(&folder, PROGRAM)?, build(&bench.programs, "objects-official")?);
    for (task, what) in [("put", "write 1 MiB with CRC32"), ("get", "read 1 MiB and compare its CRC32")] {
        let (of_ours, of_peer) = (cost(bench, &ours, task)?, cost(bench, &peer, task)?);
        table.compare(&format!("{what}, instructions without signing and hashing"), "", of_ours, of_peer, Some(0.8));
    }
    Ok(())
}

/// Writes the program with our crate, beside that.
fn program(bench: &Bench, folder: &Path) -> Result<(), String> {
    let workspace = format!(
        "[workspace]\nresolver = \"2\"\nmembers = [\"s3\", \"{PROGRAM}\"]\n\n\
         [profile.release]\ndebug = \"line-tables-only\"\ncodegen-units = 1\n"
    );
    let manifest = format!(
        "[package]\nname = \"{PROGRAM}\"\nedition = \"2021\"\n\n[[bin]]\nname = \"{PROGRAM}\"\npath = {:?}\n\n\
         [dependencies]\naws-smithy-runtime-api = {{ version = \"1\", features = [\"client\", \"http-1x\"] }}\n\
         aws-smithy-types = \"1\"\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\
         s3 = {{ path = \"../s3\", default-features = false, features = [\"rt-tokio\"] }}\n",
        bench.programs.join("src/objects.rs"),
    );
    let lock = std::fs::read_to_string(bench.programs.join("Cargo.lock")).map_err(|error| error.to_string())?;
    for (path, text) in [("Cargo.toml", workspace), ("objects-ours/Cargo.toml", manifest), ("Cargo.lock", lock)] {
        let path = folder.join(path);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        made.and_then(|()| std::fs::write(&path, text)).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// What one repetition costs, without the signature and the checksum.
fn cost(bench: &Bench, program: &Command, task: &str) -> Result<f64, String> {
    let rest = |times: u64| {
        let repeated = program.clone().arg(task).arg(times.to_string());
        let profile = Profile::of(bench, &repeated, &format!("{task}.{times}"))?;
        let apart = profile.inclusive(is_signing) + profile.inclusive(is_hashing);
        profile.total().checked_sub(apart).ok_or_else(|| format!("{task}: a part costs more than the whole"))
    };
    let (short, long) = (rest(SHORT)?, rest(LONG)?);
    let difference = long.checked_sub(short).ok_or_else(|| format!("{task} costs less when it is done more often"))?;
    Ok(difference as f64 / (LONG - SHORT) as f64)
}

fn is_hashing(name: &str) -> bool {
    ["crc32fast::", "crc_fast::"].iter().any(|library| name.contains(library))
}
