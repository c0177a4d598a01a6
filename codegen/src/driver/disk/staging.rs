//! In: a crate's folder, the tree, and how they differ. Out: no difference, by an order of
//! steps of which each leaves a crate that builds.
//!
//! 1. Beside the files, in a folder of its own, everything is written: each file that
//!    changes, each folder that is missing, and a whole copy of the new sources, in which
//!    what does not change is a hard link. Outside of that folder nothing has changed, and
//!    what fails up to here, a full disk say, leaves nothing.
//! 2. `Cargo.toml` is replaced by one that has the copy's `lib.rs` as the root of the crate.
//!    This one rename is where the new crate takes the place of the old one.
//! 3. The files below `src` are replaced, one after the other. Whatever state they are in,
//!    nobody builds them.
//! 4. `Cargo.toml` is replaced by the one of the tree. This is the same crate from `src`.
//!
//! The folder beside them is removed by whoever cleans up. Why not an exchange of the whole
//! `src`: the manifest is not in it, and foreign files, folders, pipes and mounts are. A
//! change of one file needs none of this, because one rename is all of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use super::super::{shown, Error};
use super::{failed, leftovers, obstacles, steps, Change};
use crate::output::{Tree, MARKER};

const MANIFEST: &str = "Cargo.toml";

pub(super) fn write(out: &Path, tree: &Tree, changes: &[Change]) -> Result<(), Error> {
    if changes.is_empty() {
        return Ok(());
    }
    let staging = Staging::begin(out, tree, changes)?;
    if changes.len() == 1 {
        return staging.replace_all();
    }
    staging.copy_sources()?;
    staging.stage_manifests()?;
    staging.rename(&staging.folder.join(OTHER_ROOT), MANIFEST)?;
    staging.replace_all().and_then(|()| staging.rename(&staging.folder.join(MANIFEST), MANIFEST)).map_err(|error| {
        Error::Output(format!(
            "{error}\nhelp: fix this and run the same command again; until then, cargo builds the crate from `{}`",
            shown(&staging.folder.join("src"))
        ))
    })
}

/// The name that the manifest of step 2 has until then.
const OTHER_ROOT: &str = "other-root.toml";

/// A folder beside the files of a crate, with what will take their place.
struct Staging<'s> {
    out: &'s Path,
    tree: &'s Tree,
    changes: &'s [Change],
    name: String,
    folder: PathBuf,
    /// The files that are written, by the place of their change in the list.
    written: BTreeMap<&'s str, usize>,
    /// The folders that the crate does not have yet, parents first.
    new_folders: Vec<&'s str>,
}

impl<'s> Staging<'s> {
    /// Writes what changes.
    fn begin(out: &'s Path, tree: &'s Tree, changes: &'s [Change]) -> Result<Self, Error> {
        let name = leftovers::new_name();
        let folder = out.join(&name);
        steps::create_folder(&folder).map_err(|error| failed("create", &folder, &error))?;
        let paths = changes.iter().map(Change::path).zip(0..);
        let written: BTreeMap<&str, usize> = paths.filter(|(path, _)| tree.contains_key(*path)).collect();
        let mut new_folders: Vec<&str> = obstacles::folders(written.keys().copied()).into_iter().collect();
        new_folders.retain(|folder| !out.join(folder).exists());
        let staging = Self { out, tree, changes, name, folder, written, new_folders };
        for index in 0..staging.new_folders.len() {
            staging.create_folder(&staging.new_folder(index))?;
        }
        for (path, index) in &staging.written {
            staging.create_file(&staging.new_file(*index), &tree[*path])?;
        }
        Ok(staging)
    }

    /// The whole `src` of the tree once more, as the root of another crate.
    fn copy_sources(&self) -> Result<(), Error> {
        let is_source = |path: &&str| path.starts_with("src/");
        for folder in obstacles::folders(self.tree.keys().map(String::as_str).filter(is_source)) {
            self.create_folder(&self.folder.join(folder))?;
        }
        self.tree.keys().filter(|path| is_source(&path.as_str())).try_for_each(|path| self.copy(path))
    }

