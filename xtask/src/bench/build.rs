//! In: the generated crates and the peers. Out: the processor time to build each by itself.
//! Why: each change of a generated crate, and each clean checkout, costs it.

use super::measure::{repeat, Command, Taken};
use super::{Bench, Table, Whole, CLEANROOMS, S3};
use std::path::Path;

/// One folder for all, so that every dependency is built once.
const TARGET: &str = "alone";

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let one = alone(bench, &bench.programs, "cleanrooms", 5)?;
    let peer = alone(bench, &bench.programs, CLEANROOMS.peer, 3)?;
    table.compare(
        "dev build of the crate alone, processor time, one operation against the whole peer",
        "s",
        one.cpu / 1000.0,
        peer.cpu / 1000.0,
        Some(1.0 / 40.0),
    );
    per_operation(bench, table, &CLEANROOMS, peer)
}

/// The service with the most protocol features: streams, events, checksums, XML.
pub(super) fn measure_s3(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let peer = alone(bench, &bench.programs, S3.peer, 3)?;
    per_operation(bench, table, &S3, peer)
}

/// The whole service, of which the peer may have more operations than our model.
fn per_operation(bench: &Bench, table: &mut Table, whole: &Whole, peer: Taken) -> Result<(), String> {
    let (of_peer, of_ours) = bench.operations(whole)?;
    let ours = alone(bench, &standalone(bench, whole)?, whole.package, 3)?;
    table.push(
        &format!("dev build of {} alone, processor time, per operation ({of_ours} and {of_peer})", whole.package),
        format!("{:.2} s", ours.cpu / 1000.0),
        format!("{:.2} s", peer.cpu / 1000.0),
        (ours.cpu / of_ours as f64) / (peer.cpu / of_peer as f64),
        Some(0.28),
    );
    Ok(())
}

/// Builds a package again and again with all its dependencies warm. What cargo itself
/// takes when nothing is to be done is measured too, and taken off. Cargo builds a crate
/// from the registry without incremental compilation, so ours goes without it as well.
fn alone(bench: &Bench, workspace: &Path, package: &str, runs: usize) -> Result<Taken, String> {
    let cargo = |subcommand| {
        let cargo = bench.cargo(subcommand, TARGET).env("CARGO_INCREMENTAL", "0");
        cargo.arg("--package").arg(package).current_dir(workspace)
    };
    let build: Command = cargo("build");
    build.run()?;
    let idle = repeat(runs, || build.time())?;
    let taken = repeat(runs, || {
        cargo("clean").run()?;
        build.time()
    })?;
    Ok(Taken { wall: taken.wall - idle.wall, cpu: taken.cpu - idle.cpu })
}

/// A copy of the whole crate that is a workspace of its own, with the versions of all
/// the others. It lies beside the original, so that relative paths still hold.
fn standalone(bench: &Bench, whole: &Whole) -> Result<std::path::PathBuf, String> {
    let from = bench.whole(whole)?;
    let to = bench.scratch.join(format!("{}-crate", whole.package));
    copy(&from, &to).map_err(|error| format!("{}: {error}", to.display()))?;
    let manifest = to.join("Cargo.toml");
    let write = || {
        let text = std::fs::read_to_string(&manifest)?;
        std::fs::write(&manifest, format!("{text}\n[workspace]\n"))?;
        std::fs::copy(bench.programs.join("Cargo.lock"), to.join("Cargo.lock"))
    };
    write().map_err(|error| format!("{}: {error}", manifest.display()))?;
    Ok(to)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
