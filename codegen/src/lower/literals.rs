//! In: a node that is a value of a shape, as examples and protocol tests have
//! them. Out: the value of the Rust type that the shape became. None for a node
//! that is no such value: a check has reported it.
//!
//! Timestamps are numbers of seconds and blobs are text here, whatever the
//! format of the place (Smithy 2.0, "HTTP protocol compliance tests"). In tests
//! of events, timestamps are texts.

use super::context::Context;
use crate::diagnostics::Diagnostics;
use crate::ir::{Document, Field, Item, Literal, Member, Named, Role, ScalarKind, StructureLiteral, Type};
use crate::model::{Node, Number, Shape, Value};
use crate::names;
use crate::text::{self, Text};
use crate::traits;
use crate::transforms;
use crate::values::timestamps;

/// The value of a type.
pub(super) fn lower(context: &Context<'_>, ty: &Type, node: &Node) -> Option<Literal> {
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
            let items = elements.iter().map(|node| item(context, element, *is_sparse, node));
            Literal::List(items.collect::<Option<_>>()?)
        }
        (Type::Map { key, value, is_sparse, .. }, Value::Object(entries)) => {
            let entries = entries.iter().map(|(name, node)| {
                let key = match &**key {
                    Type::Enum(named) => Literal::Enum(named.clone(), name.as_str().into()),
                    _ => Literal::String(name.as_str().into()),
                };
                Some((key, item(context, value, *is_sparse, node)?))
            });
            Literal::Map(entries.collect::<Option<_>>()?)
        }
        (Type::Structure(named), Value::Object(values)) => Literal::Structure(structure(context, named, values)?),
        (Type::Union(named), Value::Object(values)) => union(context, named, values)?,
        _ => return None,
    })
}

/// The value of a structure that has a file.
pub(super) fn structure(context: &Context<'_>, named: &Named, values: &[(String, Node)]) -> Option<StructureLiteral> {
    let shape = shape(context, named)?;
    // What is wrong with the shape is reported where it is lowered to be emitted.
    let mut ignored = Diagnostics::new();
    let lowered = super::structures::lower(context, shape, Role::Shape, named.clone(), &mut ignored);
    Some(StructureLiteral {
        named: named.clone(),
        fields: fields(context, &lowered.members, values)?,
        is_build_fallible: lowered.is_build_fallible,
    })
}

/// The members that are set, in the order of the node.
pub(super) fn fields(context: &Context<'_>, members: &[Member], values: &[(String, Node)]) -> Option<Vec<Field>> {
    let set = values.iter().filter(|(_, node)| !matches!(node.value, Value::Null));
    let fields = set.map(|(name, node)| {
        let member = members.iter().find(|member| member.model_name == *name)?;
        Some(Field {
            field: member.field.clone(),
            snake: member.snake.clone(),
            value: lower(context, &member.ty, node)?,
            is_boxed: member.is_boxed,
        })
    });
    fields.collect()
}

fn item(context: &Context<'_>, ty: &Type, is_sparse: bool, node: &Node) -> Option<Item> {
    Some(match (is_sparse, &node.value) {
        (true, Value::Null) => Item::Sparse(None),
        (true, _) => Item::Sparse(Some(lower(context, ty, node)?)),
        (false, _) => Item::Dense(lower(context, ty, node)?),
    })
}

/// The value of a union.
pub(super) fn union(context: &Context<'_>, named: &Named, values: &[(String, Node)]) -> Option<Literal> {
    let [(name, node)] = values else { return None };
    let member = shape(context, named)?.member(name)?;
    let ty = super::types::lower(context, member, context.protocol.body_timestamps());
    let is_unit = member.target.as_str() == traits::UNIT;
    let value = if is_unit { None } else { Some(Box::new(lower(context, &ty, node)?)) };
    Some(Literal::Union {
        named: named.clone(),
        variant: names::variant(name),
        value,
        is_boxed: transforms::is_boxed(member),
    })
}

fn shape<'c>(context: &'c Context<'_>, named: &Named) -> Option<&'c Shape> {
    context.emitted().find(|(_, path, _)| *path == named).map(|(shape, _, _)| shape)
}

/// A time as RFC 3339 has it.
pub(super) fn date_time(text: &str) -> Option<Literal> {
    timestamps::date_time(text).map(|(seconds, nanos)| Literal::Timestamp(seconds, nanos))
}

/// A number that the type can hold; floats may be one of those with a name.
pub(super) fn scalar(kind: ScalarKind, node: &Node) -> Option<Literal> {
    let number = match &node.value {
        Value::Number(number) if kind.is_float() => {
            let is_finite = match kind {
                ScalarKind::F32 => number.0.parse::<f32>().is_ok_and(f32::is_finite),
                _ => number.as_f64().is_some_and(f64::is_finite),
            };
            is_finite.then(|| text::Number::float(&number.0))??
        }
        // `1.0` too, which JSON does not tell from `1`.
        Value::Number(number) => {
            let value = i64::try_from(number.scaled(0)?).ok()?;
            let fits = match kind {
                ScalarKind::I8 => i8::try_from(value).is_ok(),
                ScalarKind::I16 => i16::try_from(value).is_ok(),
                ScalarKind::I32 => i32::try_from(value).is_ok(),
                ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64 => true,
            };
            fits.then(|| text::Number::integer(value))?
        }
        Value::String(text) if kind.is_float() => {
            matches!(text.as_str(), "NaN" | "Infinity" | "-Infinity").then(|| text::Number::float(text))??
        }
        _ => return None,
    };
    Some(Literal::Scalar(kind, number))
}

/// Digits, however many.
pub(super) fn big_integer(text: &str) -> Option<Literal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| Literal::BigInteger(text.into()))
}

/// Digits with a point and an exponent, which whoever computes with it has to count to.
pub(super) fn big_decimal(text: &str) -> Option<Literal> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fits = big_integer(whole).is_some() && is_fraction && exponent.parse::<i32>().is_ok();
    fits.then(|| Literal::BigDecimal(text.into()))
}

/// Any node is a document, unless it has a number that none can hold.
pub(super) fn document(node: &Node) -> Option<Document> {
    Some(match &node.value {
        Value::Null => Document::Null,
        Value::Bool(value) => Document::Boolean(*value),
        Value::Number(Number(digits)) => match (digits.parse(), digits.parse()) {
            (Ok(value), _) => Document::Natural(value),
            (_, Ok(value)) => Document::Integer(value),
            _ => Document::Float(text::Number::float(digits)?),
        },
        Value::String(text) => Document::String(text.as_str().into()),
        Value::Array(elements) => Document::Array(elements.iter().map(document).collect::<Option<_>>()?),
        Value::Object(members) => {
            let members = members.iter().map(|(name, node)| Some((Text::from(name.as_str()), document(node)?)));
            Document::Object(members.collect::<Option<_>>()?)
        }
    })
}
