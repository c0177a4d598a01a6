//! The rules of the packages `smithy-aws-traits` and `smithy-protocol-traits`,
//! which concern models that use `aws.api`, `aws.auth`, `aws.protocols` or
//! `smithy.protocols` only.

pub(super) mod arn_template;
pub(super) mod arn_trait;
pub(super) mod client_endpoint_discovery;
pub(super) mod cloud_watch_namespace;
pub(super) mod error_rename;
pub(super) mod event_source;
pub(super) mod http_checksum_trait;
pub(super) mod protocol_http;
pub(super) mod protocol_http_payload;
pub(super) mod query_error_code;
pub(super) mod sdk_service_id;
pub(super) mod service_tagging;
pub(super) mod sig_v4_traits;
pub(super) mod tag_enabled_service;
pub(super) mod tag_resource_property_name;
pub(super) mod tag_resource_property_type;
pub(super) mod taggable_resource;
mod tags;

use crate::model::{ids, Model, Node, Shape};

use super::own_with;

const SERVICE: &str = ids::SERVICE;
const ARN: &str = ids::ARN;
const TAGGABLE: &str = ids::TAGGABLE;
const TAG_ENABLED: &str = ids::TAG_ENABLED;

/// The protocols of AWS that share `http` and `eventStreamHttp`.
const HTTP_PROTOCOLS: [&str; 4] = [ids::AWS_JSON_1_0, ids::AWS_JSON_1_1, ids::REST_JSON_1, ids::REST_XML];

/// The namespace of the service in ARNs: its own, or its name in lower case.
pub(super) fn arn_namespace(service: &Shape, node: &Node) -> String {
    let own = node.get("arnNamespace").and_then(Node::as_str);
    own.map_or_else(|| service.id.name().to_lowercase(), str::to_owned)
}

/// The services of the user's sources that are services of AWS.
pub(super) fn aws_services(model: &Model) -> impl Iterator<Item = (&Shape, &Node)> {
    own_with(model, SERVICE)
}
