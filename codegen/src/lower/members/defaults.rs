//! In: the node of a `@default`. Out: the value that `build()` and readers use
//! where the member was not set (Smithy 2.0, section "default trait").

use super::super::literals;
use crate::diagnostics::Diagnostics;
use crate::ir::{Default, Type};
use crate::model::{Member, Node, Number, Value};
use crate::traits;

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
    Some(match (ty, &node.value) {
        (Type::Document, _) => parse_document(node)?,
        (Type::Boolean, Value::Bool(false)) => Default::Empty,
        (Type::Boolean, Value::Bool(value)) => Default::Boolean(*value),
        (Type::Scalar(kind), Value::Number(number)) if kind.is_float() => match number.as_f64()? {
            0.0 => Default::Empty,
            _ => Default::Float(*kind, number.0.clone()),
        },
        (Type::Scalar(kind), Value::Number(number)) => match integer(number)? {
            0 => Default::Empty,
            value => Default::Integer(*kind, value),
        },
        (Type::BigInteger | Type::BigDecimal, Value::Number(number)) if number.as_f64()? == 0.0 => Default::Empty,
        (Type::String, Value::String(text)) if text.is_empty() => Default::Empty,
        (Type::String, Value::String(text)) => Default::String(text.clone()),
        (Type::Enum(_), Value::String(text)) => Default::Enum(text.clone()),
        (Type::Blob, Value::String(text)) => Default::Blob(decode_base64(text)?),
        (Type::List { .. }, Value::Array(elements)) if elements.is_empty() => Default::Empty,
        (Type::Map { .. }, Value::Object(members)) if members.is_empty() => Default::Empty,
        (Type::Timestamp(_), Value::Number(number)) => parse_epoch(number)?,
        (Type::Timestamp(_), Value::String(text)) => parse_date_time(text)?,
        _ => return None,
    })
}

/// Lists and maps can only be empty, and a number has to be one that a document can hold.
fn parse_document(node: &Node) -> Option<Default> {
    let fits = match &node.value {
        Value::Number(number) => number.as_f64().is_some_and(f64::is_finite),
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    };
    fits.then(|| Default::Document(literals::document(node)))
}

/// `1`, and `1.0` too, which JSON does not tell apart.
pub(crate) fn integer(number: &Number) -> Option<i64> {
    let exact = || {
        let value = number.as_f64()?;
        #[allow(clippy::cast_possible_truncation)] // Checked by the way back.
        let whole = value as i64;
        #[allow(clippy::cast_precision_loss)]
        let is_whole = whole as f64 == value;
        is_whole.then_some(whole)
    };
    number.as_i64().or_else(exact)
}

fn parse_epoch(number: &Number) -> Option<Default> {
    let (whole, fraction) = number.0.split_once('.').unwrap_or((&number.0, ""));
    let nanos: u32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    Some(Default::Timestamp(whole.parse().ok()?, nanos))
}

/// RFC 3339 in UTC, the only form the specification allows here.
pub(crate) fn parse_date_time(text: &str) -> Option<Default> {
    let (date, time) = text.strip_suffix(['Z', 'z'])?.split_once(['T', 't'])?;
    let (time, fraction) = time.split_once('.').unwrap_or((time, ""));
    let numbers =
        |text: &str, separator| -> Option<Vec<i64>> { text.split(separator).map(|part| part.parse().ok()).collect() };
    let [year, month, day] = numbers(date, '-')?[..] else { return None };
    let [hour, minute, second] = numbers(time, ':')?[..] else { return None };
    let nanos: u32 = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
    let is_valid = (1..=12).contains(&month) && (1..=31).contains(&day) && (0..=9999).contains(&year);
    is_valid.then(|| {
        let days = days_from_civil(year, month, day);
        Default::Timestamp(days * 86_400 + hour * 3_600 + minute * 60 + second, nanos)
    })
}

/// Days since 1970-01-01, by counting years from March.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

pub(crate) fn decode_base64(text: &str) -> Option<Vec<u8>> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0u32, 0);
    for symbol in text.trim_end_matches('=').bytes() {
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
    fn timestamps_are_seconds_since_the_epoch() {
        assert_eq!(parse_date_time("1985-04-12T23:20:50.52Z"), Some(Default::Timestamp(482_196_050, 520_000_000)));
        assert_eq!(parse_date_time("2000-02-29T00:00:00Z"), Some(Default::Timestamp(951_782_400, 0)));
        assert_eq!(parse_date_time("1969-12-31T23:59:59Z"), Some(Default::Timestamp(-1, 0)));
        assert_eq!(parse_date_time("yesterday"), None);
    }

    #[test]
    fn blobs_are_base64() {
        assert_eq!(decode_base64("aGVsbG8="), Some(b"hello".to_vec()));
        assert_eq!(decode_base64("*"), None);
    }
}
