//! In: what build.rs emits from models/aws_query.smithy. Out: it, as this crate, with the
//! tests that the model brings.

include!(concat!(env!("OUT_DIR"), "/aws_query/src/lib.rs"));
