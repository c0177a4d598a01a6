//! In: what build.rs emits from models/rest_json1.smithy. Out: it, as this crate, with the
//! tests that the model brings.

include!(concat!(env!("OUT_DIR"), "/rest_json1/src/lib.rs"));
