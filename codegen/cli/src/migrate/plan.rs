//! In: a project, and a folder of models. Out: for each official client that the project depends
//! on, the slice that takes its place. Nothing is written here, so that what is printed and what
//! is written cannot differ.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use whitesmith_codegen::driver::{self, shown, CrateSpec, Error, Mode, Runtime};
use whitesmith_codegen::{outline, Options, Outline};

use super::aws_config;
use super::cargo_toml::{self, Locked};
use super::needs::{self, Names, Needs, Reason};
use super::paths::join;
use super::project::{Dependency, Origin, Project};
use super::sources::Sources;
use crate::models::{Found, Models, CRATE_PREFIX};

/// What was asked for.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) root: PathBuf,
    pub(super) models: PathBuf,
    pub(super) manifest: PathBuf,
    pub(super) runtime: Runtime,
    pub(super) aws_config: bool,
    /// Packages that are not replaced.
    pub(super) keep: Vec<String>,
}

/// What becomes of a project.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) project: Project,
    pub(super) sources: Sources,
    /// By package.
    pub(super) clients: Vec<Client>,
    /// What people should know, a line or two each.
    pub(super) notes: Vec<String>,
}

/// A client that is generated.
#[derive(Debug)]
pub(super) struct Client {
    pub(super) package: String,
    pub(super) model: Model,
    pub(super) out: PathBuf,
    /// Only if it takes the place of an official one everywhere.
    pub(super) version: Option<String>,
    pub(super) operations: BTreeMap<String, Reason>,
    /// The dependencies that change, by their places among those of the project, with the
    /// features that the client does not have.
    pub(super) dependencies: Vec<(usize, Vec<String>)>,
    pub(super) is_patch: bool,
    /// Whether no package of the project depends on it.
    pub(super) is_alone: bool,
}

/// Where the model of a client is from.
#[derive(Debug)]
pub(super) enum Model {
    Found(Found),
    /// The manifest has an entry; these operations are missing in it.
    Listed {
        spec: Box<CrateSpec>,
        missing: Vec<String>,
    },
}

