//! In: a crate's folder. Out: the right to it until the value is dropped, alone to write or
//! with others to compare. Exists because two runs at once, an editor's task and a test,
//! would each take the other's half-written files for what they have to replace.
//!
//! What is locked is the folder itself, so that no file is left, whatever ends the run. The
//! system lets the lock go with the process.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::super::{shown, Error};
use super::failed;

/// After this time the wait is reported.
const SILENT: Duration = Duration::from_millis(500);
/// A run takes seconds. One that takes this long is stopped, or is not one.
const LONGEST: Duration = Duration::from_secs(120);

/// A folder that is locked.
pub(in super::super) struct Lock {
    held: Option<File>,
    /// A file that exists as long as the lock, where a folder cannot be locked.
    file: Option<PathBuf>,
    /// The folders that were made to have something to lock, the deepest first.
    made: Vec<PathBuf>,
}

impl Drop for Lock {
    /// Before others get the lock, what was made for it goes, unless there is something in it.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = fs::remove_file(file);
        }
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
        self.held = None;
    }
}

/// Makes the folder if it is not there and locks it against every other run. `waiting` is
/// called once if that takes a while.
pub(in super::super) fn exclusive(out: &Path, waiting: &mut dyn FnMut(&Path)) -> Result<Lock, Error> {
    let mut lock = Lock { held: None, file: None, made: Vec::new() };
    poll(out, waiting, || {
        lock.made.extend(missing(out));
        fs::create_dir_all(out).map_err(|error| failed("create", out, &error))?;
        Ok(match try_exclusive(out).map_err(|error| failed("lock", out, &error))? {
            Attempt::Held(held) => Some((held, None)),
            Attempt::Busy => None,
            Attempt::Unsupported => try_file(out)?.map(|(held, file)| (held, Some(file))),
        })
    })
    .map(|(held, file)| {
        lock.held = Some(held);
        lock.file = file;
        lock
    })
}

/// Keeps runs that write away while the folder is read. Nothing is written for it, so where
/// that needs a file, and where there is no folder, there is no lock.
pub(in super::super) fn shared(out: &Path, waiting: &mut dyn FnMut(&Path)) -> Result<Lock, Error> {
    let held = poll(out, waiting, || {
        let attempt = File::open(out).map(|folder| attempt(folder.try_lock_shared(), folder, out));
        Ok(match attempt {
            Ok(Ok(Attempt::Held(held))) => Some(Some(held)),
            Ok(Ok(Attempt::Busy)) => None,
            Ok(Ok(Attempt::Unsupported) | Err(_)) | Err(_) => Some(None),
        })
    })?;
    Ok(Lock { held, file: None, made: Vec::new() })
}

enum Attempt {
    Held(File),
    /// Somebody else has it.
    Busy,
    /// The system locks no folders, or none here.
    Unsupported,
}

#[cfg(unix)]
fn try_exclusive(out: &Path) -> io::Result<Attempt> {
    let folder = File::open(out)?;
    attempt(folder.try_lock(), folder, out)
}

#[cfg(not(unix))]
fn try_exclusive(_: &Path) -> io::Result<Attempt> {
    Ok(Attempt::Unsupported)
}

fn attempt(result: Result<(), TryLockError>, held: File, path: &Path) -> io::Result<Attempt> {
    Ok(match result {
        // What was locked may have been removed in the meantime by the one who had it.
        Ok(()) if is_at(&held, path) => Attempt::Held(held),
        Ok(()) | Err(TryLockError::WouldBlock) => Attempt::Busy,
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => Attempt::Busy,
        Err(TryLockError::Error(_)) => Attempt::Unsupported,
    })
}

