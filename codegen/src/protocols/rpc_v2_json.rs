//! `smithy.protocols#rpcv2Json`: a JSON object to an address that names the
//! operation.

use super::{rpc_binding, rpc_v2, Call, InitialMessages, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Member, Model, Shape};

pub(super) struct RpcV2Json;

impl Protocol for RpcV2Json {
    fn id(&self) -> &'static str {
        ids::RPC_V2_JSON
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::RpcJson,
            response: ir::Format::RpcJson,
            errors: ir::ErrorEnvelope::RpcJson,
        }
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
        Some(rpc_v2::request(call, input, "rpc-v2-json", "application/json"))
    }

    fn response(&self, _: &Call<'_>) -> ir::Response {
        ir::Response::new(ir::Enclosure::Document { root: None })
    }
}
