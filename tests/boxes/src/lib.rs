//! In: the files that build.rs emits from model.smithy. Out: them, as this crate: the client of
//! a service that is called S3, and has what only S3 has.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));
