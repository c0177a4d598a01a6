//! In: the shapes of the sliced model. Out: the Rust name and module of each that becomes a
//! type, and an error for each two that would become one.

pub(super) mod collisions;
mod context;
mod namespaces;

pub(super) use context::Context;
