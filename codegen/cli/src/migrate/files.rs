//! In: files and their new texts. Out: all of them written, or, where that fails before the first
//! has changed, none. Exists because a run that ends halfway must not leave half of a file.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{shown, Error};

/// A file to write.
#[derive(Debug, Clone)]
pub(super) struct NewFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
    /// Whether there may be one, which is then replaced.
    pub(super) replaces: bool,
}

/// Writes each file beside its place, and then moves all of them there, in this order.
pub(super) fn write(files: &[NewFile]) -> Result<(), Error> {
    // Before the first folder is made.
    let rights = files.iter().map(rights).collect::<Result<Vec<_>, _>>()?;
    let mut staged = Vec::new();
    let result = files.iter().zip(rights).try_for_each(|(file, rights)| {
        staged.push(stage(file, rights).map_err(|error| failed(&file.path, &error))?);
        Ok(())
    });
    let result = result.and_then(|()| {
        let mut places = staged.iter().zip(files);
        places.try_for_each(|(staged, file)| fs::rename(staged, &file.path).map_err(|error| failed(&file.path, &error)))
    });
    // What was moved is not there any more.
    staged.iter().for_each(|path| drop(fs::remove_file(path)));
    result
}

fn failed(path: &Path, error: &io::Error) -> Error {
    Error::Output(format!("cannot write `{}`: {error}", shown(path)))
}

/// The rights of the file that is replaced; None if there is none. What is not a file is not
/// ours to replace.
fn rights(file: &NewFile) -> Result<Option<Permissions>, Error> {
    match fs::symlink_metadata(&file.path) {
        Ok(found) if !found.is_file() => Err(Error::Output(format!(
            "cannot write `{}`: it is a link, or something else that is not a file\nhelp: move it, or replace it by a file",
            shown(&file.path)
        ))),
        Ok(_) if !file.replaces => Err(failed(&file.path, &io::ErrorKind::AlreadyExists.into())),
        Ok(found) => Ok(Some(found.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(failed(&file.path, &error)),
    }
}

/// Writes the file beside its place.
fn stage(file: &NewFile, rights: Option<Permissions>) -> io::Result<PathBuf> {
    let folder = file.path.parent().unwrap_or(Path::new(""));
    if !folder.as_os_str().is_empty() {
        fs::create_dir_all(folder)?;
    }
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let staged = file.path.with_file_name(format!(".{name}.whitesmith-{}", std::process::id()));
    let written = File::create_new(&staged).and_then(|mut new| new.write_all(file.text.as_bytes()));
    let written = written.and_then(|()| rights.map_or(Ok(()), |rights| fs::set_permissions(&staged, rights)));
    if let Err(error) = written {
        // One that is there was not written by this run.
        if error.kind() != io::ErrorKind::AlreadyExists {
            drop(fs::remove_file(&staged));
        }
        return Err(error);
    }
    Ok(staged)
}
