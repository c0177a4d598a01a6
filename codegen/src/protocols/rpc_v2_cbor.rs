//! `smithy.protocols#rpcv2Cbor`: a CBOR map to an address that names the
//! operation.

use super::{rpc_binding, rpc_v2, Call, InitialMessages, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Member, Model, Shape};

pub(super) struct RpcV2Cbor;

impl Protocol for RpcV2Cbor {
    fn id(&self) -> &'static str {
        ids::RPC_V2_CBOR
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
        Some(rpc_v2::request(call, input, "rpc-v2-cbor", "application/cbor"))
    }

    fn response(&self, _: &Call<'_>) -> ir::Response {
        ir::Response::new(ir::Enclosure::Document { root: None })
    }
}
