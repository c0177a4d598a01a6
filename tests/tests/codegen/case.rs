//! In: the folder of a fixture. Out: what it emits, and what of that is looked at.
//!
//! A fixture says the least that its behaviour needs. Comment lines of the model say the
//! rest:
//!
//! ```text
//! // snapshot read: src/shapes/tree.rs impl Tree fn read, impl Tree fn write
//! // snapshot docs with docs: src/shapes/tree.rs struct Tree
//! // snapshot warnings: diagnostics
//! // carries: Tree        an operation `Carry` takes and returns a member of this shape
//! // operations: A, B     only these operations
//! // service: example#A    this service, by id or name
//! // protocol: restXml     this protocol, by id or name
//! // request id header: x-trace    that header, for a service that is not AWS's
//! // protocol tests: yes   with the tests that the model brings
//! ```
//!
//! A model without a service gets one that has all of its operations.

use std::path::{Path, PathBuf};

use whitesmith_codegen::{generate, Options, Runtime, Sources, Tree};

/// One fixture.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) folder: PathBuf,
    area: String,
    case: String,
    sources: Vec<(String, String)>,
    operations: Option<Vec<String>>,
    service: Option<String>,
    protocol: Option<String>,
    presign: Vec<String>,
    request_id_header: Option<String>,
    has_protocol_tests: bool,
    pub(crate) snapshots: Vec<Snapshot>,
}

/// One snapshot of a fixture.
#[derive(Clone)]
pub(crate) struct Snapshot {
    pub(crate) name: String,
    /// A file of the emitted crate, or `diagnostics`.
    pub(crate) path: String,
    /// Items of the file; all of them if there are none.
    pub(crate) selectors: Vec<String>,
    /// Whether documentation is part of it.
    pub(crate) has_docs: bool,
}

/// What a fixture emits.
pub(crate) struct Emitted {
    pub(crate) tree: Tree,
    pub(crate) diagnostics: String,
}

impl Case {
    /// Every fixture below a folder, sorted.
    pub(crate) fn all(root: &Path) -> Result<Vec<Self>, String> {
        let mut cases = Vec::new();
        for area in folders(root)? {
            for folder in folders(&area)? {
                cases.push(Self::read(&area, folder)?);
            }
        }
        Ok(cases)
    }

