//! In: drafts with enum shapes as written, and strings with the deprecated
//! `@enum` trait. Out: enum shapes whose every member has its value.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::{ids, is_identifier, Definition, Kind, Member, Node, Number, Shape, ShapeId, Traits, Value};

use super::Drafts;

/// Completes all enums.
pub(super) fn complete_enums(drafts: &mut Drafts) {
    let enum_value = ShapeId::new(ids::ENUM_VALUE);
    for draft in drafts.values_mut() {
        let shape = &mut draft.shape;
        if shape.kind == Kind::String && shape.has_trait(ids::ENUM) {
            upgrade_enum_trait(shape, &enum_value);
        }
        if shape.kind == Kind::Enum {
            for member in &mut shape.members {
                if !member.has_trait(ids::ENUM_VALUE) {
                    let value = Value::String(member.name.clone());
                    member.traits.push(enum_value.clone(), Node { value, span: member.span });
                }
            }
        }
        if shape.kind == Kind::IntEnum {
            shape.members.iter_mut().for_each(normalize_integer);
        }
    }
}

/// `1.0` is an integer as well; JSON writers differ in how they print one.
fn normalize_integer(member: &mut Member) {
    let Some(node) = member.traits.get_mut(ids::ENUM_VALUE) else { return };
    let Some(number) = node.as_number() else { return };
    let Some(float) = number.as_f64().filter(|_| number.as_i64().is_none()) else { return };
    if float.fract() == 0.0 && float.abs() < 1e15 {
        node.value = Value::Number(Number(format!("{float:.0}")));
    }
}

/// A string whose `@enum` trait names every value is an enum shape; one with
/// unnamed values stays a string (Smithy 2.0, "Migrating from 1.0").
fn upgrade_enum_trait(shape: &mut Shape, enum_value: &ShapeId) {
    let definitions = shape.traits.get(ids::ENUM).and_then(Node::as_array);
    let Some(definitions) = definitions.filter(|definitions| are_unique(definitions)) else { return };
    let members: Option<Vec<Member>> = definitions.iter().map(|definition| member_of(definition, enum_value)).collect();
    if let Some(members) = members.filter(|members| !members.is_empty()) {
        // What mixins gave it, if there are any, says the definition already.
        shape.definition.get_or_insert_with(|| Box::new(definition_of(shape.kind.clone(), &shape.traits)));
        shape.members = members;
        shape.kind = Kind::Enum;
        shape.traits.remove(ids::ENUM);
    }
}

/// The string as its source has it.
fn definition_of(kind: Kind, traits: &Traits) -> Definition {
    Definition { traits: traits.clone(), members: Vec::new(), applied: IndexMap::new(), kind }
}

/// Whether no two definitions share a name or value; otherwise what is wrong
/// is wrong with the trait.
fn are_unique(definitions: &[Node]) -> bool {
    ["name", "value"].iter().all(|key| {
        let mut seen = BTreeSet::new();
        let texts = definitions.iter().filter_map(|definition| definition.get(key).and_then(Node::as_str));
        texts.into_iter().all(|text| seen.insert(text))
    })
}

fn member_of(definition: &Node, enum_value: &ShapeId) -> Option<Member> {
    // What is not the name of a member stays with the trait, whose values are judged.
    let name = definition.get("name")?.as_str().filter(|name| is_identifier(name))?.to_owned();
    let mut traits = Traits::default();
    traits.push(enum_value.clone(), definition.get("value")?.clone());
    for key in ["documentation", "tags"] {
        if let Some(node) = definition.get(key) {
            traits.push(ShapeId::new(format!("smithy.api#{key}")), node.clone());
        }
    }
    if let Some(node) = definition.get("deprecated").filter(|node| node.as_bool() == Some(true)) {
        let value = Value::Object(Vec::new());
        traits.push(ShapeId::new(ids::DEPRECATED), Node { value, span: node.span });
    }
    let (target, span) = (ShapeId::new(ids::UNIT), definition.span);
    Some(Member { name, target, traits, span, target_span: span })
}
