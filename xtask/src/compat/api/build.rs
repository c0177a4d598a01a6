//! In: the name of a service. Out: what rustdoc says of the official crate, and of one that is
//! generated here, with the features that both have.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use whitesmith_codegen::driver::{self, CrateSpec, Mode, Runtime};

use crate::conformance::Corpora;

/// Features that bring no item of the crate itself, but a second HTTP stack.
const NOT_BUILT: [&str; 2] = ["legacy-https-client", "legacy-test-util"];

/// The crate with the types that both sides have in their signatures, for its aliases.
const COMMON: &str = "aws-smithy-runtime-api";

/// A crate that rustdoc described.
pub(super) struct Built {
    pub(super) crate_name: String,
    /// Its file and that of our runtime, if it has it.
    pub(super) docs: Vec<PathBuf>,
    /// The file of the crate that both sides use.
    pub(super) common: PathBuf,
    /// The features, and whether they are on by default.
    pub(super) features: BTreeMap<String, bool>,
}

/// The newest official crate, or the version that is asked for.
pub(super) fn official(scratch: &Path, service: &str, version: &str) -> Result<Built, String> {
    let side = Side { name: "official", scratch, folder: scratch.join("official").join(service) };
    let package = format!("aws-sdk-{service}");
    let dependency = format!("{package} = {{ version = \"{version}\"");
    side.write(&dependency, &[])?;
    let features = features(&side.folder, &package)?;
    let chosen: Vec<&str> = features.keys().map(String::as_str).filter(|name| !NOT_BUILT.contains(name)).collect();
    side.write(&dependency, &chosen)?;
    side.describe(&package, features)
}

/// Where cargo has the source of the newest official crate.
pub(in crate::compat) fn source(scratch: &Path, service: &str) -> Result<PathBuf, String> {
    let side = Side { name: "official", scratch, folder: scratch.join("official").join(service) };
    let package = format!("aws-sdk-{service}");
    side.write(&format!("{package} = {{ version = \"1\""), &[])?;
    let found = package_of(&side.folder, &package)?;
    let manifest = found.get("manifest_path").and_then(Value::as_str).map(Path::new);
    manifest.and_then(Path::parent).map(Path::to_path_buf).ok_or_else(|| side.wrong(&"no path of the manifest"))
}

/// Generates the crate of a model, under the official name.
pub(in crate::compat) fn generate(corpora: &Corpora, service: &str, model: &Path, out: &Path) -> Result<(), String> {
    let spec = CrateSpec {
        models: vec![model.to_path_buf()],
        out: out.to_path_buf(),
        package: format!("aws-sdk-{service}"),
        runtime: Runtime::Path(corpora.root().join("runtime")),
        ..CrateSpec::default()
    };
    driver::run_one(&spec, Mode::Write).map(drop).map_err(|error| error.to_string())
}

/// The crate that is generated of the model, under the official name.
pub(super) fn ours(
    corpora: &Corpora,
    scratch: &Path,
    service: &str,
    model: &Path,
    official: &Built,
) -> Result<Built, String> {
    let side = Side { name: "ours", scratch, folder: scratch.join("ours").join(service) };
    let package = format!("aws-sdk-{service}");
    let dependency = format!("{package} = {{ path = \"../../clients/{service}\"");
    side.write(&dependency, &[])?;
    std::fs::copy(corpora.root().join("Cargo.lock"), side.folder.join("Cargo.lock"))
        .map_err(|error| side.wrong(&error))?;
    // Beside the package: below it, it would be a member, without the features that it is given.
    generate(corpora, service, model, &scratch.join("clients").join(service))?;
    let features = features(&side.folder, &package)?;
    let both = features.keys().filter(|name| official.features.contains_key(*name));
    let chosen: Vec<&str> = both.map(String::as_str).filter(|name| !NOT_BUILT.contains(name)).collect();
    side.write(&dependency, &chosen)?;
    side.describe(&package, features)
}

