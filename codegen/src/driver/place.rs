//! In: the folders that crates are to be written to. Out: nothing, or the reason
//! why one of them cannot be the folder of a crate. Exists because a mistake in `--out` must
//! not write a crate into another project.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::regular::{self, Links};
use super::{disk, shown, CrateSpec, Error};
use crate::diagnostics::visible_name;
use crate::syntax;

/// Fails if the folder has another purpose: it contains a part of a project, a model or a
/// home, and no crate of ours.
pub(super) fn check(spec: &CrateSpec) -> Result<(), Error> {
    let place = resolve(&spec.out)?;
    let is_ours = || ["Cargo.toml", "src/lib.rs"].iter().any(|file| disk::is_ours(&place.join(file)));
    let why = if place.parent().is_none() {
        "it is the root of the file system".to_owned()
    } else if is_above_home(&place) {
        "it is or contains the home folder".to_owned()
    } else if place.components().any(|part| part.as_os_str().eq_ignore_ascii_case(".git")) {
        "it is inside of a `.git`, which only git writes to".to_owned()
    } else if is_ours() {
        return Ok(());
    } else if let Some(why) = occupied(&place, spec).or_else(|| part_of_package(&place)) {
        why
    } else {
        return Ok(());
    };
    Err(Error::Usage(format!(
        "cannot generate a crate into `{}`: {why}\nhelp: use a folder for this crate only, as in --out client",
        shown(&spec.out)
    )))
}

fn is_above_home(place: &Path) -> bool {
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty());
    home.and_then(|home| home.canonicalize().ok()).is_some_and(|home| home.starts_with(place))
}

/// The other purpose of the folder.
fn occupied(place: &Path, spec: &CrateSpec) -> Option<String> {
    for model in &spec.models {
        if model.canonicalize().is_ok_and(|model| model.starts_with(place)) {
            return Some(format!("it contains the model `{}`", shown(model)));
        }
    }
    // What is left of a first run that was killed is nobody's.
    let mut names: Vec<_> = fs::read_dir(place).ok()?.flatten().map(|entry| entry.file_name()).collect();
    names.retain(|name| !disk::is_leftover(name));
    names.sort();
    if names.iter().any(|name| name == "Cargo.toml") {
        return Some("Whitesmith did not generate the Cargo.toml in it".to_owned());
    }
    if let Some(model) = names.iter().find(|name| is_model(&place.join(name))) {
        return Some(format!("it contains the model `{}`", visible_name(&model.to_string_lossy())));
    }
    let other = names.iter().find(|name| *name != ".git")?;
    // `/usr`, `/etc` and the like; `/client` in a container is empty, or has our header.
    if place.parent().is_some_and(|above| above.parent().is_none()) {
        return Some(format!(
            "it is directly below the root and contains `{}`",
            visible_name(&other.to_string_lossy())
        ));
    }
    names.iter().any(|name| name == ".git").then(|| {
        format!(
            "it is a repository that contains `{}`, which Whitesmith did not generate",
            visible_name(&other.to_string_lossy())
        )
    })
}

/// Why a folder belongs to another package. A crate anywhere else below one is usual, and
/// one below the root of a workspace is, except in its own sources.
fn part_of_package(place: &Path) -> Option<String> {
    const SOURCES: &str = "src";
    const OF_CARGO: [&str; 4] = [SOURCES, "tests", "examples", "benches"];
    place.ancestors().find_map(|folder| {
        let part = OF_CARGO.into_iter().find(|part| folder.file_name().is_some_and(|name| name == *part))?;
        let manifest = folder.parent()?.join("Cargo.toml");
        let table: toml::Table = regular::read_text(&manifest).ok()?.parse().ok()?;
        let name = table.get("package")?.get("name").and_then(toml::Value::as_str).unwrap_or_default();
        let is_usual = part != SOURCES && table.contains_key("workspace") || disk::is_ours(&manifest);
        (!is_usual).then(|| format!("it is in the folder `{part}` of the package `{}`", visible_name(name)))
    })
}

