//! In: a model of AWS as JSON. Out: whether it has what the official crate has and ours lacks.
//! Why a reading of its own: a name that the generator gets wrong must not be taken for one that
//! the model lacks, so names are compared without case and punctuation, and nothing that the
//! generator derives is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::surface::Surface;

/// Methods of a client that no operation brings.
const OF_ALL_CLIENTS: [&str; 5] = ["config", "error_registry", "from_conf", "new", "registry"];

/// What a model has, by folded names.
pub(super) struct Model {
    /// Shapes, also by the names of inputs and outputs of operations.
    shapes: BTreeMap<String, Shape>,
    operations: BTreeMap<String, Operation>,
    /// With the operations that they call.
    waiters: BTreeMap<String, String>,
    /// What only models have that use it: a part of the keys, and whether this one does.
    features: [(&'static str, bool); 4],
}

#[derive(Clone, Default)]
struct Shape {
    /// Members and values of enums; of the parameters of endpoint rules, these.
    members: BTreeSet<String>,
    deprecated: BTreeSet<String>,
    is_deprecated: bool,
    is_retryable: bool,
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

fn has(shape: &Value, name: &str) -> bool {
    shape.get("traits").is_some_and(|traits| traits.get(name).is_some())
}

fn entries<'v>(shape: &'v Value, path: &str) -> impl Iterator<Item = (&'v String, &'v Value)> + use<'v> {
    shape.pointer(path).and_then(Value::as_object).into_iter().flatten()
}

fn targets(shape: &Value, list: &str) -> Vec<String> {
    let list = shape.get(list).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(|entry| entry.get("target").and_then(Value::as_str)).map(name_of).collect()
}

impl Model {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
        let json: Value = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
        let mut model = Self {
            shapes: BTreeMap::new(),
            operations: BTreeMap::new(),
            waiters: BTreeMap::new(),
            features: [
                ("sigv4a", text.contains("sigv4a")),
                ("idempotency_token", text.contains("\"smithy.api#idempotencyToken\"")),
                ("account_id_endpoint_mode", text.contains("AccountIdEndpointMode")),
                ("primitives::event_stream::", false),
            ],
        };
        let shapes = json.get("shapes").and_then(Value::as_object).ok_or_else(|| wrong(&"no shapes"))?;
        for (id, shape) in shapes {
            let is_union = shape.get("type").and_then(Value::as_str) == Some("union");
            if let (true, [.., (_, has_event_streams)]) =
                (is_union && has(shape, "smithy.api#streaming"), &mut model.features)
            {
                *has_event_streams = true;
            }
            model.shapes.insert(name_of(id), Shape::read(shape));
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
            errors: targets(shape, "errors").into_iter().collect(),
            is_paginated: has(shape, "smithy.api#paginated"),
        };
        for place in ["input", "output"] {
            let target = shape.get(place).and_then(|place| place.get("target")).and_then(Value::as_str);
            let of = target.and_then(|id| self.shapes.get(&name_of(id))).cloned().unwrap_or_default();
            self.shapes.insert(format!("{name}{place}"), of);
        }
        let waiters = entries(shape, "/traits/smithy.waiters#waitable");
        self.waiters.extend(waiters.map(|(waiter, _)| (fold(waiter), name.to_owned())));
        self.operations.insert(name.to_owned(), operation);
    }

    fn service(&mut self, shape: &Value) {
        for (id, name) in entries(shape, "/rename") {
            let of = self.shapes.get(&name_of(id)).cloned().unwrap_or_default();
            self.shapes.insert(fold(name.as_str().unwrap_or_default()), of);
        }
        for rules in ["endpointRuleSet", "endpointBdd"] {
            let parameters = entries(shape, &format!("/traits/smithy.rules#{rules}/parameters"));
            let members = parameters.map(|(name, _)| fold(name)).collect();
            self.shapes.insert("params".to_owned(), Shape { members, ..Shape::default() });
            if has(shape, &format!("smithy.rules#{rules}")) {
                break;
            }
        }
        let errors = targets(shape, "errors");
        for operation in self.operations.values_mut() {
            operation.errors.extend(errors.iter().cloned());
        }
    }
}