/// One of the two, and the package that depends on its crate.
struct Side<'s> {
    name: &'static str,
    scratch: &'s Path,
    folder: PathBuf,
}

impl Side<'_> {
    fn wrong(&self, error: &dyn std::fmt::Display) -> String {
        format!("{}: {error}", self.folder.display())
    }

    /// Writes the package, whose dependency is an unfinished line.
    fn write(&self, dependency: &str, features: &[&str]) -> Result<(), String> {
        let text = format!(
            "[workspace]\n[package]\nname = \"{}\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[lib]\npath = \
             \"lib.rs\"\n[dependencies]\n{dependency}, features = {features:?} }}\n",
            self.name
        );
        std::fs::create_dir_all(&self.folder)
            .and_then(|()| std::fs::write(self.folder.join("lib.rs"), ""))
            .and_then(|()| std::fs::write(self.folder.join("Cargo.toml"), text))
            .map_err(|error| self.wrong(&error))
    }

    /// Has the crate and those that are looked into described.
    fn describe(&self, package: &str, features: BTreeMap<String, bool>) -> Result<Built, String> {
        let mut docs = vec![self.document(package)?];
        let common = self.document(COMMON)?;
        if self.name == "ours" {
            docs.push(self.document("whitesmith-runtime")?);
        }
        Ok(Built { crate_name: package.replace('-', "_"), docs, common, features })
    }

    fn document(&self, package: &str) -> Result<PathBuf, String> {
        let target = self.scratch.join("target").join(self.name);
        let mut cargo = cargo(&self.folder);
        cargo.args(["rustdoc", "--quiet", "--lib", "--package", package, "--target-dir"]).arg(&target);
        cargo.args(["--", "-Z", "unstable-options", "--output-format", "json", "--cap-lints", "allow"]);
        if self.name == "ours" {
            // Types without a public path are needed to see which bounds hold.
            cargo.arg("--document-hidden-items");
        }
        // What rustdoc writes as JSON is for nightly compilers, or for those that are told so.
        cargo.env("RUSTC_BOOTSTRAP", "1").env_remove("RUSTFLAGS").env_remove("RUSTDOCFLAGS");
        let status = cargo.status().map_err(|error| format!("cannot run cargo: {error}"))?;
        if !status.success() {
            return Err(self.wrong(&format!("rustdoc fails for {package}")));
        }
        Ok(target.join("doc").join(format!("{}.json", package.replace('-', "_"))))
    }
}

/// The features of a package, and which of them are on by default.
fn features(folder: &Path, package: &str) -> Result<BTreeMap<String, bool>, String> {
    let found = package_of(folder, package)?;
    let features = found.get("features").and_then(Value::as_object);
    let features = features.ok_or_else(|| format!("cargo metadata does not list {package}"))?;
    let default = features.get("default").and_then(Value::as_array).into_iter().flatten();
    let default: Vec<&str> = default.filter_map(Value::as_str).collect();
    let names = features.keys().filter(|name| *name != "default");
    Ok(names.map(|name| (name.clone(), default.contains(&name.as_str()))).collect())
}

/// What cargo knows of a package that the one in the folder depends on.
fn package_of(folder: &Path, package: &str) -> Result<Value, String> {
    let mut cargo = cargo(folder);
    cargo.args(["metadata", "--format-version", "1"]).stderr(Stdio::inherit());
    let output = cargo.output().map_err(|error| format!("cannot run cargo: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata fails in {}", folder.display()));
    }
    let json: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = json.get("packages").and_then(Value::as_array).into_iter().flatten();
    let found = packages.into_iter().find(|found| found.get("name").and_then(Value::as_str) == Some(package));
    found.cloned().ok_or_else(|| format!("cargo metadata does not list {package}"))
}

/// Cargo, in a folder.
pub(in crate::compat) fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder).stdin(Stdio::null());
    cargo
}
