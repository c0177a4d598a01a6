//! `migrate`. In: a cargo project that depends on official clients, and a folder of models. Out:
//! the entries of a manifest that give it small ones, printed or written, with what changes in
//! its Cargo.toml. Exists because which operations a program calls is in its code, where nobody
//! should have to look for them by hand.

mod aws_config;
mod cargo_toml;
mod files;
mod globs;
mod needs;
mod paths;
mod plan;
mod project;
mod sources;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use whitesmith_codegen::driver::{self, shown, Error, Runtime};

use crate::quote;
use crate::terminal::{fail, print_result, to_stderr};
use cargo_toml::{Change, Entry, Patch};
use files::NewFile;
use needs::Reason;
use plan::{Client, Model, Plan, Request};
use project::Origin;

/// Replace official clients by small ones
///
/// Reads the code of a cargo project, finds the operations that it uses of each `aws-sdk-..`
/// crate, and prints the entries of a manifest for clients with these operations. With --write,
/// writes the manifest, copies the models beside it, and changes the dependencies in Cargo.toml.
/// Of a service that has several models, the newest is taken.
///
/// Neither cargo nor any code of the project is run. Operations are found by their names,
/// wherever these are in the code, its macros and its documentation, so that a client may have
/// an operation too many, and none too few. Only a name that a macro puts together from parts,
/// or that is in code made by a build script, is not found.
#[derive(clap::Args)]
#[command(after_long_help = EXAMPLES, verbatim_doc_comment)]
pub struct Arguments {
    /// The folder of a package or of a workspace
    path: PathBuf,
    /// A folder with models, such as a checkout of https://github.com/aws/api-models-aws
    #[arg(long, value_name = "DIR")]
    models: PathBuf,
    /// Write the manifest, the models and the dependencies, instead of printing the manifest
    #[arg(long)]
    write: bool,
    /// Official clients that stay as they are
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    keep: Vec<String>,
    /// Also replace the clients that aws-config is built with, by a patch
    #[arg(long)]
    aws_config: bool,
    /// The manifest to write [default: model/whitesmith.toml in PATH]
    #[arg(long, value_name = "FILE")]
    manifest: Option<PathBuf>,
    /// The folder of whitesmith-runtime, instead of its released version
    #[arg(long, value_name = "DIR")]
    runtime_path: Option<PathBuf>,
    /// Print where each operation is used
    #[arg(short, long)]
    verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  What would be generated for the project in this folder, and why:
    {bin} migrate . --models ../api-models-aws -v
  Migrate it:
    {bin} migrate . --models ../api-models-aws --runtime-path ../whitesmith/runtime --write
    {bin} codegen";

/// Runs the command; see `codegen` for `runtime` and `program`.
pub(crate) fn run(arguments: &Arguments, runtime: Option<&Path>, program: &str) -> ExitCode {
    let runtime = arguments.runtime_path.as_deref().or(runtime);
    let request = Request {
        root: paths::join(&arguments.path, "."),
        models: arguments.models.clone(),
        manifest: arguments.manifest.clone().unwrap_or_else(|| paths::join(&arguments.path, driver::MANIFEST)),
        runtime: runtime.map_or(Runtime::Released, |path| Runtime::Path(path.to_path_buf())),
        aws_config: arguments.aws_config,
        keep: arguments.keep.clone(),
    };
    let plan = match plan::plan(&request) {
        Ok(plan) => plan,
        Err(errors) => return fail_all(&errors),
    };
    plan.notes.iter().for_each(|note| to_stderr(note));
    let outcome = Outcome { request: &request, plan: &plan, verbose: arguments.verbose, program };
    let done = if arguments.write { outcome.write() } else { outcome.print() };
    done.unwrap_or_else(|error| fail(&error, "nothing was written"))
}

/// The exit code is that of the first.
fn fail_all(errors: &[Error]) -> ExitCode {
    let codes: Vec<ExitCode> = errors.iter().map(|error| fail(error, "nothing was written")).collect();
    codes.into_iter().next().unwrap_or(ExitCode::FAILURE)
}

/// For each new client, where its model is copied to, and the copy if it is not there yet.
type Copies<'p> = BTreeMap<&'p str, (PathBuf, Option<NewFile>)>;

/// The changes in each Cargo.toml, by its place among those of the project.
type Changes<'p> = BTreeMap<usize, (Vec<Change<'p>>, Vec<Patch>)>;

/// What is done with a plan.
struct Outcome<'p> {
    request: &'p Request,
    plan: &'p Plan,
    verbose: bool,
    program: &'p str,
}

