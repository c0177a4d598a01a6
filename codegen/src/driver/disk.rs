//! In: a tree of files and a folder. Out: the folder, brought in line. Only
//! files with our header are ever changed or removed.
//!
//! An interrupted write leaves the old crate or the new one: everything is
//! written beside it first, and the source folder is exchanged in one step
//! where the system can do that.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use super::Error;
use crate::output::{Tree, MARKER, OLD_MARKER};

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

/// Fails if a file that would be written exists and is not ours.
pub(super) fn check_free(out: &Path, tree: &Tree) -> Result<(), Error> {
    if out.exists() && !out.is_dir() {
        return Err(Error::Output(format!("`{}` is in the way: it is a file, not a folder", out.display())));
    }
    for path in tree.keys() {
        let file = out.join(path);
        if file.is_dir() {
            return Err(Error::Output(format!("`{}` is in the way: it is a folder", file.display())));
        }
        if file.exists() && !is_ours(&file)? {
            return Err(Error::Output(format!(
                "`{}` is in the way: it does not begin with our header\nhelp: move it away, or choose another folder with --out",
                file.display()
            )));
        }
    }
    Ok(())
}

/// What a write would change, sorted by path.
pub(super) fn compare(out: &Path, tree: &Tree) -> Result<Vec<Change>, Error> {
    let mut changes = Vec::new();
    for (path, text) in tree {
        match fs::read(out.join(path)) {
            Ok(bytes) if bytes == text.as_bytes() => {}
            Ok(bytes) => changes.push(Change::Stale(path.clone(), String::from_utf8_lossy(&bytes).into_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => changes.push(Change::Missing(path.clone())),
            Err(error) => return Err(failed("read", &out.join(path), &error)),
        }
    }
    let mut existing = Vec::new();
    list(&out.join("src"), "src", &mut existing)?;
    for path in existing {
        if !tree.contains_key(&path) && path.ends_with(".rs") && is_ours(&out.join(&path))? {
            changes.push(Change::Extra(path));
        }
    }
    Ok(changes)
}

/// Brings the folder in line with the tree.
pub(super) fn write(out: &Path, tree: &Tree, changes: &[Change]) -> Result<(), Error> {
    let (source, staged) = (out.join("src"), out.join(".src.whitesmith"));
    finish_interrupted(&source, &staged)?;
    if changes.is_empty() {
        return Ok(());
    }
    let touches_source = changes.iter().any(|change| path_of(change).starts_with("src/"));
    fs::create_dir_all(out).map_err(|error| failed("create", out, &error))?;
    // The manifest before the sources: new sources may need it, and the old ones
    // do with it.
    for (path, text) in tree.iter().filter(|(path, _)| !path.starts_with("src/")) {
        if changes.iter().any(|change| path_of(change) == path) {
            replace_file(&out.join(path), text)?;
        }
    }
    if touches_source {
        exchange_source(&source, &staged, tree)?;
    }
    Ok(())
}

/// Clears away what an interrupted run left. Nothing in the staged sources is
/// anybody's only copy; the old ones are, if the new ones are not in their place.
fn finish_interrupted(source: &Path, staged: &Path) -> Result<(), Error> {
    let aside = aside(staged);
    if aside.is_dir() && !source.exists() {
        fs::rename(&aside, source).map_err(|error| failed("restore", source, &error))?;
    }
    for left in [&aside, staged] {
        if left.is_dir() {
            fs::remove_dir_all(left).map_err(|error| failed("remove", left, &error))?;
        }
    }
    Ok(())
}

/// Where the old sources stand between the two steps of an exchange.
fn aside(staged: &Path) -> PathBuf {
    let mut aside = staged.as_os_str().to_owned();
    aside.push(".old");
    PathBuf::from(aside)
}

fn path_of(change: &Change) -> &str {
    match change {
        Change::Missing(path) | Change::Stale(path, _) | Change::Extra(path) => path,
    }
}

/// Writes beside the file and renames over it.
fn replace_file(path: &Path, text: &str) -> Result<(), Error> {
    let mut staged = path.as_os_str().to_owned();
    staged.push(".new");
    let staged = PathBuf::from(staged);
    fs::write(&staged, text).map_err(|error| failed("write", &staged, &error))?;
    fs::rename(&staged, path).map_err(|error| failed("replace", path, &error))
}

/// Builds the whole new `src` beside the old one and puts it in its place.
/// Files that stay as they are, and files that are not ours, are links to the
/// old ones: they keep their content, time and rights.
fn exchange_source(source: &Path, staged: &Path, tree: &Tree) -> Result<(), Error> {
    let result = stage(source, staged, tree).and_then(|()| exchange(source, staged));
    if staged.is_dir() {
        fs::remove_dir_all(staged).map_err(|error| failed("remove", staged, &error))?;
    }
    result
}

fn stage(source: &Path, staged: &Path, tree: &Tree) -> Result<(), Error> {
    fs::create_dir_all(staged).map_err(|error| failed("create", staged, &error))?;
    for (path, text) in tree {
        let Some(path) = path.strip_prefix("src/") else { continue };
        let (old, new) = (source.join(path), staged.join(path));
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder).map_err(|error| failed("create", folder, &error))?;
        }
        let is_unchanged = fs::read(&old).is_ok_and(|bytes| bytes == text.as_bytes());
        if !(is_unchanged && fs::hard_link(&old, &new).is_ok()) {
            fs::write(&new, text).map_err(|error| failed("write", &new, &error))?;
        }
    }
    let mut existing = Vec::new();
    list(source, "", &mut existing)?;
    for path in existing {
        let (old, new) = (source.join(&path), staged.join(&path));
        if new.exists() || (path.ends_with(".rs") && is_ours(&old)?) {
            continue;
        }
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder).map_err(|error| failed("create", folder, &error))?;
        }
        if fs::hard_link(&old, &new).is_err() {
            fs::copy(&old, &new).map_err(|error| failed("copy", &old, &error))?;
        }
    }
    Ok(())
}

