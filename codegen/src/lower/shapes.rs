//! In: the shapes that become types. Out: each of them lowered, once. Exists so that values,
//! paths and behaviours look a shape up instead of lowering it again.

mod attrs;
mod defaults;
mod enums;
mod errors;
mod event_streams;
mod members;
pub(super) mod scalars;
pub(super) mod secrets;
pub(super) mod sizes;
mod structures;
mod types;
mod unions;

use std::collections::BTreeMap;

use super::names::Context;
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Named};
use crate::model::{Kind, ShapeId};

pub(super) use attrs::attrs;
pub(super) use errors::variants as error_variants;
pub(super) use structures::lower as lower_structure;

/// The types of the crate that have a file, each lowered once.
pub(super) struct Shapes<'m> {
    lowered: Vec<ir::Shape>,
    by_id: BTreeMap<&'m ShapeId, usize>,
    by_path: BTreeMap<String, usize>,
}

impl<'m> Shapes<'m> {
    /// Lowers every shape that becomes a type.
    pub(super) fn lower(context: &Context<'m>, diagnostics: &mut Diagnostics) -> Self {
        let mut shapes = Self { lowered: Vec::new(), by_id: BTreeMap::new(), by_path: BTreeMap::new() };
        for (shape, path, module) in context.emitted() {
            shapes.by_id.insert(&shape.id, shapes.lowered.len());
            shapes.by_path.insert(key(path), shapes.lowered.len());
            let path = path.clone();
            let kind = match &shape.kind {
                Kind::Union => ir::ShapeKind::Union(unions::lower(context, shape, path, diagnostics)),
                Kind::Structure => {
                    let structure = structures::lower(context, shape, ir::Role::Shape, path, diagnostics);
                    ir::ShapeKind::Structure(structure)
                }
                _ => ir::ShapeKind::Enum(enums::lower(shape, path, diagnostics)),
            };
            shapes.lowered.push(ir::Shape { module: module.to_owned(), kind });
        }
        shapes
    }

    /// The structure that a shape of the model became.
    pub(super) fn structure_of(&self, id: &ShapeId) -> Option<&ir::Structure> {
        as_structure(self.lowered.get(*self.by_id.get(id)?)?)
    }

    /// The structure that a type names.
    pub(super) fn structure(&self, named: &Named) -> Option<&ir::Structure> {
        as_structure(self.named(named)?)
    }

    /// The union that a type names.
    pub(super) fn union(&self, named: &Named) -> Option<&ir::Union> {
        match &self.named(named)?.kind {
            ir::ShapeKind::Union(union) => Some(union),
            ir::ShapeKind::Structure(_) | ir::ShapeKind::Enum(_) => None,
        }
    }

    /// The enum that a type names.
    pub(super) fn r#enum(&self, named: &Named) -> Option<&ir::Enum> {
        match &self.named(named)?.kind {
            ir::ShapeKind::Enum(r#enum) => Some(r#enum),
            ir::ShapeKind::Structure(_) | ir::ShapeKind::Union(_) => None,
        }
    }

    fn named(&self, named: &Named) -> Option<&ir::Shape> {
        self.lowered.get(*self.by_path.get(&key(named))?)
    }

    /// All of them, by module.
    pub(super) fn into_sorted(mut self) -> Vec<ir::Shape> {
        self.lowered.sort_by(|a, b| a.module.cmp(&b.module));
        self.lowered
    }
}

fn as_structure(shape: &ir::Shape) -> Option<&ir::Structure> {
    match &shape.kind {
        ir::ShapeKind::Structure(structure) => Some(structure),
        ir::ShapeKind::Union(_) | ir::ShapeKind::Enum(_) => None,
    }
}

fn key(named: &Named) -> String {
    format!("{}::{}", named.module.join("::"), named.name)
}
