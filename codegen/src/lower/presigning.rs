//! In: lowered operations, and those of them that somebody chose to presign, or a service has
//! presigned in any case. Out: the same with the behaviour. It comes from a choice and not
//! from a trait, so it is not in `behaviours`.

use super::auth;
use super::names::Context;
use crate::choices::{Choice, Places};
use crate::diagnostics::Diagnostics;
use crate::ir::{
    AuthScheme, Behaviour, Binding, Body, Client, Format, InText, Operation, Presign, Protocol, TextKind, Type,
};
use crate::suggest::{self, Suggestions};

/// The operations that somebody chose.
pub(crate) struct Wanted<'c> {
    /// Names or ids.
    pub(crate) operations: &'c [String],
    pub(crate) places: Option<&'c Places>,
}

/// Adds the behaviour to the chosen operations, or reports why that is impossible.
pub(super) fn apply(context: &Context<'_>, wanted: &Wanted<'_>, client: &mut Client, diagnostics: &mut Diagnostics) {
    let calls = &context.model.operations;
    let suggestions = Suggestions::default();
    for name in wanted.operations {
        let span = Choice::Presign(name).span(wanted.places);
        let call = calls.iter().find(|call| call.shape.id.name() == name || call.shape.id.as_str() == name);
        let Some(call) = call else {
            let nearest = suggestions.nearest(name, calls.iter().map(|call| call.shape.id.name()));
            let message = format!("no operation `{name}` is generated whose requests could be presigned");
            let error = diagnostics.error("Whitesmith.UnknownOperation", span, message);
            if let Some(nearest) = suggest::list(&nearest) {
                error.help(format!("did you mean {nearest}?"));
            }
            continue;
        };
        let is_signed = auth::of_operation(context.service, call.shape).contains(&AuthScheme::SigV4);
        let lowered = client.operations.iter_mut().find(|operation| operation.wire_name == call.shape.id.name());
        // One that could not be lowered has an error of its own, and some services presign in any case.
        let Some(operation) = lowered.filter(|operation| !is_presigned(operation)) else { continue };
        match of(operation, &client.service.protocol).filter(|_| is_signed) {
            Some(presign) => set(operation, presign),
            None => {
                let (why, help) = if is_signed { HAS_BODY } else { NOT_SIGNED };
                let message = format!("requests of `{}` cannot be presigned: {why}", call.shape.id);
                diagnostics.error("Whitesmith.Presign", span, message).shape(call.shape.id.as_str()).help(help);
            }
        }
    }
}

const HAS_BODY: (&str, &str) = (
    "they have a body",
    "remove it from the list: an operation can be presigned if all of its input is in the path, the query and headers, \
     or if the protocol is awsQuery or ec2Query",
);
const NOT_SIGNED: (&str, &str) = (
    "they are not signed with SigV4",
    "remove it from the list: an operation can be presigned if `@auth` of it or of its service has `aws.auth#sigv4`",
);

/// How requests of an operation are presigned; None if they have a body that has to be sent.
fn of(operation: &Operation, protocol: &Protocol) -> Option<Presign> {
    match (&operation.request.body, &protocol.request) {
        (Body::Empty, _) => Some(Presign::Empty),
        (Body::Members | Body::NoMembers, Format::Query | Format::Ec2Query) => Some(Presign::Form),
        _ => None,
    }
}

fn is_presigned(operation: &Operation) -> bool {
    operation.behaviours.iter().any(|known| matches!(known, Behaviour::Presign(_)))
}

/// Has the requests of an operation presigned.
pub(super) fn set(operation: &mut Operation, presign: Presign) {
    if !is_presigned(operation) {
        operation.behaviours.push(Behaviour::Presign(presign));
    }
}

/// What would be in the body, in the query instead; None if some of it cannot be there.
pub(super) fn in_query(operation: &Operation) -> Option<Presign> {
    let in_body = operation.input.members.iter().filter(|member| member.binding == Binding::Body);
    let members = in_body.map(|member| {
        let is_sparse = matches!(member.ty, Type::List { is_sparse: true, .. });
        let is_text =
            !is_sparse && !matches!(member.ty.in_text(), InText::One(TextKind::None) | InText::Each(TextKind::None));
        is_text.then(|| {
            let mut member = member.clone();
            member.binding = Binding::Query(member.wire.clone());
            member
        })
    });
    members.collect::<Option<Vec<_>>>().map(Presign::Members)
}