impl Shape {
    fn read(shape: &Value) -> Self {
        const DEPRECATED: &str = "smithy.api#deprecated";
        let mut this = Self {
            is_deprecated: has(shape, DEPRECATED),
            is_retryable: has(shape, "smithy.api#retryable"),
            ..Self::default()
        };
        let values = shape.pointer("/traits/smithy.api#enum").and_then(Value::as_array).into_iter().flatten();
        for word in values.flat_map(|value| [value.get("name"), value.get("value")]).flatten() {
            this.members.extend(word.as_str().map(fold));
        }
        for (name, member) in entries(shape, "/members") {
            let value = member.pointer("/traits/smithy.api#enumValue").and_then(Value::as_str);
            let names = [Some(fold(name)), value.map(fold)].into_iter().flatten();
            if has(member, DEPRECATED) {
                this.deprecated.extend(names.clone());
            }
            this.members.extend(names);
        }
        this
    }
}

/// A model and what the official crate offers, which says what a name is of.
pub(super) struct Age<'a> {
    model: &'a Model,
    /// `container.member` for each public field and each variant.
    members: BTreeSet<String>,
}

/// A key of the surface, taken apart.
struct Key<'k> {
    /// `operation::x`, `types` or `types::error`.
    module: &'k str,
    /// The type that something is of; a builder counts as what it builds.
    container: String,
    name: &'k str,
}

impl<'k> Key<'k> {
    fn of(key: &'k str) -> Option<Self> {
        let (path, name) =
            key.rsplit_once("::").into_iter().chain(key.rsplit_once('.')).max_by_key(|(path, _)| path.len())?;
        let (module, of) = path.rsplit_once("::").unwrap_or(("", path));
        let module = module.strip_suffix("::builders").unwrap_or(module);
        let container = match of.strip_suffix("FluentBuilder") {
            Some(operation) => fold(operation) + "input",
            None => fold(of.strip_suffix("Builder").unwrap_or(of)),
        };
        Some(Self { module, container, name })
    }

    /// What a method can be named after: the member of a setter, the variant of a test.
    fn stems(&self) -> impl Iterator<Item = String> + use<'k> {
        let name = self.name;
        let prefixes = ["", "set_", "get_", "is_", "as_"];
        prefixes.into_iter().filter_map(move |prefix| name.strip_prefix(prefix)).map(fold)
    }

    fn operation(&self) -> Option<String> {
        self.module.strip_prefix("operation::").map(|rest| fold(rest.split("::").next().unwrap_or(rest)))
    }
}

impl<'a> Age<'a> {
    pub(super) fn new(model: &'a Model, official: &Surface) -> Self {
        let fields = official.items.keys().filter(|key| key.contains('.') && !key.contains(": "));
        let fields = fields.filter_map(|key| Key::of(key)).map(|key| format!("{}.{}", key.container, fold(key.name)));
        let variants = official.orders.iter().flat_map(|(path, names)| {
            let container = fold(path.rsplit("::").next().unwrap_or(path));
            names.iter().map(move |name| format!("{container}.{}", fold(name)))
        });
        Self { model, members: fields.chain(variants).collect() }
    }

    /// Whether the model is too old for an item that only the official crate has.
    pub(super) fn lacks(&self, key: &str) -> bool {
        self.lacks_a_name(key) || (!key.contains(": ") && Key::of(key).is_some_and(|key| self.lacks_a_member(&key)))
    }

