//! `@awsQueryError` and `@awsQueryCompatible`: what a service that speaks or
//! once spoke awsQuery calls its errors (AWS query protocol, "awsQueryError").

use crate::model::{ids, Node, Shape};
use crate::text::Text;

/// The code of an error.
pub(crate) const ERROR: &str = ids::AWS_QUERY_ERROR;
/// A service that keeps the codes of its awsQuery days.
pub(crate) const COMPATIBLE: &str = ids::AWS_QUERY_COMPATIBLE;

/// What the wire calls the error.
pub(crate) fn error_code(error: &Shape) -> &str {
    let code = error.traits.get(ERROR).and_then(|node| node.get("code")).and_then(Node::as_str);
    code.unwrap_or(error.id.name())
}

/// The header that asks a compatible service for these codes.
pub(crate) fn mode_header(service: &Shape) -> Option<(&'static str, Text)> {
    service.has_trait(COMPATIBLE).then(|| ("x-amzn-query-mode", "true".into()))
}
