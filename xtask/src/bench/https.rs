//! In: the small HTTPS program of tests/bench. Out: its cold build time and its size.
//! Why: a new user waits for the first, and ships the second.

use super::{Bench, Table};
use std::collections::BTreeSet;

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let (ours, peer) = (cold(bench, "https-ours")?, cold(bench, "https-official")?);
    table.compare("small HTTPS program, cold dev build, on the clock", "s", ours.0, peer.0, Some(0.5));
    table.compare("small HTTPS program, cold dev build, processor time", "s", ours.1, peer.1, None);
    table.compare("small HTTPS program, crates in its tree", "", ours.2, peer.2, None);
    let (ours, peer) = (shipped(bench, "https-ours")?, shipped(bench, "https-official")?);
    table.compare("small HTTPS program, stripped release binary", "MB", ours, peer, Some(0.55));
    Ok(())
}

/// Seconds on the clock, seconds of processor time, crates.
fn cold(bench: &Bench, package: &str) -> Result<(f64, f64, f64), String> {
    let target = format!("cold-{package}");
    let folder = bench.scratch.join(&target);
    // Nothing to download while the clock runs.
    let tree = bench.tree(package)?;
    let crates: BTreeSet<&str> =
        tree.lines().map(|line| line.trim_end_matches(" (*)")).filter(|line| !line.is_empty()).collect();
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let taken = bench.cargo("build", &target).arg("--package").arg(package).time()?;
    Ok((taken.wall / 1000.0, taken.cpu / 1000.0, crates.len() as f64))
}

fn shipped(bench: &Bench, package: &str) -> Result<f64, String> {
    bench.cargo("build", "shipped").arg("--profile").arg("shipped").arg("--package").arg(package).run()?;
    let binary = bench.scratch.join("shipped/shipped").join(package);
    let size = std::fs::metadata(&binary).map_err(|error| format!("{}: {error}", binary.display()))?.len();
    Ok(size as f64 / 1e6)
}
