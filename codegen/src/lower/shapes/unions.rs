//! In: a union of the model. Out: a Rust enum with one variant a member.

use super::attrs::{attrs, attrs_of_member, name_in_model};
use super::{event_streams, sizes, types};
use crate::diagnostics::Diagnostics;
use crate::ir::{Directions, Named, Union, Variant};
use crate::lower::names::{collisions, Context};
use crate::model::{ids, Member, Shape};
use crate::names;
use crate::transforms;

pub(crate) fn lower(context: &Context<'_>, shape: &Shape, path: Named, diagnostics: &mut Diagnostics) -> Union {
    let stream = event_streams::lower(context, shape, diagnostics);
    // The errors of a stream are variants of an enum of their own.
    let is_error = |member: &&Member| stream.is_some() && event_streams::is_error(context, member);
    let members: Vec<&Member> = shape.members.iter().filter(|member| !is_error(member)).collect();
    let mut variants: Vec<Variant> = members.iter().map(|member| lower_variant(context, member)).collect();
    collisions::check_variants(shape, &members, &variants, diagnostics);
    variants.sort_by(|a, b| a.name.cmp(&b.name));
    Union {
        attrs: attrs(shape, || name_in_model(shape.id.name(), &path.name)),
        name: path.name.clone(),
        path,
        has_large_variant: sizes::has_large_variant(&context.model, &members),
        variants,
        is_sensitive: shape.has_trait(ids::SENSITIVE),
        codec: if stream.is_some() { Directions::default() } else { context.directions(&shape.id) },
        stream,
    }
}

fn lower_variant(context: &Context<'_>, member: &Member) -> Variant {
    let target = context.model.target(member);
    let is_unit = member.target.as_str() == ids::UNIT;
    let name = names::variant(&member.name);
    let is_escaped = name != names::pascal(&member.name);
    Variant {
        attrs: attrs_of_member(member, (!is_unit).then_some(&target.traits), &name, is_escaped),
        snake: names::snake(&name),
        name,
        model_name: member.name.clone(),
        wire: context.protocol.body_name(member),
        wire_in_request: context.protocol.request_name(member),
        place: context.protocol.place(member),
        ty: (!is_unit).then(|| types::lower(context, member, context.protocol.body_timestamps())),
        is_boxed: transforms::is_boxed(member),
        is_sensitive: types::is_sensitive(context, member),
    }
}
