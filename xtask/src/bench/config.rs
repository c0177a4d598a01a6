//! In: a program with aws-config and one operation of SQS, on official crates and on slices of
//! ours. Out: the processor time of its cold dev build, and its crates. Why: who calls AWS builds
//! aws-config, too, which depends on three clients of services and has an HTTPS client of its
//! own: a small crate for one service is a small part of the program.

use super::{Bench, Table};
use crate::slices::{self, Slice};
use std::collections::BTreeSet;
use std::path::Path;

/// A way to build the program.
struct Side {
    /// Its package.
    name: &'static str,
    what: &'static str,
    /// Whether the clients of aws-config are slices of ours, and not only that of SQS.
    has_all_slices: bool,
    /// Whether aws-config has an HTTPS client of its own.
    has_two_stacks: bool,
}

const SIDES: [Side; 4] = [
    Side { name: "config-sqs", what: "SQS by us", has_all_slices: false, has_two_stacks: true },
    Side { name: "config-slices", what: "SQS, STS, SSO, SSO OIDC by us", has_all_slices: true, has_two_stacks: true },
    Side { name: "config-sqs-lean", what: "SQS and HTTPS by us", has_all_slices: false, has_two_stacks: false },
    Side { name: "config-lean", what: "all of these by us", has_all_slices: true, has_two_stacks: false },
];

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let folder = bench.programs.join("config");
    let scratch = bench.scratch.join("config");
    let slices = slices::generate(&|model| bench.corpus(model), &folder, &scratch.join("slices"))?;
    let official = cold(bench, "config-official", &folder.join("Cargo.toml"), &["--locked"])?;
    for side in &SIDES {
        let used: Vec<&Slice> =
            slices.iter().filter(|slice| side.has_all_slices || slice.package == "aws-sdk-sqs").collect();
        let manifest = slices::workspace(&folder, &scratch, side.name, &used)?;
        let features: &[&str] = match side.has_two_stacks {
            true => &[],
            false => &["--no-default-features", "--features", "lean"],
        };
        let ours = cold(bench, side.name, &manifest, features)?;
        slices::are_used(&manifest, &used)?;
        let figure = format!("aws-config and one operation of SQS, {}", side.what);
        table.compare(&format!("{figure}: cold dev build, processor time"), "s", ours.0, official.0, None);
        table.compare(&format!("{figure}: crates"), "", ours.1, official.1, None);
    }
    Ok(())
}

/// Seconds of processor time, and crates.
fn cold(bench: &Bench, name: &str, manifest: &Path, arguments: &[&str]) -> Result<(f64, f64), String> {
    let target = format!("cold-{name}");
    let cargo = |command| {
        let cargo = bench.plain_cargo(command).arg("--quiet").arg("--manifest-path").arg(manifest);
        arguments.iter().fold(cargo, |cargo, argument| cargo.arg(argument))
    };
    // Nothing to download while the clock runs.
    let tree = cargo("tree").arg("--prefix=none").arg("--edges=normal,build").run()?;
    let crates: BTreeSet<&str> =
        tree.lines().map(|line| line.trim_end_matches(" (*)")).filter(|line| !line.is_empty()).collect();
    let folder = bench.scratch.join(&target);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    // A crate from the registry is built without incremental compilation, and ours so, too.
    let build = cargo("build").arg("--target-dir").arg(&folder).env("CARGO_INCREMENTAL", "0");
    let taken = build.time()?;
    std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok((taken.cpu / 1000.0, crates.len() as f64))
}
