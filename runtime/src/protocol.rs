//! The protocols, as far as responses differ by them: how each says that one is an error,
//! and which. It exists apart from HTTP because the bodies of errors are documents, which
//! only codecs read.

#[cfg(feature = "cbor")]
mod cbor;
mod json;
#[cfg(feature = "xml")]
mod xml;

use crate::http::Errors;

/// restJson1 and awsJson: an object with `code` or `__type`, and `message`.
pub const JSON: &Errors = &Errors {
    read: json::read,
    path: &[],
    has_code_in_header: true,
    are_in_success: |_, _| false,
    mark: None,
    codes_without_body: &[],
};

/// rpcv2Json: an object with `__type` and `message`.
pub const RPC_JSON: &Errors = &Errors {
    read: json::read_by_type,
    has_code_in_header: false,
    mark: Some(("smithy-protocol", "rpc-v2-json")),
    ..*JSON
};

/// rpcv2Cbor: a map with `__type` and `message`.
#[cfg(feature = "cbor")]
pub const CBOR: &Errors =
    &Errors { read: cbor::read, has_code_in_header: false, mark: Some(("smithy-protocol", "rpc-v2-cbor")), ..*JSON };

/// restXml and awsQuery: `Code` and `Message` in an element of the document.
#[cfg(feature = "xml")]
pub const XML: &Errors = &Errors {
    read: xml::read,
    path: &["ErrorResponse", "Error"],
    has_code_in_header: false,
    are_in_success: xml::is_error,
    ..*JSON
};

/// restXml with `noErrorWrapping`: the error is the document. To a HEAD there is none, but
/// S3, whose errors these are, has one in its model for this status.
#[cfg(feature = "xml")]
pub const BARE_XML: &Errors = &Errors { path: &["Error"], codes_without_body: &[(404, "NotFound")], ..*XML };

/// ec2Query.
#[cfg(feature = "query")]
pub const EC2: &Errors = &Errors { path: &["Response", "Errors", "Error"], ..*XML };

/// Events of restXml, each of which is a document of its own with nothing around it.
#[cfg(feature = "xml")]
pub const XML_EVENT: &Errors = &Errors { path: &[], ..*XML };
