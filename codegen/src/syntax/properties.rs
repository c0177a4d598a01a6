//! In: the object that a service or resource has as its body in the IDL. Out:
//! its properties. Exists apart from the parser because it reads values, not
//! tokens.

use std::borrow::Cow;

use crate::diagnostics::Span;
use crate::model::{Node, Value};
use crate::plural;
use crate::suggest;

use super::ast::{self, Type};

/// A property with the place of its name.
type Property = (String, Span, Node);

/// What is wrong with properties.
#[derive(Default)]
pub(super) struct Problems {
    pub(super) errors: Vec<(Span, String)>,
    unknown: Vec<(String, Span)>,
}

impl Problems {
    /// One message for all properties that mean nothing, with its help.
    pub(super) fn unknown_properties(&self, ty: Type) -> Option<(Span, String, Option<String>)> {
        let (first, span) = self.unknown.first()?;
        let (owner, known) = match ty {
            Type::Service => ("a service", SERVICE),
            _ => ("a resource", RESOURCE),
        };
        let names: Vec<String> = self.unknown.iter().map(|(name, _)| format!("`{name}`")).collect();
        let word = plural::of(names.len(), "property");
        let near = suggest::list(&suggest::nearest_word(first, known.iter().copied()));
        let help = match near {
            Some(near) => format!("did you mean {near}?"),
            None => format!(
                "its properties are {}",
                known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            ),
        };
        Some((*span, format!("unknown {word} {} of {owner}", names.join(", ")), Some(help)))
    }
}

const SERVICE: &[&str] = &["version", "operations", "resources", "errors", "rename"];
const RESOURCE: &[&str] = &[
    "identifiers",
    "properties",
    "create",
    "put",
    "read",
    "update",
    "delete",
    "list",
    "operations",
    "collectionOperations",
    "resources",
];

/// The properties of a service.
pub(super) fn service_of<'s>(properties: Vec<Property>, problems: &mut Problems) -> ast::Body<'s> {
    let mut service = ast::Service::default();
    for (key, span, value) in properties {
        match key.as_str() {
            "version" => service.version = string_of(value, problems),
            "operations" => service.operations = references_of(value, problems),
            "resources" => service.resources = references_of(value, problems),
            "errors" => service.errors = references_of(value, problems),
            "rename" => service.rename = renames_of(value, problems),
            // A leftover of the JSON form that the official tools let pass.
            "type" => {}
            _ => problems.unknown.push((key, span)),
        }
    }
    ast::Body::Service(Box::new(service))
}

/// The properties of a resource.
pub(super) fn resource_of<'s>(properties: Vec<Property>, problems: &mut Problems) -> ast::Body<'s> {
    let mut resource = ast::Resource::default();
    for (key, span, value) in properties {
        match key.as_str() {
            "identifiers" => resource.identifiers = named_references_of(value, problems),
            "properties" => {
                resource.has_properties = true;
                resource.properties = named_references_of(value, problems);
            }
            "operations" => resource.operations = references_of(value, problems),
            "collectionOperations" => resource.collection_operations = references_of(value, problems),
            "resources" => resource.resources = references_of(value, problems),
            "type" => {}
            _ => match ast::LIFECYCLES.iter().find(|lifecycle| **lifecycle == key) {
                Some(lifecycle) => {
                    resource.lifecycle.extend(reference_of(value, problems).map(|id| (*lifecycle, id)));
                }
                None => problems.unknown.push((key, span)),
            },
        }
    }
    sort_lifecycle(&mut resource.lifecycle);
    ast::Body::Resource(Box::new(resource))
}

/// Lifecycle operations come in the order of the specification.
pub(super) fn sort_lifecycle(lifecycle: &mut [(&'static str, ast::Reference<'_>)]) {
    lifecycle.sort_by_key(|(name, _)| ast::LIFECYCLES.iter().position(|known| known == name));
}

fn wrong_type(node: &Node, expected: &str, problems: &mut Problems) {
    problems.errors.push((node.span, format!("expected {expected}, found {}", node.value.describe())));
}

fn string_of(node: Node, problems: &mut Problems) -> Option<String> {
    match node.value {
        Value::String(text) => Some(text),
        _ => {
            wrong_type(&node, "a string", problems);
            None
        }
    }
}

fn reference_of<'s>(node: Node, problems: &mut Problems) -> Option<ast::Reference<'s>> {
    let span = node.span;
    match node.value {
        Value::String(text) => Some(ast::Reference { text: Cow::Owned(text), span }),
        _ => {
            wrong_type(&node, "a shape id", problems);
            None
        }
    }
}

fn references_of<'s>(node: Node, problems: &mut Problems) -> Vec<ast::Reference<'s>> {
    match node.value {
        Value::Array(elements) => elements.into_iter().filter_map(|element| reference_of(element, problems)).collect(),
        _ => {
            wrong_type(&node, "a list of shape ids", problems);
            Vec::new()
        }
    }
}

fn named_references_of<'s>(node: Node, problems: &mut Problems) -> Vec<(String, ast::Reference<'s>)> {
    match node.value {
        Value::Object(members) => {
            members.into_iter().filter_map(|(name, value)| Some((name, reference_of(value, problems)?))).collect()
        }
        _ => {
            wrong_type(&node, "an object of names and shape ids", problems);
            Vec::new()
        }
    }
}

fn renames_of<'s>(node: Node, problems: &mut Problems) -> Vec<(ast::Reference<'s>, String)> {
    let Value::Object(members) = node.value else {
        wrong_type(&node, "an object of shape ids and names", problems);
        return Vec::new();
    };
    members
        .into_iter()
        .filter_map(|(id, value)| {
            let span = value.span;
            Some((ast::Reference { text: Cow::Owned(id), span }, string_of(value, problems)?))
        })
        .collect()
}
