//! The shapes that a service reaches have names that differ in more than case,
//! and `rename` renames what it may (Smithy 2.0, "Service closure").

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::diagnostics::{Severity, Span};
use crate::model::{self, is_identifier, Kind, Model, Shape, ShapeId, Traits};

use super::relationships::UNIT;
use super::{own_shapes, Check, Report, Stops};

/// Lowering refuses names that it cannot tell apart, and renames that are not names: of what is
/// in the client, not of all that the service has.
pub(super) const CHECK: Check = Check { id: "Service", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        if let Kind::Service(service) = &shape.kind {
            let closure = closure_of(model, shape);
            check_renames(shape, service, &closure, report);
            check_names(model, shape, service, &closure, report);
        }
    }
}

/// Everything that the service reaches, itself left out.
pub(super) fn closure_of<'m>(model: &'m Model, service: &'m Shape) -> IndexMap<&'m ShapeId, &'m Shape> {
    let mut found: IndexMap<&ShapeId, &Shape> = IndexMap::new();
    let mut seen: BTreeSet<&ShapeId> = BTreeSet::new();
    let mut pending = vec![service];
    while let Some(shape) = pending.pop() {
        if !seen.insert(&shape.id) {
            continue;
        }
        if shape.id != service.id {
            found.insert(&shape.id, shape);
        }
        pending.extend(shape.members.iter().filter_map(|member| model.target(member)));
        pending.extend(related(shape).into_iter().filter_map(|id| model.shape(id)));
    }
    found.sort_keys();
    found
}

fn related(shape: &Shape) -> Vec<&ShapeId> {
    match &shape.kind {
        Kind::Service(service) => service.operations.iter().chain(&service.resources).chain(&service.errors).collect(),
        Kind::Operation(operation) => {
            // Where nothing is said of an input, there is none in the closure either.
            let messages = [&operation.input, &operation.output].into_iter().filter(|id| id.as_str() != UNIT);
            messages.chain(&operation.errors).collect()
        }
        Kind::Resource(resource) => resource
            .lifecycle
            .iter()
            .map(|(_, id)| id)
            .chain(resource.identifiers.values())
            .chain(resource.properties.values())
            .chain(&resource.operations)
            .chain(&resource.collection_operations)
            .chain(&resource.resources)
            .collect(),
        _ => Vec::new(),
    }
}

fn check_renames(
    shape: &Shape,
    service: &model::Service,
    closure: &IndexMap<&ShapeId, &Shape>,
    report: &mut Report<'_>,
) {
    // The last place counts: a service may name the shape before, as its own.
    let places: BTreeMap<&ShapeId, Span> = shape.places.iter().map(|(id, span)| (id, *span)).collect();
    for (id, name) in &service.rename {
        let span = places.get(id).copied().unwrap_or(shape.span);
        if !is_identifier(name) {
            report.error(&shape.id, span, format!("`{id}` cannot be renamed to `{name}`, which is not an identifier"));
        } else if id.name() == name && id.member().is_none() {
            report.error(&shape.id, span, format!("renaming `{id}` to `{name}` changes nothing"));
        }
        let problem = match closure.get(id) {
            _ if *id == shape.id => continue,
            _ if id.member().is_some() => format!("`{id}` is a member, which cannot be renamed"),
            None => format!("`{id}` is not in the closure of service `{}` and cannot be renamed", shape.id),
            Some(target) if matches!(target.kind, Kind::Operation(_) | Kind::Resource(_)) => {
                format!("`{id}` is {}, which cannot be renamed", target.kind.with_article())
            }
            Some(_) => continue,
        };
        report.error(&shape.id, span, problem);
    }
}

fn check_names(
    model: &Model,
    service_shape: &Shape,
    service: &model::Service,
    closure: &IndexMap<&ShapeId, &Shape>,
    report: &mut Report<'_>,
) {
    let name_of = |id: &ShapeId| service.rename.get(id).map_or(id.name(), String::as_str).to_owned();
    let mut groups: IndexMap<String, Vec<&Shape>> = IndexMap::new();
    for (id, shape) in closure.iter().chain([(&&service_shape.id, &service_shape)]) {
        groups.entry(name_of(id).to_lowercase()).or_default().push(shape);
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        for (index, shape) in group.iter().enumerate() {
            let others = group.iter().enumerate().filter(|(other, _)| *other != index);
            for (_, other) in others.take(MAX_CONFLICTS) {
                let severity = severity(model, shape, other, MAX_DEPTH);
                // Of the prelude's shapes only what is wrong is reported.
                if shape.is_builtin() && severity != Severity::Error {
                    continue;
                }
                let message = format!(
                    "the name of `{}` conflicts with that of `{}` in service `{}`",
                    shape.id, other.id, service_shape.id
                );
                let span = if shape.is_builtin() { service_shape.span } else { shape.span };
                let event = report.event(severity, &shape.id, span, message);
                if !matches!(shape.kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_)) {
                    event.help(format!("rename: {{ \"{}\": \"Other{}\" }}", shape.id, shape.id.name()));
                }
            }
        }
    }
}

/// With how many others of its name a shape is compared.
const MAX_CONFLICTS: usize = 10;

/// How deep lists of lists are compared.
const MAX_DEPTH: usize = 32;

/// How bad it is that two shapes share a name: simple shapes that are alike may,
/// and lists that are alike should not.
fn severity(model: &Model, left: &Shape, right: &Shape, depth_left: usize) -> Severity {
    if left.kind != right.kind || !same_traits(&left.traits, &right.traits) {
        return Severity::Error;
    }
    if is_simple(left) {
        return Severity::Note;
    }
    if left.kind != Kind::List || depth_left == 0 {
        return Severity::Error;
    }
    let Some((left, right)) = left.member("member").zip(right.member("member")) else { return Severity::Error };
    if !same_traits(&left.traits, &right.traits) {
        return Severity::Error;
    }
    // What leads nowhere is reported at its place.
    let Some((left, right)) = model.target(left).zip(model.target(right)) else { return Severity::Warning };
    severity(model, left, right, depth_left - 1).max(Severity::Warning)
}

fn same_traits(left: &Traits, right: &Traits) -> bool {
    left.iter().count() == right.iter().count()
        && left.iter().all(|(id, node)| right.get(id.as_str()).is_some_and(|other| other.same_value(node)))
}

fn is_simple(shape: &Shape) -> bool {
    !matches!(
        shape.kind,
        Kind::Structure
            | Kind::Union
            | Kind::Map
            | Kind::List
            | Kind::Service(_)
            | Kind::Operation(_)
            | Kind::Resource(_)
    )
}
