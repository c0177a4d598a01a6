//! In: the folders of a project's packages. Out: the names in all Rust and Markdown files below
//! them, and in files that they include. Exists because a program is more than its modules: its
//! tests, examples, build scripts and code in documentation have to compile, too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, shown, Error};

use super::paths::{is_skipped, join};
use super::project::CARGO_TOML;
use super::words::Words;

/// The names in the code of a project, each with the index of a file.
#[derive(Debug, Default)]
pub(super) struct Sources {
    pub(super) words: Words<usize>,
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    path: PathBuf,
    text: String,
}

impl Sources {
    /// Reads the files below the folders of packages.
    pub(super) fn read(folders: &[PathBuf]) -> Result<Self, Error> {
        let mut paths = Vec::new();
        let mut known = BTreeSet::new();
        for folder in folders {
            search(folder, &mut known, &mut paths)?;
        }
        let mut sources = Self::default();
        let mut seen = BTreeSet::new();
        while !paths.is_empty() {
            for path in std::mem::take(&mut paths) {
                if seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
                    sources.add(path)?;
                }
            }
            paths = sources.included();
        }
        Ok(sources)
    }

    fn add(&mut self, path: PathBuf) -> Result<(), Error> {
        let text = driver::read_text(&path)
            .map_err(|error| Error::Usage(format!("cannot read `{}`: {error}", shown(&path))))?;
        let index = self.files.len();
        if path.extension().is_some_and(|extension| extension == "md") {
            self.words.add_markdown(&text, index);
        } else {
            // The error does not say where it is.
            self.words.add_rust(&text, index).map_err(|_| {
                Error::Usage(format!(
                    "`{0}` is not Rust: a bracket, a quote or a comment does not end\nhelp: `rustfmt {0}` shows where; if it is \
                     not a part of the program, give it another extension",
                    shown(&path)
                ))
            })?;
        }
        self.files.push(File { path, text });
        Ok(())
    }

    /// The files that the texts of others name and that are there.
    fn included(&mut self) -> Vec<PathBuf> {
        let named = std::mem::take(&mut self.words.files);
        let path = |(path, file): (String, usize)| Some(join(self.files.get(file)?.path.parent()?, &path));
        named.into_iter().filter_map(path).filter(|path| path.is_file()).collect()
    }

    /// Where a name is used first: `src/main.rs:3`.
    pub(super) fn place(&self, file: usize, name: &str) -> String {
        let Some(File { path, text }) = self.files.get(file) else { return String::new() };
        let is_whole = |(at, _): &(usize, &str)| {
            let is_in_name = |c: char| c == '_' || c.is_alphanumeric();
            let before = text.get(..*at).and_then(|text| text.chars().next_back());
            let after = text.get(at + name.len()..).and_then(|text| text.chars().next());
            !before.is_some_and(is_in_name) && !after.is_some_and(is_in_name)
        };
        let line = text.match_indices(name).find(is_whole).map(|(at, _)| text.get(..at).unwrap_or_default());
        match line {
            Some(before) => format!("{}:{}", shown(path), 1 + before.matches('\n').count()),
            None => shown(path),
        }
    }
}

/// The files of a package; a folder with a manifest of its own is another one. A link to a folder
/// is as good as a folder, unless it leads to one that the link is in.
fn search(folder: &Path, known: &mut BTreeSet<PathBuf>, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    let failed = |error| Error::Usage(format!("cannot read the folder `{}`: {error}", shown(folder)));
    let place = folder.canonicalize().map_err(failed)?;
    if !known.insert(place.clone()) {
        return Ok(());
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    names.sort();
    for name in names {
        let path = if folder == Path::new(".") { PathBuf::from(&name) } else { folder.join(&name) };
        if path.is_dir() {
            let is_above = path.canonicalize().is_ok_and(|target| place.starts_with(target));
            if !is_above && !is_skipped(&path) && !path.join(CARGO_TOML).exists() {
                search(&path, known, files)?;
            }
        } else if path.is_file() && path.extension().is_some_and(|extension| extension == "rs" || extension == "md") {
            files.push(path);
        }
    }
    Ok(())
}
