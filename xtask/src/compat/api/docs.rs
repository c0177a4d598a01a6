//! In: what `rustdoc --output-format json` writes of a crate. Out: its items by id, and what
//! an id of another crate means. Why JSON by hand: the format changes with each release of
//! Rust, the crate of its types has a version for each, and what is needed here is little.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

/// One crate.
pub(super) struct Doc {
    pub(super) name: String,
    /// Whether both sides use the crate: only its aliases are looked into.
    is_common: bool,
    root: String,
    json: Value,
    /// The ids of its own items, by the paths of their definitions.
    by_path: BTreeMap<String, String>,
}

/// An item of a crate.
#[derive(Clone, Copy)]
pub(super) struct Item<'d> {
    pub(super) doc: &'d Doc,
    pub(super) json: &'d Value,
}

/// What an id means.
pub(super) enum Target<'d> {
    Item(Item<'d>),
    /// The path of the definition, in a crate that is not looked into.
    Elsewhere(String),
}

/// The crates that are looked into.
#[derive(Default)]
pub(super) struct Docs(Vec<Doc>);

impl Docs {
    /// Reads one file of rustdoc, of a crate that both sides use or that one has for itself.
    ///
    /// # Errors
    /// It cannot be read, or is not what this module knows.
    pub(super) fn read(&mut self, path: &Path, is_common: bool) -> Result<(), String> {
        let wrong = |what: &dyn std::fmt::Display| format!("{}: {what}", path.display());
        let file = std::fs::File::open(path).map_err(|error| wrong(&error))?;
        let json: Value = serde_json::from_reader(std::io::BufReader::new(file)).map_err(|error| wrong(&error))?;
        let root = json.get("root").map(id_of).ok_or_else(|| wrong(&"no root"))?;
        let name = json.pointer(&format!("/index/{root}/name")).and_then(Value::as_str);
        let name = name.ok_or_else(|| wrong(&"the root has no name"))?.to_owned();
        let mut by_path = BTreeMap::new();
        for (id, summary) in json.get("paths").and_then(Value::as_object).into_iter().flatten() {
            let is_own = summary.get("crate_id").and_then(Value::as_u64) == Some(0);
            let kind = summary.get("kind").and_then(Value::as_str);
            // A function or a macro can have the name of a type or a module.
            if is_own && !matches!(kind, Some("function" | "macro" | "variant")) {
                by_path.insert(path_of(summary), id.clone());
            }
        }
        self.0.push(Doc { name, is_common, root, json, by_path });
        Ok(())
    }

    pub(super) fn find(&self, name: &str) -> Option<&Doc> {
        self.0.iter().find(|doc| doc.name == name)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Doc> {
        self.0.iter()
    }

    /// What is defined at a path, also in a crate of which only the aliases are looked into.
    pub(super) fn any(&self, path: &str) -> Option<Item<'_>> {
        let doc = self.find(path.split("::").next()?)?;
        doc.item(doc.by_path.get(path)?)
    }

    /// What is defined at a path.
    pub(super) fn definition(&self, path: &str) -> Option<Item<'_>> {
        let item = self.any(path)?;
        (!item.doc.is_common || item.inner().0 == "type_alias").then_some(item)
    }

    /// What an id of a crate means.
    pub(super) fn target<'d>(&'d self, doc: &'d Doc, id: &Value) -> Option<Target<'d>> {
        let id = id_of(id);
        if let Some(item) = doc.item(&id) {
            return Some(Target::Item(item));
        }
        let path = doc.path(&id)?;
        Some(match self.definition(&path) {
            Some(item) => Target::Item(item),
            None => Target::Elsewhere(path),
        })
    }
}

impl Doc {
    pub(super) fn root(&self) -> Option<Item<'_>> {
        self.item(&self.root)
    }

    /// An item of this crate.
    pub(super) fn item(&self, id: &str) -> Option<Item<'_>> {
        let json = self.json.get("index")?.get(id)?;
        Some(Item { doc: self, json })
    }

    /// All items.
    pub(super) fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let index = self.json.get("index").and_then(Value::as_object);
        index.into_iter().flatten().map(|(_, json)| Item { doc: self, json })
    }

    /// Where an item of this crate or of another is defined.
    pub(super) fn path(&self, id: &str) -> Option<String> {
        self.json.get("paths")?.get(id).map(path_of)
    }
}

impl<'d> Item<'d> {
    /// The kind of the item, and what only this kind has.
    pub(super) fn inner(&self) -> (&'d str, &'d Value) {
        let inner = self.json.get("inner").and_then(Value::as_object).and_then(|inner| inner.iter().next());
        inner.map_or(("", &Value::Null), |(kind, inner)| (kind.as_str(), inner))
    }

    pub(super) fn name(&self) -> &'d str {
        self.json.get("name").and_then(Value::as_str).unwrap_or_default()
    }

    /// Where it is defined.
    pub(super) fn path(&self) -> String {
        let id = self.json.get("id").map(id_of).unwrap_or_default();
        self.doc.path(&id).unwrap_or_else(|| format!("{}::#{id}", self.doc.name))
    }

    pub(super) fn is_public(&self) -> bool {
        let visibility = self.json.get("visibility").and_then(Value::as_str);
        matches!(visibility, Some("public" | "default"))
    }

    pub(super) fn is_deprecated(&self) -> bool {
        self.json.get("deprecation").is_some_and(|deprecation| !deprecation.is_null())
    }

    pub(super) fn is_hidden(&self) -> bool {
        self.attributes().any(|attribute| attribute.contains("doc(hidden)"))
    }

    pub(super) fn is_non_exhaustive(&self) -> bool {
        self.attributes().any(|attribute| attribute.contains("non_exhaustive"))
    }

    fn attributes(&self) -> impl Iterator<Item = String> + use<'d> {
        let attributes = self.json.get("attrs").and_then(Value::as_array);
        attributes.into_iter().flatten().map(Value::to_string)
    }

    /// The items that a list in `inner` names.
    pub(super) fn children(&self, list: &Value) -> Vec<Item<'d>> {
        let ids = list.as_array().into_iter().flatten();
        ids.filter_map(|id| self.doc.item(&id_of(id))).collect()
    }
}

/// Ids are numbers where they are used and strings where they are keys.
fn id_of(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}

fn path_of(summary: &Value) -> String {
    let segments = summary.get("path").and_then(Value::as_array).into_iter().flatten();
    segments.filter_map(Value::as_str).collect::<Vec<_>>().join("::")
}
