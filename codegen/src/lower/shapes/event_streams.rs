//! In: unions with `@streaming`, and the structures that they have as events
//! (Smithy 2.0, "Event streams"). Out: which of them are errors, and where each
//! member of an event is: in a header, in the document, or it is the payload.

use super::{errors, secrets, sizes, types};
use crate::diagnostics::Diagnostics;
use crate::ir::{self, Event, EventCodec, EventPlace, EventStream, Named, Role, Type};
use crate::lower::names::{collisions, Context};
use crate::model::{ids, Kind, Member, Shape};
use crate::names;
use crate::protocols;
use crate::traits;

/// Whether the member is a stream of events.
pub(crate) fn is_event_stream(context: &Context<'_>, member: &Member) -> bool {
    let target = context.model.target(member);
    target.kind == Kind::Union && target.has_trait(ids::STREAMING)
}

/// The type of a member that is a stream of events.
pub(crate) fn lower_type(context: &Context<'_>, member: &Member, role: Role) -> Option<Type> {
    if !is_event_stream(context, member) {
        return None;
    }
    let event = context.named(&member.target)?.clone();
    Some(Type::EventStream { error: error_name(&event), event, is_sent: role == Role::Input })
}

/// Whether a member of a stream is an error.
pub(crate) fn is_error(context: &Context<'_>, member: &Member) -> bool {
    traits::error::is_error(&context.model.target(member).traits)
}

/// What the errors of a stream are called.
fn error_name(stream: &Named) -> Named {
    let module = ["crate", "types", "error"].map(str::to_owned);
    Named { name: format!("{}Error", stream.name), module: module.into(), ..stream.clone() }
}

/// What a union has that is a stream of events; None for any other.
pub(crate) fn lower(context: &Context<'_>, shape: &Shape, diagnostics: &mut Diagnostics) -> Option<EventStream> {
    if !shape.has_trait(ids::STREAMING) {
        return None;
    }
    let error = error_name(context.named(&shape.id)?);
    let taken = context.emitted().find(|(_, named, _)| named.name == error.name && named.module == error.module);
    if let Some((taken, _, _)) = taken {
        collisions::check_stream(shape, &error.name, taken, diagnostics);
    }
    let (error_members, members): (Vec<&Member>, Vec<&Member>) =
        shape.members.iter().partition(|member| is_error(context, member));
    let errors = error_members.iter().filter_map(|member| errors::variant(context, &member.target, &member.name));
    let error_event = |member: &&Member| {
        let named = context.named(&member.target)?;
        Some(event(context, member, named.name.clone()))
    };
    Some(EventStream {
        events: by_variant(members.iter().map(|member| event(context, member, names::variant(&member.name)))),
        error,
        error_events: by_variant(error_members.iter().filter_map(error_event)),
        errors: errors::by_name(errors.collect()),
        has_large_error: sizes::has_large_error(
            &context.model,
            error_members.iter().map(|member| context.model.target(member)),
        ),
        directions: context.directions(&shape.id),
        has_secrets: secrets::holds_secrets(&context.model, shape),
        has_secret_errors: secrets::of_errors(&context.model, shape),
    })
}

fn by_variant(events: impl Iterator<Item = Event>) -> Vec<Event> {
    let mut events: Vec<Event> = events.collect();
    events.sort_by(|a, b| (&a.variant, &a.wire).cmp(&(&b.variant, &b.wire)));
    events
}

fn event(context: &Context<'_>, member: &Member, variant: String) -> Event {
    let is_document = context.event(&member.target).is_none();
    Event {
        variant,
        wire: member.name.as_str().into(),
        ty: types::lower(context, member, context.protocol.body_timestamps()),
        document: is_document.then(|| context.protocol.payload_name(context.service, &context.model, member)),
    }
}

/// How a structure is an event; None if all of its members are in a document.
pub(crate) fn lower_event(context: &Context<'_>, shape: &Shape, members: &[ir::Member]) -> Option<EventCodec> {
    let event = context.event(&shape.id)?;
    let place = |lowered: &ir::Member| match shape.member(&lowered.model_name) {
        Some(member) if member.has_trait(ids::EVENT_HEADER) => EventPlace::Header,
        Some(member) if member.has_trait(ids::EVENT_PAYLOAD) => EventPlace::Payload {
            content_type: protocols::payload_type(&context.model, member, ""),
            wire: context.protocol.payload_name(context.service, &context.model, member),
        },
        _ => EventPlace::Document,
    };
    Some(EventCodec {
        places: members.iter().map(place).collect(),
        root: context.protocol.payload_name(context.service, &context.model, event.member),
        directions: event.directions,
    })
}