    /// The manifest of the tree, and the same with the copy as its root. What does not
    /// change keeps its time.
    fn stage_manifests(&self) -> Result<(), Error> {
        // Every tree has one.
        self.copy(MANIFEST)?;
        let other = with_root(&self.tree[MANIFEST], &format!("{}/src/lib.rs", self.name))
            .map_err(|error| Error::Output(format!("the manifest is not TOML: {error}")))?;
        self.create_file(&self.folder.join(OTHER_ROOT), &other)
    }

    /// A file of the tree at its path in the staging folder.
    fn copy(&self, path: &str) -> Result<(), Error> {
        let from = self.written.get(path).map_or_else(|| self.out.join(path), |index| self.new_file(*index));
        let to = self.folder.join(path);
        steps::link_file(&from, &to, &self.tree[path]).map_err(|error| failed("write", &to, &error))
    }

    /// Puts what changes in its place and removes what went, except for the manifest where
    /// it is staged by itself.
    fn replace_all(&self) -> Result<(), Error> {
        for (index, folder) in self.new_folders.iter().enumerate() {
            if !self.out.join(folder).is_dir() {
                self.rename(&self.new_folder(index), folder)?;
            }
        }
        for (index, change) in self.changes.iter().enumerate() {
            match change {
                Change::Extra(path) => self.remove(path)?,
                change if change.path() == MANIFEST && self.changes.len() > 1 => {}
                change => self.rename(&self.new_file(index), change.path())?,
            }
        }
        Ok(())
    }

    /// Removes a file of ours, and the folders that are empty without it.
    fn remove(&self, path: &str) -> Result<(), Error> {
        let file = self.out.join(path);
        obstacles::check_ours(&file)?;
        steps::remove_file(&file).map_err(|error| failed("remove", &file, &error))?;
        let folders = obstacles::folders([path].into_iter());
        for folder in folders.into_iter().rev() {
            if steps::remove_folder(&self.out.join(folder)).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Where the file of a change is until it is in its place.
    fn new_file(&self, index: usize) -> PathBuf {
        self.folder.join(format!("file-{index}"))
    }

    fn new_folder(&self, index: usize) -> PathBuf {
        self.folder.join(format!("folder-{index}"))
    }

    fn create_folder(&self, path: &Path) -> Result<(), Error> {
        steps::create_folder(path).map_err(|error| failed("create", path, &error))
    }

    fn create_file(&self, path: &Path, text: &str) -> Result<(), Error> {
        steps::create_file(path, text).map_err(|error| failed("write", path, &error))
    }

    /// Moves something from the staging folder to where the crate has it.
    fn rename(&self, staged: &Path, path: &str) -> Result<(), Error> {
        let to = self.out.join(path);
        // Once more: this is what would be lost.
        obstacles::check_ours(&to)?;
        steps::rename(staged, &to).map_err(|error| failed("replace", &to, &error))
    }
}

/// A manifest with another root of the library.
fn with_root(manifest: &str, root: &str) -> Result<String, toml::de::Error> {
    let mut table: Table = manifest.parse()?;
    let library = table.entry("lib").or_insert_with(|| Value::Table(Table::new()));
    if let Value::Table(library) = library {
        library.insert("path".to_owned(), Value::String(root.to_owned()));
    }
    Ok(format!("# {MARKER}\n\n{table}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_root_is_added_or_replaced() -> Result<(), toml::de::Error> {
        let expected =
            "# @generated by whitesmith; do not edit.\n\n[lib]\npath = \"x/lib.rs\"\n\n[package]\nname = \"a\"\n";
        for manifest in ["[package]\nname = \"a\"\n", "[package]\nname = \"a\"\n[lib]\npath = \"src/lib.rs\"\n"] {
            assert_eq!(with_root(manifest, "x/lib.rs")?, expected);
        }
        Ok(())
    }
}
