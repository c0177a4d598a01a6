//! In: the generated crates and the peer. Out: their lines, with and without comments.
//! Why: a reviewer has to read them, and the compiler has to compile them.

use super::{Bench, Table, CLEANROOMS};
use std::path::Path;

/// Lines of Rust below a folder.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Lines {
    /// Neither blank nor comment.
    pub(crate) code: usize,
    pub(crate) total: usize,
}

pub(super) fn measure(bench: &Bench, table: &mut Table) -> Result<(), String> {
    let one = count(&bench.root.join("generated/src"))?;
    table.alone("lines emitted, one operation, neither blank nor comment", "", one.code as f64, Some(3000.0));
    table.alone("lines emitted, one operation, all", "", one.total as f64, None);
    let full = count(&bench.whole(&CLEANROOMS)?.join("src"))?;
    let peer = count(&bench.peer(CLEANROOMS.peer)?.join("src"))?;
    let (of_peer, of_full) = bench.operations(&CLEANROOMS)?;
    table.alone(
        &format!("lines emitted, {of_full} operations, neither blank nor comment"),
        "",
        full.code as f64,
        Some(58_000.0),
    );
    for (what, ours, theirs) in [("neither blank nor comment", full.code, peer.code), ("all", full.total, peer.total)] {
        table.push(
            &format!("lines per operation, {what} ({of_full} and {of_peer} operations)"),
            ours.to_string(),
            theirs.to_string(),
            (ours as f64 / of_full as f64) / (theirs as f64 / of_peer as f64),
            None,
        );
    }
    Ok(())
}

/// Counts the lines of all `.rs` files below a folder.
pub(crate) fn count(folder: &Path) -> Result<Lines, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut lines = Lines::default();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let below = if path.is_dir() {
            count(&path)?
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            count_text(&std::fs::read_to_string(&path).map_err(fail)?)
        } else {
            continue;
        };
        lines.code += below.code;
        lines.total += below.total;
    }
    Ok(lines)
}

/// Neither side has block comments.
fn count_text(text: &str) -> Lines {
    let is_code = |line: &&str| !line.trim_start().is_empty() && !line.trim_start().starts_with("//");
    Lines { code: text.lines().filter(is_code).count(), total: text.lines().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_and_comments_are_not_code() {
        let text = "//! About.\n\n/// Doc.\nfn f() { // why\n    g(); \n}\n  \n";
        assert_eq!(count_text(text), Lines { code: 3, total: 7 });
    }
}
