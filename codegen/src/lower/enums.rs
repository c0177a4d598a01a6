//! In: an enum of the model, or a string with the enum trait of Smithy 1.0
//! whose values have no names. Out: an open Rust enum, or a newtype of text.

use super::{attrs, attrs_of, collisions};
use crate::diagnostics::Diagnostics;
use crate::ir::{Enum, EnumValue, Named};
use crate::model::{Member, Shape};
use crate::names;
use crate::traits;

pub(super) fn lower(shape: &Shape, path: Named, diagnostics: &mut Diagnostics) -> Enum {
    let mut values: Vec<EnumValue> = shape.members.iter().map(lower_value).collect();
    collisions::check_values(shape, &values, diagnostics);
    values.sort_by(|a, b| a.wire.cmp(&b.wire));
    Enum {
        attrs: attrs(shape, || format!("The enum `{}` of the model.", path.name)),
        name: path.name.clone(),
        path,
        values,
        is_sensitive: shape.has_trait(traits::SENSITIVE),
    }
}

fn lower_value(member: &Member) -> EnumValue {
    let wire = traits::text(&member.traits, traits::ENUM_VALUE).unwrap_or(&member.name).to_owned();
    let name = names::variant(&member.name);
    let mut attrs = attrs_of(&member.traits, None, || format!("The value `{}`.", escape(&wire)));
    if name != names::pascal(&member.name) {
        attrs.docs.0.extend([String::new(), format!("The model calls it `{}`.", member.name)]);
    }
    EnumValue { attrs, name, wire }
}

/// A value is any text; in docs it stands in a code span on one line.
fn escape(wire: &str) -> String {
    wire.chars().map(|c| if c == '`' || c.is_control() { '?' } else { c }).collect()
}
