//! In: the folder of a cargo project. Out: its packages, as far as they are in the folder, and
//! where they depend on an official client. Exists because cargo is not run: it would need the
//! network, and it would run the build scripts of the project.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{Document, Item, TableLike};
use whitesmith_codegen::driver::{self, shown, Error};

use super::globs;
use super::paths::join;
use crate::models::CRATE_PREFIX;

/// The file that describes a package or a workspace.
pub(super) const CARGO_TOML: &str = "Cargo.toml";

/// A package, or the root of a workspace.
#[derive(Debug)]
pub(super) struct Manifest {
    /// Its folder.
    pub(super) folder: PathBuf,
    pub(super) text: String,
    document: Document<String>,
}

impl Manifest {
    pub(super) fn path(&self) -> PathBuf {
        join(&self.folder, CARGO_TOML)
    }

    fn read(folder: &Path) -> Result<Self, Error> {
        let path = join(folder, CARGO_TOML);
        let text = driver::read_text(&path)
            .map_err(|error| Error::Usage(format!("cannot read `{}`: {error}", shown(&path))))?;
        let document = text.parse::<Document<String>>();
        let document = document.map_err(|error| Error::Usage(format!("{}: {error}", shown(&path))))?;
        Ok(Self { folder: folder.to_path_buf(), text, document })
    }

    fn get(&self, keys: &[&str]) -> Option<&Item> {
        let mut item = self.document.as_item();
        for key in keys {
            item = item.as_table_like()?.get(key)?;
        }
        Some(item)
    }

    fn package(&self) -> Option<&str> {
        self.get(&["package", "name"])?.as_str()
    }

    fn texts(&self, keys: &[&str]) -> Vec<&str> {
        let values = self.get(keys).and_then(Item::as_array).into_iter().flatten();
        values.filter_map(|value| value.as_str()).collect()
    }

    /// The folders of its targets that are not in its own.
    fn folders_outside(&self) -> Vec<PathBuf> {
        let tables = ["bin", "example", "test", "bench"].into_iter().filter_map(|kind| self.get(&[kind]));
        let paths = tables.flat_map(|tables| tables.as_array_of_tables().into_iter().flatten());
        let paths = paths.filter_map(|table| table.get("path")).chain(self.get(&["lib", "path"]));
        let files =
            paths.filter_map(Item::as_str).filter(|path| path.contains("..")).map(|path| join(&self.folder, path));
        files
            .filter_map(|file| Some(join(file.parent()?, ".")))
            .filter(|folder| !folder.starts_with(&self.folder))
            .collect()
    }

    /// The tables of dependencies, by their keys.
    fn dependency_tables(&self) -> Vec<Vec<String>> {
        const KINDS: [&str; 5] =
            ["dependencies", "dev-dependencies", "build-dependencies", "dev_dependencies", "build_dependencies"];
        let mut tables: Vec<Vec<String>> = KINDS.iter().map(|kind| vec![(*kind).to_owned()]).collect();
        tables.push(vec!["workspace".to_owned(), "dependencies".to_owned()]);
        let targets = self.get(&["target"]).and_then(Item::as_table_like);
        for (target, _) in targets.into_iter().flat_map(TableLike::iter) {
            tables.extend(KINDS.iter().map(|kind| vec!["target".to_owned(), target.to_owned(), (*kind).to_owned()]));
        }
        tables
    }

    fn dependencies(&self) -> Vec<(Vec<String>, &Item)> {
        let mut found = Vec::new();
        for table in self.dependency_tables() {
            let keys: Vec<&str> = table.iter().map(String::as_str).collect();
            for (name, item) in self.get(&keys).and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter) {
                found.push(([table.clone(), vec![name.to_owned()]].concat(), item));
            }
        }
        found
    }
}

/// Where a package comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    Registry,
    /// The root of the workspace says it.
    Workspace,
    Path(PathBuf),
    Git,
}

/// A dependency on an official client, or on what is called so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dependency {
    /// Which of the manifests has it.
    pub(super) manifest: usize,
    /// Its keys, the name by which code uses it last.
    pub(super) keys: Vec<String>,
    pub(super) package: String,
    pub(super) origin: Origin,
    pub(super) features: Vec<String>,
}

