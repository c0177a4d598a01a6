//! In: a crate's folder and what is to be written there. Out: nothing, or an error that
//! names what is in the way. Exists so that everything that can be known to fail fails
//! before anything has changed.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

use super::super::regular;
use super::super::{shown, Error};
use super::{failed, is_ours, Change};
use crate::output::{Tree, MARKER};

/// Fails if something is where a file of ours has to be, and is not a file of ours.
pub(in super::super) fn check_free(out: &Path, tree: &Tree) -> Result<(), Error> {
    // A link to a folder is as good as one here, because it is what was asked for.
    match found(out, fs::metadata(out))? {
        Some(there) if !there.is_dir() => return Err(in_the_way(out, &wanted_folder(&there))),
        None if out.is_symlink() => return Err(in_the_way(out, "it is a broken link")),
        _ => {}
    }
    for folder in folders(tree.keys().map(String::as_str)) {
        let folder = out.join(folder);
        match found(&folder, fs::symlink_metadata(&folder))? {
            Some(there) if !there.is_dir() => return Err(in_the_way(&folder, &wanted_folder(&there))),
            _ => {}
        }
    }
    tree.keys().try_for_each(|path| check_ours(&out.join(path)))
}

/// Fails if there is something that is not a file of ours.
pub(super) fn check_ours(file: &Path) -> Result<(), Error> {
    let Some(there) = found(file, fs::symlink_metadata(file))? else { return Ok(()) };
    if !there.is_file() {
        return Err(in_the_way(file, &format!("it is {}, not a file", regular::name(there.file_type()))));
    }
    if !is_ours(file) {
        return Err(in_the_way(file, &format!("it does not begin with the header `{MARKER}`")));
    }
    Ok(())
}

/// Fails if a file cannot be exchanged where it is.
pub(super) fn check_changeable(out: &Path, changes: &[Change]) -> Result<(), Error> {
    let paths = || changes.iter().map(Change::path);
    for folder in folders(paths()) {
        let folder = out.join(folder);
        if let Some(there) = found(&folder, fs::symlink_metadata(&folder))? {
            check_mounted(out, &folder, &there)?;
            check_writable(&folder)?;
        }
    }
    for path in paths() {
        let file = out.join(path);
        if let Some(there) = found(&file, fs::symlink_metadata(&file))? {
            check_mounted(out, &file, &there)?;
        }
    }
    Ok(())
}

/// The folders below the crate's own that these files are in, parents first.
pub(super) fn folders<'p>(paths: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
    let parents = |path: &'p str| path.match_indices('/').map(move |(at, _)| &path[..at]);
    paths.flat_map(parents).collect()
}

fn found(path: &Path, metadata: io::Result<Metadata>) -> Result<Option<Metadata>, Error> {
    match metadata {
        Ok(there) => Ok(Some(there)),
        // A file where a folder should be is reported when it is that folder's turn.
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(failed("read", path, &error)),
    }
}

fn wanted_folder(there: &Metadata) -> String {
    format!("it is {}, not a folder", regular::name(there.file_type()))
}

fn in_the_way(path: &Path, why: &str) -> Error {
    Error::Output(format!(
        "`{}` is in the way: {why}\nhelp: move or delete it, or generate into another folder",
        shown(path)
    ))
}

/// What is mounted cannot be exchanged, and nothing can be moved onto another file system.
#[cfg(unix)]
fn check_mounted(out: &Path, path: &Path, there: &Metadata) -> Result<(), Error> {
    use std::os::unix::fs::MetadataExt;
    let around = fs::metadata(out).map_err(|error| failed("read", out, &error))?;
    if around.dev() != there.dev() || is_fixed(path) {
        return Err(in_the_way(path, "it is a mount point or immutable, and cannot be replaced"));
    }
    Ok(())
}

/// A mount of a part of the same file system, and a file that even its owner cannot change.
#[cfg(target_os = "linux")]
fn is_fixed(path: &Path) -> bool {
    use rustix::fs::{statx, AtFlags, StatxAttributes, StatxFlags, CWD};
    let fixed = StatxAttributes::MOUNT_ROOT | StatxAttributes::IMMUTABLE | StatxAttributes::APPEND;
    statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::BASIC_STATS)
        .is_ok_and(|there| there.stx_attributes.intersects(fixed))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_fixed(_: &Path) -> bool {
    false
}

#[cfg(unix)]
fn check_writable(folder: &Path) -> Result<(), Error> {
    use rustix::fs::{access, Access};
    access(folder, Access::WRITE_OK | Access::EXEC_OK).map_err(|error| failed("write into", folder, &error.into()))
}

#[cfg(not(unix))]
fn check_mounted(_: &Path, _: &Path, _: &Metadata) -> Result<(), Error> {
    Ok(())
}

#[cfg(not(unix))]
fn check_writable(_: &Path) -> Result<(), Error> {
    Ok(())
}
