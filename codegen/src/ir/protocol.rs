//! In: the protocol that a service speaks. Out: in which formats its bodies are, and where
//! its errors are in them. Exists so that whoever prints has nothing to look up.

/// How requests and responses of a service look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Protocol {
    /// The id of the protocol's trait.
    pub(crate) id: &'static str,
    /// What bodies of requests are in.
    pub(crate) request: Format,
    /// What bodies of responses are in.
    pub(crate) response: Format,
    pub(crate) errors: ErrorEnvelope,
}

/// The formats of bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    /// The JSON of rpcv2Json: big numbers are strings, and times are seconds.
    RpcJson,
    Cbor,
    Xml,
    /// The parameters of awsQuery.
    Query,
    /// The parameters of ec2Query.
    Ec2Query,
}

/// Where a response has the error that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorEnvelope {
    /// The code is in a header or in the object.
    Json,
    /// In the object.
    RpcJson,
    /// In the map.
    Cbor,
    /// `Error` in an `ErrorResponse`.
    Xml,
    /// `Error`, which is the document.
    BareXml,
    /// `Error` in the `Errors` of a `Response`.
    Ec2,
}
