//! S3: where buckets are in a request, sessions, what callers may sign and presign, responses that
//! are not what their model says: a success may be an error, which S3 finds out after it has
//! sent the status (its documentation of CopyObject). The official crates do the same.

mod expires;
mod keys;

pub(super) use expires::prepare;

use super::{gives_parameter, may_stall, needs_feature, structure_of, Brought, Warning};
use crate::ir::endpoint::ParameterKind;
use crate::ir::{
    AuthScheme, Behaviour, Body, Client, Enclosure, Operation, PathField, PathPart, Payload, Presence, Presign,
    RequestId, Shape, Type,
};
use crate::lower::presigning;
use crate::model::{self, ids, Kind, Model, Node};

/// Outputs whose root element is not the one that the model gives them.
const ANY_ROOT: [&str; 3] = ["CreateSession", "GetObjectAttributes", "ListDirectoryBuckets"];

/// What may be long to hash: callers may leave it out of the signature.
const LARGE_BODIES: [&str; 2] = ["PutObject", "UploadPart"];

/// Support asks for both.
const REQUEST_IDS: &[RequestId] = &[RequestId::Usual, RequestId::Extended];

/// Codes that other services send with a status that says as much.
const TRANSIENT_ERRORS: &[&str] = &["InternalError"];

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    may_stall(client, &["CopyObject"]);
    client.service.transient_errors = TRANSIENT_ERRORS;
    client.service.request_ids = REQUEST_IDS;
    // Public buckets need no credentials.
    client.service.auth.push(AuthScheme::None);
    // The rules say what is wrong with a region.
    for parameter in &mut client.service.endpoint.parameters {
        if parameter.kind == ParameterKind::Region {
            parameter.kind = ParameterKind::Text;
        }
    }
    for operation in &mut client.operations {
        expires::apply(operation);
        end_by_flag(operation);
        keys::apply(operation);
        let has_own_payload = operation.behaviours.iter().any(|known| matches!(known, Behaviour::Payload(_)));
        if LARGE_BODIES.contains(&operation.wire_name.as_str()) && !has_own_payload {
            operation.behaviours.push(Behaviour::Payload(Payload::AsAsked));
        }
        // A stream is handed out before anybody has read it.
        operation.response.has_errors_in_success = !operation.output.has_stream();
        // Without rules that ask for it, as in models that are older than rules, it stays in the path.
        if gives_parameter(operation, "set_bucket") {
            strip_bucket(operation);
        }
        // A body beside which there is nothing else is its sender's own.
        if matches!(operation.request.body, Body::Empty | Body::Payload { .. }) {
            presigning::set(operation, Presign::Unsigned);
        }
        if ANY_ROOT.contains(&operation.wire_name.as_str()) {
            operation.response.enclosure = Enclosure::Document { root: None };
        }
    }
    let has_keys =
        |operation: &Operation| operation.behaviours.iter().any(|known| matches!(known, Behaviour::KeyHashes(_)));
    if client.operations.iter().any(has_keys) {
        needs_feature(client, "checksums");
    }
    client.service.sessions = sessions(client);
    client.service.outside_flag = client.service.sessions.as_ref().map(|_| NO_SESSIONS);
    sign_paths_as_they_are(client)
}

/// What turns sessions off, and is not only in code.
const NO_SESSIONS: [&str; 3] =
    ["DisableS3ExpressSessionAuth", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth"];

/// The operation that begins a session with a directory bucket.
const SESSION: &str = "CreateSession";

/// Calls that name a bucket may need a session with it, if the rules know of sessions.
pub(super) fn session(model: &Model, chosen: &[&model::Shape]) -> Option<Brought> {
    let names_bucket = |operation: &&&model::Shape| {
        let Kind::Operation(operation) = &operation.kind else { return false };
        let input = model.shape(&operation.input);
        input.into_iter().flat_map(|input| &input.members).any(|member| {
            let parameter = member.traits.get(ids::CONTEXT_PARAM).and_then(|node| node.get("name"));
            parameter.and_then(Node::as_str) == Some("Bucket")
        })
    };
    let why = "calls with directory buckets (S3 Express) are signed with the credentials of a session";
    chosen.iter().find(names_bucket).map(|_| Brought { operation: SESSION, why })
}

/// Adds to the operation what begins a session, if it is as it is today.
fn sessions(client: &mut Client) -> Option<String> {
    let operation = client.operations.iter_mut().find(|operation| operation.wire_name == SESSION)?;
    let bucket = operation.input.index_of("Bucket")?;
    let credentials = operation.output.index_of("Credentials")?;
    let names_bucket = client.service.endpoint.parameters.iter().any(|parameter| {
        parameter.name == *"Bucket" && matches!(parameter.kind, ParameterKind::Text | ParameterKind::Region)
    });
    let is_text = matches!(operation.input.member(bucket).ty, Type::String);
    if !names_bucket || !is_text || !are_credentials(&client.shapes, &operation.output.member(credentials).ty) {
        return None;
    }
    operation.behaviours.push(Behaviour::Sessions { bucket, credentials });
    Some(operation.module.clone())
}

/// Whether a type has what a session is made of.
fn are_credentials(shapes: &[Shape], ty: &Type) -> bool {
    let structure = structure_of(shapes, ty);
    let has = |name: &str, is_meant: fn(&Type) -> bool| {
        let member = structure.and_then(|it| it.index_of(name).map(|index| it.member(index)));
        member.is_some_and(|member| is_meant(&member.ty) && matches!(member.presence, Presence::Required(_)))
    };
    let texts = ["AccessKeyId", "SecretAccessKey", "SessionToken"];
    texts.iter().all(|name| has(name, |ty| matches!(ty, Type::String)))
        && has("Expiration", |ty| matches!(ty, Type::Timestamp(_)))
}

/// The last page of these has a token as well, and says by a flag that it is the last.
const FLAGGED_PAGES: [&str; 1] = ["ListParts"];

fn end_by_flag(operation: &mut Operation) {
    let flag = operation.output.members.iter().find(|member| member.model_name == "IsTruncated");
    let Some(flag) = flag.filter(|flag| flag.ty == Type::Boolean) else { return };
    if !FLAGGED_PAGES.contains(&operation.wire_name.as_str()) {
        return;
    }
    for behaviour in &mut operation.behaviours {
        if let Behaviour::Paginator(paginator) = behaviour {
            let is_optional = flag.presence.is_optional();
            paginator.more = Some(PathField { field: flag.field.clone(), is_optional });
        }
    }
}

/// The rules put the bucket into the host or into the path of the endpoint.
fn strip_bucket(operation: &mut Operation) {
    let path = &mut operation.request.path;
    let [PathPart::Literal(_), PathPart::Label { member, .. }, ..] = path.as_slice() else { return };
    if operation.input.member(*member).model_name == "Bucket" {
        let root = path.remove(0);
        path.remove(0);
        if path.is_empty() {
            path.push(root);
        }
    }
}

/// Paths are names of objects. The endpoint rules say so, with `disableDoubleEncoding`.
pub(super) fn sign_paths_as_they_are(client: &mut Client) -> Option<Warning> {
    client.service.has_plain_paths = true;
    None
}
