//! In: a value, whatever the format. Out: it in JSON, in CBOR or in XML. Why not the codecs
//! that are tested: they write what is right, and this has to write what is wrong too.

use aws_smithy_types::date_time::Format as TimeFormat;
use aws_smithy_types::{base64, DateTime};

/// A value in a body.
#[derive(Clone, Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// Bytes: base64 where the format has none.
    Bytes(Vec<u8>),
    /// A time in seconds, in the format that bodies have it in.
    Time(i64),
    /// A list.
    List(Vec<Value>),
    /// A map whose keys are data.
    Map(Vec<(String, Value)>),
    /// A structure or a union.
    Object(Vec<(&'static str, Value)>),
    /// Nothing.
    Null,
}

/// A text.
pub fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

/// The value in JSON.
pub fn json(value: &Value) -> String {
    let list = |values: Vec<String>, [begin, end]: [&str; 2]| format!("{begin}{}{end}", values.join(","));
    let pair = |key: &str, value: &Value| format!("{key:?}:{}", json(value));
    match value {
        Value::Text(text) => format!("{text:?}"),
        Value::Number(number) | Value::Time(number) => number.to_string(),
        Value::Bytes(bytes) => format!("{:?}", base64::encode(bytes)),
        Value::List(values) => list(values.iter().map(json).collect(), ["[", "]"]),
        Value::Map(entries) => list(entries.iter().map(|(key, value)| pair(key, value)).collect(), ["{", "}"]),
        Value::Object(members) => list(members.iter().map(|(key, value)| pair(key, value)).collect(), ["{", "}"]),
        Value::Null => "null".to_owned(),
    }
}

/// Appends the value in CBOR (RFC 8949, section 3).
pub fn cbor(value: &Value, out: &mut Vec<u8>) {
    match value {
        Value::Text(text) => {
            head(3, text.len(), out);
            out.extend(text.as_bytes());
        }
        Value::Number(number) => integer(*number, out),
        Value::Bytes(bytes) => {
            head(2, bytes.len(), out);
            out.extend(bytes);
        }
        Value::Time(seconds) => {
            out.push(0xc1);
            integer(*seconds, out);
        }
        Value::List(values) => {
            head(4, values.len(), out);
            values.iter().for_each(|value| cbor(value, out));
        }
        Value::Map(entries) => {
            head(5, entries.len(), out);
            for (key, value) in entries {
                cbor(&text(key), out);
                cbor(value, out);
            }
        }
        Value::Object(members) => {
            head(5, members.len(), out);
            for (key, value) in members {
                cbor(&text(*key), out);
                cbor(value, out);
            }
        }
        Value::Null => out.push(0xf6),
    }
}

fn integer(number: i64, out: &mut Vec<u8>) {
    let magnitude = if number < 0 { !number } else { number };
    head(u8::from(number < 0), usize::try_from(magnitude).unwrap_or_default(), out);
}

fn head(major: u8, argument: usize, out: &mut Vec<u8>) {
    let major = major << 5;
    match u8::try_from(argument) {
        Ok(argument @ 0..24) => out.push(major | argument),
        Ok(argument) => out.extend([major | 24, argument]),
        Err(_) => {
            out.push(major | 26);
            out.extend(u32::try_from(argument).unwrap_or(u32::MAX).to_be_bytes());
        }
    }
}

/// The value in an element of XML.
pub fn xml(tag: &str, value: &Value) -> String {
    let content = match value {
        Value::Null => return String::new(),
        Value::Text(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        Value::Number(number) => number.to_string(),
        Value::Bytes(bytes) => base64::encode(bytes),
        Value::Time(seconds) => DateTime::from_secs(*seconds).fmt(TimeFormat::DateTime).unwrap_or_default(),
        Value::List(values) => values.iter().map(|value| xml("member", value)).collect(),
        Value::Map(entries) => {
            let entry = |(key, value): &(String, Value)| {
                format!("<entry>{}{}</entry>", xml("key", &text(key)), xml("value", value))
            };
            entries.iter().map(entry).collect()
        }
        Value::Object(members) => members.iter().map(|(tag, value)| xml(tag, value)).collect(),
    };
    format!("<{tag}>{content}</{tag}>")
}
