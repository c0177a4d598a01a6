//! In: the untyped traits of the model. Out: the typed views that lowering
//! reads. A trait without a value is an id here; one with a value has a file.
//!
//! Only what changes the output is listed. A trait that is not, is inert.

pub(crate) mod aws_query;
pub(crate) mod aws_service;
pub(crate) mod deprecated;
pub(crate) mod endpoint;
pub(crate) mod error;
pub(crate) mod http;
pub(crate) mod http_checksum;
pub(crate) mod paginated;
pub(crate) mod protocol_tests;
pub(crate) mod request_compression;
pub(crate) mod timestamp_format;
pub(crate) mod waitable;

use crate::diagnostics::Audience;
use crate::model::{ids, Node, Traits};

/// Every trait that some part of the generator asks for; a test resolves each.
pub(crate) const USED: &[&str] = &[
    ids::AUTH,
    ids::CLIENT_CONTEXT_PARAMS,
    ids::CLIENT_OPTIONAL,
    ids::CONTEXT_PARAM,
    ids::DEFAULT,
    ids::DOCUMENTATION,
    ids::ENDPOINT,
    ids::ENDPOINT_BDD,
    ids::ENDPOINT_RULE_SET,
    ids::ENDPOINT_TESTS,
    ids::ENUM,
    ids::ENUM_VALUE,
    ids::EVENT_HEADER,
    ids::EVENT_PAYLOAD,
    ids::EXAMPLES,
    ids::EXTERNAL_DOCUMENTATION,
    ids::HTTP_API_KEY_AUTH,
    ids::HTTP_BASIC_AUTH,
    ids::HTTP_BEARER_AUTH,
    ids::HTTP_CHECKSUM,
    ids::HTTP_CHECKSUM_REQUIRED,
    ids::HTTP_HEADER,
    ids::HTTP_LABEL,
    ids::HTTP_PAYLOAD,
    ids::HTTP_PREFIX_HEADERS,
    ids::HTTP_QUERY,
    ids::HTTP_QUERY_PARAMS,
    ids::HTTP_RESPONSE_CODE,
    ids::IDEMPOTENCY_TOKEN,
    ids::INPUT,
    ids::JSON_NAME,
    ids::LONG_POLL,
    ids::MEDIA_TYPE,
    ids::OPERATION_CONTEXT_PARAMS,
    ids::OPTIONAL_AUTH,
    ids::PROTOCOL_DEFINITION,
    ids::RECOMMENDED,
    ids::REQUEST_COMPRESSION,
    ids::REQUIRED,
    ids::REQUIRES_LENGTH,
    ids::SENSITIVE,
    ids::SIGV4,
    ids::SIGV4A,
    ids::SINCE,
    ids::SPARSE,
    ids::STATIC_CONTEXT_PARAMS,
    ids::STREAMING,
    ids::TITLE,
    ids::UNSIGNED_PAYLOAD,
    ids::UNSTABLE,
    ids::AWS_JSON_1_0,
    ids::AWS_JSON_1_1,
    ids::AWS_QUERY,
    ids::EC2_QUERY,
    ids::EC2_QUERY_NAME,
    ids::REST_JSON_1,
    ids::REST_XML,
    ids::RPC_V2_CBOR,
    ids::RPC_V2_JSON,
    ids::S3_UNWRAPPED_XML_OUTPUT,
    ids::XML_ATTRIBUTE,
    ids::XML_FLATTENED,
    ids::XML_NAME,
    ids::XML_NAMESPACE,
    aws_query::COMPATIBLE,
    aws_query::ERROR,
    aws_service::ID,
    deprecated::ID,
    error::ERROR,
    error::HTTP_ERROR,
    error::RETRYABLE,
    http::ID,
    paginated::ID,
    protocol_tests::EVENTS,
    protocol_tests::REQUESTS,
    protocol_tests::RESPONSES,
    timestamp_format::ID,
    waitable::ID,
];

/// Traits that are read for docs and tests only: no request or response depends
/// on them.
const FOR_PEOPLE: &[&str] = &[
    ids::DOCUMENTATION,
    ids::EXAMPLES,
    ids::EXTERNAL_DOCUMENTATION,
    ids::RECOMMENDED,
    ids::SINCE,
    ids::TITLE,
    ids::UNSTABLE,
    deprecated::ID,
    protocol_tests::EVENTS,
    protocol_tests::REQUESTS,
    protocol_tests::RESPONSES,
];

/// Traits that loading reads, so that no later part of the generator has to.
const READ_WHILE_LOADING: &[&str] = &[ids::BOX, ids::MIXIN];

/// For whom an ERROR is that is about nothing but this trait.
pub(crate) fn audience_of(trait_id: &str) -> Audience {
    let is_read = USED.contains(&trait_id) || READ_WHILE_LOADING.contains(&trait_id);
    match is_read && !FOR_PEOPLE.contains(&trait_id) {
        true => Audience::Client,
        false => Audience::Author,
    }
}

/// The value of a trait whose value is a string.
pub(crate) fn text<'t>(traits: &'t Traits, id: &str) -> Option<&'t str> {
    traits.get(id).and_then(Node::as_str)
}

#[cfg(test)]
mod tests {
    use crate::{load, LoadOptions, Sources};

    /// A misspelled id would make its trait inert without a word.
    #[test]
    fn every_trait_that_is_used_is_defined() {
        let uses: String = super::USED.iter().map(|id| format!("use {id}\n")).collect();
        let mut sources = Sources::new();
        sources.add("uses.smithy", format!("$version: \"2.0\"\nnamespace example\n{uses}"));
        let (model, _) = load(&sources, &LoadOptions::default());
        let is_defined = |id: &&str| {
            let shape = model.shapes().find(|shape| shape.id.as_str() == *id);
            shape.is_some_and(|shape| shape.has_trait("smithy.api#trait"))
        };
        let undefined: Vec<&str> = super::USED.iter().copied().filter(|id| !is_defined(id)).collect();
        assert!(undefined.is_empty(), "{undefined:?}");
    }
}
