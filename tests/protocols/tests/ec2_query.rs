//! In: what build.rs emits from models/ec2_query.smithy. Out: it, as this crate, with the
//! tests that the model brings.

include!(concat!(env!("OUT_DIR"), "/ec2_query/src/lib.rs"));
