//! `aws.protocols#awsJson1_0` and `awsJson1_1`: a JSON object to one address,
//! and a header that names the operation. They differ in the content type.

use super::{body, rpc_binding, Call, InitialMessages, Protocol, Side, EVENT_STREAM};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Body, PathPart};
use crate::model::{ids, Member, Model, Shape};
use crate::text::Text;
use crate::traits;

pub(super) struct AwsJson {
    id: &'static str,
    content_type: &'static str,
}

pub(super) const AWS_JSON_1_0: AwsJson = AwsJson { id: ids::AWS_JSON_1_0, content_type: "application/x-amz-json-1.0" };
pub(super) const AWS_JSON_1_1: AwsJson = AwsJson { id: ids::AWS_JSON_1_1, content_type: "application/x-amz-json-1.1" };

impl Protocol for AwsJson {
    fn id(&self) -> &'static str {
        self.id
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Json,
            response: ir::Format::Json,
            errors: ir::ErrorEnvelope::Json,
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
        let target = format!("{}.{}", call.service.id.name(), call.operation.id.name());
        let content_type = if call.sends_events { EVENT_STREAM } else { self.content_type };
        let mut headers = vec![("content-type", content_type.into()), ("x-amz-target", target.into())];
        headers.extend(traits::aws_query::mode_header(call.service));
        Some(ir::Request {
            method: "POST".into(),
            path: vec![PathPart::Literal("/".into())],
            query_literals: Vec::new(),
            headers,
            // Without members the document is an empty object.
            body: match body(input) {
                Body::Empty => Body::NoMembers,
                body => body,
            },
            root: Text::default(),
        })
    }

    fn response(&self, _: &Call<'_>) -> ir::Response {
        ir::Response::new(ir::Enclosure::Document { root: None })
    }
}
