//! `aws.protocols#restXml`: HTTP bindings around XML documents.

use super::{http_bindings, xml_names, Call, InitialMessages, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Member, Model, Node, Shape};
use crate::text::Text;

pub(super) struct RestXml;

impl Protocol for RestXml {
    fn id(&self) -> &'static str {
        ids::REST_XML
    }

    fn lower(&self, service: &Shape) -> ir::Protocol {
        let protocol = service.traits.get(ids::REST_XML);
        let is_bare = protocol.and_then(|node| node.get("noErrorWrapping")).and_then(Node::as_bool) == Some(true);
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Xml,
            response: ir::Format::Xml,
            errors: if is_bare { ir::ErrorEnvelope::BareXml } else { ir::ErrorEnvelope::Xml },
        }
    }

    fn has_documents(&self) -> bool {
        false
    }

    fn body_timestamps(&self) -> ir::TimestampFormat {
        ir::TimestampFormat::DateTime
    }

    fn body_name(&self, member: &Member) -> Text {
        xml_names::tag(member)
    }

    fn payload_name(&self, service: &Shape, model: &Model, member: &Member) -> Text {
        xml_names::payload(service, model, member)
    }

    fn place(&self, member: &Member) -> ir::Place {
        xml_names::place(member)
    }

    fn item_name(&self, item: &Member) -> Text {
        xml_names::item(item)
    }

    fn entry_names(&self, member: &Member, map: &Shape) -> [Text; 3] {
        xml_names::entry(member, map)
    }

    fn binding(&self, model: &Model, member: &Member, side: Side) -> ir::Binding {
        http_bindings::binding(model, member, side, "application/xml")
    }

    fn initial_messages(&self) -> Option<InitialMessages> {
        Some(InitialMessages::Http)
    }

    fn request(&self, call: &Call<'_>, input: &ir::Structure, diagnostics: &mut Diagnostics) -> Option<ir::Request> {
        http_bindings::request(call, input, xml_names::root(call), diagnostics)
    }

    fn response(&self, call: &Call<'_>) -> ir::Response {
        let is_unwrapped = call.operation.has_trait(ids::S3_UNWRAPPED_XML_OUTPUT);
        let enclosure = match is_unwrapped {
            true => ir::Enclosure::Nothing,
            false => ir::Enclosure::Document { root: Some(xml_names::output_root(call)) },
        };
        ir::Response::new(enclosure)
    }
}
