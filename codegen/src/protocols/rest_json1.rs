//! `aws.protocols#restJson1`: HTTP bindings around JSON documents.

use super::{http_bindings, Call, InitialMessages, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Member, Model, Shape};
use crate::text::Text;
use crate::traits;

pub(super) struct RestJson1;

impl Protocol for RestJson1 {
    fn id(&self) -> &'static str {
        ids::REST_JSON_1
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Json,
            response: ir::Format::Json,
            errors: ir::ErrorEnvelope::Json,
        }
    }

    fn body_name(&self, member: &Member) -> Text {
        traits::text(&member.traits, ids::JSON_NAME).unwrap_or(&member.name).into()
    }

    fn body_timestamps(&self) -> ir::TimestampFormat {
        ir::TimestampFormat::EpochSeconds
    }

    fn binding(&self, model: &Model, member: &Member, side: Side) -> ir::Binding {
        http_bindings::binding(model, member, side, "application/json")
    }

    fn initial_messages(&self) -> Option<InitialMessages> {
        Some(InitialMessages::Http)
    }

    fn request(&self, call: &Call<'_>, input: &ir::Structure, diagnostics: &mut Diagnostics) -> Option<ir::Request> {
        http_bindings::request(call, input, Text::default(), diagnostics)
    }

    fn response(&self, _: &Call<'_>) -> ir::Response {
        ir::Response::new(ir::Enclosure::Document { root: None })
    }
}
