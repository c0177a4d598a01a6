//! In: a model of AWS as JSON. Out: whether it has what the official crate has and ours lacks.
//! Why a reading of its own: a name that the generator gets wrong must not be taken for one that
//! the model lacks, so names are compared without case and punctuation, and nothing that the
//! generator derives is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::surface::Surface;

/// The newest model of each service, by the name of its crate without `aws-sdk-`. Folders that
/// come first are newer.
pub(super) fn find(folders: &[PathBuf]) -> Result<BTreeMap<String, PathBuf>, String> {
    let mut found = BTreeMap::new();
    for folder in folders {
        let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
            let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let id = text.split("\"sdkId\":").nth(1).and_then(|rest| rest.split('"').nth(1));
            if let Some(id) = id {
                found.entry(id.to_lowercase().replace(' ', "")).or_insert(path);
            }
        }
    }
    Ok(found)
}

/// The names of a model, folded.
pub(super) struct Model {
    /// Members of each shape, also by the names of inputs, outputs and errors of operations.
    shapes: BTreeMap<String, BTreeSet<String>>,
    operations: BTreeMap<String, Operation>,
    waiters: BTreeSet<String>,
}

#[derive(Default)]
struct Operation {
    errors: BTreeSet<String>,
    is_paginated: bool,
}

/// Letters and digits, without case.
fn fold(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

fn name_of(id: &str) -> String {
    fold(id.rsplit(['#', '$']).next().unwrap_or(id))
}

fn names<'v>(shape: &'v Value, list: &str) -> impl Iterator<Item = String> + use<'v> {
    let list = shape.get(list).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|entry| entry.get("target").and_then(Value::as_str)).map(name_of)
}

