//! In: a model and the operations that were asked for. Out: the service with
//! just these, and no shape that they do not reach. Exists because a user pays
//! build time for every shape.

use std::collections::BTreeSet;

use super::{Pass, Scope};
use crate::choices::Choice;
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model, Shape, ShapeId};
use crate::suggest::{self, Suggestions};

pub(super) const PASS: Pass = Pass { run };

fn run(model: &mut Model, scope: &Scope, diagnostics: &mut Diagnostics) {
    let Some(service) = model.shape(&scope.service) else { return };
    let all = model.operations_of(service);
    let chosen: Vec<ShapeId> = match &scope.operations {
        None => all.iter().map(|shape| shape.id.clone()).collect(),
        Some(names) => choose(&all, names, scope, diagnostics),
    };
    if let Some(Kind::Service(service)) = model.shapes.get_mut(&scope.service).map(|shape| &mut shape.kind) {
        service.operations = chosen;
        service.resources.clear();
    }
    let reached = closure(model, [scope.service.clone()]);
    model.shapes.retain(|id, _| reached.contains(id));
}

fn choose(all: &[&Shape], names: &[String], scope: &Scope, diagnostics: &mut Diagnostics) -> Vec<ShapeId> {
    let mut chosen = BTreeSet::new();
    let suggestions = Suggestions::default();
    for name in names {
        match all.iter().find(|shape| shape.id.name() == name || shape.id.as_str() == name) {
            Some(shape) => {
                chosen.insert(shape.id.clone());
            }
            None => {
                let nearest = suggestions.nearest(name, all.iter().map(|shape| shape.id.name()));
                let error = diagnostics.error(
                    "Whitesmith.UnknownOperation",
                    Choice::Operation(name).span(scope.places.as_ref()),
                    format!("service `{}` has no operation `{name}`", scope.service),
                );
                if let Some(nearest) = suggest::list(&nearest) {
                    error.help(format!("did you mean {nearest}?"));
                }
            }
        }
    }
    chosen.into_iter().collect()
}

/// Every shape that the operations of the scope reach, with the mixins of each,
/// before any pass has run. A name of no operation is not held against anybody yet.
pub(crate) fn reached(model: &Model, scope: &Scope) -> BTreeSet<ShapeId> {
    let Some(service) = model.shape(&scope.service) else { return BTreeSet::new() };
    let all = model.operations_of(service);
    let chosen = match &scope.operations {
        None => all.iter().map(|shape| shape.id.clone()).collect(),
        Some(names) => choose(&all, names, scope, &mut Diagnostics::new()),
    };
    let errors = match &service.kind {
        Kind::Service(facts) => facts.errors.clone(),
        _ => Vec::new(),
    };
    let mut reached = closure(model, chosen.into_iter().chain(errors));
    reached.insert(service.id.clone());
    let mut pending: Vec<ShapeId> = reached.iter().cloned().collect();
    while let Some(shape) = pending.pop().and_then(|id| model.shape(&id)) {
        pending.extend(shape.mixins.iter().filter(|id| reached.insert((*id).clone())).cloned());
    }
    reached
}

/// Every shape that these reach, themselves included.
fn closure(model: &Model, roots: impl IntoIterator<Item = ShapeId>) -> BTreeSet<ShapeId> {
    let mut reached = BTreeSet::new();
    let mut pending: Vec<ShapeId> = roots.into_iter().collect();
    while let Some(id) = pending.pop() {
        let Some(shape) = model.shape(&id) else { continue };
        if !reached.insert(id) {
            continue;
        }
        pending.extend(shape.members.iter().map(|member| member.target.clone()));
        match &shape.kind {
            Kind::Service(service) => pending.extend(service.operations.iter().cloned()),
            Kind::Operation(operation) => {
                pending.push(operation.input.clone());
                pending.push(operation.output.clone());
                pending.extend(operation.errors.iter().cloned());
            }
            _ => {}
        }
    }
    reached
}
