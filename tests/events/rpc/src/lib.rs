//! In: the files that build.rs emits from model.smithy. Out: them, as this crate.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));
