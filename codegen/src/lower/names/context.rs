//! In: the sliced model. Out: what every part of lowering looks up: the Rust
//! name and module of each emitted shape, and which halves of its codec a
//! client needs.

use std::collections::{BTreeMap, BTreeSet};

use super::{collisions, namespaces};
use crate::diagnostics::Diagnostics;
use crate::ir::{Binding, Directions, Named};
use crate::model::{ids, Checked, Kind, Member, Model, Shape, ShapeId};
use crate::names;
use crate::protocols::{Protocol, Side};
use crate::text::Docs;
use crate::traits;
use crate::transforms;

/// Looked up by all of lowering; built once.
pub(crate) struct Context<'m> {
    pub(crate) model: Checked<'m>,
    pub(crate) service: &'m Shape,
    pub(crate) protocol: &'static dyn Protocol,
    emitted: BTreeMap<&'m ShapeId, Emitted<'m>>,
    /// Shapes that have the type of another one.
    shared: BTreeMap<&'m ShapeId, &'m ShapeId>,
    directions: BTreeMap<&'m ShapeId, Directions>,
    events: BTreeMap<&'m ShapeId, EventUse<'m>>,
}

/// How the client uses a structure as an event.
#[derive(Clone, Copy)]
pub(crate) struct EventUse<'m> {
    /// A member of a union that targets it.
    pub(crate) member: &'m Member,
    pub(crate) directions: Directions,
}

struct Emitted<'m> {
    shape: &'m Shape,
    named: Named,
    /// The first sentence about an error; empty for other shapes.
    error_summary: Docs,
    /// File under `src/shapes`, without `.rs`.
    file: String,
}

impl<'m> Context<'m> {
    pub(crate) fn new(model: Checked<'m>, protocol: &'static dyn Protocol, diagnostics: &mut Diagnostics) -> Self {
        let (emitted, shared) = name_shapes(&model, diagnostics);
        let (directions, events) = find_directions(&model, protocol);
        Self { service: model.service, model, protocol, emitted, shared, directions, events }
    }

    /// The emitted type of a shape; None for one that has none of its own.
    pub(crate) fn named(&self, id: &ShapeId) -> Option<&Named> {
        let id = self.shared.get(id).copied().unwrap_or(id);
        self.emitted.get(id).map(|emitted| &emitted.named)
    }

    /// The first sentence of what the model says of an error.
    pub(crate) fn error_summary(&self, id: &ShapeId) -> Docs {
        let id = self.shared.get(id).copied().unwrap_or(id);
        self.emitted.get(id).map(|emitted| emitted.error_summary.clone()).unwrap_or_default()
    }

    /// The type of a structure, a union or an enum that a member targets.
    pub(crate) fn type_of(&self, shape: &Shape) -> Named {
        self.named(&shape.id).cloned().expect("`name_shapes` names whatever a member can target")
    }

    /// Every shape that becomes a type with a file, with its path and file name.
    pub(crate) fn emitted(&self) -> impl Iterator<Item = (&'m Shape, &Named, &str)> {
        self.emitted.values().map(|emitted| (emitted.shape, &emitted.named, emitted.file.as_str()))
    }

    /// Which halves of the shape's codec the client uses.
    pub(crate) fn directions(&self, id: &ShapeId) -> Directions {
        self.directions.get(id).copied().unwrap_or_default()
    }

    /// How the structure is used as an event whose members are not all in a document.
    pub(crate) fn event(&self, id: &ShapeId) -> Option<EventUse<'m>> {
        self.events.get(id).copied()
    }

    /// The shape's name in this service, after its `rename`.
    pub(crate) fn service_name<'s>(&'s self, id: &'s ShapeId) -> &'s str {
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
fn has_file(shape: &Shape) -> bool {
    match &shape.kind {
        Kind::Enum | Kind::Union => true,
        Kind::String => shape.has_trait(ids::ENUM),
        Kind::Structure => transforms::original_id(shape).is_none() && shape.id.as_str() != ids::UNIT,
        _ => false,
    }
}

fn name_shapes<'m>(
    model: &Checked<'m>,
    diagnostics: &mut Diagnostics,
) -> (BTreeMap<&'m ShapeId, Emitted<'m>>, BTreeMap<&'m ShapeId, &'m ShapeId>) {
    let service = model.service;
    let shapes: Vec<(&Shape, String)> = model
        .all()
        .filter(|shape| has_file(shape))
        .map(|shape| (shape, names::type_name(service_name(service, &shape.id))))
        .collect();
    let (shapes, shared) = namespaces::tell_apart(shapes, service.id.namespace());
    collisions::check_renames(&shapes, service, diagnostics);
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
        let error_docs = traits::text(&shape.traits, ids::DOCUMENTATION).filter(|_| is_error);
        let error_summary = error_docs.map(|text| Docs::of_model(text).summary()).unwrap_or_default();
        emitted.insert(&shape.id, Emitted { shape, named, error_summary, file });
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
fn find_directions<'m>(
    model: &Checked<'m>,
    protocol: &dyn Protocol,
) -> (BTreeMap<&'m ShapeId, Directions>, BTreeMap<&'m ShapeId, EventUse<'m>>) {
    let mut written = Reached::default();
    let mut read = Reached::default();
    for call in &model.operations {
        reach(model, protocol, call.input, &mut written);
        reach(model, protocol, call.output, &mut read);
        for error in &call.errors {
            reach(model, protocol, error, &mut read);
        }
    }
    let all = written.shapes.union(&read.shapes).copied();
    let directions = |id| Directions { write: written.shapes.contains(id), read: read.shapes.contains(id) };
    let directions = all.map(|id| (id, directions(id))).collect();
    let uses = written.events.iter().chain(&read.events);
    let events = uses.map(|(id, member)| {
        let directions = Directions { write: written.events.contains_key(id), read: read.events.contains_key(id) };
        (*id, EventUse { member, directions })
    });
    (directions, events.collect())
}

/// What one direction reaches.
#[derive(Default)]
struct Reached<'m> {
    shapes: BTreeSet<&'m ShapeId>,
    /// Structures that are events with members outside of a document, by which
    /// member of a union.
    events: BTreeMap<&'m ShapeId, &'m Member>,
}

fn reach<'m>(model: &Checked<'m>, protocol: &dyn Protocol, start: &'m Shape, reached: &mut Reached<'m>) {
    let mut pending = vec![start];
    while let Some(shape) = pending.pop() {
        if !reached.shapes.insert(&shape.id) {
            continue;
        }
        let is_stream = shape.kind == Kind::Union && shape.has_trait(ids::STREAMING);
        for member in &shape.members {
            let target = model.target(member);
            if !is_stream || is_document(model, protocol, target) {
                pending.push(target);
            } else if reached.events.insert(&target.id, member).is_none() {
                // What is not in a document does not make it one.
                pending.extend(target.members.iter().map(|member| model.target(member)));
            }
        }
    }
}

/// Whether an event is a document of all of its members. An error that a
/// response also can be is one only if it is read alike from both.
fn is_document(model: &Model, protocol: &dyn Protocol, event: &Shape) -> bool {
    let is_error = traits::error::is_error(&event.traits);
    event.members.iter().all(|member| {
        let is_in_response = is_error && protocol.binding(model, member, Side::Response) != Binding::Body;
        !member.has_trait(ids::EVENT_HEADER) && !member.has_trait(ids::EVENT_PAYLOAD) && !is_in_response
    })
}