impl Model {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
        let json: Value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
        let mut model = Self { shapes: BTreeMap::new(), operations: BTreeMap::new(), waiters: BTreeSet::new() };
        let shapes = json.get("shapes").and_then(Value::as_object).ok_or_else(|| wrong(&"no shapes"))?;
        for (id, shape) in shapes {
            let members = shape.get("members").and_then(Value::as_object).into_iter().flatten();
            let mut known: BTreeSet<String> = members.map(|(name, _)| fold(name)).collect();
            let values = shape.pointer("/traits/smithy.api#enum").and_then(Value::as_array).into_iter().flatten();
            for word in values.flat_map(|value| [value.get("name"), value.get("value")]).flatten() {
                known.extend(word.as_str().map(fold));
            }
            let members = shape.get("members").and_then(Value::as_object).into_iter().flatten();
            let values = members.filter_map(|(_, member)| member.pointer("/traits/smithy.api#enumValue")?.as_str());
            known.extend(values.map(fold));
            model.shapes.entry(name_of(id)).or_default().extend(known);
        }
        for (id, shape) in shapes {
            match shape.get("type").and_then(Value::as_str) {
                Some("operation") => model.operation(&name_of(id), shape),
                Some("service") => model.service(shape),
                _ => {}
            }
        }
        Ok(model)
    }

    fn operation(&mut self, name: &str, shape: &Value) {
        let operation = Operation {
            errors: names(shape, "errors").collect(),
            is_paginated: shape.pointer("/traits/smithy.api#paginated").is_some(),
        };
        for place in ["input", "output"] {
            let target = shape.get(place).and_then(|place| place.get("target")).and_then(Value::as_str);
            let members = target.and_then(|id| self.shapes.get(&name_of(id))).cloned().unwrap_or_default();
            self.shapes.entry(format!("{name}{place}")).or_default().extend(members);
        }
        let waiters = shape.pointer("/traits/smithy.waiters#waitable").and_then(Value::as_object);
        self.waiters.extend(waiters.into_iter().flatten().map(|(name, _)| fold(name)));
        self.operations.insert(name.to_owned(), operation);
    }

    fn service(&mut self, shape: &Value) {
        let renamed = shape.get("rename").and_then(Value::as_object).into_iter().flatten();
        for (id, name) in renamed {
            let members = self.shapes.get(&name_of(id)).cloned().unwrap_or_default();
            self.shapes.insert(fold(name.as_str().unwrap_or_default()), members);
        }
        let errors: BTreeSet<String> = names(shape, "errors").collect();
        for operation in self.operations.values_mut() {
            operation.errors.extend(errors.iter().cloned());
        }
    }

    /// Whether the model is too old for an item that only the official crate has.
    pub(super) fn lacks(&self, key: &str, official: &Surface) -> bool {
        self.lacks_a_name(key) || self.lacks_a_member(key, official)
    }

    /// Whether the key names an operation, a shape or a waiter that is not in the model.
    fn lacks_a_name(&self, key: &str) -> bool {
        let words: Vec<&str> =
            key.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|w| !w.is_empty()).collect();
        let pairs = words.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
        pairs.into_iter().any(|(of, name)| match of {
            "operation" => !name.starts_with(char::is_uppercase) && !self.operations.contains_key(&fold(name)),
            "Client" => {
                key.starts_with("client::") && !key.contains(": ") && !self.operations.contains_key(&fold(name))
            }
            "waiters" => !self.waiters.contains(&fold(name)),
            "types" | "builders" | "error" if name.starts_with(char::is_uppercase) => {
                key.contains("types::") && !self.has_shape(name)
            }
            "Waiters" => name.strip_prefix("wait_until_").is_some_and(|name| !self.waiters.contains(&fold(name))),
            _ => false,
        })
    }

    /// A shape, its builder, or the errors of an event stream.
    fn has_shape(&self, name: &str) -> bool {
        let name = fold(name);
        let ends = ["", "builder", "error", "errorbuilder"];
        ends.into_iter().filter_map(|end| name.strip_suffix(end)).any(|name| self.shapes.contains_key(name))
    }

    /// Whether the key is a member's field, setter, getter or variant that its shape lacks.
    fn lacks_a_member(&self, key: &str, official: &Surface) -> bool {
        let Some((container, name)) = key.rsplit_once(['.', ':']) else { return false };
        let container = container.trim_end_matches(':');
        let Some((module, of)) = container.rsplit_once("::").or(Some(("", container))) else { return false };
        if key.contains(": ") {
            return false;
        }
        let operation = module.strip_prefix("operation::").map(|rest| fold(rest.split("::").next().unwrap_or(rest)));
        let operation = operation.and_then(|name| self.operations.get(&name));
        let stem = |name: &str| {
            let prefixes = ["set_", "get_", "is_", "as_"];
            let stripped = prefixes.into_iter().find_map(|prefix| name.strip_prefix(prefix));
            stripped.map_or_else(|| fold(name), fold)
        };
        if let (Some(operation), true) = (operation, of.ends_with("Error")) {
            let is_variant = |name: &str| official.items.contains_key(&format!("{container}::{name}"));
            let order = official.orders.get(container).into_iter().flatten();
            return is_variant(name)
                && order.into_iter().any(|v| stem(name) == fold(v))
                && !operation.errors.contains(&stem(name));
        }
        if name == "into_paginator" {
            return operation.is_some_and(|operation| !operation.is_paginated);
        }
        if of == "Error" {
            let is_used = self.operations.values().any(|operation| operation.errors.contains(&fold(name)));
            return official.orders.contains_key(container) && !is_used;
        }
        self.lacks_of_shape(module, of, name, &stem(name), official)
    }

    fn lacks_of_shape(&self, module: &str, of: &str, name: &str, stem: &str, official: &Surface) -> bool {
        // The structure that the builder is of; a fluent builder has the members of the input.
        let module = module.strip_suffix("::builders").unwrap_or(module);
        let of = match of.strip_suffix("FluentBuilder") {
            Some(operation) => format!("{operation}Input"),
            None => of.strip_suffix("Builder").unwrap_or(of).to_owned(),
        };
        let path = format!("{module}::{of}");
        let Some(members) = self.shapes.get(&fold(&of)) else { return false };
        let fields =
            official.items.range(format!("{path}.")..).take_while(|(key, _)| key.starts_with(&format!("{path}.")));
        let is_field =
            |field: &str| [name, name.trim_start_matches("set_"), name.trim_start_matches("get_")].contains(&field);
        let mut fields = fields.filter_map(|(key, _)| key.rsplit('.').next());
        let is_known = |stem: &str| {
            members.contains(stem) || stem.strip_suffix("value").is_some_and(|stem| members.contains(stem))
        };
        if fields.any(is_field) {
            return !is_known(&fold(name.trim_start_matches("set_").trim_start_matches("get_")));
        }
        let variants = official.orders.get(&path).into_iter().flatten();
        variants.into_iter().any(|variant| fold(variant) == *stem) && !is_known(stem)
    }
}
