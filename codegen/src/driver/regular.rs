//! In: a path that may lead to anything. Out: the bytes of a regular file of a bounded
//! size, or what is there instead. Exists because opening a pipe blocks until somebody
//! writes into it, and a device may have no end.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read. All models of AWS in one file are a third of it; what
/// is larger is a mistake in a path, and would take many times its size in memory.
pub(super) const LIMIT: u64 = 1 << 30;

/// What is done with a link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    /// It is as good as the file that it leads to.
    Followed,
    /// It is not a file.
    Refused,
}

/// The whole file.
pub(super) fn read(path: &Path, links: Links) -> io::Result<Vec<u8>> {
    let file = open(path, links)?;
    let mut bytes = Vec::new();
    // The length is not a bound: a file may grow, and those of /proc have none.
    if file.metadata()?.len() > LIMIT || file.take(LIMIT + 1).read_to_end(&mut bytes)? as u64 > LIMIT {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 1 GiB"));
    }
    Ok(bytes)
}

/// The whole file as text; a link is followed.
pub(super) fn read_text(path: &Path) -> io::Result<String> {
    let bytes = read(path, Links::Followed)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The file, open to be read.
pub(super) fn open(path: &Path, links: Links) -> io::Result<File> {
    // Looked at first, because opening a device can have an effect of its own; and again
    // when it is open, because it may have been exchanged between the two.
    check(if links == Links::Followed { fs::metadata(path) } else { fs::symlink_metadata(path) }?.file_type())?;
    let file = options(links).open(path)?;
    check(file.metadata()?.file_type())?;
    Ok(file)
}

fn check(kind: FileType) -> io::Result<()> {
    if kind.is_file() {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::InvalidInput, format!("it is {}, not a file", name(kind))))
}

#[cfg(unix)]
fn options(links: Links) -> OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let follow = if links == Links::Followed { OFlags::empty() } else { OFlags::NOFOLLOW };
    let mut options = File::options();
    options.read(true).custom_flags((OFlags::NONBLOCK | follow).bits().cast_signed());
    options
}

#[cfg(not(unix))]
fn options(_: Links) -> OpenOptions {
    let mut options = File::options();
    options.read(true);
    options
}

/// What something is, for a message.
pub(super) fn name(kind: FileType) -> &'static str {
    if kind.is_file() {
        "a file"
    } else if kind.is_dir() {
        "a folder"
    } else if kind.is_symlink() {
        "a link"
    } else {
        special_name(kind)
    }
}

#[cfg(unix)]
fn special_name(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn special_name(_: FileType) -> &'static str {
    "a device"
}
