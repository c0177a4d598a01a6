//! In: a `clients.toml` and a lock file. Out: slices of models of the corpora, generated under
//! the names and versions of the official crates, and the `[patch.crates-io]` that puts them in
//! their place. Why: whatever depends on an official crate, `aws-config` for one, is then built
//! on ours without a change.

use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

/// Where a model of the corpora is, by its path in them.
pub(crate) type Locate<'a> = &'a dyn Fn(&str) -> Result<PathBuf, String>;

/// A generated crate in place of an official one.
pub(crate) struct Slice {
    /// The name of both.
    pub(crate) package: String,
    /// The version of both.
    version: String,
    out: PathBuf,
}

/// Generates the clients of `folder` into `out`, in the versions of the lock file beside their
/// list: another version would not be a patch of what is used.
///
/// # Errors
/// A client is not in the lock file, or cannot be generated.
pub(crate) fn generate(locate: Locate<'_>, folder: &Path, out: &Path) -> Result<Vec<Slice>, String> {
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (clients, lock) = (read("clients.toml")?, read("Cargo.lock")?);
    let clients: toml::Table = clients.parse().map_err(|error| format!("clients.toml: {error}"))?;
    let clients = clients.get("client").and_then(toml::Value::as_array);
    clients.into_iter().flatten().map(|client| slice(locate, client, &lock, out)).collect()
}

fn slice(locate: Locate<'_>, client: &toml::Value, lock: &str, out: &Path) -> Result<Slice, String> {
    let text = |key: &str| client.get(key).and_then(toml::Value::as_str);
    let (Some(package), Some(model)) = (text("package"), text("model")) else {
        return Err("clients.toml: a client lacks `package` or `model`".to_owned());
    };
    let operations = client.get("operations").and_then(toml::Value::as_array);
    let operations = operations.map(|all| all.iter().filter_map(toml::Value::as_str).map(str::to_owned).collect());
    let version = locked_version(lock, package).ok_or_else(|| format!("Cargo.lock does not have {package}"))?;
    let spec = CrateSpec {
        models: vec![locate(model)?],
        out: out.join(package),
        package: package.to_owned(),
        version: Some(version.to_owned()),
        operations,
        runtime: Runtime::Path(crate::runtime()),
        ..CrateSpec::default()
    };
    driver::run_one(&spec, Mode::Write).map_err(|error| format!("{package}: {error}"))?;
    Ok(Slice { package: package.to_owned(), version: version.to_owned(), out: spec.out })
}

/// A workspace in `scratch/name` with the program of `folder` and the slices in place of the official
/// crates; all other packages are in the versions of its lock file. Returns its manifest.
///
/// # Errors
/// A manifest is not as expected, or a file cannot be written.
pub(crate) fn workspace(folder: &Path, scratch: &Path, name: &str, slices: &[&Slice]) -> Result<PathBuf, String> {
    let manifest = patched(folder, name, slices)?;
    let at = scratch.join(name);
    std::fs::create_dir_all(&at)
        .and_then(|()| std::fs::write(at.join("Cargo.toml"), manifest))
        .and_then(|()| std::fs::copy(folder.join("Cargo.lock"), at.join("Cargo.lock")))
        .map_err(|error| format!("{}: {error}", at.display()))?;
    Ok(at.join("Cargo.toml"))
}

/// Whether a workspace that was built has the slices: cargo only warns of a patch that nothing
/// uses, and the official crate would be compared with itself.
///
/// # Errors
/// It does not have one of them.
pub(crate) fn are_used(manifest: &Path, slices: &[&Slice]) -> Result<(), String> {
    let lock = manifest.with_file_name("Cargo.lock");
    let text = std::fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let missing = slices.iter().find(|slice| !is_used(&text, slice));
    missing.map_or(Ok(()), |slice| Err(format!("{}: {} is not a slice of ours", lock.display(), slice.package)))
}

/// A package from the registry has a line `source` after its version.
fn is_used(lock: &str, Slice { package, version, .. }: &Slice) -> bool {
    let entry = lock.split_once(&format!("\nname = \"{package}\"\nversion = \"{version}\"\n"));
    entry.is_some_and(|(_, rest)| !rest.starts_with("source = "))
}

/// A manifest with another name, whose program is still where it was, and with the slices in place
/// of the official crates.
fn patched(folder: &Path, name: &str, slices: &[&Slice]) -> Result<String, String> {
    const MALFORMED: &str = "Cargo.toml has no `package` or no `[[bin]]` with a path";
    let path = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut manifest: toml::Table = text.parse().map_err(|error| format!("{}: {error}", path.display()))?;
    manifest
        .get_mut("package")
        .and_then(toml::Value::as_table_mut)
        .ok_or(MALFORMED)?
        .insert("name".into(), name.into());
    let programs = manifest.get_mut("bin").and_then(toml::Value::as_array_mut);
    let program = programs.and_then(|all| all.first_mut()).and_then(toml::Value::as_table_mut).ok_or(MALFORMED)?;
    let source = program.get("path").and_then(toml::Value::as_str).ok_or(MALFORMED)?;
    let source = folder.join(source).display().to_string();
    program.insert("path".into(), source.into());
    program.insert("name".into(), name.into());
    let patches = slices.iter().map(|slice| {
        let place = toml::Table::from_iter([("path".to_owned(), slice.out.display().to_string().into())]);
        (slice.package.clone(), toml::Value::Table(place))
    });
    let patches = toml::Table::from_iter([("crates-io".to_owned(), toml::Table::from_iter(patches).into())]);
    manifest.insert("patch".into(), patches.into());
    toml::to_string(&manifest).map_err(|error| error.to_string())
}

/// The version of a package in the text of a lock file.
pub(crate) fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_come_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"b\"\nversion = \"2\"\n";
        assert_eq!(locked_version(lock, "b"), Some("2"));
        assert_eq!(locked_version(lock, "c"), None);
    }

    #[test]
    fn a_slice_is_a_package_without_a_source() {
        let slice = |package: &str| Slice { package: package.into(), version: "1.0.0".into(), out: PathBuf::new() };
        let lock = "\nname = \"a\"\nversion = \"1.0.0\"\ndependencies = []\n\n[[package]]\nname = \"b\"\n\
                    version = \"1.0.0\"\nsource = \"registry\"\n";
        assert_eq!(["a", "b", "c"].map(|package| is_used(lock, &slice(package))), [true, false, false]);
    }
}
