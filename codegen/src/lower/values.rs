//! In: values and paths that the model has in traits. Out: the same in terms of the types
//! that the shapes became.

pub(super) mod crate_example;
pub(super) mod examples;
pub(super) mod literals;
pub(super) mod paths;
mod plausible;
pub(super) mod protocol_tests;
pub(super) mod queries;
