//! In: the files that build.rs emits from model.smithy. Out: a client with waiters, and a
//! service for it, in memory.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

pub mod service;
