//! In: a checked model and what the user asked for. Out: the model that
//! lowering reads: only the shapes that the chosen operations reach, each
//! operation with an input and output of its own.
//!
//! Invariant: passes go from model to model, know nothing of Rust's tokens, and
//! running one twice changes nothing.

mod recursion;
mod service_errors;
mod slice;
mod synthetic_io;

use crate::choices::Places;
use crate::diagnostics::Diagnostics;
use crate::model::{Model, ShapeId};

pub(crate) use recursion::{is_boxed, is_recursive};
pub(crate) use slice::reached;
pub(crate) use synthetic_io::original_id;

/// What of the model a client is made for.
#[derive(Debug)]
pub(crate) struct Scope {
    pub(crate) service: ShapeId,
    /// Names or ids of the operations; None for all.
    pub(crate) operations: Option<Vec<String>>,
    /// Which of them nobody asked for, in words.
    pub(crate) brought: Vec<String>,
    /// Where these are written, if that is in a text.
    pub(crate) places: Option<Places>,
}

/// One step.
pub(crate) struct Pass {
    pub(crate) run: fn(&mut Model, &Scope, &mut Diagnostics),
}

/// The passes, in the order they run.
pub(crate) const ALL: &[Pass] = &[
    // Errors of the service are errors of each of its operations.
    service_errors::PASS,
    // The public API names inputs and outputs after the operation.
    synthetic_io::PASS,
    // After the inputs were cloned, so that originals nobody else uses go too.
    slice::PASS,
    // Last: it looks at what is left.
    recursion::PASS,
];
