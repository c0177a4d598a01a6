//! In: the clients that build.rs emits, one a protocol. Out: calls of them to a service in
//! memory that answers whatever it is told to, and all that can be seen of what they return.
//! Why a library: the tests beside it and the fuzz targets ask the same.

// The same text is in the module of each client: there it means another one.
#![allow(clippy::duplicate_mod)]

use std::future::Future;
use std::pin::Pin;

pub mod fixtures;
pub mod frames;
pub mod fuzzed;
pub mod logged;
pub mod seen;
pub mod service;
pub mod value;
pub mod variants;

/// What is seen of a call.
#[derive(Debug)]
pub struct Called {
    /// All of it.
    pub seen: String,
    /// Whether there is an output.
    pub is_ok: bool,
    /// The status of the response that an error keeps.
    pub status: Option<u16>,
    /// The code of an error, the request's id and the error's type: what the protocol calls
    /// so.
    pub ids: [Option<String>; 3],
}

/// Something on its way.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The calls of a client, the same for each protocol.
pub trait Calls {
    /// Calls an operation with as little as it asks for.
    fn call<'a>(&'a self, operation: &'a str) -> Later<'a, Called>;

    /// What is seen of an input with a secret in each of its members, and of the errors of
    /// inputs that cannot be sent.
    fn inputs(&self) -> Later<'_, String>;

    /// What is seen of the events of a stream, if the protocol has streams.
    fn listen(&self) -> Later<'_, String>;
}

/// Clients as modules, to which build.rs adds what calls their operations.
macro_rules! clients {
    ($($module:ident $path:literal,)*) => {
        $(#[allow(missing_docs, unused)]
        pub mod $module {
            include!(concat!(env!("OUT_DIR"), "/", $path, "/src/lib.rs"));
        })*

        /// A client of the service that speaks the protocol of this name.
        ///
        /// # Panics
        /// There is no such protocol.
        pub fn client(protocol: &str, service: &service::Service) -> Box<dyn Calls> {
            match protocol {
                $($path => Box::new($module::calls::client(service)),)*
                other => panic!("there is no client of `{other}`"),
            }
        }
    };
}

clients! {
    aws_json1_0 "aws_json1_0",
    aws_json1_1 "aws_json1_1",
    aws_query "aws_query",
    ec2_query "ec2_query",
    rest_json1 "rest_json1",
    rest_xml "rest_xml",
    rest_xml_bare "rest_xml_bare",
    rpcv2_cbor "rpcv2_cbor",
    rpcv2_json "rpcv2_json",
}