/// Finds out what becomes of the project. All mistakes are reported at once.
pub(super) fn plan(request: &Request) -> Result<Plan, Vec<Error>> {
    let project = Project::read(&request.root).map_err(|error| vec![error])?;
    let listed = listed(&request.manifest).map_err(|error| vec![error])?;
    let locked = driver::read_text(&project.lock()).map(|text| cargo_toml::locked(&text));
    let locked = locked.unwrap_or_default();
    let mut notes = Vec::new();
    let wanted = wanted(request, &project, &listed, &locked, &mut notes).map_err(|error| vec![error])?;
    let models = Models::scan(&request.models).map_err(|error| vec![error])?;
    let sources = Sources::read(&project.folders()).map_err(|error| vec![error])?;
    let planner =
        Planner { request, project: &project, listed: &listed, locked: &locked, models: &models, sources: &sources };
    let (mut clients, mut errors) = (Vec::new(), Vec::new());
    for (package, wanted) in wanted {
        match planner.client(&package, &wanted, &mut notes) {
            Ok(client) => clients.extend(client),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() {
        errors.extend(planner.check(&mut clients, &mut notes).err());
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(Plan { project, sources, clients, notes })
}

/// The entries of the manifest, if there is one.
fn listed(manifest: &Path) -> Result<Vec<CrateSpec>, Error> {
    if manifest.exists() {
        driver::read_manifest(manifest)
    } else {
        Ok(Vec::new())
    }
}

/// What a project wants of a package.
#[derive(Debug, Default)]
struct Wanted {
    /// Its dependencies on it.
    dependencies: Vec<usize>,
    /// What aws-config calls.
    calls: &'static [&'static str],
}

/// The packages that are replaced.
fn wanted(
    request: &Request,
    project: &Project,
    listed: &[CrateSpec],
    locked: &[Locked],
    notes: &mut Vec<String>,
) -> Result<BTreeMap<String, Wanted>, Error> {
    let mut wanted: BTreeMap<String, Wanted> = BTreeMap::new();
    let mut left: BTreeSet<&str> = BTreeSet::new();
    for (index, dependency) in project.dependencies.iter().enumerate() {
        if request.keep.contains(&dependency.package) {
            continue;
        }
        let is_ours = |path: &Path| listed.iter().any(|spec| is_same(&spec.out, path));
        match &dependency.origin {
            Origin::Path(path) if !is_ours(path) => drop(left.insert(&dependency.package)),
            Origin::Git => drop(left.insert(&dependency.package)),
            Origin::Path(_) | Origin::Registry | Origin::Workspace => {
                wanted.entry(dependency.package.clone()).or_default().dependencies.push(index);
            }
        }
    }
    for package in &left {
        wanted.remove(*package);
        notes.push(format!("note: `{package}` is left alone, since it is not from a registry\n"));
    }
    if request.aws_config {
        add_aws_config(project, locked, &request.keep, &mut wanted)?;
    } else if project.has_aws_config {
        notes.push(
            "note: `aws-config` depends on whole clients of STS and SSO; --aws-config replaces them, too\n".to_owned(),
        );
    }
    if !wanted.is_empty() {
        return Ok(wanted);
    }
    let left: Vec<String> = left.into_iter().map(|package| format!("`{package}`")).collect();
    let but = if left.is_empty() { String::new() } else { format!("; {} is not from a registry", left.join(", ")) };
    Err(Error::Usage(format!(
        "`{}` has no dependency on an official client that could be replaced{but}\nhelp: name the folder of a project with \
         a dependency such as {CRATE_PREFIX}s3 = \"1\"",
        shown(&project.root)
    )))
}

/// Adds the clients that `aws-config` is built with.
fn add_aws_config(
    project: &Project,
    locked: &[Locked],
    keep: &[String],
    wanted: &mut BTreeMap<String, Wanted>,
) -> Result<(), Error> {
    let caller = locked.iter().find(|package| package.name == aws_config::PACKAGE);
    let Some(caller) = caller else {
        return Err(Error::Usage(format!(
            "`{}` does not have `{}`, so there is nothing for --aws-config\nhelp: run `cargo generate-lockfile` if the \
             project depends on it",
            shown(&project.lock()),
            aws_config::PACKAGE
        )));
    };
    if let Some(above) = &project.workspace_above {
        return Err(Error::Usage(format!(
            "a patch is a part of the workspace, which is in `{}`\nhelp: name that folder, or omit --aws-config",
            shown(above)
        )));
    }
    for (package, calls) in aws_config::CALLS {
        if caller.dependencies.iter().any(|dependency| dependency == package)
            && !keep.iter().any(|kept| kept == package)
        {
            wanted.entry(package.to_owned()).or_default().calls = calls;
        }
    }
    Ok(())
}

fn is_same(one: &Path, other: &Path) -> bool {
    let absolute = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
    one == other || absolute(one).is_some_and(|one| Some(one) == absolute(other))
}

struct Planner<'p> {
    request: &'p Request,
    project: &'p Project,
    listed: &'p [CrateSpec],
    locked: &'p [Locked],
    models: &'p Models,
    sources: &'p Sources,
}

impl Planner<'_> {
    /// None for a package that the code does not name.
    fn client(&self, package: &str, wanted: &Wanted, notes: &mut Vec<String>) -> Result<Option<Client>, Vec<Error>> {
        let names = self.names(package);
        let is_named = names.own.iter().any(|name| self.sources.words.all.contains_key(name));
        if !is_named && wanted.calls.is_empty() {
            notes.push(format!("note: no code names `{package}`; remove the dependency, or leave it as it is\n"));
            return Ok(None);
        }
        let (found, outline) = self.outline(package).map_err(|error| vec![error])?;
        let mut needs = match is_named {
            true => needs::find(&outline, &self.sources.words, &names),
            false => Needs::default(),
        };
        let mut errors = self.unusable(package, &found, &needs);
        if !wanted.calls.is_empty() {
            // What would be there for want of anything else.
            needs.operations.retain(|_, reason| *reason != Reason::Smallest);
        }
        for call in wanted.calls {
            if !outline.operations.iter().any(|operation| operation.name == *call) {
                errors.push(self.unknown(package, &found, "operation", call, aws_config::PACKAGE));
            }
            needs.operations.entry((*call).to_owned()).or_insert(Reason::CalledBy(aws_config::PACKAGE));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        self.note_dependents(package, notes);
        // Of several, the last one is the newest.
        let version = self.locked.iter().rfind(|locked| locked.name == package && locked.is_foreign);
        let version = version.filter(|_| !wanted.calls.is_empty()).map(|locked| locked.version.clone());
        let changed = wanted.dependencies.iter().filter(|index| {
            let origin = self.project.dependencies.get(**index).map(|dependency| &dependency.origin);
            matches!(origin, Some(Origin::Registry | Origin::Workspace))
        });
        let module = package.strip_prefix(CRATE_PREFIX).unwrap_or(package);
        let out = join(&self.request.root, &format!("clients/{module}"));
        Ok(Some(Client {
            package: package.to_owned(),
            out: match &found {
                Model::Listed { spec, .. } => spec.out.clone(),
                Model::Found(_) => out,
            },
            model: with_missing(found, &needs),
            version,
            operations: needs.operations,
            dependencies: changed.map(|index| (*index, Vec::new())).collect(),
            is_patch: !wanted.calls.is_empty(),
            is_alone: wanted.dependencies.is_empty(),
        }))
    }

    /// What the code calls the clients.
    fn names(&self, package: &str) -> Names {
        let is_own = |dependency: &&Dependency| dependency.package == package;
        let (own, others): (Vec<&Dependency>, Vec<&Dependency>) = self.project.dependencies.iter().partition(is_own);
        let own: BTreeSet<String> = own.into_iter().map(Dependency::name).collect();
        let words = &self.sources.words;
        let is_alias = |name: &String| words.aliases.iter().any(|(_, alias)| alias == name);
        let is_clear = |name: &String| !own.contains(name) && !words.modules.contains(name) && !is_alias(name);
        let others = others.into_iter().map(Dependency::name).filter(is_clear).collect();
        Names { own, others }
    }

    /// The model of a service, and the names of its whole client.
    fn outline(&self, package: &str) -> Result<(Model, Outline), Error> {
        let mut options = Options { package: package.to_owned(), ..Options::default() };
        let (model, paths) = match self.listed.iter().find(|spec| spec.package == package) {
            Some(spec) => {
                options.service.clone_from(&spec.service);
                options.protocol.clone_from(&spec.protocol);
                (Model::Listed { spec: Box::new(spec.clone()), missing: Vec::new() }, spec.models.clone())
            }
            None => {
                let found = self.models.find(package).map_err(|error| or_keep(error, package))?;
                options.service = Some(found.service.clone());
                let path = found.path.clone();
                (Model::Found(found), vec![path])
            }
        };
        let sources = driver::read_sources(&paths)?;
        let outline = outline(&sources, &options);
        let outline = outline.map_err(|diagnostics| Error::Model(Box::new((diagnostics, sources))))?;
        Ok((model, outline))
    }

    /// What the code needs and the client cannot have.
    fn unusable(&self, package: &str, model: &Model, needs: &Needs) -> Vec<Error> {
        let unknown = needs
            .unknown
            .iter()
            .map(|(what, name, file)| self.unknown(package, model, what, name, &self.sources.place(*file, name)));
        let refused = needs.refused.iter().map(|(name, reason, _)| {
            Error::Usage(format!(
                "the operation `{name}` of `{package}` is used and cannot be generated: {reason}\nhelp: leave \
                 that client as it is: --keep {package}"
            ))
        });
        unknown.chain(refused).collect()
    }

    fn unknown(&self, package: &str, model: &Model, what: &str, name: &str, place: &str) -> Error {
        let file = match model {
            Model::Found(found) => shown(&found.path),
            Model::Listed { spec, .. } => spec.models.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", "),
        };
        Error::Usage(format!(
            "{place} uses the {what} `{name}` of `{package}`, which the model `{file}` does not have\nhelp: put a newer \
             model into `{}`, from https://github.com/aws/api-models-aws, or leave that client as it is: --keep {package}",
            shown(&self.request.models)
        ))
    }

    /// Other packages that use the official client, too: its types are not ours.
    fn note_dependents(&self, package: &str, notes: &mut Vec<String>) {
        let is_known = |name: &str| name == aws_config::PACKAGE;
        let uses = |locked: &&Locked| locked.is_foreign && locked.dependencies.iter().any(|name| name == package);
        for other in self.locked.iter().filter(uses).filter(|locked| !is_known(&locked.name)) {
            notes.push(format!(
                "warning: `{}` also depends on `{package}`, and its types are not those of the new client\nhelp: if values \
                 go from one to the other, keep the official one: --keep {package}\n",
                other.name
            ));
        }
    }

    /// Generates the clients without writing them: what is wrong with one is known before
    /// anything has changed, and which features it has.
    fn check(&self, clients: &mut [Client], notes: &mut Vec<String>) -> Result<(), Error> {
        let is_new = |client: &&mut Client| matches!(client.model, Model::Found(_));
        let new: Vec<&mut Client> = clients.iter_mut().filter(is_new).collect();
        let specs: Vec<CrateSpec> = new.iter().filter_map(|client| self.spec(client)).collect();
        if specs.is_empty() {
            return Ok(());
        }
        for client in &new {
            if let Some(other) = self.listed.iter().find(|spec| is_same(&spec.out, &client.out)) {
                return Err(Error::Usage(format!(
                    "the folder `{}` is that of the crate `{}` in the manifest `{}`\nhelp: give that crate another folder",
                    shown(&client.out),
                    other.package,
                    shown(&self.request.manifest)
                )));
            }
        }
        let reports = driver::run_all(&specs, Mode::Check, &mut |_| {})?;
        let warnings = reports.iter().flat_map(|report| report.generated.diagnostics.iter());
        if let Some(warning) = warnings.into_iter().find(|event| event.id == "Whitesmith.RuntimeNotReleased") {
            let help = warning.help.as_deref().unwrap_or_default();
            notes.push(format!("warning: {}\nhelp: {help}\n", warning.message));
        }
        for (client, report) in new.into_iter().zip(reports) {
            let manifest = report.generated.tree.get("Cargo.toml").map(String::as_str).unwrap_or_default();
            self.drop_features(client, &cargo_toml::features(manifest), notes);
        }
        Ok(())
    }

    fn spec(&self, client: &Client) -> Option<CrateSpec> {
        let Model::Found(found) = &client.model else { return None };
        Some(CrateSpec {
            models: vec![found.path.clone()],
            out: client.out.clone(),
            package: client.package.clone(),
            version: client.version.clone(),
            service: Some(found.service.clone()),
            operations: Some(client.operations.keys().cloned().collect()),
            runtime: self.request.runtime.clone(),
            ..CrateSpec::default()
        })
    }

    /// With a feature that is not there, cargo builds nothing.
    fn drop_features(&self, client: &mut Client, features: &[String], notes: &mut Vec<String>) {
        for (index, dropped) in &mut client.dependencies {
            let Some(dependency) = self.project.dependencies.get(*index) else { continue };
            let Some(manifest) = self.project.manifests.get(dependency.manifest) else { continue };
            let is_missing = |feature: &&String| feature.as_str() != "default" && !features.contains(feature);
            dropped.extend(dependency.features.iter().filter(is_missing).cloned());
            for feature in dropped.iter() {
                notes.push(format!(
                    "warning: {} asks for the feature `{feature}` of `{}`, which the new client does not have; it is removed\n",
                    shown(&manifest.path()),
                    client.package
                ));
            }
            for feature in self.project.named_features(dependency).iter().filter(is_missing) {
                notes.push(format!(
                    "warning: [features] of {} names `{feature}` of `{}`, which the new client does not have\nhelp: remove \
                     it there\n",
                    shown(&manifest.path()),
                    client.package
                ));
            }
        }
    }
}

/// Says what can be done without a model.
fn or_keep(error: Error, package: &str) -> Error {
    match error {
        Error::Usage(message) => Error::Usage(format!("{message}; or leave that client as it is: --keep {package}")),
        Error::Model(_) | Error::Output(_) => error,
    }
}

/// The model with the operations that an entry of the manifest lacks.
fn with_missing(model: Model, needs: &Needs) -> Model {
    let Model::Listed { spec, .. } = model else { return model };
    let is_missing = |name: &&String| match &spec.operations {
        // All of them.
        None => false,
        Some(listed) => !listed.iter().any(|listed| listed.trim().rsplit('#').next() == Some(name.as_str())),
    };
    let missing = needs.operations.iter().filter(|(_, reason)| **reason != Reason::Smallest);
    let missing = missing.map(|(name, _)| name).filter(is_missing).cloned().collect();
    Model::Listed { spec, missing }
}
