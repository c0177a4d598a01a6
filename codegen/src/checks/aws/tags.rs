//! What a tag looks like: names and shapes that the rules of tagging know.

use crate::model::{ids, Kind, Model, Operation, Resource, Shape, ShapeId};

use super::TAG_ENABLED;

/// The three operations of a service that tags its resources, by name.
pub(super) const OPERATIONS: [&str; 3] = ["TagResource", "UntagResource", "ListTagsForResource"];

/// Whether tags may be called so.
pub(super) fn is_tags_name(name: &str) -> bool {
    matches!(name, "tags" | "Tags" | "tagList" | "TagList" | "taglist" | "Taglist")
}

fn is_keys_name(name: &str) -> bool {
    matches!(name, "tagKeys" | "TagKeys" | "tagkeys" | "Tagkeys")
}

fn is_arn_name(name: &str) -> bool {
    let end = name.strip_prefix("Resource").or_else(|| name.strip_prefix("resource")).unwrap_or(name);
    matches!(end, "Arn" | "arn" | "ARN")
}

fn is_string(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::String | Kind::Enum)
}

/// A list of structures with two strings, or a map to strings.
pub(super) fn are_tags(model: &Model, shape: &Shape) -> bool {
    let target = |name: &str| shape.member(name).and_then(|member| model.target(member));
    match shape.kind {
        Kind::Map => target("value").is_some_and(is_string),
        Kind::List => target("member").is_some_and(|tag| {
            let mut targets = tag.members.iter().map(|member| model.target(member));
            tag.kind == Kind::Structure && tag.members.len() == 2 && targets.all(|target| target.is_some_and(is_string))
        }),
        _ => false,
    }
}

fn are_keys(model: &Model, shape: &Shape) -> bool {
    let element = shape.member("member").and_then(|member| model.target(member));
    shape.kind == Kind::List && element.is_some_and(is_string)
}

/// Whether exactly one member of the structure is called so and looks so.
fn has_one(
    model: &Model,
    structure: &ShapeId,
    is_name: fn(&str) -> bool,
    is_shape: fn(&Model, &Shape) -> bool,
) -> bool {
    let members = model.shape(structure).map(|shape| shape.members.as_slice()).unwrap_or_default();
    let fits = members
        .iter()
        .filter(|member| is_name(&member.name) && model.target(member).is_some_and(|target| is_shape(model, target)));
    fits.count() == 1
}

/// Whether an operation has the input and output of the operation of this name
/// among [`OPERATIONS`], but for the resource it is about.
pub(super) fn has_tags_of(model: &Model, name: &str, operation: &Operation) -> bool {
    match name {
        "TagResource" => has_one(model, &operation.input, is_tags_name, are_tags),
        "UntagResource" => has_one(model, &operation.input, is_keys_name, are_keys),
        _ => has_one(model, &operation.output, is_tags_name, are_tags),
    }
}

/// The operation of the service itself that is called so, and whether it is
/// what the name says.
pub(super) fn operation_of<'m>(model: &'m Model, service: &Shape, name: &str) -> Option<(&'m Shape, bool)> {
    let Kind::Service(kind) = &service.kind else { return None };
    let id = kind.operations.iter().find(|id| id.name() == name)?;
    let shape = model.shape(id)?;
    let Kind::Operation(operation) = &shape.kind else { return None };
    let names_resource = model.shape(&operation.input).is_some_and(|input| {
        let fits = |target: Option<&Shape>| target.is_some_and(is_string);
        input.members.iter().any(|member| is_arn_name(&member.name) && fits(model.target(member)))
    });
    Some((shape, names_resource && has_tags_of(model, name, operation)))
}

/// Whether the service has all three operations, as they should be.
pub(super) fn has_operations(model: &Model, service: &Shape) -> bool {
    let is_right = |name: &str| operation_of(model, service, name).is_some_and(|(_, is_right)| is_right);
    service.has_trait(TAG_ENABLED) && OPERATIONS.iter().all(|name| is_right(name))
}

/// Whether the input of the operation has the property of the resource.
pub(super) fn has_property(model: &Model, operation: &ShapeId, resource: &Resource, property: &str) -> bool {
    let Some(Kind::Operation(operation)) = model.shape(operation).map(|shape| &shape.kind) else { return false };
    let Some(input) = model.shape(&operation.input) else { return false };
    resource.properties.contains_key(property)
        && input.members.iter().any(|member| {
            let named = member.traits.get(ids::PROPERTY).and_then(|node| node.get("name"));
            let name = named.and_then(|name| name.as_str()).unwrap_or(&member.name);
            name == property && !member.has_trait(ids::NOT_PROPERTY)
        })
}