/// Puts the staged folder in the place of the old one, in one step where the
/// system has it.
fn exchange(source: &Path, staged: &Path) -> Result<(), Error> {
    if !source.exists() {
        return fs::rename(staged, source).map_err(|error| failed("create", source, &error));
    }
    if exchange_at_once(source, staged) {
        return Ok(());
    }
    // Two steps. A run that is interrupted between them leaves the old sources
    // aside, and the next one puts them back.
    let aside = aside(staged);
    fs::rename(source, &aside).map_err(|error| failed("move", source, &error))?;
    if let Err(error) = fs::rename(staged, source) {
        let _ = fs::rename(&aside, source);
        return Err(failed("replace", source, &error));
    }
    fs::remove_dir_all(&aside).map_err(|error| failed("remove", &aside, &error))
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange_at_once(source: &Path, staged: &Path) -> bool {
    use rustix::fs::{renameat_with, RenameFlags, CWD};
    renameat_with(CWD, source, CWD, staged, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange_at_once(_: &Path, _: &Path) -> bool {
    false
}

/// Files below a folder, relative to it and with `/`, sorted.
fn list(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<(), Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed("read", folder, &error)),
    };
    let mut names: Vec<(String, bool)> = Vec::new();
    for entry in entries {
        let entry = entry.map_err(|error| failed("read", folder, &error))?;
        let kind = entry.file_type().map_err(|error| failed("read", &entry.path(), &error))?;
        names.push((entry.file_name().to_string_lossy().into_owned(), kind.is_dir()));
    }
    names.sort();
    for (name, is_folder) in names {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if is_folder {
            list(&folder.join(&name), &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Whether the first line is our header, in today's form or the old one. Other
/// generators begin theirs with `@generated` too.
fn is_ours(path: &Path) -> Result<bool, Error> {
    let mut start = [0; 64];
    let mut file = fs::File::open(path).map_err(|error| failed("read", path, &error))?;
    let mut len = 0;
    while len < start.len() {
        match file.read(&mut start[len..]) {
            Ok(0) => break,
            Ok(read) => len += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(failed("read", path, &error)),
        }
    }
    let start = String::from_utf8_lossy(&start[..len]);
    let first = start.lines().next().unwrap_or_default();
    let words = first.strip_prefix("// ").or_else(|| first.strip_prefix("# "));
    Ok(words.is_some_and(|words| words == MARKER || words == OLD_MARKER))
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
    Error::Output(format!("cannot {what} `{}`: {error}", path.display()))
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
