//! In: a tree of files and a folder. Out: how they differ, and the folder brought in line.
//!
//! What holds at every moment, whatever ends a run:
//!
//! - **Only files of ours are touched**: regular files, at a path that this crate has, with
//!   our header as their whole first line. Whatever else is in the folder is not moved,
//!   copied, linked or opened for writing, so its name, kind, mode and times do not matter.
//!   What is in the way of a file of ours is an error before anything changes
//!   (`obstacles`).
//! - **The crate builds.** The manifest is the one commit point. While the files below
//!   `src` are replaced one after another, `Cargo.toml` names another root, that of a whole
//!   copy of the new sources in a folder beside them; the order is in `staging`.
//! - **One run at a time** has the folder (`lock`).
//! - What a killed run leaves is known by its name and content (`leftovers`), and goes with
//!   the next run.

#[cfg(test)]
mod crashes;
mod leftovers;
mod listing;
mod lock;
mod obstacles;
mod staging;
mod steps;

use std::io;
use std::path::{Component, Path};

use super::regular::{self, Links};
use super::{shown, Error};
use crate::output::Tree;

pub(super) use leftovers::is_name as is_leftover;
pub(super) use listing::is_ours;
pub(super) use lock::{exclusive, shared, Lock};
pub(super) use obstacles::check_free;

/// How a file on disk differs from the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// In the tree, not on disk.
    Missing(String),
    /// On disk with another content, which is the second text.
    Stale(String, String),
    /// On disk with our header, not in the tree.
    Extra(String),
}

impl Change {
    fn path(&self) -> &str {
        match self {
            Self::Missing(path) | Self::Stale(path, _) | Self::Extra(path) => path,
        }
    }
}

/// What a write would change, sorted by path.
pub(super) fn compare(out: &Path, tree: &Tree) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for (path, text) in tree {
        match regular::read(&out.join(path), Links::Refused) {
            Ok(bytes) if bytes == text.as_bytes() => {}
            Ok(bytes) => changes.push(Change::Stale(path.clone(), String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => changes.push(Change::Missing(path.clone())),
            Err(error) => return Err(failed("read", &out.join(path), &error)),
        }
    }
    let ours = listing::ours(out)?;
    changes.extend(ours.into_iter().filter(|path| !tree.contains_key(path)).map(Change::Extra));
    Ok(changes)
}

/// Brings the folder in line with the tree, and clears away what killed runs left.
pub(super) fn write(out: &Path, tree: &Tree, changes: &[Change]) -> Result<(), Error> {
    obstacles::check_changeable(out, changes)?;
    // Before, because a full disk may be full of it.
    leftovers::clean(out);
    let result = staging::write(out, tree, changes);
    leftovers::clean(out);
    result
}

/// The path of a folder as another one's manifest writes it.
pub(super) fn relative(from: &Path, to: &Path) -> Result<String, Error> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| failed("find", path, &error));
    let (from, to) = (normal(&absolute(from)?), normal(&absolute(to)?));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = from[common..].iter().map(|_| "..".to_owned());
    let parts: Vec<String> = up.chain(to[common..].iter().cloned()).collect();
    Ok(if parts.is_empty() { ".".to_owned() } else { parts.join("/") })
}

fn normal(path: &Path) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                parts.pop();
            }
            Component::CurDir => {}
            part => parts.push(part.as_os_str().to_string_lossy().into_owned()),
        }
    }
    parts
}

fn failed(what: &str, path: &Path, error: &io::Error) -> Error {
    Error::Output(format!("cannot {what} `{}`: {error}", shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_crate() -> Result<(), Error> {
        assert_eq!(relative(Path::new("generated"), Path::new("runtime"))?, "../runtime");
        assert_eq!(relative(Path::new("a/b/../c"), Path::new("a/r"))?, "../r");
        assert_eq!(relative(Path::new("a"), Path::new("a"))?, ".");
        Ok(())
    }
}
