//! In: a folder, and a path in a file of it. Out: the path from here, short enough to be read in
//! messages and to be compared with others.

use std::path::{Component, Path, PathBuf};

/// Whether a folder has no code of a program: it is hidden, or cargo builds in it. A module may be
/// called `target`, too.
pub(super) fn is_skipped(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let is_of_package = || folder.with_file_name("Cargo.toml").exists() || folder.join("CACHEDIR.TAG").exists();
    name.starts_with('.') || name == "target" && is_of_package()
}

/// A path below a folder, in which `a/../b` is `b`.
pub(super) fn join(folder: &Path, path: &str) -> PathBuf {
    let mut joined = if folder == Path::new(".") { PathBuf::new() } else { folder.to_path_buf() };
    for part in Path::new(path).components() {
        match part {
            Component::ParentDir if matches!(joined.components().next_back(), Some(Component::Normal(_))) => {
                joined.pop();
            }
            Component::CurDir => {}
            part => joined.push(part),
        }
    }
    if joined.as_os_str().is_empty() {
        PathBuf::from(".")
    } else {
        joined
    }
}
