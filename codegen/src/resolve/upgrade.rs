//! In: drafts, some of documents in Smithy 1.0. Out: the same in terms of 2.0:
//! zero values that 1.0 leaves unsaid are `@default`, `@box` is gone
//! (Smithy 2.0, "Migrating from 1.0").

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Span;
use crate::model::nullability::{has_zero_default, has_zero_in_v1};
use crate::model::{ids, Kind, Member, Node, Number, Shape, ShapeId, Traits, Value};
use crate::syntax::ast::Version;

use super::Drafts;

/// Upgrades every shape that comes from a document in Smithy 1.0.
pub(super) fn upgrade_from_1_0(drafts: &mut Drafts) {
    if drafts.values().all(|draft| draft.version == Version::V2) {
        return;
    }
    let default = ShapeId::new(ids::DEFAULT);
    let zeros = zero_values(drafts);
    let streams = streaming_blobs(drafts);
    for draft in drafts.values_mut().filter(|draft| draft.version == Version::V1) {
        let shape = &mut draft.shape;
        shape.traits.remove(ids::BOX);
        add_default(&mut shape.traits, &default, zeros.get(&shape.id).cloned(), shape.span);
        // On a member of a union it never had an effect, which a rule says.
        let members = shape.members.iter_mut().filter(|_| shape.kind != Kind::Union);
        for member in members {
            let is_boxed = member.traits.remove(ids::BOX).is_some();
            if shape.kind == Kind::Structure {
                let value = member_default(member, is_boxed, &zeros, &streams);
                add_default(&mut member.traits, &default, value, member.span);
            }
        }
    }
}

/// What the member of a structure is when 1.0 says nothing.
fn member_default(
    member: &Member,
    is_boxed: bool,
    zeros: &BTreeMap<ShapeId, Value>,
    streams: &BTreeSet<ShapeId>,
) -> Option<Value> {
    if is_boxed {
        // 2.0 takes the default of the target unless `null` takes it away.
        return Some(Value::Null);
    }
    if streams.contains(&member.target) && !member.has_trait(ids::REQUIRED) {
        return Some(Value::String(String::new()));
    }
    zeros.get(&member.target).cloned()
}

fn streaming_blobs(drafts: &Drafts) -> BTreeSet<ShapeId> {
    let is_stream = |shape: &Shape| shape.kind == Kind::Blob && shape.has_trait(ids::STREAMING);
    drafts.values().map(|draft| &draft.shape).filter(|shape| is_stream(shape)).map(|shape| shape.id.clone()).collect()
}

fn add_default(traits: &mut Traits, default: &ShapeId, value: Option<Value>, span: Span) {
    if let Some(value) = value.filter(|_| traits.get(ids::DEFAULT).is_none()) {
        traits.push(default.clone(), Node { value, span });
    }
}

/// The shapes that are zero where 1.0 says nothing, with their zero: unboxed
/// booleans and numbers of 1.0 documents, and those of 2.0 with this default,
/// such as the prelude's primitives.
fn zero_values(drafts: &Drafts) -> BTreeMap<ShapeId, Value> {
    drafts
        .values()
        .filter(|draft| match draft.version {
            Version::V1 => !draft.shape.has_trait(ids::BOX),
            Version::V2 => has_zero_default(&draft.shape.traits, &draft.shape.kind),
        })
        .filter_map(|draft| Some((draft.shape.id.clone(), zero_value(&draft.shape.kind)?)))
        .collect()
}

/// What an absent value of this kind is in 1.0; big numbers are always boxed.
fn zero_value(kind: &Kind) -> Option<Value> {
    match kind {
        Kind::Boolean => Some(Value::Bool(false)),
        kind if has_zero_in_v1(kind) => Some(Value::Number(Number("0".to_owned()))),
        _ => None,
    }
}
