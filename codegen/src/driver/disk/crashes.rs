//! In: two crates and a folder with files of others. Out: nothing, if every run from one
//! crate to the other that ends too early, at any of its steps, leaves one of the two, and
//! the next run finishes its work. Exists because a run that is killed at random moments
//! seldom ends where it matters; here it ends everywhere.
//!
//! A run ends in two ways: one step fails, as on a full disk, and what comes after it cleans
//! up; or nothing works any more from one step on, as if the process were gone.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{compare, leftovers, write};
use crate::output::{Tree, MARKER};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    Never,
    /// One step fails.
    Failure,
    /// All steps fail from here on.
    Kill,
}

thread_local! {
    static END: Cell<(End, usize)> = const { Cell::new((End::Never, 0)) };
}

/// Called before each step: whether the run may go on.
pub(super) fn step() -> io::Result<()> {
    let (end, left) = END.get();
    match (end, left) {
        (End::Never, _) => return Ok(()),
        (End::Kill, 0) => return Err(io::Error::other("killed")),
        (End::Failure, 0) => END.set((End::Never, 0)),
        (end, left) => {
            END.set((end, left - 1));
            return Ok(());
        }
    }
    Err(io::ErrorKind::StorageFull.into())
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let sign = |path: &str| if path.ends_with(".rs") { "//" } else { "#" };
    files.iter().map(|(path, text)| ((*path).to_owned(), format!("{} {MARKER}\n{text}\n", sign(path)))).collect()
}

/// Two crates of which neither builds with the manifest or a file of the other.
fn crates() -> [Tree; 2] {
    let one = tree(&[
        ("Cargo.toml", "package.name = \"one\""),
        ("rustfmt.toml", "one = 1"),
        ("src/lib.rs", "mod a; mod shapes;"),
        ("src/a.rs", "one"),
        ("src/same.rs", "same"),
        ("src/shapes/x.rs", "one"),
        ("src/shapes/old.rs", "one"),
        ("src/old/deep/y.rs", "one"),
    ]);
    let two = tree(&[
        ("Cargo.toml", "package.name = \"two\""),
        ("rustfmt.toml", "two = 2"),
        ("src/lib.rs", "mod a; mod shapes; mod new;"),
        ("src/a.rs", "two"),
        ("src/same.rs", "same"),
        ("src/shapes/x.rs", "two"),
        ("src/new/deep/z.rs", "two"),
    ]);
    [one, two]
}

/// Files of somebody, wherever there is room.
const FOREIGN: [&str; 6] = [
    "README.md",
    "src/mine.rs",
    "src/shapes/notes.txt",
    "src/old/deep/mine.rs",
    "src/bin/tool.rs",
    ".whitesmith-mine/x.rs",
];

fn add_foreign(out: &Path) -> io::Result<()> {
    for path in FOREIGN {
        let path = out.join(path);
        fs::create_dir_all(path.parent().unwrap_or(out))?;
        fs::write(path, "// Mine.\n")?;
    }
    fs::create_dir_all(out.join("src/empty"))
}

/// Path and text of all files below a folder.
fn files(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path)?);
            }
        }
    }
    Ok(found)
}

/// What cargo would build: the manifest without its root, and the files beside that root.
fn built(out: &Path) -> io::Result<Tree> {
    let manifest = fs::read_to_string(out.join("Cargo.toml")).unwrap_or_default();
    let mut table: toml::Table = manifest.parse().map_err(io::Error::other)?;
    let root = table.remove("lib").and_then(|lib| Some(lib.get("path")?.as_str()?.to_owned()));
    let sources = root.map_or_else(|| PathBuf::from("src"), |root| PathBuf::from(root.trim_end_matches("/lib.rs")));
    let mut built: Tree = if out.join(&sources).exists() { files(&out.join(&sources))? } else { Tree::new() };
    built.retain(|path, _| !FOREIGN.contains(&format!("src/{path}").as_str()));
    built.insert("Cargo.toml".to_owned(), table.to_string());
    Ok(built)
}

/// The same of a tree.
fn buildable(tree: &Tree) -> io::Result<Tree> {
    let sources = tree.iter().filter_map(|(path, text)| Some((path.strip_prefix("src/")?.to_owned(), text.clone())));
    let mut built: Tree = sources.collect();
    let table: toml::Table = tree.get("Cargo.toml").map_or("", String::as_str).parse().map_err(io::Error::other)?;
    built.insert("Cargo.toml".to_owned(), table.to_string());
    Ok(built)
}

