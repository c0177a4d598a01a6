//! In: the files that build.rs emits from model.smithy. Out: three clients of a service that is
//! called by a token, a key, or user and password, and one by a signature, too.

#[allow(missing_docs)]
pub mod header {
    include!(concat!(env!("OUT_DIR"), "/header/src/lib.rs"));
}

#[allow(missing_docs)]
pub mod query {
    include!(concat!(env!("OUT_DIR"), "/query/src/lib.rs"));
}

#[allow(missing_docs)]
pub mod signed {
    include!(concat!(env!("OUT_DIR"), "/signed/src/lib.rs"));
}
