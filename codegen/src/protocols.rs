//! In: an operation of the model. Out: where each of its members is in a
//! message, and in which formats bodies are. A protocol decides; it prints
//! nothing.
//!
//! To add one: a file, a `mod` line and an entry in [`ALL`].

mod aws_json;
mod aws_query;
mod ec2_query;
mod http_bindings;
mod rest_json1;
mod rest_xml;
mod rpc_v2;
mod rpc_v2_cbor;
mod rpc_v2_json;
mod xml_names;

pub(crate) use http_bindings::payload_type;

use crate::diagnostics::Diagnostics;
use crate::ir;
use crate::model::{ids, Kind, Member, Model, Shape};
use crate::text::Text;

/// What lowering asks of a protocol.
pub(crate) trait Protocol: Sync {
    /// The id of the trait that a service declares it with.
    fn id(&self) -> &'static str;

    /// The formats of its bodies, and where its errors are.
    fn lower(&self, service: &Shape) -> ir::Protocol;

    /// How a body writes timestamps that carry no trait.
    fn body_timestamps(&self) -> ir::TimestampFormat;

    /// Whether a body can hold documents.
    fn has_documents(&self) -> bool {
        true
    }

    /// The name of a member in a body.
    fn body_name(&self, member: &Member) -> Text {
        member.name.as_str().into()
    }

    /// The name of a member in the body of a request, where it is another one.
    fn request_name(&self, _: &Member) -> Option<Text> {
        None
    }

    /// The name of the document that a payload is.
    fn payload_name(&self, _service: &Shape, _: &Model, member: &Member) -> Text {
        self.body_name(member)
    }

    /// How a member is in a body.
    fn place(&self, _: &Member) -> ir::Place {
        ir::Place::Element
    }

    /// The name of what is in a list.
    fn item_name(&self, _item: &Member) -> Text {
        Text::default()
    }

    /// The names of an entry of a map, of its key and its value. `member` is the
    /// one whose target the map is.
    fn entry_names(&self, _member: &Member, _map: &Shape) -> [Text; 3] {
        Default::default()
    }

    /// What the wire calls an error.
    fn error_code<'s>(&self, error: &'s Shape) -> &'s str {
        error.id.name()
    }

    /// Where a member of an operation's input, output or error is.
    fn binding(&self, model: &Model, member: &Member, side: Side) -> ir::Binding;

    /// Where the members beside a stream of events are; None if the protocol has
    /// no streams.
    fn initial_messages(&self) -> Option<InitialMessages> {
        None
    }

    /// Method, URI and body of an operation; None after an error was reported.
    fn request(&self, call: &Call<'_>, input: &ir::Structure, diagnostics: &mut Diagnostics) -> Option<ir::Request>;

    /// What is around the members of an operation's response.
    fn response(&self, call: &Call<'_>) -> ir::Response;
}

/// Where a member is whose protocol has no bindings: in the document, unless it
/// is a stream of bytes, which is a body of its own.
fn rpc_binding(model: &Model, member: &Member) -> ir::Binding {
    let is_blob = model.target(member).is_some_and(|target| target.kind == Kind::Blob);
    if is_blob && model.member_trait(member, ids::STREAMING).is_some() {
        ir::Binding::Payload { content_type: "application/octet-stream".into() }
    } else {
        ir::Binding::Body
    }
}

/// What the body of a request is made of.
fn body(input: &ir::Structure) -> ir::Body {
    let payload = input.members.iter().find_map(|member| match &member.binding {
        ir::Binding::Payload { content_type } => Some((input.index_of(&member.model_name)?, content_type)),
        _ => None,
    });
    match payload {
        Some((member, content_type)) => {
            // Whether a stream has to say its length, its shape says.
            ir::Body::Payload { member, content_type: content_type.clone(), requires_length: false }
        }
        None if input.has_document() => ir::Body::Members,
        None => ir::Body::Empty,
    }
}

/// The shapes that one operation is about.
pub(crate) struct Call<'m> {
    pub(crate) service: &'m Shape,
    pub(crate) operation: &'m Shape,
    pub(crate) input: &'m Shape,
    pub(crate) output: &'m Shape,
    /// Whether the request is a stream of events.
    pub(crate) sends_events: bool,
    /// Whether the response is one.
    pub(crate) receives_events: bool,
}

/// Where the members beside a stream of events are (Smithy 2.0, "Initial
/// messages").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InitialMessages {
    /// In the URI and in headers.
    Http,
    /// In a message before the events.
    Message,
}

/// The content type of a stream of events.
pub(crate) const EVENT_STREAM: &str = "application/vnd.amazon.eventstream";

/// Which message a member belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Request,
    Response,
}

/// The protocols, the preferred first: a service speaks the first of them that
/// it declares, unless another one was asked for. CBOR is the smallest on the
/// wire and the quickest to read, JSON comes before XML for the same reasons,
/// and the query protocols are kept by services for clients that know nothing
/// else.
pub(crate) const ALL: &[&dyn Protocol] = &[
    &rpc_v2_cbor::RpcV2Cbor,
    &rpc_v2_json::RpcV2Json,
    &aws_json::AWS_JSON_1_0,
    &aws_json::AWS_JSON_1_1,
    &rest_json1::RestJson1,
    &rest_xml::RestXml,
    &aws_query::AwsQuery,
    &ec2_query::Ec2Query,
];
