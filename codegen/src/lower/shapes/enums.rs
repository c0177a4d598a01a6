//! In: an enum of the model, or a string with the enum trait of Smithy 1.0
//! whose values have no names. Out: an open Rust enum, or a newtype of text.

use super::attrs::{attrs, attrs_of, name_in_model};
use crate::diagnostics::Diagnostics;
use crate::ir::{Enum, EnumValue, Named};
use crate::lower::names::collisions;
use crate::model::{ids, Member, Shape};
use crate::names;
use crate::text::{self, Line, Text};
use crate::traits;

pub(crate) fn lower(shape: &Shape, path: Named, diagnostics: &mut Diagnostics) -> Enum {
    let mut values: Vec<EnumValue> = shape.members.iter().map(lower_value).collect();
    collisions::check_values(shape, &values, diagnostics);
    values.sort_by(|a, b| a.wire.cmp(&b.wire));
    Enum {
        attrs: attrs(shape, || name_in_model(shape.id.name(), &path.name)),
        name: path.name.clone(),
        path,
        values,
        is_sensitive: shape.has_trait(ids::SENSITIVE),
    }
}

fn lower_value(member: &Member) -> EnumValue {
    let wire = traits::text(&member.traits, ids::ENUM_VALUE).unwrap_or(&member.name);
    let name = names::variant(&member.name);
    let mut attrs = attrs_of(&member.traits, None, || {
        let template = if name == wire { "{}." } else { "{} on the wire." };
        text::doc(template, &[&Line::code(wire)])
    });
    if name != names::pascal(&member.name) {
        attrs.docs.push(text::doc("The model calls it `{}`.", &[&text::name(&member.name)]));
    }
    EnumValue { attrs, name, wire: Text::from(wire) }
}