fn is_model(path: &Path) -> bool {
    let has_extension = |wanted: &str| path.extension().is_some_and(|extension| extension == wanted);
    let is_json = || {
        let bytes = regular::read(path, Links::Followed).unwrap_or_default();
        String::from_utf8(bytes).is_ok_and(|text| syntax::is_json_model(&text, false))
    };
    path.is_file() && (has_extension("smithy") || has_extension("json") && is_json())
}

/// Fails if two crates would share a folder, or one is in the folder of another: each would
/// remove the files of the other. Names that differ in case are one folder on Windows and
/// macOS, and a manifest is for all systems.
pub(super) fn check_apart(specs: &[CrateSpec]) -> Result<(), Error> {
    let mut places: Vec<(PathBuf, &CrateSpec)> = Vec::new();
    for spec in specs {
        let place = resolve(&spec.out)?;
        for (other_place, other) in &places {
            let folded = fold(other_place);
            let how = match relation(&place, other_place) {
                Some(how) => how.to_owned(),
                None => match relation(&fold(&place), &folded) {
                    Some(how) => format!("{how}, on systems that ignore case,"),
                    None => continue,
                },
            };
            let line = other.origin.as_ref().map(|origin| format!(" ({})", origin.line("out"))).unwrap_or_default();
            let error = Error::Usage(format!(
                "the folder `{}` of crate `{}` {how} the folder `{}` of crate `{}`{line}\nhelp: use a separate folder for each crate",
                shown(&spec.out),
                spec.package,
                shown(&other.out),
                other.package
            ));
            return spec.placed("out", Err(error));
        }
        places.push((place, spec));
    }
    Ok(())
}

fn relation(place: &Path, other: &Path) -> Option<&'static str> {
    if place == other {
        return Some("is the same as");
    }
    if place.starts_with(other) {
        return Some("is inside");
    }
    other.starts_with(place).then_some("contains")
}

/// The path as one that differs in case has it, too.
fn fold(place: &Path) -> PathBuf {
    PathBuf::from(place.to_string_lossy().to_lowercase())
}

/// The same crate with a path that the system understands: in `none/../o` there must be a
/// `none`, and a folder of that name would be made.
pub(super) fn reachable(spec: &CrateSpec) -> Result<CrateSpec, Error> {
    let mut spec = spec.clone();
    let up_to_last = |path: &Path| {
        let parts: Vec<Component<'_>> = path.components().collect();
        let last = parts.iter().rposition(|part| *part == Component::ParentDir);
        last.map(|last| parts[..=last].iter().collect::<PathBuf>())
    };
    if up_to_last(&spec.out).is_some_and(|folder| !folder.exists()) {
        spec.out = resolve(&spec.out)?;
    }
    Ok(spec)
}

/// The folder that a path means, with links and `..` resolved as far as it exists.
pub(super) fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let unreadable = |error: io::Error| Error::Usage(format!("cannot find the folder `{}`: {error}", shown(path)));
    if path.as_os_str().is_empty() {
        return Err(Error::Usage(
            "the path of the crate's folder is empty\nhelp: for the working directory, use --out .".to_owned(),
        ));
    }
    let mut existing = std::path::absolute(path).map_err(unreadable)?;
    let mut missing: Vec<PathBuf> = Vec::new();
    let mut place = loop {
        match existing.canonicalize() {
            Ok(place) => break place,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unreadable(error)),
        }
        let Some(last) = existing.components().next_back() else { break existing };
        missing.push(PathBuf::from(last.as_os_str()));
        if !existing.pop() {
            break existing;
        }
    };
    for part in missing.iter().rev() {
        match part.components().next() {
            Some(Component::ParentDir) => {
                place.pop();
            }
            _ => place.push(part),
        }
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_exist_is_resolved_too() -> Result<(), Error> {
        let here = resolve(Path::new("."))?;
        for (path, expected) in
            [("none", "none"), ("./none/../o", "o"), ("none/a/../../o/./b", "o/b"), ("src/../none/..", "")]
        {
            assert_eq!(resolve(Path::new(path))?, here.join(expected), "{path}");
        }
        assert!(resolve(Path::new("")).is_err());
        Ok(())
    }
}