    /// Whether the key names an operation, a shape or a waiter that is not in the model.
    fn lacks_a_name(&self, key: &str) -> bool {
        let words: Vec<&str> =
            key.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
        let is_type = |name: &str| name.starts_with(char::is_uppercase);
        let model = self.model;
        if model.features.iter().any(|(name, is_there)| key.contains(name) && !is_there) {
            return true;
        }
        words.windows(2).any(|pair| match pair {
            ["operation", name] if !is_type(name) => match model.operations.get(&fold(name)) {
                Some(operation) => key.contains("::paginator::") && !operation.is_paginated,
                None => true,
            },
            ["Client", name] if !key.contains(": ") && !is_type(name) => {
                !model.operations.contains_key(&fold(name)) && !OF_ALL_CLIENTS.contains(name)
            }
            ["waiters", name] => !model.waiters.contains_key(&fold(name)),
            ["Waiters", name] => {
                name.strip_prefix("wait_until_").is_some_and(|name| !model.waiters.contains_key(&fold(name)))
            }
            ["types" | "builders" | "error", name] if is_type(name) => {
                key.contains("types::") && !self.has_shape(name, key.contains("types::error::"))
            }
            _ => false,
        })
    }

    /// A shape or its builder; among errors those of an event stream, too.
    fn has_shape(&self, name: &str, is_error: bool) -> bool {
        let name = fold(name);
        let ends =
            ["", "builder"].into_iter().chain(is_error.then_some(["error", "errorbuilder"]).into_iter().flatten());
        ends.into_iter().filter_map(|end| name.strip_suffix(end)).any(|name| self.model.shapes.contains_key(name))
    }

    /// Whether the key is a member's field, setter, getter or variant that its shape lacks.
    fn lacks_a_member(&self, key: &Key<'_>) -> bool {
        // The builder of a waiter has the members of what it calls.
        if let Some(operation) =
            key.module.strip_prefix("waiters::").and_then(|name| self.model.waiters.get(&fold(name)))
        {
            let container = format!("{operation}input");
            return self.lacks_a_member(&Key { module: "types", container, name: key.name });
        }
        let operation = key.operation().and_then(|name| self.model.operations.get(&name));
        let stem = key.stems().find(|stem| self.members.contains(&format!("{}.{stem}", key.container)));
        match (key.container.as_str(), key.name, operation) {
            (_, "into_paginator", Some(operation)) => !operation.is_paginated,
            (_, "retryable_error_kind", _) => {
                self.model.shapes.get(&key.container).is_some_and(|shape| !shape.is_retryable)
            }
            ("params", name, _) if key.module == "config::endpoint" => {
                let shape = self.model.shapes.get("params");
                shape.is_some_and(|shape| !key.stems().any(|stem| shape.members.contains(&stem))) && name != "builder"
            }
            ("error", ..) => {
                let is_used = |stem: &String| self.model.operations.values().any(|of| of.errors.contains(stem));
                stem.is_some_and(|stem| !is_used(&stem))
            }
            (container, _, Some(operation)) if container.ends_with("error") => {
                stem.is_some_and(|stem| !operation.errors.contains(&stem))
            }
            (container, ..) => {
                let Some(shape) = self.model.shapes.get(container) else { return false };
                // A member that a method of Rust's is in the way of ends with `value`.
                let is_known = |stem: &str| {
                    shape.members.contains(stem)
                        || stem.strip_suffix("value").is_some_and(|stem| shape.members.contains(stem))
                };
                stem.is_some_and(|stem| !is_known(&stem))
            }
        }
    }

    /// Whether the model says that what the key names is deprecated.
    pub(super) fn deprecates(&self, key: &str) -> bool {
        let of_shape = |name: &str| self.model.shapes.get(name).is_some_and(|shape| shape.is_deprecated);
        let Some(key) = Key::of(key) else { return of_shape(&fold(key)) };
        let of_member = self
            .model
            .shapes
            .get(&key.container)
            .is_some_and(|shape| key.stems().any(|stem| shape.deprecated.contains(&stem)));
        of_member || key.stems().any(|stem| of_shape(&stem)) || of_shape(&key.container)
    }
}
