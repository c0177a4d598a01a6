//! In: paths of files and folders, or `-`. Out: texts. Folders are searched for
//! `.smithy` and `.json` files, in an order that does not depend on the disk's;
//! not those below them that are hidden or called `target`, where tools keep
//! copies of models.
//!
//! A folder of models may hold other JSON: settings, a package's manifest. So
//! may the expansion of `models/*`. What does not say that it is a model is
//! therefore left out, however it was found, and loading notes it. Where
//! nothing else is named there is nothing to load, and that is wrong usage.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::regular::{self, Links};
use super::{shown, Error};
use crate::diagnostics::{visible_name, Form};
use crate::suggest::{self, Suggestions};
use crate::syntax;
use crate::Sources;

pub(super) fn read(paths: &[PathBuf]) -> Result<Sources, Error> {
    if paths.is_empty() {
        return Err(Error::Usage(format!("no model was given\n{WHAT_TO_NAME}")));
    }
    let mut texts = Vec::new();
    for (file, is_named) in find(paths)? {
        let text = read_text(&file)?;
        let (name, is_json) = match file.as_os_str() == STDIN {
            true => ("<stdin>".to_owned(), text.trim_start().starts_with('{')),
            false => (display_name(&file), file.extension().is_some_and(|extension| extension == "json")),
        };
        let is_model = !is_json || syntax::is_json_model(&text, is_named);
        texts.push((name, text, is_json, is_model));
    }
    if !texts.iter().any(|(.., is_model)| *is_model) {
        return Err(Error::Usage(no_model(paths)));
    }
    let mut sources = Sources::new();
    for (name, text, is_json, is_model) in texts {
        match (is_model, is_json) {
            (true, true) => sources.add_as(name, text, Form::JsonAst),
            (true, false) => sources.add_as(name, text, Form::Idl),
            (false, _) => sources.add_as(name, "", Form::Skipped),
        };
    }
    Ok(sources)
}

const WHAT_TO_NAME: &str = "help: name .smithy or .json files, or a folder that contains some";

/// The path that means standard input.
pub(super) const STDIN: &str = "-";

/// The folder that cargo and others build in.
const BUILD: &str = "target";

fn no_model(paths: &[PathBuf]) -> String {
    let problems = paths.iter().map(|path| {
        if path.is_dir() {
            format!(
                "`{}` contains no model: no .smithy file, and no .json file with a `smithy` member{}",
                shown(path),
                if has_skipped(path) { "; hidden folders and folders named `target` are not searched" } else { "" }
            )
        } else if path.as_os_str() == STDIN {
            "standard input is not a model: it has no `smithy` member, as in \"smithy\": \"2.0\"".to_owned()
        } else {
            format!("`{}` is not a model: it has no `smithy` member, as in \"smithy\": \"2.0\"", shown(path))
        }
    });
    format!("{}\n{WHAT_TO_NAME}", problems.collect::<Vec<_>>().join("\n"))
}

/// The files that the paths name or hold, each once, and whether it is named.
fn find(paths: &[PathBuf]) -> Result<Vec<(PathBuf, bool)>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if path.as_os_str() != STDIN && path.is_dir() {
            let mut found = Vec::new();
            search(path, &mut found)?;
            files.extend(found.into_iter().map(|file| (file, false)));
        } else {
            files.push((path.clone(), true));
        }
    }
    // A file that is named and in a folder that is named is read once.
    let mut seen = BTreeSet::new();
    files.retain(|(file, _)| {
        let is_file = file.as_os_str() != STDIN;
        seen.insert(is_file.then(|| file.canonicalize().ok()).flatten().unwrap_or_else(|| file.clone()))
    });
    Ok(files)
}

fn read_text(file: &Path) -> Result<String, Error> {
    let (bytes, name) = match file.as_os_str() == STDIN {
        true => (read_stdin()?, "standard input".to_owned()),
        false => {
            let bytes = regular::read(file, Links::Followed).map_err(|error| unreadable(file, &error))?;
            (bytes, format!("`{}`", shown(file)))
        }
    };
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = 1 + valid.iter().filter(|byte| **byte == b'\n').count();
        Error::Usage(format!(
            "{name} is not UTF-8: the first invalid byte is byte {}, in line {line}\nhelp: save it as UTF-8",
            valid.len() + 1
        ))
    })
}

/// Standard input, which can be read once only, while a command may load its models twice.
fn read_stdin() -> Result<Vec<u8>, Error> {
    static READ: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let read = READ.get_or_init(|| {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take(regular::LIMIT + 1).read_to_end(&mut bytes);
        match read {
            // What should have printed a model has failed; a check of nothing must not pass.
            Ok(_) if bytes.trim_ascii().is_empty() => Err("it is empty".to_owned()),
            Ok(length) if length as u64 > regular::LIMIT => Err("it is larger than 1 GiB".to_owned()),
            Ok(_) => Ok(bytes),
            Err(error) => Err(error.to_string()),
        }
    });
    read.clone().map_err(|error| Error::Usage(format!("cannot read standard input: {error}")))
}

/// The name that messages show: with `/` on every system.
pub(super) fn display_name(path: &Path) -> String {
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
        if is_folder(&path) {
            if !is_skipped(&path) {
                search(&path, files)?;
            }
        } else if is_candidate && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

/// A folder and not a link to one, which may lead back to where the search began.
fn is_folder(path: &Path) -> bool {
    path.is_dir() && !path.is_symlink()
}

/// Whether a folder that was not named is left out.
fn is_skipped(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name == BUILD || name.starts_with('.')
}

/// Whether a search of this folder leaves one out.
fn has_skipped(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| is_folder(path)).any(|path| is_skipped(&path) || has_skipped(&path))
}

fn unreadable(path: &Path, error: &io::Error) -> Error {
    let reason = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    };
    let help = match error.kind() {
        io::ErrorKind::NotFound => format!("\n{}", what_is_there(path)),
        io::ErrorKind::InvalidInput => format!("\nhelp: name a file or a folder, or `{STDIN}` for standard input"),
        _ => String::new(),
    };
    Error::Usage(format!("cannot read `{}`: {reason}{help}", shown(path)))
}

/// What may be meant by a path that leads nowhere: names like it, else the models
/// beside it, else how much of the path there is.
fn what_is_there(path: &Path) -> String {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(entries) = fs::read_dir(folder) else {
        return format!("help: the folder `{}` does not exist", shown(folder));
    };
    let mut names: Vec<(String, bool)> = entries
        .flatten()
        .map(|entry| {
            let is_folder = entry.path().is_dir();
            (entry.file_name().to_string_lossy().into_owned(), is_folder)
        })
        .filter(|(name, is_folder)| *is_folder || name.ends_with(".smithy") || name.ends_with(".json"))
        .collect();
    names.sort();
    let wanted = path.file_name().unwrap_or_default().to_string_lossy();
    let nearest = Suggestions::default().nearest(&wanted, names.iter().map(|(name, _)| name.as_str()));
    let beside = |name: &str| visible_name(&display_name(&path.with_file_name(name)));
    let quoted = |names: Vec<&str>| {
        let paths: Vec<String> = names.into_iter().map(beside).collect();
        suggest::list(&paths.iter().map(String::as_str).collect::<Vec<_>>())
    };
    if let Some(nearest) = quoted(nearest) {
        return format!("help: did you mean {nearest}?");
    }
    match quoted(names.iter().filter(|(_, is_folder)| !is_folder).map(|(name, _)| name.as_str()).collect()) {
        Some(models) => format!("help: the same folder contains {models}"),
        None => WHAT_TO_NAME.to_owned(),
    }
}
