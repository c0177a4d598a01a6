//! In: a structure of the model. Out: the Rust structure, its builder's rules
//! and, for an error, how it presents itself.

use super::attrs::{attrs, name_in_model};
use super::{errors, event_streams, members};
use crate::diagnostics::Diagnostics;
use crate::ir::{Binding, Member, Named, Role, Structure, Type};
use crate::lower::names::{collisions, Context};
use crate::model::{ids, Shape};
use crate::traits;

/// Lowers a structure under its path; inputs and outputs have the operation's.
pub(crate) fn lower(
    context: &Context<'_>,
    shape: &Shape,
    role: Role,
    path: Named,
    diagnostics: &mut Diagnostics,
) -> Structure {
    let mut members: Vec<_> =
        shape.members.iter().map(|member| members::lower(context, shape, member, role, diagnostics)).collect();
    collisions::check_members(shape, &members, traits::error::is_error(&shape.traits), diagnostics);
    check_stream(shape, &members, diagnostics);
    let error = traits::error::is_error(&shape.traits).then(|| errors::facts(context, shape, &mut members));
    let codec = context.directions(&shape.id);
    let event = event_streams::lower_event(context, shape, &members);
    let is_read = codec.read || event.as_ref().is_some_and(|event| event.directions.read);
    let is_build_fallible = role == Role::Input || members.iter().any(|member| member.presence.fails_build());
    Structure {
        attrs: attrs(shape, || name_in_model(shape.id.name(), &path.name)),
        name: path.name.clone(),
        path,
        role,
        is_sensitive: shape.has_trait(ids::SENSITIVE),
        is_build_fallible,
        is_corrected: is_read && members.iter().any(|member| member.asks_required(true)),
        error,
        codec,
        event,
        members,
    }
}

/// A stream of bytes is a whole body.
fn check_stream(shape: &Shape, members: &[Member], diagnostics: &mut Diagnostics) {
    let is_stream = |member: &&Member| member.ty == Type::ByteStream;
    let Some(stream) = members.iter().find(is_stream) else { return };
    let Some(other) = members.iter().find(|member| member.binding == Binding::Body) else { return };
    let span = shape.member(&stream.model_name).map_or(shape.span, |member| member.span);
    let (stream, other) = (&stream.model_name, &other.model_name);
    let message = if stream == other {
        format!("`{stream}` is a stream of bytes, which messages of this protocol cannot contain")
    } else {
        format!("`{stream}` is a stream of bytes, so this protocol has no place for `{other}`")
    };
    diagnostics
        .error("Whitesmith.MisplacedStream", span, message)
        .shape(shape.id.as_str())
        .help("choose a protocol with `@httpPayload`, --protocol ID, or operations without streams, --operations A,B");
}
