//! In: one thing to do to the disk. Out: it is done. All that changes a crate's folder goes
//! through here, so that a test can end a run, or let it fail, at each of these points.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Makes a folder that is not there.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    step()?;
    fs::create_dir(path)
}

/// Writes a file that is not there.
pub(super) fn create_file(path: &Path, text: &str) -> io::Result<()> {
    step()?;
    let mut file = File::create_new(path)?;
    let (first, rest) = text.as_bytes().split_at(text.len() / 2);
    file.write_all(first)?;
    step()?;
    file.write_all(rest)
}

/// Gives a file of ours one more name, or writes it there once more where the system has no
/// hard links.
pub(super) fn link_file(from: &Path, to: &Path, text: &str) -> io::Result<()> {
    step()?;
    fs::hard_link(from, to).or_else(|_| create_file(to, text))
}

/// Moves a file or an empty folder.
pub(super) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    step()?;
    fs::rename(from, to)
}

/// Removes a file.
pub(super) fn remove_file(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_file(path)
}

/// Removes a folder if it is empty.
pub(super) fn remove_folder(path: &Path) -> io::Result<()> {
    step()?;
    fs::remove_dir(path)
}

#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "in tests it fails")]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use super::crashes::step;
