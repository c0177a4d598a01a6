//! `smithy.protocols#rpcv2Cbor`: a CBOR map to an address that names the
//! operation.

use super::{body, rpc_binding, Call, InitialMessages, Protocol, Side, EVENT_STREAM};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Body, PathPart};
use crate::model::{Member, Model, Shape};
use crate::text::Text;
use crate::traits;
use crate::transforms;

pub(super) struct RpcV2Cbor;

impl Protocol for RpcV2Cbor {
    fn id(&self) -> &'static str {
        traits::RPC_V2_CBOR
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Cbor,
            response: ir::Format::Cbor,
            errors: ir::ErrorEnvelope::Cbor,
        }
    }

    fn has_documents(&self) -> bool {
        false
    }

    fn body_timestamps(&self) -> ir::TimestampFormat {
        ir::TimestampFormat::EpochSeconds
    }

    fn binding(&self, model: &Model, member: &Member, _: Side) -> ir::Binding {
        rpc_binding(model, member)
    }

    fn initial_messages(&self) -> Option<InitialMessages> {
        Some(InitialMessages::Message)
    }

    fn request(&self, call: &Call<'_>, input: &ir::Structure, _: &mut Diagnostics) -> Option<ir::Request> {
        let (service, operation) = (call.service.id.name(), call.operation.id.name());
        let accept = if call.receives_events { EVENT_STREAM } else { "application/cbor" };
        let mut headers = vec![("smithy-protocol", "rpc-v2-cbor".into()), ("accept", accept.into())];
        headers.extend(traits::aws_query::mode_header(call.service));
        // An operation without an input sends nothing, not even an empty map.
        let has_input = transforms::original_id(call.input) != Some(traits::UNIT);
        Some(ir::Request {
            method: "POST".into(),
            path: vec![PathPart::Literal(format!("/service/{service}/operation/{operation}").into())],
            query_literals: Vec::new(),
            headers,
            body: match body(input) {
                Body::Empty if has_input => Body::Members,
                body => body,
            },
            root: Text::default(),
        })
    }

    fn response(&self, _: &Call<'_>) -> ir::Response {
        ir::Response::new(ir::Enclosure::Document { root: None })
    }
}
