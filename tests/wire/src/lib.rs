//! In: the files that build.rs emits from model.smithy and deep.smithy. Out: them, as
//! this crate. Why: the wire tests call a client that is made by the generator as it
//! stands, and nobody has to commit, review or refresh its thousands of lines.

#![allow(clippy::too_many_lines)] // A structure with a hundred members.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));

/// What JMESPath asks of the output of `Look`.
pub mod questions {
    include!(concat!(env!("OUT_DIR"), "/questions.rs"));
}