#[cfg(unix)]
fn is_at(held: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |found: &fs::Metadata| (found.dev(), found.ino());
    matches!((held.metadata(), fs::metadata(path)), (Ok(held), Ok(there)) if id(&held) == id(&there))
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

/// A file in the place of the folder: some network file systems lock only what is open to
/// be written.
fn try_file(out: &Path) -> Result<Option<(File, PathBuf)>, Error> {
    let path = out.join(".whitesmith-lock");
    let file = match lock_file(&path) {
        Ok(file) => file,
        Err(error) if is_held_alone(&error) => return Ok(None),
        Err(error) => return Err(failed("lock", &path, &error)),
    };
    // It would be removed in the end.
    if file.metadata().is_ok_and(|found| !found.is_file() || found.len() > 0) {
        return Err(Error::Output(format!("`{}` is in the way: it is not empty", shown(&path))));
    }
    match attempt(file.try_lock(), file, &path).map_err(|error| failed("lock", &path, &error))? {
        Attempt::Held(file) => Ok(Some((file, path))),
        Attempt::Busy => Ok(None),
        Attempt::Unsupported => {
            Err(Error::Output(format!("cannot lock `{}`: this file system does not support locks", shown(out))))
        }
    }
}

#[cfg(unix)]
fn lock_file(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    let flags = (OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed();
    File::options().read(true).write(true).create(true).truncate(false).custom_flags(flags).open(path)
}

/// Nobody else can open it, and the system removes it with the last handle.
#[cfg(windows)]
fn lock_file(path: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false).share_mode(0);
    options.custom_flags(DELETE_ON_CLOSE).open(path)
}

#[cfg(not(any(unix, windows)))]
fn lock_file(path: &Path) -> io::Result<File> {
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}

/// Whether this says that somebody else has the file: Windows calls it a violation of
/// sharing, or denies access while it is being removed.
fn is_held_alone(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32))
}

/// The folders of a path that do not exist, the deepest first.
fn missing(out: &Path) -> Vec<PathBuf> {
    let exists = |folder: &&Path| folder.as_os_str().is_empty() || folder.exists();
    out.ancestors().take_while(|folder| !exists(folder)).map(Path::to_path_buf).collect()
}

fn poll<T>(
    out: &Path,
    waiting: &mut dyn FnMut(&Path),
    mut attempt: impl FnMut() -> Result<Option<T>, Error>,
) -> Result<T, Error> {
    let start = Instant::now();
    let mut is_told = false;
    loop {
        if let Some(held) = attempt()? {
            return Ok(held);
        }
        if start.elapsed() > LONGEST {
            return Err(Error::Output(format!(
                "`{}` is locked: another run has held the lock for {} seconds\nhelp: end that run, or wait for it",
                shown(out),
                LONGEST.as_secs()
            )));
        }
        if !is_told && start.elapsed() > SILENT {
            is_told = true;
            waiting(out);
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("whitesmith-lock-{name}-{}", std::process::id()))
    }

    #[test]
    fn a_lock_leaves_nothing_of_a_folder_that_stays_empty() -> Result<(), Error> {
        let top = folder("empty");
        let out = top.join("a/b");
        let lock = exclusive(&out, &mut |_| {})?;
        assert!(out.is_dir() && File::open(&out).is_ok_and(|other| other.try_lock().is_err()));
        drop(lock);
        assert!(!top.exists());
        Ok(())
    }

    #[test]
    fn who_reads_waits_for_who_writes_and_not_for_others() -> Result<(), Error> {
        let out = folder("shared");
        drop(shared(&out, &mut |_| {})?);
        assert!(!out.exists(), "reading made a folder");
        let writing = exclusive(&out, &mut |_| {})?;
        let busy = |folder: &Path| File::open(folder).is_ok_and(|other| other.try_lock_shared().is_err());
        assert!(busy(&out));
        let mut writing = Some(writing);
        fs::write(out.join("kept"), "").map_err(|error| failed("write", &out, &error))?;
        let mut reported = Vec::new();
        // A run that has to wait reports it once, and gets the lock when it is free.
        let first = shared(&out, &mut |folder| {
            reported.push(folder.to_path_buf());
            writing = None;
        })?;
        let second = shared(&out, &mut |_| {})?;
        assert_eq!(reported, std::slice::from_ref(&out));
        drop((first, second));
        fs::remove_dir_all(&out).map_err(|error| failed("remove", &out, &error))
    }

    #[test]
    fn a_file_is_a_lock_where_a_folder_is_none() -> Result<(), Error> {
        let out = folder("file");
        fs::create_dir_all(&out).map_err(|error| failed("create", &out, &error))?;
        let (held, path) = try_file(&out)?.ok_or_else(|| Error::Output("it is free".to_owned()))?;
        assert!(try_file(&out)?.is_none());
        drop(Lock { held: Some(held), file: Some(path.clone()), made: Vec::new() });
        assert!(!path.exists());
        fs::write(&path, "Mine.\n").map_err(|error| failed("write", &path, &error))?;
        assert!(try_file(&out).is_err_and(|error| error.to_string().contains("is in the way")));
        fs::remove_dir_all(&out).map_err(|error| failed("remove", &out, &error))
    }
}
