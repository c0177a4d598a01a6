//! `aws.protocols#awsQuery`: parameters in, an XML document out.

use super::{xml_names, Call, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Body, PathPart};
use crate::model::{ids, Kind, Member, Model, Shape};
use crate::text::Text;
use crate::traits;

pub(super) struct AwsQuery;

impl Protocol for AwsQuery {
    fn id(&self) -> &'static str {
        ids::AWS_QUERY
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Query,
            response: ir::Format::Xml,
            errors: ir::ErrorEnvelope::Xml,
        }
    }

    fn has_documents(&self) -> bool {
        false
    }

    fn body_timestamps(&self) -> ir::TimestampFormat {
        ir::TimestampFormat::DateTime
    }

    fn body_name(&self, member: &Member) -> Text {
        xml_names::name(member).into()
    }

    fn place(&self, member: &Member) -> ir::Place {
        xml_names::place(member)
    }

    fn item_name(&self, item: &Member) -> Text {
        xml_names::name(item).into()
    }

    fn entry_names(&self, member: &Member, map: &Shape) -> [Text; 3] {
        xml_names::entry(member, map)
    }

    fn error_code<'s>(&self, error: &'s Shape) -> &'s str {
        traits::aws_query::error_code(error)
    }

    fn binding(&self, _: &Model, _: &Member, _: Side) -> ir::Binding {
        ir::Binding::Body
    }

    fn request(&self, call: &Call<'_>, input: &ir::Structure, _: &mut Diagnostics) -> Option<ir::Request> {
        Some(request(call, input))
    }

    fn response(&self, call: &Call<'_>) -> ir::Response {
        let operation = call.operation.id.name();
        let (root, name) = (format!("{operation}Response").into(), format!("{operation}Result").into());
        ir::Response::new(ir::Enclosure::Element { root, name })
    }
}

/// The request of both query protocols.
pub(super) fn request(call: &Call<'_>, input: &ir::Structure) -> ir::Request {
    let version = match &call.service.kind {
        Kind::Service(service) => &service.version,
        _ => "",
    };
    ir::Request {
        method: "POST".into(),
        path: vec![PathPart::Literal("/".into())],
        query_literals: Vec::new(),
        headers: Vec::new(),
        body: if input.has_document() { Body::Members } else { Body::NoMembers },
        root: format!("Action={}&Version={}", call.operation.id.name(), encode(version)).into(),
    }
}

/// Percent-encoding of all but the unreserved characters of RFC 3986.
fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
