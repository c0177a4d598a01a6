//! In: paths of files and folders. Out: texts. Folders are searched for
//! `.smithy` and `.json` files, in an order that does not depend on the disk's.

use std::fs;
use std::path::{Path, PathBuf};

use super::Error;
use crate::Sources;

pub(super) fn read(paths: &[PathBuf]) -> Result<Sources, Error> {
    if paths.is_empty() {
        return Err(Error::Usage("no model was given".to_owned()));
    }
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            search(path, &mut files)?;
            if files.len() == before {
                return Err(Error::Usage(format!("`{}` holds no .smithy and no .json file", path.display())));
            }
        } else {
            files.push(path.clone());
        }
    }
    let mut sources = Sources::new();
    for file in files {
        let bytes = fs::read(&file).map_err(|error| unreadable(&file, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            Error::Usage(format!("`{}` is not UTF-8: byte {at} is the first that is not", file.display()))
        })?;
        sources.add(display_name(&file), text);
    }
    Ok(sources)
}

/// The name that messages show: with `/` on every system.
fn display_name(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}

fn search(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| unreadable(folder, &error))?.path());
    }
    paths.sort();
    for path in paths {
        let is_model = path.extension().is_some_and(|extension| extension == "smithy" || extension == "json");
        // A link to a folder may lead back here.
        let is_folder = path.is_dir() && !path.is_symlink();
        if is_folder {
            search(&path, files)?;
        } else if is_model && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Usage(format!("cannot read `{}`: {error}", path.display()))
}
