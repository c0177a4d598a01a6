//! In: a crate's folder. Out: the names of the folders that a run makes beside its files,
//! and none of those left that a killed run made. Exists because no name is safe to remove
//! by itself: somebody may have a folder that only looks like one of these.
//!
//! Two things have to agree. The name is a random number with its checksum, so nobody has
//! it by accident. And of what is in it only regular files with our header go, or with a
//! part of it and nothing else; then the folders that are empty.

use std::ffi::OsStr;
use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::Path;

use super::super::regular::{self, Links};
use super::{listing, steps};

const PREFIX: &str = ".whitesmith-";

/// A name that nothing has yet. The seed of the standard library's hash maps is the one
/// source of randomness that needs no crate.
pub(super) fn new_name() -> String {
    let random = RandomState::new().build_hasher().finish();
    format!("{PREFIX}{random:016x}{:08x}", checksum(random))
}

/// Whether a folder has a name that a run gave it.
pub(in super::super) fn is_name(name: &OsStr) -> bool {
    let digits = name.to_str().and_then(|name| name.strip_prefix(PREFIX)).unwrap_or_default();
    let Some((random, sum)) = digits.split_at_checked(16) else { return false };
    u64::from_str_radix(random, 16).is_ok_and(|random| sum == format!("{:08x}", checksum(random)))
}

/// FNV-1a.
fn checksum(number: u64) -> u32 {
    let bytes = PREFIX.bytes().chain(number.to_be_bytes());
    bytes.fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Removes what killed runs left, but not the sources that the manifest names. That
/// something stays is not worth a failure: it is not a part of the crate.
pub(super) fn clean(out: &Path) {
    let manifest = match regular::read(&out.join("Cargo.toml"), Links::Refused) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(_) => return,
    };
    for entry in fs::read_dir(out).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_folder && is_name(&name) && !manifest.contains(&*name.to_string_lossy()) {
            remove_ours(&entry.path());
        }
    }
}

fn remove_ours(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, kind) = (entry.path(), entry.file_type());
        if kind.is_ok_and(|kind| kind.is_dir()) {
            remove_ours(&path);
        } else if listing::is_ours_in_part(&path) {
            let _ = steps::remove_file(&path);
        }
    }
    // Only if it is empty.
    let _ = steps::remove_folder(folder);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_by_their_checksum() {
        let (first, second) = (new_name(), new_name());
        assert_ne!(first, second);
        assert!(is_name(OsStr::new(&first)) && is_name(OsStr::new(&second)), "{first} {second}");
        for other in ["", ".whitesmith-", ".whitesmith-0123456789abcdef", ".whitesmith-0123456789abcdef00000000"] {
            assert!(!is_name(OsStr::new(other)), "{other}");
        }
        let changed = first.replace(char::is_numeric, "a");
        assert!(changed == first || !is_name(OsStr::new(&changed)), "{changed}");
        assert!(!is_name(OsStr::new(&format!("{first}.old"))));
    }
}
