//! In: the sliced model. Out: an error for each name of it that HTTP, a host or a file
//! cannot have. Better no client than one whose calls fail, go elsewhere or panic: the
//! signer takes for granted that what it signs with can be in a header.

use std::collections::BTreeSet;

use super::{owner, Context};
use crate::diagnostics::{Diagnostics, Span};
use crate::ir::Binding;
use crate::model::{ids, Kind, Member, Node, Shape, ShapeId};
use crate::names;
use crate::protocols::Side;
use crate::traits::{aws_service, aws_service::AwsService, http};

const ID: &str = "Whitesmith.UnusableName";

/// Names of files end at 255 bytes, with `.rs`, and paths soon after.
const MAX_FILE_NAME: usize = 200;

/// The whole client: its service, and what the messages of its operations are bound to.
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Diagnostics) {
    check_service(context.service, diagnostics);
    let mut seen = BTreeSet::new();
    for call in &context.model.operations {
        check_file(call.shape, &names::module(&names::snake(&names::operation(call.shape.id.name()))), diagnostics);
        check_headers(context, call.input, Side::Request, &mut seen, diagnostics);
        for message in std::iter::once(&call.output).chain(&call.errors) {
            check_headers(context, message, Side::Response, &mut seen, diagnostics);
        }
    }
    for (shape, _, module) in context.emitted() {
        check_file(shape, module, diagnostics);
        if context.event(&shape.id).is_some() {
            check_event_headers(shape, diagnostics);
        }
    }
}

/// A message of a stream has the length of a name in one byte (Smithy 2.0, "Amazon Event
/// Stream Specification").
fn check_event_headers(event: &Shape, diagnostics: &mut Diagnostics) {
    const MAX_NAME: usize = 255;
    let is_header = |member: &&Member| member.has_trait(ids::EVENT_HEADER) && member.name.len() > MAX_NAME;
    for member in event.members.iter().filter(is_header) {
        let length = member.name.len();
        let message = format!("a name of {length} bytes cannot be that of a header of an event");
        diagnostics
            .error(ID, member.span, message)
            .shape(event.id.with_member(&member.name).as_str())
            .help(format!("use a name of at most {MAX_NAME} bytes, or remove @eventHeader"));
    }
}

/// A member of `@httpApiKeyAuth`.
fn auth_key<'m>(service: &'m Shape, key: &str) -> Option<&'m Node> {
    service.traits.get(ids::HTTP_API_KEY_AUTH)?.get(key)
}

/// What the address and the signature of each request are made of.
fn check_service(service: &Shape, diagnostics: &mut Diagnostics) {
    let mut report = |span: Span, message: String| {
        diagnostics.error(ID, span, message).shape(service.id.as_str());
    };
    let aws = AwsService::of(service);
    // A query parameter is encoded, so any name will do.
    let is_header = auth_key(service, "in").and_then(Node::as_str) == Some("header");
    for (key, is_checked) in [("name", is_header), ("scheme", true)] {
        if let Some((node, text)) = auth_key(service, key).and_then(|node| Some((node, node.as_str()?))) {
            if is_checked && !http::is_token(text) {
                report(node.span, format!("`{text}` cannot be in a header, where the API key is"));
            }
        }
    }
    let member = |id: &str, key: &str| service.traits.get(id).and_then(|node| node.get(key));
    if owner::is_aws(service) && !is_host(&aws.endpoint_prefix) {
        let node = member(aws_service::ID, "endpointPrefix").or_else(|| member(aws_service::ID, "arnNamespace"));
        let span = node.map_or(service.span, |node| node.span);
        report(span, format!("`{}` cannot begin the name of a host", aws.endpoint_prefix));
    }
    if let Some((node, name)) = member(ids::SIGV4, "name").and_then(|node| Some((node, node.as_str()?))) {
        if !http::is_token(name) {
            report(node.span, format!("requests cannot be signed for `{name}`: it is not the name of a service"));
        }
    }
    if !aws.sdk_id.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let span = member(aws_service::ID, "sdkId").map_or(service.span, |node| node.span);
        report(span, format!("`{}` cannot be in the header `User-Agent`", aws.sdk_id));
    }
}

/// Without `@aws.api#service`, the name of the shape begins the host, and has underscores.
fn is_host(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    text.split('.').all(|label| matches!(label.len(), 1..=63) && label.bytes().all(is_letter))
}

fn check_headers<'m>(
    context: &Context<'m>,
    message: &'m Shape,
    side: Side,
    seen: &mut BTreeSet<&'m ShapeId>,
    diagnostics: &mut Diagnostics,
) {
    if !seen.insert(&message.id) {
        return;
    }
    for member in &message.members {
        check_sparse(context, message, member, side, diagnostics);
        let id = match context.protocol.binding(&context.model, member, side) {
            Binding::Header { .. } => ids::HTTP_HEADER,
            Binding::PrefixHeaders(_) => ids::HTTP_PREFIX_HEADERS,
            _ => continue,
        };
        let Some((node, name)) = member.traits.get(id).and_then(|node: &Node| Some((node, node.as_str()?))) else {
            continue;
        };
        // All headers are those that begin with nothing.
        let is_all = id == ids::HTTP_PREFIX_HEADERS && name.is_empty();
        if !is_all && !http::is_token(name) {
            diagnostics
                .error(ID, node.span, format!("`{name}` cannot be the name of a header"))
                .shape(message.id.with_member(&member.name).as_str())
                .help("names of headers are letters, digits and a few signs, among them `-`");
        }
    }
}

/// Neither a header nor a query has a null among its values.
fn check_sparse(context: &Context<'_>, message: &Shape, member: &Member, side: Side, diagnostics: &mut Diagnostics) {
    let is_text = matches!(
        context.protocol.binding(&context.model, member, side),
        Binding::Header { .. } | Binding::Query(_) | Binding::QueryParams
    );
    if !is_text {
        return;
    }
    let target = context.model.target(member);
    // The values of a map may be lists.
    let values = target.members.iter().filter(|_| target.kind == Kind::Map).map(|value| context.model.target(value));
    let is_sparse = |shape: &&Shape| shape.kind == Kind::List && shape.has_trait(ids::SPARSE);
    if let Some(list) = std::iter::once(target).chain(values).find(is_sparse) {
        let message_text =
            format!("the sparse list `{}` cannot be in a header or a query: these have no nulls", list.id);
        diagnostics
            .error("Whitesmith.SparseList", member.span, message_text)
            .shape(message.id.with_member(&member.name).as_str())
            .help("remove @sparse from the list, or bind the member to the body");
    }
}

fn check_file(shape: &Shape, module: &str, diagnostics: &mut Diagnostics) {
    if module.len() > MAX_FILE_NAME {
        let message = format!("the name of `{}` is too long for that of a file", shape.id);
        diagnostics.error(ID, shape.span, message).shape(shape.id.as_str());
    }
}
