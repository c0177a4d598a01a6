//! In: the sliced model. Out: what every part of lowering looks up: the Rust
//! name and module of each emitted shape, and which halves of its codec a
//! client needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{collisions, namespaces};
use crate::diagnostics::Diagnostics;
use crate::ir::{Directions, Named};
use crate::model::{Kind, Model, Shape, ShapeId};
use crate::names;
use crate::protocols::Protocol;
use crate::traits;
use crate::transforms;

/// Looked up by all of lowering; built once.
pub(super) struct Context<'m> {
    pub(super) model: &'m Model,
    pub(super) service: &'m Shape,
    pub(super) protocol: &'static dyn Protocol,
    emitted: BTreeMap<&'m ShapeId, Emitted<'m>>,
    /// Shapes that have the type of another one.
    shared: BTreeMap<&'m ShapeId, &'m ShapeId>,
    directions: BTreeMap<&'m ShapeId, Directions>,
}

struct Emitted<'m> {
    shape: &'m Shape,
    named: Named,
    /// File under `src/shapes`, without `.rs`.
    file: String,
}

impl<'m> Context<'m> {
    pub(super) fn new(
        model: &'m Model,
        service: &'m Shape,
        protocol: &'static dyn Protocol,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let (emitted, shared) = name_shapes(model, service, diagnostics);
        let directions = find_directions(model, service);
        Self { model, service, protocol, emitted, shared, directions }
    }

    /// The emitted type of a shape; None for one that has none of its own.
    pub(super) fn named(&self, id: &ShapeId) -> Option<&Named> {
        let id = self.shared.get(id).copied().unwrap_or(id);
        self.emitted.get(id).map(|emitted| &emitted.named)
    }

    /// Every shape that becomes a type with a file, with its path and file name.
    pub(super) fn emitted(&self) -> impl Iterator<Item = (&'m Shape, &Named, &str)> {
        self.emitted.values().map(|emitted| (emitted.shape, &emitted.named, emitted.file.as_str()))
    }

    /// Which halves of the shape's codec the client uses.
    pub(super) fn directions(&self, id: &ShapeId) -> Directions {
        self.directions.get(id).copied().unwrap_or_default()
    }

    /// The shape's name in this service, after its `rename`.
    pub(super) fn service_name<'s>(&'s self, id: &'s ShapeId) -> &'s str {
        service_name(self.service, id)
    }
}

fn service_name<'s>(service: &'s Shape, id: &'s ShapeId) -> &'s str {
    match &service.kind {
        Kind::Service(facts) => facts.rename.get(id).map_or(id.name(), String::as_str),
        _ => id.name(),
    }
}

/// Whether the shape becomes a Rust type with a file of its own.
fn has_file(model: &Model, shape: &Shape) -> bool {
    match &shape.kind {
        Kind::Enum | Kind::Union => true,
        Kind::String => shape.has_trait(traits::ENUM),
        Kind::Structure => {
            transforms::original_id(shape).is_none()
                && shape.id.as_str() != traits::UNIT
                && !model.shape(&shape.id).is_none_or(|shape| shape.has_trait("smithy.api#trait"))
        }
        _ => false,
    }
}

fn name_shapes<'m>(
    model: &'m Model,
    service: &'m Shape,
    diagnostics: &mut Diagnostics,
) -> (BTreeMap<&'m ShapeId, Emitted<'m>>, BTreeMap<&'m ShapeId, &'m ShapeId>) {
    let shapes: Vec<(&Shape, String)> = model
        .shapes()
        .filter(|shape| has_file(model, shape))
        .map(|shape| (shape, names::type_name(service_name(service, &shape.id))))
        .collect();
    let (shapes, shared) = namespaces::tell_apart(shapes, service.id.namespace());
    collisions::check_shapes(&shapes, diagnostics);
    collisions::check_errors(&shapes, diagnostics);
    let mut by_name: Vec<&(&Shape, String)> = shapes.iter().collect();
    by_name.sort_by(|a, b| (&a.1, &a.0.id).cmp(&(&b.1, &b.0.id)));
    let mut files = BTreeSet::new();
    let mut emitted = BTreeMap::new();
    for (shape, name) in by_name {
        let mut file = file_name(name);
        while !files.insert(file.clone()) {
            file.push('_');
        }
        let is_error = traits::error::is_error(&shape.traits);
        let module = if is_error { vec!["crate", "types", "error"] } else { vec!["crate", "types"] };
        let named = Named {
            name: name.clone(),
            module: module.into_iter().map(str::to_owned).collect(),
            is_recursive: transforms::is_recursive(shape),
            is_deprecated: traits::deprecated::of(&shape.traits).is_some(),
        };
        emitted.insert(&shape.id, Emitted { shape, named, file });
    }
    (emitted, shared)
}

/// A file name that no system takes for a device.
fn file_name(type_name: &str) -> String {
    let module = names::module(&names::snake(type_name));
    let is_device = matches!(module.as_str(), "con" | "prn" | "aux" | "nul" | "mod")
        || (module.len() == 4 && (module.starts_with("com") || module.starts_with("lpt")));
    if is_device {
        format!("{module}_")
    } else {
        module
    }
}

/// A client writes what inputs reach and reads what outputs and errors reach.
fn find_directions<'m>(model: &'m Model, service: &'m Shape) -> BTreeMap<&'m ShapeId, Directions> {
    let mut written = BTreeSet::new();
    let mut read = BTreeSet::new();
    for operation in model.operations_of(service) {
        if let Kind::Operation(facts) = &operation.kind {
            reach(model, &facts.input, &mut written);
            reach(model, &facts.output, &mut read);
            for error in &facts.errors {
                reach(model, error, &mut read);
            }
        }
    }
    let all = written.union(&read).copied();
    all.map(|id| (id, Directions { write: written.contains(id), read: read.contains(id) })).collect()
}

/// Adds what can be reached over members.
pub(super) fn reach<'m>(model: &'m Model, start: &'m ShapeId, reached: &mut BTreeSet<&'m ShapeId>) {
    let mut pending = vec![start];
    while let Some(id) = pending.pop() {
        if let Some(shape) = model.shape(id) {
            if reached.insert(&shape.id) {
                pending.extend(shape.members.iter().map(|member| &member.target));
            }
        }
    }
}
