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

use crate::diagnostics::Audience;
use crate::model::{Node, Traits};

pub(crate) const AWS_JSON_1_0: &str = "aws.protocols#awsJson1_0";
pub(crate) const AWS_JSON_1_1: &str = "aws.protocols#awsJson1_1";
pub(crate) const AWS_QUERY: &str = "aws.protocols#awsQuery";
pub(crate) const AUTH: &str = "smithy.api#auth";
pub(crate) const CLIENT_OPTIONAL: &str = "smithy.api#clientOptional";
pub(crate) const DEFAULT: &str = "smithy.api#default";
pub(crate) const DOCUMENTATION: &str = "smithy.api#documentation";
pub(crate) const EC2_QUERY: &str = "aws.protocols#ec2Query";
pub(crate) const EC2_QUERY_NAME: &str = "aws.protocols#ec2QueryName";
pub(crate) const ENDPOINT: &str = "smithy.api#endpoint";
pub(crate) const ENUM: &str = "smithy.api#enum";
pub(crate) const ENUM_VALUE: &str = "smithy.api#enumValue";
pub(crate) const EVENT_HEADER: &str = "smithy.api#eventHeader";
pub(crate) const EVENT_PAYLOAD: &str = "smithy.api#eventPayload";
pub(crate) const EXAMPLES: &str = "smithy.api#examples";
pub(crate) const EXTERNAL_DOCUMENTATION: &str = "smithy.api#externalDocumentation";
pub(crate) const HTTP_CHECKSUM: &str = "aws.protocols#httpChecksum";
pub(crate) const HTTP_CHECKSUM_REQUIRED: &str = "smithy.api#httpChecksumRequired";
pub(crate) const HTTP_HEADER: &str = "smithy.api#httpHeader";
pub(crate) const HTTP_LABEL: &str = "smithy.api#httpLabel";
pub(crate) const HTTP_PAYLOAD: &str = "smithy.api#httpPayload";
pub(crate) const HTTP_PREFIX_HEADERS: &str = "smithy.api#httpPrefixHeaders";
pub(crate) const HTTP_QUERY: &str = "smithy.api#httpQuery";
pub(crate) const HTTP_QUERY_PARAMS: &str = "smithy.api#httpQueryParams";
pub(crate) const HTTP_RESPONSE_CODE: &str = "smithy.api#httpResponseCode";
pub(crate) const IDEMPOTENCY_TOKEN: &str = "smithy.api#idempotencyToken";
pub(crate) const INPUT: &str = "smithy.api#input";
pub(crate) const JSON_NAME: &str = "smithy.api#jsonName";
pub(crate) const MEDIA_TYPE: &str = "smithy.api#mediaType";
pub(crate) const OPTIONAL_AUTH: &str = "smithy.api#optionalAuth";
pub(crate) const PROTOCOL_DEFINITION: &str = "smithy.api#protocolDefinition";
pub(crate) const RECOMMENDED: &str = "smithy.api#recommended";
pub(crate) const REQUEST_COMPRESSION: &str = "smithy.api#requestCompression";
pub(crate) const REQUIRED: &str = "smithy.api#required";
pub(crate) const REQUIRES_LENGTH: &str = "smithy.api#requiresLength";
pub(crate) const REST_JSON_1: &str = "aws.protocols#restJson1";
pub(crate) const REST_XML: &str = "aws.protocols#restXml";
pub(crate) const RPC_V2_CBOR: &str = "smithy.protocols#rpcv2Cbor";
pub(crate) const S3_UNWRAPPED_XML_OUTPUT: &str = "aws.customizations#s3UnwrappedXmlOutput";
pub(crate) const SENSITIVE: &str = "smithy.api#sensitive";
pub(crate) const SIGV4: &str = "aws.auth#sigv4";
pub(crate) const SINCE: &str = "smithy.api#since";
pub(crate) const SPARSE: &str = "smithy.api#sparse";
pub(crate) const STREAMING: &str = "smithy.api#streaming";
pub(crate) const TITLE: &str = "smithy.api#title";
pub(crate) const UNSIGNED_PAYLOAD: &str = "aws.auth#unsignedPayload";
pub(crate) const UNSTABLE: &str = "smithy.api#unstable";
pub(crate) const XML_ATTRIBUTE: &str = "smithy.api#xmlAttribute";
pub(crate) const XML_FLATTENED: &str = "smithy.api#xmlFlattened";
pub(crate) const XML_NAME: &str = "smithy.api#xmlName";
pub(crate) const XML_NAMESPACE: &str = "smithy.api#xmlNamespace";

/// Every trait that some part of the generator asks for; a test resolves each.
pub(crate) const USED: &[&str] = &[
    AUTH,
    CLIENT_OPTIONAL,
    DEFAULT,
    DOCUMENTATION,
    ENDPOINT,
    ENUM,
    ENUM_VALUE,
    EVENT_HEADER,
    EVENT_PAYLOAD,
    EXAMPLES,
    EXTERNAL_DOCUMENTATION,
    HTTP_CHECKSUM,
    HTTP_CHECKSUM_REQUIRED,
    HTTP_HEADER,
    HTTP_LABEL,
    HTTP_PAYLOAD,
    HTTP_PREFIX_HEADERS,
    HTTP_QUERY,
    HTTP_QUERY_PARAMS,
    HTTP_RESPONSE_CODE,
    IDEMPOTENCY_TOKEN,
    INPUT,
    JSON_NAME,
    MEDIA_TYPE,
    OPTIONAL_AUTH,
    PROTOCOL_DEFINITION,
    RECOMMENDED,
    REQUEST_COMPRESSION,
    REQUIRED,
    REQUIRES_LENGTH,
    SENSITIVE,
    SIGV4,
    SINCE,
    SPARSE,
    STREAMING,
    TITLE,
    UNSIGNED_PAYLOAD,
    UNSTABLE,
    AWS_JSON_1_0,
    AWS_JSON_1_1,
    AWS_QUERY,
    EC2_QUERY,
    EC2_QUERY_NAME,
    REST_JSON_1,
    REST_XML,
    RPC_V2_CBOR,
    S3_UNWRAPPED_XML_OUTPUT,
    XML_ATTRIBUTE,
    XML_FLATTENED,
    XML_NAME,
    XML_NAMESPACE,
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
];

/// Traits that are read for docs and tests only: no request or response depends
/// on them.
const FOR_PEOPLE: &[&str] = &[
    DOCUMENTATION,
    EXAMPLES,
    EXTERNAL_DOCUMENTATION,
    RECOMMENDED,
    SINCE,
    TITLE,
    UNSTABLE,
    deprecated::ID,
    protocol_tests::EVENTS,
    protocol_tests::REQUESTS,
    protocol_tests::RESPONSES,
];

/// Traits that loading reads, so that no later part of the generator has to.
const READ_WHILE_LOADING: &[&str] = &["smithy.api#box", "smithy.api#mixin"];

/// For whom an ERROR is that is about nothing but this trait.
pub(crate) fn audience_of(trait_id: &str) -> Audience {
    let is_read = USED.contains(&trait_id) || READ_WHILE_LOADING.contains(&trait_id);
    match is_read && !FOR_PEOPLE.contains(&trait_id) {
        true => Audience::Client,
        false => Audience::Author,
    }
}

/// The id of the unit type: no value at all.
pub(crate) const UNIT: &str = "smithy.api#Unit";

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
