//! In: paths of files and folders. Out: texts. Folders are searched for
//! `.smithy` and `.json` files, in an order that does not depend on the disk's.
//!
//! A folder of models may hold other JSON: settings, a package's manifest. So
//! may the expansion of `models/*`. What does not say that it is a model is
//! therefore left out, however it was found, and loading notes it. Where
//! nothing else is named there is nothing to load, and that is wrong usage.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::Error;
use crate::syntax;
use crate::Sources;

pub(super) fn read(paths: &[PathBuf]) -> Result<Sources, Error> {
    if paths.is_empty() {
        return Err(Error::Usage("no model was given".to_owned()));
    }
    let mut texts = Vec::new();
    for (file, is_named) in find(paths)? {
        let (name, text) = (display_name(&file), read_text(&file)?);
        let is_model = !name.ends_with(".json") || syntax::is_json_model(&text, is_named);
        texts.push((name, text, is_model));
    }
    if !texts.iter().any(|(.., is_model)| *is_model) {
        return Err(Error::Usage(no_model(paths)));
    }
    let mut sources = Sources::new();
    for (name, text, is_model) in texts {
        if is_model {
            sources.add(name, text);
        } else {
            sources.add_skipped(name);
        }
    }
    Ok(sources)
}

fn no_model(paths: &[PathBuf]) -> String {
    let problems = paths.iter().map(|path| {
        if path.is_dir() {
            format!("`{}` holds no model: no .smithy file, and no .json file with a `smithy` member", path.display())
        } else {
            format!("`{}` is no model: it has no `smithy` member, as in \"smithy\": \"2.0\"", path.display())
        }
    });
    problems.collect::<Vec<_>>().join("\n")
}

/// The files that the paths name or hold, each once, and whether it is named.
fn find(paths: &[PathBuf]) -> Result<Vec<(PathBuf, bool)>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut found = Vec::new();
            search(path, &mut found)?;
            files.extend(found.into_iter().map(|file| (file, false)));
        } else {
            files.push((path.clone(), true));
        }
    }
    // A file that is named and in a folder that is named is read once.
    let mut seen = BTreeSet::new();
    files.retain(|(file, _)| seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone())));
    Ok(files)
}

fn read_text(file: &Path) -> Result<String, Error> {
    let bytes = fs::read(file).map_err(|error| unreadable(file, &error))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        Error::Usage(format!(
            "`{}` is not UTF-8: byte {} of it, in line {line}, is the first that is not",
            file.display(),
            valid.len() + 1
        ))
    })
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
        let is_candidate = path.extension().is_some_and(|extension| extension == "smithy" || extension == "json");
        // A link to a folder may lead back here.
        let is_folder = path.is_dir() && !path.is_symlink();
        if is_folder {
            search(&path, files)?;
        } else if is_candidate && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    Error::Usage(format!("cannot read `{}`: {reason}", path.display()))
}