    fn read(area: &Path, folder: PathBuf) -> Result<Self, String> {
        let path = folder.join("model.smithy");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let text = text.replace("\r\n", "\n");
        let mut case = Self {
            area: file_name(area),
            case: file_name(&folder),
            folder,
            sources: Vec::new(),
            operations: None,
            service: None,
            protocol: None,
            presign: Vec::new(),
            request_id_header: None,
            has_protocol_tests: false,
            snapshots: Vec::new(),
        };
        let mut carried = Vec::new();
        for line in text.lines() {
            let Some((key, value)) = line.strip_prefix("// ").and_then(|comment| comment.split_once(": ")) else {
                continue;
            };
            let values = || value.split(',').map(|value| value.trim().to_owned());
            match key {
                "carries" => carried.extend(values()),
                "operations" => case.operations = Some(values().collect()),
                "service" => case.service = Some(value.to_owned()),
                "protocol" => case.protocol = Some(value.to_owned()),
                "presign" => case.presign = values().collect(),
                "request id header" => case.request_id_header = Some(value.to_owned()),
                "protocol tests" => case.has_protocol_tests = value == "yes",
                _ => case.snapshots.extend(snapshot(key, value)),
            }
        }
        let namespace = text.lines().find_map(|line| line.strip_prefix("namespace ")).unwrap_or_default().to_owned();
        let mut rest = format!("$version: \"2.0\"\nnamespace {namespace}\n");
        let mut operations: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("operation ")?.split_whitespace().next()).collect();
        if !carried.is_empty() {
            operations.push("Carry");
            rest.push_str(&carry(&carried));
        }
        if !text.lines().any(|line| line.starts_with("service ")) {
            let operations = operations.join(", ");
            rest.push_str(&format!(
                "@aws.protocols#restJson1\nservice Fixture {{ version: \"1\", operations: [{operations}] }}\n"
            ));
        }
        case.sources.push(("model.smithy".to_owned(), text));
        // The shapes of a second namespace stand in a file of their own.
        let is_other = |path: &PathBuf| file_name(path) != "model.smithy" && file_name(path).ends_with(".smithy");
        for path in entries(&case.folder)?.iter().filter(|path| is_other(path)) {
            let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
            case.sources.push((file_name(path), text));
        }
        if rest.lines().count() > 2 {
            case.sources.push(("rest.smithy".to_owned(), rest));
        }
        if case.snapshots.is_empty() {
            return Err(format!("{} has no `// snapshot NAME: FILE ITEMS` line", path.display()));
        }
        Ok(case)
    }

    /// The name of its test.
    pub(crate) fn name(&self) -> String {
        format!("{}::{}", self.area, self.case)
    }

    /// The name of its crate.
    pub(crate) fn package(&self) -> String {
        format!("{}_{}", self.area, self.case)
    }

    /// Emits its crate.
    pub(crate) fn generate(&self) -> Result<Emitted, String> {
        let mut sources = Sources::new();
        for (name, text) in &self.sources {
            sources.add(name.clone(), text.clone());
        }
        let options = Options {
            package: self.package(),
            version: "0.1.0".to_owned(),
            service: self.service.clone(),
            operations: self.operations.clone(),
            protocol: self.protocol.clone(),
            presign: self.presign.clone(),
            request_id_header: self.request_id_header.clone(),
            runtime: Runtime::Path("../runtime".into()),
            protocol_tests: self.has_protocol_tests,
            places: None,
        };
        let generated = generate(&sources, &options);
        let diagnostics = generated.diagnostics.render_text(&sources, false);
        if generated.diagnostics.has_errors() {
            return Err(diagnostics);
        }
        Ok(Emitted { tree: generated.tree, diagnostics })
    }

    /// A snapshot that no line asks for any more would stay for ever.
    pub(crate) fn check_no_snapshot_is_left_over(&self) -> Result<(), String> {
        for entry in entries(&self.folder)? {
            let name = file_name(&entry);
            let known = self.snapshots.iter().any(|snapshot| name == format!("{}.snap", snapshot.name));
            if name.ends_with(".snap") && !known {
                return Err(format!("no line of the model asks for {name}"));
            }
        }
        Ok(())
    }
}

/// An operation whose input and output have a member of each of the shapes.
fn carry(shapes: &[String]) -> String {
    let members: Vec<String> =
        shapes.iter().map(|shape| format!("{}: {shape}", shape[..1].to_lowercase() + &shape[1..])).collect();
    let members = members.join(", ");
    format!(
        "@http(method: \"POST\", uri: \"/carry\")\noperation Carry {{\n    input := {{ {members} }}\n    output := {{ {members} }}\n}}\n"
    )
}

/// `snapshot read: src/x.rs impl X fn read, struct X`.
fn snapshot(key: &str, value: &str) -> Option<Snapshot> {
    let name = key.strip_prefix("snapshot ")?;
    let has_docs = name.ends_with(" with docs");
    let name = name.trim_end_matches(" with docs").to_owned();
    let (path, selectors) = value.split_once(' ').unwrap_or((value, ""));
    let selectors = selectors.split(',').map(|selector| selector.trim().to_owned());
    let selectors = selectors.filter(|selector| !selector.is_empty()).collect();
    Some(Snapshot { name, path: path.to_owned(), selectors, has_docs })
}

fn folders(root: &Path) -> Result<Vec<PathBuf>, String> {
    Ok(entries(root)?.into_iter().filter(|path| path.is_dir()).collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
