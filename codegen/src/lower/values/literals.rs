//! In: a node that is a value of a shape, as examples and protocol tests have
//! them. Out: the value of the Rust type that the shape became. None for a node
//! that is not such a value: a check has reported it.
//!
//! Timestamps are numbers of seconds and blobs are text here, whatever the
//! format of the place (Smithy 2.0, "HTTP protocol compliance tests"). In tests
//! of events, timestamps are texts.

use crate::ir::{Field, Item, Literal, Member, Named, StructureLiteral, Type};
use crate::lower::shapes::scalars::{big_decimal, big_integer, date_time, document, scalar};
use crate::lower::shapes::Shapes;
use crate::model::{Node, Number, Value};
use crate::names;
use crate::values::timestamps;

/// The value of a type.
pub(crate) fn lower(shapes: &Shapes<'_>, ty: &Type, node: &Node) -> Option<Literal> {
    Some(match (ty, &node.value) {
        (Type::String, Value::String(text)) => Literal::String(text.as_str().into()),
        (Type::Enum(named), Value::String(text)) => Literal::Enum(named.clone(), text.as_str().into()),
        (Type::Boolean, Value::Bool(value)) => Literal::Boolean(*value),
        (Type::Scalar(kind), _) => scalar(*kind, node)?,
        (Type::BigInteger, Value::Number(Number(text)) | Value::String(text)) => big_integer(text)?,
        (Type::BigDecimal, Value::Number(Number(text)) | Value::String(text)) => big_decimal(text)?,
        (Type::Blob, Value::String(text)) => Literal::Blob(text.clone().into_bytes()),
        (Type::ByteStream, Value::String(text)) => Literal::ByteStream(text.clone().into_bytes()),
        (Type::Timestamp(_), Value::Number(number)) => {
            timestamps::epoch(number).map(|(seconds, nanos)| Literal::Timestamp(seconds, nanos))?
        }
        (Type::Timestamp(_), Value::String(text)) => date_time(text)?,
        (Type::Document, _) => Literal::Document(document(node)?),
        (Type::List { element, is_sparse, .. }, Value::Array(elements)) => {
            let items = elements.iter().map(|node| item(shapes, element, *is_sparse, node));
            Literal::List(items.collect::<Option<_>>()?)
        }
        (Type::Map { key, value, is_sparse, .. }, Value::Object(entries)) => {
            let entries = entries.iter().map(|(name, node)| {
                let key = match &**key {
                    Type::Enum(named) => Literal::Enum(named.clone(), name.as_str().into()),
                    _ => Literal::String(name.as_str().into()),
                };
                Some((key, item(shapes, value, *is_sparse, node)?))
            });
            Literal::Map(entries.collect::<Option<_>>()?)
        }
        (Type::Structure(named), Value::Object(values)) => Literal::Structure(structure(shapes, named, values)?),
        (Type::Union(named), Value::Object(values)) => union(shapes, named, values)?,
        _ => return None,
    })
}

/// The value of a structure that has a file.
pub(crate) fn structure(shapes: &Shapes<'_>, named: &Named, values: &[(String, Node)]) -> Option<StructureLiteral> {
    let lowered = shapes.structure(named)?;
    Some(StructureLiteral {
        named: named.clone(),
        fields: fields(shapes, &lowered.members, values)?,
        is_build_fallible: lowered.is_build_fallible,
    })
}

/// The members that are set, in the order of the node.
pub(crate) fn fields(shapes: &Shapes<'_>, members: &[Member], values: &[(String, Node)]) -> Option<Vec<Field>> {
    let set = values.iter().filter(|(_, node)| !matches!(node.value, Value::Null));
    let fields = set.map(|(name, node)| {
        let member = members.iter().find(|member| member.model_name == *name)?;
        Some(Field {
            field: member.field.clone(),
            snake: member.snake.clone(),
            value: lower(shapes, &member.ty, node)?,
            is_boxed: member.is_boxed,
        })
    });
    fields.collect()
}

fn item(shapes: &Shapes<'_>, ty: &Type, is_sparse: bool, node: &Node) -> Option<Item> {
    Some(match (is_sparse, &node.value) {
        (true, Value::Null) => Item::Sparse(None),
        (true, _) => Item::Sparse(Some(lower(shapes, ty, node)?)),
        (false, _) => Item::Dense(lower(shapes, ty, node)?),
    })
}

/// The value of a union.
pub(crate) fn union(shapes: &Shapes<'_>, named: &Named, values: &[(String, Node)]) -> Option<Literal> {
    let [(name, node)] = values else { return None };
    let name = names::variant(name);
    let variant = shapes.union(named)?.variants.iter().find(|variant| variant.name == name)?;
    let value = match &variant.ty {
        Some(ty) => Some(Box::new(lower(shapes, ty, node)?)),
        None => None,
    };
    Some(Literal::Union { named: named.clone(), variant: name, value, is_boxed: variant.is_boxed })
}
