//! The shapes that a service reaches have names that differ in more than case,
//! and `rename` renames what it may (Smithy 2.0, "Service closure").

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::diagnostics::Severity;
use crate::model::{self, Kind, Model, Shape, ShapeId, Traits};

use super::{own_shapes, with_article, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        if let Kind::Service(service) = &shape.kind {
            let closure = closure_of(model, shape);
            check_renames(shape, service, &closure, report);
            check_names(model, shape, service, &closure, report);
        }
    }
}

/// Everything that the service reaches, itself left out.
fn closure_of<'m>(model: &'m Model, service: &'m Shape) -> IndexMap<&'m ShapeId, &'m Shape> {
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
            [&operation.input, &operation.output].into_iter().chain(&operation.errors).collect()
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
    for (id, name) in &service.rename {
        let problem = match closure.get(id) {
            _ if id.member().is_some() => format!("`{id}` is a member, which cannot be renamed"),
            None => format!("`{id}` is not in the closure of service `{}` and cannot be renamed", shape.id),
            Some(_) if id.name() == name => format!("renaming `{id}` to `{name}` changes nothing"),
            Some(target) if matches!(target.kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_)) => {
                format!("`{id}` is {}, which cannot be renamed", with_article(&target.kind))
            }
            Some(_) => continue,
        };
        report.error(&shape.id, shape.span, problem);
    }
}

fn check_names(
    model: &Model,
    service_shape: &Shape,
    service: &model::Service,
    closure: &IndexMap<&ShapeId, &Shape>,
    report: &mut Report<'_>,
) {
    let mut groups: IndexMap<String, Vec<&Shape>> = IndexMap::new();
    for (id, shape) in closure {
        let name = service.rename.get(*id).map_or(id.name(), String::as_str);
        groups.entry(name.to_lowercase()).or_default().push(shape);
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        for shape in group {
            let conflicting =
                group.iter().find(|other| other.id != shape.id && severity(model, shape, other).is_some());
            let Some((other, severity)) = conflicting.and_then(|other| Some((other, severity(model, shape, other)?)))
            else {
                continue;
            };
            let message = format!(
                "the name of `{}` conflicts with that of `{}` in service `{}`",
                shape.id, other.id, service_shape.id
            );
            let span = if shape.is_builtin() { service_shape.span } else { shape.span };
            let help = format!("rename: {{ \"{}\": \"Other{}\" }}", shape.id, shape.id.name());
            report.event(severity, &shape.id, span, message).help(help);
        }
    }
}

/// How bad it is that two shapes share a name: simple shapes that are alike may,
/// and lists of such shapes should not.
fn severity(model: &Model, left: &Shape, right: &Shape) -> Option<Severity> {
    if are_alike(left, right) {
        return None;
    }
    let elements = left.member("member").zip(right.member("member"));
    let targets = elements.and_then(|(left, right)| model.target(left).zip(model.target(right)));
    let are_like_lists = left.kind == Kind::List
        && right.kind == Kind::List
        && same_traits(&left.traits, &right.traits)
        && elements.is_some_and(|(left, right)| same_traits(&left.traits, &right.traits))
        && targets.is_some_and(|(left, right)| left.id == right.id || are_alike(left, right));
    Some(if are_like_lists { Severity::Warning } else { Severity::Error })
}

fn same_traits(left: &Traits, right: &Traits) -> bool {
    left.iter().count() == right.iter().count()
        && left.iter().all(|(id, node)| right.get(id.as_str()).is_some_and(|other| other.same_value(node)))
}

/// Whether both are simple shapes of one kind with the same traits.
fn are_alike(left: &Shape, right: &Shape) -> bool {
    let is_simple = |shape: &Shape| {
        !matches!(
            shape.kind,
            Kind::Structure
                | Kind::Union
                | Kind::Map
                | Kind::List
                | Kind::Service(_)
                | Kind::Operation(_)
                | Kind::Resource(_)
                | Kind::Enum
                | Kind::IntEnum
        )
    };
    is_simple(left) && left.kind == right.kind && same_traits(&left.traits, &right.traits)
}
