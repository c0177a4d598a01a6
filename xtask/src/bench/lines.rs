//! In: the generated crates and the peer. Out: their lines, with and without comments.
//! Why: a reviewer has to read them, and the compiler has to compile them.

use super::{Bench, Table, CLEANROOMS, S3};
use std::path::{Path, PathBuf};

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
    let (ours, peer) = (a_waiter(&bench.whole(&S3)?.join("src"))?, a_waiter(&bench.peer(S3.peer)?.join("src"))?);
    table.alone("lines a waiter of S3, neither blank nor comment", "", ours, Some(60.0));
    table.compare("lines a waiter of S3, neither blank nor comment", "", ours, peer, None);
    Ok(())
}

/// What a waiter takes on average: its module, and its part of the trait of the client.
fn a_waiter(sources: &Path) -> Result<f64, String> {
    let (mut code, mut waiters) = (0, 0);
    for path in files(sources)? {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let below = path.strip_prefix(sources).unwrap_or(&path);
        // The peer has a folder, we have a module in the file of each operation.
        if below.starts_with("waiters.rs") || below.starts_with("waiters") {
            code += count_text(&text).code;
        }
        for item in ["pub(crate) mod waiters {", "pub trait Waiters", "impl Waiters for "] {
            code += item_of(&text, item).code;
        }
        waiters += item_of(&text, "pub trait Waiters").text.matches("fn wait_until_").count();
    }
    match waiters {
        0 => Err(format!("{} has no waiters", sources.display())),
        waiters => Ok(code as f64 / waiters as f64),
    }
}

/// An item of a file from its first line to a brace at the beginning of a line, if it is there.
struct Item<'t> {
    text: &'t str,
    code: usize,
}

fn item_of<'t>(text: &'t str, begin: &str) -> Item<'t> {
    let start = text.find(&format!("\n{begin}")).unwrap_or(text.len());
    let end = text[start..].find("\n}").map_or(text.len(), |length| start + length + 2);
    let text = &text[start..end];
    Item { text, code: count_text(text).code }
}

/// All `.rs` files below a folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fail = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Counts the lines of all `.rs` files below a folder.
pub(crate) fn count(folder: &Path) -> Result<Lines, String> {
    let mut lines = Lines::default();
    for path in files(folder)? {
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let below = count_text(&text);
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
    fn an_item_ends_with_its_brace() {
        let text = "use a;\n\nmod b {\n    fn c() {\n    }\n}\nfn d() {\n}\n";
        assert_eq!(item_of(text, "mod b {").code, 4);
        assert_eq!(item_of(text, "mod e {").code, 0);
    }

    #[test]
    fn blank_lines_and_comments_are_not_code() {
        let text = "//! About.\n\n/// Doc.\nfn f() { // why\n    g(); \n}\n  \n";
        assert_eq!(count_text(text), Lines { code: 3, total: 7 });
    }
}
