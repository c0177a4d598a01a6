//! `aws.protocols#ec2Query`: awsQuery with names of its own in requests, where
//! all lists are flattened.

use super::{aws_query, xml_names, Call, Protocol, Side};
use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Member, Model, Shape};
use crate::text::Text;
use crate::traits;

pub(super) struct Ec2Query;

impl Protocol for Ec2Query {
    fn id(&self) -> &'static str {
        ids::EC2_QUERY
    }

    fn lower(&self, _: &Shape) -> ir::Protocol {
        ir::Protocol {
            id: self.id(),
            request: ir::Format::Ec2Query,
            response: ir::Format::Xml,
            errors: ir::ErrorEnvelope::Ec2,
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

    fn request_name(&self, member: &Member) -> Option<Text> {
        if let Some(name) = traits::text(&member.traits, ids::EC2_QUERY_NAME) {
            return Some(name.into());
        }
        let name = xml_names::name(member);
        let mut characters = name.chars();
        let first = characters.next()?.to_ascii_uppercase();
        Some(format!("{first}{}", characters.as_str())).filter(|capitalized| capitalized != name).map(Text::from)
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
        Some(aws_query::request(call, input))
    }

    fn response(&self, call: &Call<'_>) -> ir::Response {
        let root = Some(format!("{}Response", call.operation.id.name()).into());
        ir::Response::new(ir::Enclosure::Document { root })
    }
}