impl Outcome<'_> {
    /// The entries, for somebody to paste them.
    fn print(&self) -> Result<ExitCode, Error> {
        let mut text = String::new();
        for client in &self.plan.clients {
            text.push_str(&self.comments(client));
            let entry = match &client.model {
                Model::Found(found) => self.entry(client, &found.path)?.text(),
                Model::Listed { missing, .. } if missing.is_empty() => "# The manifest has all of them.\n".to_owned(),
                Model::Listed { missing, .. } => format!("# Missing in the manifest: {}\n", missing.join(", ")),
            };
            text.push_str(&entry);
            text.push('\n');
        }
        let files = self.cargo_tomls()?;
        text.push_str(&self.dependency_lines(&files));
        let is_new = |client: &Client| match &client.model {
            Model::Found(_) => true,
            Model::Listed { missing, .. } => !missing.is_empty(),
        };
        let changes = !files.is_empty() || self.plan.clients.iter().any(is_new);
        if let Err(code) = print_result(&text) {
            return Ok(code);
        }
        to_stderr(if changes {
            "help: the same command with --write changes the project\n"
        } else {
            "nothing to change\n"
        });
        Ok(ExitCode::SUCCESS)
    }

    /// Writes all that the plan says.
    fn write(&self) -> Result<ExitCode, Error> {
        let copies = self.copies()?;
        let mut files: Vec<NewFile> = copies.values().filter_map(|(_, file)| file.clone()).collect();
        files.extend(self.manifest(&copies)?);
        files.extend(self.cargo_tomls()?);
        files::write(&files)?;
        let mut text = String::new();
        for client in &self.plan.clients {
            text.push_str(&self.comments(client).replace("# ", "").replace('#', ""));
        }
        let written: Vec<String> = files.iter().map(|file| format!("wrote {}\n", shown(&file.path))).collect();
        text.push_str(&written.concat());
        if files.is_empty() {
            let _ = print_result(&format!("{text}nothing to change\n"));
            return Ok(ExitCode::SUCCESS);
        }
        let _ = print_result(&text);
        let manifest = match self.request.manifest == Path::new(driver::MANIFEST) {
            true => String::new(),
            false => format!(" --manifest {}", quote(&self.request.manifest.to_string_lossy())),
        };
        to_stderr(&format!("help: generate the clients now: {} codegen{manifest}\n", self.program));
        Ok(ExitCode::SUCCESS)
    }

    /// What a client is made from, and why it has its operations.
    fn comments(&self, client: &Client) -> String {
        let count = client.operations.len();
        let plural = if count == 1 { "" } else { "s" };
        let from = match &client.model {
            Model::Found(found) => {
                let id = found.sdk_id.as_deref().unwrap_or(&found.service);
                let older = match found.older.len() {
                    0 => String::new(),
                    1 => ", the newer of 2".to_owned(),
                    others => format!(", the newest of {}", others + 1),
                };
                format!("{id}, version {} in {}{older}", found.version, shown(&found.path))
            }
            Model::Listed { .. } => format!("the models in {}", shown(&self.request.manifest)),
        };
        let mut text = format!("# {}: {count} operation{plural} of {from}\n", client.package);
        for (name, reason) in &client.operations {
            let is_guess = !matches!(reason, Reason::Named { .. });
            if self.verbose || is_guess {
                text.push_str(&format!("#   {name}: {}\n", self.reason(reason)));
            }
        }
        text
    }

    fn reason(&self, reason: &Reason) -> String {
        let place = |file: usize, name: &str| self.plan.sources.place(file, name);
        match reason {
            Reason::Named { name, file } => format!("`{name}` in {}", place(*file, name)),
            Reason::Brings { what, name, file } => {
                format!("the smallest operation with {what}, which is in {}", place(*file, name))
            }
            Reason::Smallest => "no operation is named; this is the smallest".to_owned(),
            Reason::CalledBy(package) => format!("`{package}` calls it"),
        }
    }

    /// The entry of the manifest.
    fn entry(&self, client: &Client, model: &Path) -> Result<Entry, Error> {
        let folder = self.request.manifest.parent().unwrap_or(Path::new(""));
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let runtime = match &self.request.runtime {
            Runtime::Path(path) => Some(driver::relative(folder, path)?),
            Runtime::Released | Runtime::Version(_) => None,
        };
        let service = match &client.model {
            Model::Found(found) if found.has_others => Some(found.service.clone()),
            Model::Found(_) | Model::Listed { .. } => None,
        };
        Ok(Entry {
            model: driver::relative(folder, model)?,
            out: driver::relative(folder, &client.out)?,
            package: client.package.clone(),
            version: client.version.clone(),
            service,
            operations: client.operations.keys().cloned().collect(),
            runtime,
        })
    }

    fn copies(&self) -> Result<Copies<'_>, Error> {
        let folder = self.folder_of_copies()?;
        let mut copies = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for client in &self.plan.clients {
            let Model::Found(found) = &client.model else { continue };
            let text = driver::read_text(&found.path)
                .map_err(|error| Error::Usage(format!("cannot read `{}`: {error}", shown(&found.path))))?;
            let module = client.package.trim_start_matches(crate::models::CRATE_PREFIX);
            let extension = found.path.extension().unwrap_or_default().to_string_lossy();
            let mut path = folder.join(format!("{module}.{extension}"));
            let mut number = 2;
            let is_equal = |path: &Path| driver::read_text(path).is_ok_and(|other| other == text);
            while !taken.insert(path.clone()) || path.symlink_metadata().is_ok() && !is_equal(&path) {
                path = folder.join(format!("{module}-{number}.{extension}"));
                number += 1;
            }
            let copy = (!path.exists()).then(|| NewFile { path: path.clone(), text, replaces: false });
            copies.insert(client.package.as_str(), (path, copy));
        }
        Ok(copies)
    }

    /// The folder of the manifest. If that is one that an entry takes all models of, another one.
    fn folder_of_copies(&self) -> Result<PathBuf, Error> {
        let beside = self.request.manifest.parent().unwrap_or(Path::new("")).to_path_buf();
        let apart = paths::join(&self.request.root, "aws-models");
        let listed =
            if self.request.manifest.exists() { driver::read_manifest(&self.request.manifest)? } else { Vec::new() };
        let is_taken = |folder: &PathBuf| {
            let contains = |model: &PathBuf| {
                model.is_dir()
                    && std::path::absolute(folder)
                        .ok()
                        .is_some_and(|folder| std::path::absolute(model).is_ok_and(|model| folder.starts_with(model)))
            };
            listed.iter().flat_map(|spec| &spec.models).any(contains)
        };
        [beside, apart].into_iter().find(|folder| !is_taken(folder)).ok_or_else(|| {
            Error::Usage(format!(
                "an entry of `{}` lists a folder of models in which the new ones would be\nhelp: list its files instead",
                shown(&self.request.manifest)
            ))
        })
    }

    /// The manifest with what it lacks; None if that is nothing.
    fn manifest(&self, copies: &Copies<'_>) -> Result<Option<NewFile>, Error> {
        let path = &self.request.manifest;
        let (mut entries, mut more) = (Vec::new(), Vec::new());
        for client in &self.plan.clients {
            match (&client.model, copies.get(client.package.as_str())) {
                (Model::Found(_), Some((copy, _))) => entries.push(self.entry(client, copy)?),
                (Model::Listed { missing, .. }, _) if !missing.is_empty() => {
                    more.push((client.package.clone(), missing.clone()));
                }
                (Model::Found(_) | Model::Listed { .. }, _) => {}
            }
        }
        if entries.is_empty() && more.is_empty() {
            return Ok(None);
        }
        let old = if path.exists() { read(path)? } else { String::new() };
        let text = cargo_toml::extend_manifest(&old, &entries, &more);
        let text = text.map_err(|error| Error::Usage(format!("{}: {error}", shown(path))))?;
        Ok(Some(NewFile { path: path.clone(), text, replaces: true }))
    }

    fn changes(&self) -> Result<Changes<'_>, Error> {
        let project = &self.plan.project;
        let mut changes = Changes::new();
        for client in &self.plan.clients {
            for (index, dropped) in &client.dependencies {
                let Some(dependency) = project.dependencies.get(*index) else { continue };
                let Some(manifest) = project.manifests.get(dependency.manifest) else { continue };
                let is_inherited = dependency.origin == Origin::Workspace;
                if is_inherited && dropped.is_empty() {
                    continue;
                }
                let path = driver::relative(&manifest.folder, &client.out)?;
                let path = (!is_inherited).then_some(path);
                let change = Change { keys: &dependency.keys, path, dropped: dropped.clone() };
                changes.entry(dependency.manifest).or_default().0.push(change);
            }
            if client.is_patch {
                let path = driver::relative(&self.request.root, &client.out)?;
                let patch = Patch { package: client.package.clone(), path, is_alone: client.is_alone };
                changes.entry(0).or_default().1.push(patch);
            }
        }
        Ok(changes)
    }

    fn cargo_tomls(&self) -> Result<Vec<NewFile>, Error> {
        let mut files = Vec::new();
        for (index, (changes, patches)) in self.changes()? {
            let Some(manifest) = self.plan.project.manifests.get(index) else { continue };
            let text = cargo_toml::edit(&manifest.text, &changes, &patches);
            let text = text.map_err(|error| Error::Usage(format!("{}: {error}", shown(&manifest.path()))))?;
            if text != manifest.text {
                files.push(NewFile { path: manifest.path(), text, replaces: true });
            }
        }
        Ok(files)
    }

    /// The lines of each Cargo.toml that change, as comments.
    fn dependency_lines(&self, files: &[NewFile]) -> String {
        let mut text = String::new();
        for file in files {
            let old = self.plan.project.manifests.iter().find(|manifest| manifest.path() == file.path);
            let old: BTreeSet<&str> = old.iter().flat_map(|old| old.text.lines()).collect();
            text.push_str(&format!("# In {}:\n", shown(&file.path)));
            let new = file.text.lines().filter(|line| !line.is_empty() && !old.contains(line));
            new.for_each(|line| text.push_str(&format!("#   {line}\n")));
        }
        text
    }
}

fn read(path: &Path) -> Result<String, Error> {
    driver::read_text(path).map_err(|error| Error::Usage(format!("cannot read `{}`: {error}", shown(path))))
}
