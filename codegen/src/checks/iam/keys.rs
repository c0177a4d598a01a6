//! The condition keys of a service: those that it defines, and those that the
//! identifiers of its resources are (Smithy 2.0, "Condition keys").

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::aws::arn_namespace;
use crate::model::{ids, Kind, Model, Node, Resource, Shape, ShapeId};

use super::RESOURCE;

/// What a service defines, and what its operations use.
#[derive(Debug, Default)]
pub(super) struct Keys<'m> {
    /// The keys, with the definition of those that have one.
    pub(super) defined: BTreeMap<String, Option<&'m Node>>,
    /// The keys each operation uses, with where it says so.
    pub(super) used: BTreeMap<&'m ShapeId, Vec<(&'m str, &'m Node)>>,
}

/// A key with the namespace that is meant.
pub(super) fn qualified(name: &str, namespace: &str) -> String {
    if name.contains(':') {
        name.to_owned()
    } else {
        format!("{namespace}:{name}")
    }
}

/// The keys of a service of AWS.
pub(super) fn of<'m>(model: &'m Model, service: &'m Shape, node: &'m Node) -> Keys<'m> {
    let namespace = arn_namespace(service, node);
    let mut keys = Keys::default();
    let definitions = service.traits.get(ids::DEFINE_CONDITION_KEYS).and_then(Node::as_object);
    for (name, definition) in definitions.unwrap_or_default() {
        keys.defined.insert(qualified(name, &namespace), Some(definition));
    }
    let Kind::Service(kind) = &service.kind else { return keys };
    let infers = !service.has_trait(ids::DISABLE_CONDITION_KEY_INFERENCE);
    kind.operations.iter().for_each(|id| keys.add_operation(model, id));
    let mut seen = BTreeSet::new();
    let mut pending: Vec<(&ShapeId, Option<&Resource>)> = kind.resources.iter().map(|id| (id, None)).collect();
    while let Some((id, parent)) = pending.pop() {
        let Some((shape, Kind::Resource(resource))) = model.shape(id).map(|shape| (shape, &shape.kind)) else {
            continue;
        };
        if !seen.insert(id) {
            continue;
        }
        let lifecycle = resource.lifecycle.iter().map(|(_, id)| id);
        let operations = lifecycle.chain(&resource.operations).chain(&resource.collection_operations);
        operations.for_each(|id| keys.add_operation(model, id));
        if infers && !shape.has_trait(ids::DISABLE_CONDITION_KEY_INFERENCE) {
            keys.infer(shape, resource, parent, &namespace);
        }
        pending.extend(resource.resources.iter().map(|id| (id, Some(&**resource))));
    }
    keys
}

impl<'m> Keys<'m> {
    fn add_operation(&mut self, model: &'m Model, id: &'m ShapeId) {
        let node = model.shape(id).and_then(|shape| shape.traits.get(ids::CONDITION_KEYS));
        let names = node.and_then(Node::as_array).unwrap_or_default();
        self.used.insert(id, names.iter().filter_map(|name| Some((name.as_str()?, name))).collect());
    }

    /// Identifiers that the parent has not are keys of the resource.
    fn infer(&mut self, shape: &Shape, resource: &Resource, parent: Option<&Resource>, namespace: &str) {
        for identifier in resource.identifiers.keys() {
            if parent.is_some_and(|parent| parent.identifiers.contains_key(identifier)) {
                continue;
            }
            let mut letters = identifier.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase()).unwrap_or_default();
            let key = format!("{namespace}:{}{first}{}", resource_name(shape), letters.as_str());
            self.defined.entry(key).or_insert(None);
        }
    }
}

/// The name of a resource in policies.
pub(super) fn resource_name(shape: &Shape) -> &str {
    let named = shape.traits.get(RESOURCE).and_then(|node| node.get("name"));
    named.and_then(Node::as_str).unwrap_or(shape.id.name())
}