struct Case {
    out: PathBuf,
    before: Option<Tree>,
    after: Tree,
}

impl Case {
    /// The folder before the run.
    fn set_up(&self) -> io::Result<()> {
        END.set((End::Never, 0));
        if self.out.exists() {
            fs::remove_dir_all(&self.out)?;
        }
        fs::create_dir_all(&self.out)?;
        for (path, text) in self.before.iter().flatten() {
            let path = self.out.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&self.out))?;
            fs::write(path, text)?;
        }
        add_foreign(&self.out)
    }

    fn run(&self) -> Result<(), String> {
        let changes = compare(&self.out, &self.after).map_err(|error| error.to_string())?;
        write(&self.out, &self.after, &changes).map_err(|error| error.to_string())
    }

    /// Whether the run got to its end before the step.
    fn check(&self, end: End, at: usize) -> Result<bool, String> {
        let failed = |error: io::Error| error.to_string();
        self.set_up().map_err(failed)?;
        let untouched = files(&self.out).map_err(failed)?;
        END.set((end, at));
        let outcome = self.run();
        let is_whole = END.get().0 != End::Never && END.get().1 > 0;
        END.set((End::Never, 0));

        let found = built(&self.out).map_err(failed)?;
        let old = buildable(self.before.as_ref().unwrap_or(&Tree::new())).map_err(failed)?;
        let new = buildable(&self.after).map_err(failed)?;
        if found != old && found != new {
            return Err(format!("neither the old crate nor the new one: {found:?}"));
        }
        let now = files(&self.out).map_err(failed)?;
        if outcome.is_err() && end == End::Failure && found == old && now != untouched {
            return Err(format!("a run that failed left something: {:?}", now.keys()));
        }
        self.check_foreign()?;
        self.run()?;
        self.check_foreign()?;
        let mut expected = self.after.clone();
        expected.extend(FOREIGN.map(|path| (path.to_owned(), "// Mine.\n".to_owned())));
        if files(&self.out).map_err(failed)? != expected {
            return Err("the next run did not finish it".to_owned());
        }
        let left: Vec<_> = fs::read_dir(&self.out).map_err(failed)?.flatten().map(|entry| entry.file_name()).collect();
        match left.iter().find(|name| leftovers::is_name(name)) {
            Some(name) => Err(format!("`{}` is left", name.display())),
            None if is_whole => outcome.map(|()| true),
            None => Ok(false),
        }
    }

    fn check_foreign(&self) -> Result<(), String> {
        let is_kept = |path: &&str| fs::read_to_string(self.out.join(path)).is_ok_and(|text| text == "// Mine.\n");
        match FOREIGN.iter().find(|path| !is_kept(path)) {
            Some(path) => Err(format!("{path} is lost")),
            None if self.out.join("src/empty").is_dir() => Ok(()),
            None => Err("src/empty is lost".to_owned()),
        }
    }
}

/// Ends runs from one tree to another at each of their steps.
#[track_caller]
fn check(name: &str, before: Option<Tree>, after: Tree) {
    // In memory where that can be: on a disk each of some thousand renames is written out.
    let memory = PathBuf::from("/dev/shm");
    let scratch = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let out = scratch.join(format!("whitesmith-crashes-{name}-{}", std::process::id()));
    let case = Case { out, before, after };
    for end in [End::Failure, End::Kill] {
        for at in 0.. {
            match case.check(end, at) {
                Ok(false) => {}
                Ok(true) => {
                    assert!(at > 4, "{name}: only {at} steps are counted");
                    break;
                }
                Err(problem) => panic!("{name}, {end:?} at step {at}: {problem}"),
            }
        }
    }
    let _ = fs::remove_dir_all(&case.out);
}

#[test]
fn from_one_crate_to_another() {
    let [one, two] = crates();
    check("forward", Some(one.clone()), two.clone());
    check("backward", Some(two), one);
}

#[test]
fn from_nothing_to_a_crate() {
    let [one, _] = crates();
    check("first", None, one);
}

#[test]
fn where_only_sources_change() {
    let [one, _] = crates();
    let mut changed = one.clone();
    for path in ["src/a.rs", "src/lib.rs"] {
        changed.insert(path.to_owned(), format!("// {MARKER}\nchanged\n"));
    }
    check("sources", Some(one.clone()), changed);
    let mut changed = one.clone();
    changed.insert("src/a.rs".to_owned(), format!("// {MARKER}\nchanged\n"));
    check("source", Some(one), changed);
}
