//! In: the HTTP binding traits. Out: the place of each member and the parts of
//! the URI. Shared by the protocols that respect these traits
//! (Smithy 2.0, section "HTTP binding traits").

use super::{body, Call, Side};
use crate::diagnostics::Diagnostics;
use crate::ir::{Binding, HeaderForm, LabelText, PathPart, Request, Structure};
use crate::model::{ids, Kind, Member, Model, Node};
use crate::text::Text;
use crate::traits::{self, http};

/// Where a member is; a trait that is for the other direction binds nothing.
pub(super) fn binding(model: &Model, member: &Member, side: Side, document_type: &str) -> Binding {
    let text = |id| traits::text(&member.traits, id).map(Text::from);
    if let Some(name) = text(ids::HTTP_HEADER) {
        let form = match model.member_trait(member, ids::MEDIA_TYPE) {
            Some(_) => HeaderForm::MediaType,
            None => HeaderForm::Typed,
        };
        return Binding::Header { name, form };
    }
    if let Some(prefix) = text(ids::HTTP_PREFIX_HEADERS) {
        return Binding::PrefixHeaders(prefix);
    }
    if member.has_trait(ids::HTTP_PAYLOAD) {
        return Binding::Payload { content_type: payload_type(model, member, document_type) };
    }
    match side {
        Side::Request if member.has_trait(ids::HTTP_LABEL) => Binding::Label,
        Side::Request if member.has_trait(ids::HTTP_QUERY_PARAMS) => Binding::QueryParams,
        Side::Request => match text(ids::HTTP_QUERY) {
            Some(name) => Binding::Query(name),
            None => Binding::Body,
        },
        Side::Response if member.has_trait(ids::HTTP_RESPONSE_CODE) => Binding::StatusCode,
        Side::Response => Binding::Body,
    }
}

/// The content type of a payload: `@mediaType`, else by the target's kind.
pub(crate) fn payload_type(model: &Model, member: &Member, document_type: &str) -> Text {
    if let Some(media_type) = model.member_trait(member, ids::MEDIA_TYPE).and_then(Node::as_str) {
        return media_type.into();
    }
    match model.target(member).map(|target| &target.kind) {
        Some(Kind::Blob) => "application/octet-stream",
        Some(Kind::String | Kind::Enum) => "text/plain",
        _ => document_type,
    }
    .into()
}

/// Method, URI and body of an operation, from `@http`.
pub(super) fn request(
    call: &Call<'_>,
    input: &Structure,
    root: Text,
    diagnostics: &mut Diagnostics,
) -> Option<Request> {
    let operation = call.operation;
    let Some(http) = http::Http::of(&operation.traits) else {
        diagnostics
            .error(
                "Whitesmith.MissingHttp",
                operation.span,
                format!("operation `{}` has no `@http` trait", operation.id),
            )
            .shape(operation.id.as_str())
            .label("its protocol needs a method and a URI")
            .help("add @http(method: \"POST\", uri: \"/path\", code: 200)");
        return None;
    };
    if !http::is_token(http.method) {
        let span =
            operation.traits.get(http::ID).and_then(|node| node.get("method")).map_or(operation.span, |it| it.span);
        diagnostics
            .error("Whitesmith.UnusableName", span, format!("`{}` cannot be a method of HTTP", http.method))
            .shape(operation.id.as_str());
        return None;
    }
    Some(Request {
        method: http.method.into(),
        path: path_parts(&http, input),
        query_literals: http.query.iter().map(|literal| (*literal).into()).collect(),
        headers: Vec::new(),
        body: body(input),
        root,
    })
}

fn path_parts(http: &http::Http<'_>, input: &Structure) -> Vec<PathPart> {
    let mut parts: Vec<PathPart> = Vec::new();
    let mut literal = String::new();
    for segment in &http.path {
        literal.push('/');
        match segment {
            http::Segment::Literal(text) => literal.push_str(text),
            http::Segment::Label { name, is_greedy } => {
                let member = input.index_of(name);
                // A label without a member is an error of the model, reported by its check.
                let Some(member) = member else { continue };
                parts.push(PathPart::Literal(std::mem::take(&mut literal).into()));
                parts.push(PathPart::Label { member, is_greedy: *is_greedy, text: LabelText::Whole });
            }
        }
    }
    if !literal.is_empty() {
        parts.push(PathPart::Literal(literal.into()));
    }
    parts
}
