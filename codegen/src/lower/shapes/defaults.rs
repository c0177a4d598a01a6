//! In: the node of a `@default`. Out: the value that `build()` and readers use
//! where the member was not set (Smithy 2.0, section "default trait").

use super::scalars::{self, decode_base64};
use crate::diagnostics::Diagnostics;
use crate::ir::{Default, Literal, Type};
use crate::model::{ids, Member, Node, Value};
use crate::values::timestamps;

/// None where the member has no default; a value that does not fit is an error.
pub(crate) fn lower(member: &Member, ty: &Type, diagnostics: &mut Diagnostics) -> Option<Default> {
    // A null default only takes the target's own default away.
    let node = member.traits.get(ids::DEFAULT).filter(|node| !matches!(node.value, Value::Null))?;
    let default = parse(node, ty);
    if default.is_none() {
        diagnostics
            .error(
                "Whitesmith.UnsupportedDefault",
                node.span,
                format!("the default of member `{}` is not one of its type", member.name),
            )
            .label("this value");
    }
    default
}

fn parse(node: &Node, ty: &Type) -> Option<Default> {
    let literal = match (ty, &node.value) {
        (Type::List { .. }, Value::Array(elements)) if elements.is_empty() => return Some(Default::Empty),
        (Type::Map { .. }, Value::Object(members)) if members.is_empty() => return Some(Default::Empty),
        (Type::Document, _) => document(node)?,
        (Type::Boolean, Value::Bool(value)) => Literal::Boolean(*value),
        (Type::Scalar(kind), _) => scalars::scalar(*kind, node)?,
        (Type::BigInteger, Value::Number(number)) => scalars::big_integer(&number.0)?,
        (Type::BigDecimal, Value::Number(number)) => scalars::big_decimal(&number.0)?,
        (Type::String, Value::String(text)) => Literal::String(text.as_str().into()),
        (Type::Enum(named), Value::String(text)) => Literal::Enum(named.clone(), text.as_str().into()),
        (Type::Blob, Value::String(text)) => Literal::Blob(decode_base64(text)?),
        (Type::Timestamp(_), Value::Number(number)) => instant(timestamps::epoch(number))?,
        // Which of the two it has to be, the loader has seen to.
        (Type::Timestamp(_), Value::String(text)) => {
            instant(timestamps::date_time(text).or_else(|| timestamps::http_date(text)))?
        }
        _ => return None,
    };
    Some(if is_empty(&literal) { Default::Empty } else { Default::Value(literal) })
}

fn instant(instant: Option<timestamps::Instant>) -> Option<Literal> {
    instant.map(|(seconds, nanos)| Literal::Timestamp(seconds, nanos))
}

/// Whether the value is the one that Rust's `Default` gives, to the last digit.
fn is_empty(literal: &Literal) -> bool {
    match literal {
        Literal::Boolean(value) => !value,
        Literal::Scalar(_, number) => number.is_zero(),
        Literal::BigInteger(digits) | Literal::BigDecimal(digits) => digits == "0",
        Literal::String(text) => text.is_empty(),
        _ => false,
    }
}

/// Lists and maps can only be empty, and a number has to be one that a document can hold.
fn document(node: &Node) -> Option<Literal> {
    let fits = match &node.value {
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    };
    fits.then(|| scalars::document(node)).flatten().map(Literal::Document)
}
