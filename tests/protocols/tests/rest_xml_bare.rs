//! In: what build.rs emits from models/rest_xml_bare.smithy. Out: it, as this crate, with the
//! tests that the model brings.

include!(concat!(env!("OUT_DIR"), "/rest_xml_bare/src/lib.rs"));
