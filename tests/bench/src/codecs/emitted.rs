//! In: the files that emit.rs makes of the model. Out: them, as a crate. Why: a client
//! for each protocol, of one model, without a line that anybody has to commit.

include!(concat!(env!("OUT_DIR"), "/src/lib.rs"));
