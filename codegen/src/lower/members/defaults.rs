//! In: the node of a `@default`. Out: the value that `build()` and readers use
//! where the member was not set (Smithy 2.0, section "default trait").

use super::super::literals;
use crate::diagnostics::Diagnostics;
use crate::ir::{Default, Literal, Type};
use crate::model::{Member, Node, Value};
use crate::traits;
use crate::values::timestamps;

/// None where the member has no default; a value that does not fit is an error.
pub(super) fn lower(member: &Member, ty: &Type, diagnostics: &mut Diagnostics) -> Option<Default> {
    // A stream that was not set is empty; of its default the loader has seen to it.
    if *ty == Type::ByteStream {
        return Some(Default::Empty);
    }
    // A null default only takes the target's own default away.
    let node = member.traits.get(traits::DEFAULT).filter(|node| !matches!(node.value, Value::Null))?;
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
        (Type::Scalar(kind), _) => literals::scalar(*kind, node)?,
        (Type::BigInteger, Value::Number(number)) => literals::big_integer(&number.0)?,
        (Type::BigDecimal, Value::Number(number)) => literals::big_decimal(&number.0)?,
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
    fits.then(|| literals::document(node)).flatten().map(Literal::Document)
}

/// Base64 with its padding (RFC 4648, 4), which may be left out.
pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let data = text.trim_end_matches('=');
    let (padding, rest) = (text.len() - data.len(), data.len() % 4);
    if rest == 1 || (padding > 0 && (rest == 0 || padding != 4 - rest)) {
        return None;
    }
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for symbol in data.bytes() {
        let value = ALPHABET.iter().position(|known| *known == symbol)?;
        bits = (bits << 6) | u32::try_from(value).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blobs_are_base64() {
        assert_eq!(decode_base64("aGVsbG8="), Some(b"hello".to_vec()));
        assert_eq!(decode_base64("aGVsbG8"), Some(b"hello".to_vec()));
        assert_eq!(decode_base64(""), Some(Vec::new()));
        for text in ["*", "a", "aGVsb", "aGVsbG8==", "aGVs=", "=", "aGVs bG8="] {
            assert_eq!(decode_base64(text), None, "{text}");
        }
    }
}
