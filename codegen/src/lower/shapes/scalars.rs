//! In: a node that is a value without parts. Out: the value of a Rust type. None for a node
//! that no such value is. Exists because defaults, examples and tests read them alike.

use crate::ir::{Document, Literal, ScalarKind};
use crate::model::{Node, Number, Value};
use crate::text::{self, Text};
use crate::values::timestamps;

/// A time as RFC 3339 has it.
pub(crate) fn date_time(text: &str) -> Option<Literal> {
    timestamps::date_time(text).map(|(seconds, nanos)| Literal::Timestamp(seconds, nanos))
}

/// A number that the type can hold; floats may be one of those with a name.
pub(crate) fn scalar(kind: ScalarKind, node: &Node) -> Option<Literal> {
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
pub(crate) fn big_integer(text: &str) -> Option<Literal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_whole.then(|| Literal::BigInteger(text.into()))
}

/// Digits with a point and an exponent, which whoever computes with it has to count to.
pub(crate) fn big_decimal(text: &str) -> Option<Literal> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let fits = big_integer(whole).is_some() && is_fraction && exponent.parse::<i32>().is_ok();
    fits.then(|| Literal::BigDecimal(text.into()))
}

/// Any node is a document, unless it has a number that none can hold.
pub(crate) fn document(node: &Node) -> Option<Document> {
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
