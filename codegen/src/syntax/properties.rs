//! In: the object that a service or resource has as its body in the IDL. Out:
//! its properties. Exists apart from the parser because it reads values, not
//! tokens.

use std::borrow::Cow;

use crate::diagnostics::Span;
use crate::model::{Node, Value};

use super::ast;

/// What is wrong with a property.
pub(super) struct Problem {
    pub(super) span: Span,
    pub(super) message: String,
    pub(super) is_error: bool,
}

/// The properties of a service.
pub(super) fn service_of<'s>(node: Node, problems: &mut Vec<Problem>) -> ast::Body<'s> {
    let mut service = ast::Service::default();
    for (key, value) in members_of(node) {
        match key.as_str() {
            "version" => service.version = string_of(value, problems),
            "operations" => service.operations = references_of(value, problems),
            "resources" => service.resources = references_of(value, problems),
            "errors" => service.errors = references_of(value, problems),
            "rename" => service.rename = renames_of(value, problems),
            _ => unknown_property("service", &key, value.span, problems),
        }
    }
    ast::Body::Service(Box::new(service))
}

/// The properties of a resource.
pub(super) fn resource_of<'s>(node: Node, problems: &mut Vec<Problem>) -> ast::Body<'s> {
    let mut resource = ast::Resource::default();
    for (key, value) in members_of(node) {
        match key.as_str() {
            "identifiers" => resource.identifiers = named_references_of(value, problems),
            "properties" => {
                resource.has_properties = true;
                resource.properties = named_references_of(value, problems);
            }
            "operations" => resource.operations = references_of(value, problems),
            "collectionOperations" => resource.collection_operations = references_of(value, problems),
            "resources" => resource.resources = references_of(value, problems),
            _ => match ast::LIFECYCLES.iter().find(|lifecycle| **lifecycle == key) {
                Some(lifecycle) => {
                    resource.lifecycle.extend(reference_of(value, problems).map(|id| (*lifecycle, id)));
                }
                None => unknown_property("resource", &key, value.span, problems),
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

fn unknown_property(owner: &str, key: &str, span: Span, problems: &mut Vec<Problem>) {
    let message = format!("unknown property `{key}` of a {owner}");
    problems.push(Problem { span, message, is_error: false });
}

fn members_of(node: Node) -> Vec<(String, Node)> {
    match node.value {
        Value::Object(members) => members,
        _ => Vec::new(),
    }
}

fn wrong_type(span: Span, expected: &str, problems: &mut Vec<Problem>) {
    problems.push(Problem { span, message: format!("expected {expected}"), is_error: true });
}

fn string_of(node: Node, problems: &mut Vec<Problem>) -> Option<String> {
    match node.value {
        Value::String(text) => Some(text),
        _ => {
            wrong_type(node.span, "a string", problems);
            None
        }
    }
}

fn reference_of<'s>(node: Node, problems: &mut Vec<Problem>) -> Option<ast::Reference<'s>> {
    let span = node.span;
    match node.value {
        Value::String(text) => Some(ast::Reference { text: Cow::Owned(text), span }),
        _ => {
            wrong_type(span, "a shape id", problems);
            None
        }
    }
}

fn references_of<'s>(node: Node, problems: &mut Vec<Problem>) -> Vec<ast::Reference<'s>> {
    match node.value {
        Value::Array(elements) => elements.into_iter().filter_map(|element| reference_of(element, problems)).collect(),
        _ => {
            wrong_type(node.span, "a list of shape ids", problems);
            Vec::new()
        }
    }
}

fn named_references_of<'s>(node: Node, problems: &mut Vec<Problem>) -> Vec<(String, ast::Reference<'s>)> {
    match node.value {
        Value::Object(members) => {
            members.into_iter().filter_map(|(name, value)| Some((name, reference_of(value, problems)?))).collect()
        }
        _ => {
            wrong_type(node.span, "an object of names and shape ids", problems);
            Vec::new()
        }
    }
}

fn renames_of<'s>(node: Node, problems: &mut Vec<Problem>) -> Vec<(ast::Reference<'s>, String)> {
    let Value::Object(members) = node.value else {
        wrong_type(node.span, "an object of shape ids and names", problems);
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
