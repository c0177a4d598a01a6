//! In: Smithy models as texts. Out: the files of a Rust client crate, as texts.
//! Exists so that a client needs neither a JVM nor a network to be generated.

#![forbid(unsafe_code)]

mod diagnostics;
mod model;

pub use diagnostics::{Diagnostic, Diagnostics, Severity, Source, Sources, Span};
pub use model::{Kind, Member, Model, Node, Number, Operation, Resource, Service, Shape, ShapeId, Traits, Value};
