//! What rpcv2Cbor and rpcv2Json have in common: the address and the headers of a request.
//! They differ in the format of bodies.

use super::{body, Call, EVENT_STREAM};
use crate::ir::{self, Body, PathPart};
use crate::model::ids;
use crate::text::Text;
use crate::traits;
use crate::transforms;

/// The request of an operation. `id` is what the header calls the protocol, `content_type`
/// the type of bodies.
pub(super) fn request(
    call: &Call<'_>,
    input: &ir::Structure,
    id: &'static str,
    content_type: &'static str,
) -> ir::Request {
    let (service, operation) = (call.service.id.name(), call.operation.id.name());
    let accept = if call.receives_events { EVENT_STREAM } else { content_type };
    let mut headers = vec![("smithy-protocol", id.into()), ("accept", accept.into())];
    headers.extend(traits::aws_query::mode_header(call.service));
    // An operation without an input sends nothing, not even an empty document.
    let has_input = transforms::original_id(call.input) != Some(ids::UNIT);
    ir::Request {
        method: "POST".into(),
        path: vec![PathPart::Literal(format!("/service/{service}/operation/{operation}").into())],
        query_literals: Vec::new(),
        headers,
        body: match body(input) {
            Body::Empty if has_input => Body::Members,
            body => body,
        },
        root: Text::default(),
    }
}
