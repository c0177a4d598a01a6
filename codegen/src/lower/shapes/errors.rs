//! In: error structures and the lists of errors of operations. Out: how an
//! error presents itself, and the variants of an operation's error enum.

use std::collections::BTreeSet;

use super::secrets;
use crate::ir::{Attrs, Binding, ErrorFacts, ErrorVariant, Member, MemberIndex, Place, Presence, Type};
use crate::lower::names::Context;
use crate::model::{ids, Shape, ShapeId};
use crate::names;
use crate::text;
use crate::traits;

/// The facts of an error. An error without a message member gets one, for
/// every service sends a message.
pub(crate) fn facts(context: &Context<'_>, shape: &Shape, members: &mut Vec<Member>) -> ErrorFacts {
    let is_message = |member: &Member| member.snake == "message" && member.ty == Type::String;
    let message = MemberIndex::find(members, is_message).or_else(|| {
        let is_name_taken = members.iter().any(|member| member.snake == "message");
        if !is_name_taken {
            // What comes as the message may be a secret that the model has in another place.
            members.push(Member { is_sensitive: secrets::says_message(context, shape), ..synthetic_message() });
        }
        MemberIndex::find(members, is_message)
    });
    let is_secret = |member: &Member| member.is_sensitive || shape.has_trait(ids::SENSITIVE);
    let has_secret_message =
        message.is_some_and(|index| is_secret(index.of(members))) || secrets::says_message(context, shape);
    let retryable = traits::error::retry_kind(&shape.traits);
    ErrorFacts { title: title(context, shape), retryable, message, has_secret_message }
}

/// The name in Rust, and that of the model where it is another one: it is what the documentation
/// of the service calls the error.
fn title(context: &Context<'_>, shape: &Shape) -> String {
    let modeled = shape.id.name();
    match context.named(&shape.id) {
        Some(named) if named.name != modeled => format!("{} [{modeled}]", named.name),
        _ => modeled.to_owned(),
    }
}

fn synthetic_message() -> Member {
    Member {
        attrs: Attrs { docs: text::doc("The message that the service sent.", &[]), deprecated: None },
        field: "message".to_owned(),
        snake: "message".to_owned(),
        model_name: "message".to_owned(),
        wire: "message".into(),
        wire_in_request: None,
        place: Place::Element,
        ty: Type::String,
        presence: Presence::Optional,
        is_boxed: false,
        is_sensitive: false,
        binding: Binding::Body,
    }
}

/// The variants of an operation's error enum, by name.
pub(crate) fn variants(context: &Context<'_>, errors: &[&Shape]) -> Vec<ErrorVariant> {
    let errors = errors.iter().filter_map(|error| variant(context, &error.id, context.protocol.error_code(error)));
    by_name(errors.collect())
}

/// The variant that an error is.
pub(crate) fn variant(context: &Context<'_>, id: &ShapeId, code: &str) -> Option<ErrorVariant> {
    let named = context.named(id)?;
    Some(ErrorVariant {
        variant: named.name.clone(),
        code: Some(code.into()),
        predicate: format!("is_{}", names::snake(&named.name)),
        attrs: Attrs {
            docs: match context.error_summary(id) {
                summary if summary.is_empty() => {
                    text::doc("The service responded with `{}`.", &[&text::name(&named.name)])
                }
                summary => summary,
            },
            deprecated: context.model.shapes.get(id).and_then(|shape| traits::deprecated::of(&shape.traits)),
        },
        shape: named.clone(),
    })
}

/// Sorted, and each once.
pub(crate) fn by_name(mut variants: Vec<ErrorVariant>) -> Vec<ErrorVariant> {
    variants.sort_by(|a, b| a.variant.cmp(&b.variant));
    variants.dedup_by(|a, b| a.variant == b.variant);
    // A code that several errors have is only a danger for the loader.
    let mut codes = BTreeSet::new();
    for variant in &mut variants {
        variant.code = variant.code.take().filter(|code| codes.insert(code.clone()));
    }
    variants
}
