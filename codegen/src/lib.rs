//! In: Smithy models as texts. Out: the files of a Rust client crate, as texts.
//! Exists so that a client needs neither a JVM nor a network to be generated.

#![forbid(unsafe_code)]

mod checks;
mod choices;
mod codecs;
mod dependency;
mod diagnostics;
#[cfg(feature = "driver")]
pub mod driver;
mod endpoint_rules;
mod generate;
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals;
mod ir;
mod jmespath;
mod json_ast;
mod load;
mod lower;
mod metadata;
mod model;
mod names;
mod outline;
mod output;
mod plural;
mod prelude;
mod protocols;
mod resolve;
mod rt;
mod sections;
mod selectors;
mod suggest;
mod suppressions;
mod syntax;
mod text;
mod traits;
mod transforms;
mod values;
mod words;

pub use choices::Places;
pub use dependency::{Runtime, RUNTIME_VERSION};
pub use diagnostics::{Audience, Diagnostic, Diagnostics, Severity, Source, Sources, Span};
pub use generate::{generate, generate_observed, outline, services, Generated, Options, ServiceNames, STAGES};
pub use json_ast::AstOptions;
pub use load::{load, LoadOptions};
pub use lower::{protocols_of, Refused};
pub use model::{
    Kind, Member, Model, Node, Nullability, Number, Operation, Resource, Service, Shape, ShapeId, Traits, Value,
};
pub use outline::{OperationOutline, Outline, Part, RefusedOutline};
pub use output::Tree;
pub use selectors::{select, SelectorError};
