//! The text of scalars in labels, queries, headers and bodies.
//!
//! A number, boolean or time goes in, the text that Smithy prescribes comes
//! out. It exists so that emitted code can say `value.map(text::int)`.

use aws_smithy_types::{base64, Blob};

/// The text of any integer type.
pub fn int(value: impl Into<i64>) -> String {
    let mut buffer = itoa::Buffer::new();
    buffer.format(value.into()).to_owned()
}

/// The text of a double.
pub fn double(value: f64) -> String {
    double_in(&mut ryu::Buffer::new(), value).to_owned()
}

/// The text of a float.
pub fn float(value: f32) -> String {
    float_in(&mut ryu::Buffer::new(), value).to_owned()
}

/// The shortest text that reads as the same double, without an allocation.
pub(crate) fn double_in(buffer: &mut ryu::Buffer, value: f64) -> &str {
    match value.is_finite() {
        true => buffer.format_finite(value),
        false => non_finite(value),
    }
}

/// The shortest text that reads as the same float, without an allocation.
pub(crate) fn float_in(buffer: &mut ryu::Buffer, value: f32) -> &str {
    match value.is_finite() {
        true => buffer.format_finite(value),
        false => non_finite(value.into()),
    }
}

/// The text of a boolean.
pub fn boolean(value: bool) -> &'static str {
    if value {
        "true"
    } else {
        "false"
    }
}

/// The text of a blob: base64.
pub fn blob(value: &Blob) -> String {
    base64::encode(value.as_ref())
}

/// The header text of a string with `@mediaType`: base64.
pub fn media_type(value: impl AsRef<str>) -> String {
    base64::encode(value.as_ref())
}

/// What Smithy calls a number that JSON has no digits for.
pub(crate) fn non_finite(value: f64) -> &'static str {
    if value.is_nan() {
        "NaN"
    } else if value > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    }
}

/// Bytes in base 16, in lower case.
#[cfg(all(feature = "aws", feature = "checksums"))]
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(if value < 10 { b'0' + value } else { b'a' + value - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// An id without the name of its collection: `Z1` of `/hostedzone/Z1` and `hostedzone/Z1`.
pub fn without_collection<'v>(id: Option<&'v str>, collections: &[&str]) -> Option<&'v str> {
    let id = id?;
    let path = id.strip_prefix('/').unwrap_or(id);
    let rest = collections.iter().find_map(|name| path.strip_prefix(name)?.strip_prefix('/'));
    Some(rest.unwrap_or(id))
}

/// The value, or the other text if there is none or it is empty.
pub fn or<'v>(value: Option<&'v str>, other: &'static str) -> Option<&'v str> {
    value.filter(|value| !value.is_empty()).or(Some(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::primitive::Encoder;

    #[test]
    fn ids_lose_the_name_of_their_collection() {
        let id = |id| without_collection(Some(id), &["hostedzone", "change"]);
        for with in ["Z1", "/hostedzone/Z1", "hostedzone/Z1", "/change/Z1"] {
            assert_eq!(id(with), Some("Z1"));
        }
        for other in ["", "/", "hostedzone", "/hostedzones/Z1", "/healthcheck/Z1"] {
            assert_eq!(id(other), Some(other));
        }
        assert_eq!(id("/hostedzone/"), Some(""));
        assert_eq!(without_collection(None, &["change"]), None);
    }

    #[test]
    fn text_is_that_of_the_official_encoder() {
        for value in [0.0, -0.0, 1.0, 0.1, 1e21, 1e-7, f64::MAX, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(double(value), Encoder::from(value).encode());
            assert_eq!(float(value as f32), Encoder::from(value as f32).encode());
        }
        for value in [0, -1, i64::MAX, i64::MIN] {
            assert_eq!(int(value), Encoder::from(value).encode());
        }
        assert_eq!(int(-7_i8), "-7");
        assert_eq!(boolean(true), Encoder::from(true).encode());
        assert_eq!(media_type("{}"), "e30=");
    }
}
