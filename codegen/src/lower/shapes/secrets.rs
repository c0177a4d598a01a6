//! In: what an operation answers with, and what the model calls `@sensitive` in it. Out:
//! where in a response that is, so that whatever shows a response can leave it out. Why
//! here: an error that cannot be read does not know any more which of its parts was what.

use super::types;
use crate::ir::{Binding, Secrets};
use crate::lower::names::Context;
use crate::model::{ids, Checked, Member, OperationShapes, Shape};
use crate::protocols::Side;
use crate::traits;

/// What documents call the message of an error, over all protocols.
const MESSAGES: [&str; 3] = ["errorMessage", "message", "Message"];
/// The same of its code and type, and of the request's id.
const CODES: [&str; 6] = ["__type", "code", "Code", "RequestID", "RequestId", "Type"];

/// The secrets in the responses of an operation; None if there are none.
pub(crate) fn lower(context: &Context<'_>, call: &OperationShapes<'_>) -> Option<Secrets> {
    let model = &context.model;
    let messages = std::iter::once(&call.output).chain(&call.errors);
    let shapes: Vec<&Shape> = messages.copied().filter(|shape| holds_secrets(model, shape)).collect();
    if shapes.is_empty() {
        return None;
    }
    let mut secrets = Secrets {
        // What cannot be read may be an error of the model all the same.
        messages: call.errors.iter().any(|error| holds_secrets(model, error))
            || shapes.iter().any(|shape| says_message(context, shape)),
        codes: shapes.iter().any(|shape| is_said(context, shape, &CODES)),
        ..Secrets::default()
    };
    for (shape, member) in shapes.iter().flat_map(|shape| shape.members.iter().map(move |member| (shape, member))) {
        if !is_secret(context, shape, member) {
            continue;
        }
        match context.protocol.binding(model, member, Side::Response) {
            Binding::Header { name, .. } => secrets.headers.push(name.map(str::to_ascii_lowercase)),
            Binding::PrefixHeaders(prefix) => {
                secrets.headers.push(prefix.map(|prefix| format!("{}*", prefix.to_ascii_lowercase())));
            }
            Binding::StatusCode => secrets.has_status = true,
            _ => {}
        }
    }
    secrets.headers.sort_unstable();
    secrets.headers.dedup();
    Some(secrets)
}

/// Whether a secret is where readers of errors find the message.
pub(crate) fn says_message(context: &Context<'_>, shape: &Shape) -> bool {
    is_said(context, shape, &MESSAGES)
}

/// Whether a secret of a message has one of these names at the top of its body.
fn is_said(context: &Context<'_>, shape: &Shape, names: &[&str]) -> bool {
    let is_named_secret = |shape: &Shape, member: &Member| {
        let said = context.protocol.body_name(member);
        is_secret(context, shape, member) && names.iter().any(|name| said == **name)
    };
    let is_said_by_payload = |member: &Member| {
        let target = context.model.target(member);
        target.members.iter().any(|member| is_named_secret(target, member))
    };
    shape.members.iter().any(|member| match context.protocol.binding(&context.model, member, Side::Response) {
        Binding::Body if !member.has_trait(ids::EVENT_PAYLOAD) => is_named_secret(shape, member),
        Binding::Body | Binding::Payload { .. } => is_secret(context, shape, member) || is_said_by_payload(member),
        _ => false,
    })
}

fn is_secret(context: &Context<'_>, shape: &Shape, member: &Member) -> bool {
    shape.has_trait(ids::SENSITIVE) || types::is_sensitive(context, member)
}

/// Whether a value of the shape can hold a secret, at any depth.
pub(crate) fn holds_secrets(model: &Checked<'_>, start: &Shape) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut pending = vec![start];
    while let Some(shape) = pending.pop() {
        if !seen.insert(&shape.id) {
            continue;
        }
        if shape.has_trait(ids::SENSITIVE) || shape.members.iter().any(|member| member.has_trait(ids::SENSITIVE)) {
            return true;
        }
        pending.extend(shape.members.iter().map(|member| model.target(member)));
    }
    false
}

/// Whether one of the errors among the members of a stream can hold a secret.
pub(crate) fn of_errors(model: &Checked<'_>, stream: &Shape) -> bool {
    let mut targets = stream.members.iter().map(|member| model.target(member));
    targets.any(|target| traits::error::is_error(&target.traits) && holds_secrets(model, target))
}
