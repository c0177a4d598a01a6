//! In: the files that build.rs emits from models/. Out: the clients whose requests are presigned:
//! forms in the query, objects whose body is their sender's, a request without a body, and a body
//! whose members go into the query.

#[allow(missing_docs)]
pub mod identity {
    include!(concat!(env!("OUT_DIR"), "/identity/src/lib.rs"));
}

#[allow(missing_docs)]
pub mod objects {
    include!(concat!(env!("OUT_DIR"), "/objects/src/lib.rs"));
}

#[allow(missing_docs)]
pub mod orders {
    include!(concat!(env!("OUT_DIR"), "/orders/src/lib.rs"));
}

#[allow(missing_docs)]
pub mod speech {
    include!(concat!(env!("OUT_DIR"), "/speech/src/lib.rs"));
}
