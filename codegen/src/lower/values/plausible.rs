//! In: a member. Out: a value that it could have, for an example. Constraints are not asked
//! for: the service checks them, and no text that is made up names a thing that exists.

use crate::ir::{Field, Item, Literal, Member, Named, StructureLiteral, Type};
use crate::lower::shapes::Shapes;
use crate::text::Number;

/// How deep structures nest in an example that can be taken in.
const DEPTH: usize = 3;

/// 2026-01-01, as any moment.
const MOMENT: i64 = 1_767_225_600;

/// The member set to some value; None if none is short.
pub(super) fn field(shapes: &Shapes<'_>, member: &Member) -> Option<Field> {
    set(shapes, member, 0)
}

fn set(shapes: &Shapes<'_>, member: &Member, depth: usize) -> Option<Field> {
    Some(Field {
        field: member.field.clone(),
        snake: member.snake.clone(),
        value: value(shapes, &member.ty, &format!("my-{}", member.snake.replace('_', "-")), depth)?,
        is_boxed: member.is_boxed,
    })
}

/// `text` is what a text is.
fn value(shapes: &Shapes<'_>, ty: &Type, text: &str, depth: usize) -> Option<Literal> {
    Some(match ty {
        Type::String => Literal::String(text.into()),
        Type::Boolean => Literal::Boolean(true),
        Type::Scalar(kind) => Literal::Scalar(*kind, Number::integer(1)),
        Type::Blob => Literal::Blob(text.as_bytes().to_vec()),
        Type::Timestamp(_) => Literal::Timestamp(MOMENT, 0),
        Type::Enum(named) => {
            let known = shapes.r#enum(named)?.values.iter().find(|value| value.attrs.deprecated.is_none());
            Literal::Enum(named.clone(), known.map_or_else(|| text.into(), |value| value.wire.clone()))
        }
        Type::List { element, is_sparse: false, .. } => {
            Literal::List(vec![Item::Dense(value(shapes, element, text, depth)?)])
        }
        Type::Map { key, value: of_entry, is_sparse: false, .. } => {
            let key = value(shapes, key, "key", depth)?;
            Literal::Map(vec![(key, Item::Dense(value(shapes, of_entry, "value", depth)?))])
        }
        Type::Structure(named) if depth < DEPTH => Literal::Structure(structure(shapes, named, depth)?),
        Type::Union(named) if depth < DEPTH => union(shapes, named, text, depth)?,
        _ => return None,
    })
}

/// With the members that it cannot do without.
fn structure(shapes: &Shapes<'_>, named: &Named, depth: usize) -> Option<StructureLiteral> {
    let lowered = shapes.structure(named)?;
    let required = lowered.members.iter().filter(|member| member.presence.is_required());
    Some(StructureLiteral {
        named: named.clone(),
        fields: required.map(|member| set(shapes, member, depth + 1)).collect::<Option<_>>()?,
        is_build_fallible: lowered.is_build_fallible,
    })
}

/// The first variant that an example can have.
fn union(shapes: &Shapes<'_>, named: &Named, text: &str, depth: usize) -> Option<Literal> {
    let variants = shapes.union(named)?.variants.iter().filter(|variant| variant.attrs.deprecated.is_none());
    let mut values = variants.map(|variant| {
        let value = match &variant.ty {
            Some(ty) => Some(Box::new(value(shapes, ty, text, depth + 1)?)),
            None => None,
        };
        Some(Literal::Union { named: named.clone(), variant: variant.name.clone(), value, is_boxed: variant.is_boxed })
    });
    values.find_map(|value| value)
}
