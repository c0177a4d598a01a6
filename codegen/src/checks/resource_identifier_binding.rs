//! The inputs of operations that are bound to a resource bind its identifiers:
//! all of them for one instance, not all of them for a collection (Smithy 2.0,
//! "Binding identifiers to operations").

use indexmap::IndexMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Resource, Shape, ShapeId};

use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const RESOURCE_IDENTIFIER: &str = ids::RESOURCE_IDENTIFIER;

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "ResourceIdentifierBinding", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        match &shape.kind {
            Kind::Structure => check_structure(shape, report),
            Kind::Resource(resource) => {
                check_operations(model, shape, resource, report);
                for child in resource.resources.iter().filter_map(|id| model.shape(id)) {
                    if let Kind::Resource(kind) = &child.kind {
                        check_child(model, shape, resource, child, kind, report);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The identifiers that a structure binds for a resource, with the members.
pub(super) fn bindings_of<'m>(resource: &Resource, structure: &'m Shape) -> IndexMap<&'m str, &'m str> {
    let bind = |member: &'m crate::model::Member| {
        let explicit = member.traits.get(RESOURCE_IDENTIFIER).and_then(Node::as_str);
        let is_implicit =
            resource.identifiers.get(&member.name) == Some(&member.target) && member.has_trait(ids::REQUIRED);
        Some((explicit.or(is_implicit.then_some(member.name.as_str()))?, member.name.as_str()))
    };
    structure.members.iter().filter_map(bind).collect()
}

/// Every operation of a resource itself, each once, and whether it is bound as
/// an operation on the collection.
pub(super) fn operations_of(resource: &Resource) -> IndexMap<&ShapeId, bool> {
    let mut operations = IndexMap::new();
    let lifecycle = resource.lifecycle.iter().map(|(name, id)| (id, matches!(name.as_str(), "create" | "list")));
    let instance = resource.operations.iter().map(|id| (id, false));
    let collection = resource.collection_operations.iter().map(|id| (id, true));
    for (id, is_collection) in lifecycle.chain(instance).chain(collection) {
        *operations.entry(id).or_insert(false) |= is_collection;
    }
    operations
}

fn operation_and_input<'m>(model: &'m Model, id: &ShapeId) -> Option<(&'m Shape, &'m Shape)> {
    let operation = model.shape(id)?;
    match &operation.kind {
        Kind::Operation(kind) => Some((operation, model.shape(&kind.input)?)),
        _ => None,
    }
}

fn check_operations(model: &Model, shape: &Shape, resource: &Resource, report: &mut Report<'_>) {
    for (id, is_collection) in operations_of(resource) {
        let Some((operation, input)) = operation_and_input(model, id) else { continue };
        let bindings = bindings_of(resource, input);
        let unbound = resource.identifiers.keys().filter(|name| !bindings.contains_key(name.as_str()));
        let unbound: Vec<&str> = unbound.map(String::as_str).collect();
        // Without identifiers there is one instance, and the collection is it.
        if is_collection && unbound.is_empty() && !resource.identifiers.is_empty() {
            let message = format!(
                "operation `{}` is for the collection of `{}`, but binds all identifiers of one instance",
                operation.id, shape.id
            );
            let event = report.error(&operation.id, operation.span, message);
            event.help("bind it in `operations`, or leave out an identifier");
        } else if !is_collection && !unbound.is_empty() {
            let message = format!(
                "the input of `{}` does not bind these identifiers of `{}`: {}",
                operation.id,
                shape.id,
                quoted(unbound.iter().copied())
            );
            report.error(&operation.id, operation.span, message).help(members_for(resource, &unbound));
        }
    }
}

/// Members that bind the identifiers.
fn members_for(resource: &Resource, names: &[&str]) -> String {
    let member = |name: &&str| Some(format!("@required {name}: {}", resource.identifiers.get(*name)?.name()));
    names.iter().take(super::MOST_NAMES).filter_map(member).collect::<Vec<_>>().join(", ")
}

fn check_child(
    model: &Model,
    parent: &Shape,
    resource: &Resource,
    child: &Shape,
    kind: &Resource,
    report: &mut Report<'_>,
) {
    for (id, _) in operations_of(kind) {
        let Some((operation, input)) = operation_and_input(model, id) else { continue };
        let bindings = bindings_of(kind, input);
        let unbound = resource.identifiers.keys().filter(|name| !bindings.contains_key(name.as_str()));
        let unbound: Vec<&str> = unbound.map(String::as_str).collect();
        if !unbound.is_empty() {
            let message = format!(
                "`{}` belongs to `{}`, which is bound to `{}`, but does not bind its identifiers {}",
                operation.id,
                child.id,
                parent.id,
                quoted(unbound.iter().copied())
            );
            report.error(&operation.id, operation.span, message).help(members_for(resource, &unbound));
        }
    }
}

/// No two members of a structure bind the same identifier.
fn check_structure(shape: &Shape, report: &mut Report<'_>) {
    let mut explicit: IndexMap<&str, Vec<(&str, &Node)>> = IndexMap::new();
    for member in &shape.members {
        let Some(node) = member.traits.get(RESOURCE_IDENTIFIER) else { continue };
        if let Some(name) = node.as_str() {
            explicit.entry(name).or_default().push((&member.name, node));
        }
    }
    for (name, members) in &explicit {
        let names = || quoted(members.iter().map(|(member, _)| *member));
        let span = members.last().map_or(shape.span, |(_, node)| node.span);
        if members.len() > 1 {
            let message = format!("members of `{}` bind the same identifier `{name}`: {}", shape.id, names());
            report.error(&shape.id, span, message);
        }
        let implicit = shape.member(name).filter(|member| !member.has_trait(RESOURCE_IDENTIFIER));
        if let Some(member) = implicit {
            let message = format!("the identifier `{name}` is not the member `{}`, but {}", member.name, names());
            report.event(Severity::Warning, &shape.id, span, message);
        }
    }
}