impl Dependency {
    /// The name in code.
    pub(super) fn name(&self) -> String {
        self.keys.last().map(|key| key.replace('-', "_")).unwrap_or_default()
    }
}

/// A project.
#[derive(Debug)]
pub(super) struct Project {
    /// The folder that was named.
    pub(super) root: PathBuf,
    /// The one of the root first, then by folder.
    pub(super) manifests: Vec<Manifest>,
    /// The folder of the workspace above, if the root is a part of one.
    pub(super) workspace_above: Option<PathBuf>,
    pub(super) dependencies: Vec<Dependency>,
    /// Whether it depends on `aws-config`.
    pub(super) has_aws_config: bool,
}

impl Project {
    pub(super) fn read(root: &Path) -> Result<Self, Error> {
        if !root.join(CARGO_TOML).is_file() {
            return Err(Error::Usage(format!(
                "`{}` has no {CARGO_TOML}\nhelp: name the folder of a package or of a workspace",
                shown(root)
            )));
        }
        let manifests = read_manifests(root)?;
        let above = match manifests.first() {
            Some(first) if first.get(&["workspace"]).is_none() => workspace_above(first),
            _ => None,
        };
        let workspace = above.as_deref().map(Manifest::read).transpose()?;
        let mut project = Self {
            root: root.to_path_buf(),
            manifests,
            workspace_above: above,
            dependencies: Vec::new(),
            has_aws_config: false,
        };
        project.find_dependencies(workspace.as_ref())?;
        Ok(project)
    }

    /// `above` is the workspace that the root is a part of.
    fn find_dependencies(&mut self, above: Option<&Manifest>) -> Result<(), Error> {
        let workspace = above.or(self.manifests.first());
        for (index, manifest) in self.manifests.iter().enumerate() {
            for (keys, item) in manifest.dependencies() {
                let Some(dependency) = dependency(index, manifest, keys, item, workspace) else { continue };
                self.has_aws_config |= dependency.package == "aws-config";
                if !dependency.package.starts_with(CRATE_PREFIX) {
                    continue;
                }
                if let (Origin::Workspace, Some(above)) = (&dependency.origin, &self.workspace_above) {
                    return Err(Error::Usage(format!(
                        "{}: `{}` is a dependency of the workspace in `{}`, whose packages share one client\nhelp: name \
                         that folder instead",
                        shown(&manifest.path()),
                        dependency.package,
                        shown(above)
                    )));
                }
                self.dependencies.push(dependency);
            }
        }
        Ok(())
    }

    /// The folders whose files are the code of the project.
    pub(super) fn folders(&self) -> Vec<PathBuf> {
        let packages = self.manifests.iter().filter(|manifest| manifest.package().is_some());
        packages.flat_map(|manifest| [vec![manifest.folder.clone()], manifest.folders_outside()].concat()).collect()
    }

    /// The features of a dependency that those of its package name: `x` of `dependency/x`.
    pub(super) fn named_features(&self, dependency: &Dependency) -> Vec<String> {
        let Some(manifest) = self.manifests.get(dependency.manifest) else { return Vec::new() };
        let key = dependency.keys.last().map(String::as_str).unwrap_or_default();
        let features = manifest.get(&["features"]).and_then(Item::as_table_like).into_iter().flat_map(TableLike::iter);
        let named = features.filter_map(|(_, item)| item.as_array()).flatten().filter_map(|value| value.as_str());
        let of_it = named.filter_map(|name| name.strip_prefix(key)?.trim_start_matches('?').strip_prefix('/'));
        of_it.map(str::to_owned).collect()
    }

    /// The file with the versions of all dependencies.
    pub(super) fn lock(&self) -> PathBuf {
        join(self.workspace_above.as_deref().unwrap_or(&self.root), "Cargo.lock")
    }
}

