//! `aws.protocols#restJson1`: HTTP bindings around JSON documents.

use super::{http_bindings, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{Member, Model, Shape};
use crate::traits;

pub(super) struct RestJson1;

impl Protocol for RestJson1 {
    fn id(&self) -> &'static str {
        "aws.protocols#restJson1"
    }

    fn codec(&self) -> &'static str {
        "json"
    }

    fn body_name(&self, member: &Member) -> String {
        traits::text(&member.traits, traits::JSON_NAME).unwrap_or(&member.name).to_owned()
    }

    fn body_timestamps(&self) -> ir::TimestampFormat {
        ir::TimestampFormat::EpochSeconds
    }

    fn binding(&self, model: &Model, member: &Member, side: Side) -> ir::Binding {
        http_bindings::binding(model, member, side, "application/json")
    }

    fn request(
        &self,
        _: &Model,
        operation: &Shape,
        input: &ir::Structure,
        diagnostics: &mut Diagnostics,
    ) -> Option<ir::Request> {
        http_bindings::request(operation, input, self.codec(), diagnostics)
    }
}
