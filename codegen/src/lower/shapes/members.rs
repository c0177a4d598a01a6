//! In: members of a structure. Out: fields: their names, optionality, defaults
//! and what a reader does where a response leaves them out.

use super::{attrs::attrs_of_member, defaults, event_streams, types};
use crate::diagnostics::Diagnostics;
use crate::ir::{Binding, Correction, Member, Presence, Role, TimestampFormat, Type};
use crate::lower::names::Context;
use crate::model::{self, ids, Node, Shape, Value};
use crate::names;
use crate::protocols::Side;
use crate::traits;
use crate::transforms;

/// Lowers one member of a structure.
pub(crate) fn lower(
    context: &Context<'_>,
    container: &Shape,
    member: &model::Member,
    role: Role,
    diagnostics: &mut Diagnostics,
) -> Member {
    let snake = names::snake(&member.name);
    let field = names::field(&snake);
    let binding = if event_streams::is_event_stream(context, member) {
        Binding::Events
    } else {
        binding(context, container, member, role)
    };
    let ty = match event_streams::lower_type(context, member, role) {
        Some(ty) => ty,
        None => types::lower(context, member, timestamps_at(context, &binding)),
    };
    let presence = presence(container, member, role, &binding, &ty, diagnostics);
    let target = context.model.target(member);
    let name = field.trim_start_matches("r#");
    Member {
        attrs: attrs_of_member(member, Some(&target.traits), name, name != snake),
        field,
        model_name: member.name.clone(),
        wire: match binding {
            Binding::Payload { .. } => context.protocol.payload_name(context.service, &context.model, member),
            _ => context.protocol.body_name(member),
        },
        wire_in_request: context.protocol.request_name(member),
        place: context.protocol.place(member),
        presence,
        is_boxed: transforms::is_boxed(member),
        is_sensitive: types::is_sensitive(context, member),
        binding,
        ty,
        snake,
    }
}

/// Bindings hold for the structures that are messages; in any other they are inert.
fn binding(context: &Context<'_>, container: &Shape, member: &model::Member, role: Role) -> Binding {
    match role {
        Role::Input => context.protocol.binding(&context.model, member, Side::Request),
        Role::Output => context.protocol.binding(&context.model, member, Side::Response),
        Role::Shape if traits::error::is_error(&container.traits) => {
            context.protocol.binding(&context.model, member, Side::Response)
        }
        Role::Shape => Binding::Body,
    }
}

/// The format that a place gives to timestamps without a trait.
fn timestamps_at(context: &Context<'_>, binding: &Binding) -> TimestampFormat {
    match binding {
        Binding::Header { .. } | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
        Binding::Label | Binding::Query(_) | Binding::QueryParams => TimestampFormat::DateTime,
        Binding::Body | Binding::Payload { .. } | Binding::StatusCode | Binding::Events => {
            context.protocol.body_timestamps()
        }
    }
}

/// Whether the member is there: Smithy's CLIENT_CAREFUL rules, which the aws-sdk crates
/// follow. Structures and unions are always optional, for a service may make them so later.
fn presence(
    container: &Shape,
    member: &model::Member,
    role: Role,
    binding: &Binding,
    ty: &Type,
    diagnostics: &mut Diagnostics,
) -> Presence {
    let is_input = role == Role::Input || container.has_trait(ids::INPUT);
    let (is_required, is_excused) = (member.has_trait(ids::REQUIRED), member.has_trait(ids::CLIENT_OPTIONAL));
    let correction = match (correction(ty), ty) {
        (Some(correction), _) => correction,
        (None, Type::ByteStream) => return Presence::Stream,
        (None, _) => return Presence::Events,
    };
    let is_aggregate = matches!(ty, Type::Structure(_) | Type::Union(_));
    let is_optional = is_input || is_excused || is_aggregate || !(is_required || has_default(member));
    // What is required has to be sent, and a default that is not, is left to the service
    // (Smithy 2.0, section "default trait").
    let is_sent = is_required && has_default(member) && !is_excused;
    let default = (!is_optional || is_sent).then(|| defaults::lower(member, ty, diagnostics)).flatten();
    match default {
        Some(default) if is_optional => Presence::Sent(default),
        Some(default) => Presence::Defaulted(default),
        None if !is_required => Presence::Optional,
        None if !is_optional => Presence::Required(correction),
        // It takes the duty off the client; a path has no place for nothing.
        None if is_excused && *binding != Binding::Label => Presence::Excused(correction),
        None if is_input => Presence::InputRequired(correction),
        None => Presence::Expected(correction),
    }
}

fn has_default(member: &model::Member) -> bool {
    let default = member.traits.get(ids::DEFAULT);
    default.is_some_and(|node: &Node| !matches!(node.value, Value::Null))
}

/// Smithy 2.0, section "Client error correction".
fn correction(ty: &Type) -> Option<Correction> {
    Some(match ty {
        Type::Boolean
        | Type::Scalar(_)
        | Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::Document
        | Type::List { .. }
        | Type::Map { .. } => Correction::Default,
        Type::Enum(_) => Correction::UnknownEnum,
        Type::Union(_) => Correction::UnknownUnion,
        Type::Timestamp(_) => Correction::Epoch,
        Type::Blob => Correction::EmptyBlob,
        Type::Structure(_) => Correction::BuilderDefault,
        Type::ByteStream | Type::EventStream { .. } => return None,
    })
}