/// What an entry of a table of dependencies says. The package of an inherited one is in the
/// workspace.
fn dependency(
    index: usize,
    manifest: &Manifest,
    keys: Vec<String>,
    item: &Item,
    workspace: Option<&Manifest>,
) -> Option<Dependency> {
    let key = keys.last()?.clone();
    let table = item.as_table_like();
    let text = |name: &str| table.and_then(|table| table.get(name)).and_then(Item::as_str);
    let is_inherited = table.and_then(|table| table.get("workspace")).and_then(Item::as_bool) == Some(true);
    let inherited = if is_inherited { workspace?.get(&["workspace", "dependencies", &key]) } else { None };
    let renamed = inherited.and_then(Item::as_table_like).and_then(|table| table.get("package")).and_then(Item::as_str);
    let package = text("package").or(renamed).unwrap_or(&key).to_owned();
    let origin = match (is_inherited, text("path"), text("git")) {
        (true, ..) => Origin::Workspace,
        (_, Some(path), _) => Origin::Path(join(&manifest.folder, path)),
        (_, _, Some(_)) => Origin::Git,
        _ => Origin::Registry,
    };
    let features = table.and_then(|table| table.get("features")).and_then(Item::as_array).into_iter().flatten();
    let features = features.filter_map(|feature| feature.as_str().map(str::to_owned)).collect();
    Some(Dependency { manifest: index, keys, package, origin, features })
}

/// The manifest of the root, those of its members, and of packages that these depend on by path,
/// as far as they are in the folder.
fn read_manifests(root: &Path) -> Result<Vec<Manifest>, Error> {
    let first = Manifest::read(root)?;
    let excluded: Vec<PathBuf> =
        first.texts(&["workspace", "exclude"]).into_iter().map(|path| join(root, path)).collect();
    let mut pending: Vec<PathBuf> = Vec::new();
    for pattern in first.texts(&["workspace", "members"]) {
        let found = globs::expand(root, pattern);
        pending
            .extend(found.into_iter().filter(|folder| folder.join(CARGO_TOML).is_file() && !excluded.contains(folder)));
    }
    pending.extend(path_dependencies(&first));
    let canonical = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    let inside = canonical(root);
    let mut seen = BTreeSet::from([inside.clone()]);
    let mut manifests = Vec::new();
    while let Some(folder) = pending.pop() {
        let place = canonical(&folder);
        if !place.starts_with(&inside) || !seen.insert(place) || !folder.join(CARGO_TOML).is_file() {
            continue;
        }
        let manifest = Manifest::read(&folder)?;
        if !is_client(&manifest) {
            pending.extend(path_dependencies(&manifest));
            manifests.push(manifest);
        }
    }
    manifests.sort_by(|a, b| a.folder.cmp(&b.folder));
    manifests.insert(0, first);
    Ok(manifests)
}

/// Whether a package is a client, ours or an official one, and not code that uses clients.
fn is_client(manifest: &Manifest) -> bool {
    let first = manifest.text.lines().next().unwrap_or_default();
    first.contains("@generated by whitesmith")
        || manifest.package().is_some_and(|package| package.starts_with(CRATE_PREFIX))
}

fn path_dependencies(manifest: &Manifest) -> Vec<PathBuf> {
    let path = |item: &Item| Some(join(&manifest.folder, item.as_table_like()?.get("path")?.as_str()?));
    manifest.dependencies().into_iter().filter_map(|(_, item)| path(item)).collect()
}

/// The workspace that a package is in, if it is not the root of one.
fn workspace_above(package: &Manifest) -> Option<PathBuf> {
    if let Some(named) = package.get(&["package", "workspace"]).and_then(Item::as_str) {
        return Some(join(&package.folder, named));
    }
    let absolute = package.folder.canonicalize().ok()?;
    let mut up = package.folder.clone();
    for folder in absolute.ancestors().skip(1) {
        up = join(&up, "..");
        let text = fs::metadata(folder.join(CARGO_TOML)).is_ok().then(|| Manifest::read(folder).ok()).flatten();
        let Some(root) = text.filter(|root| root.get(&["workspace"]).is_some()) else { continue };
        let excluded = root.texts(&["workspace", "exclude"]);
        let is_excluded = excluded.into_iter().any(|path| absolute.starts_with(join(folder, path)));
        return (!is_excluded).then_some(up);
    }
    None
}
