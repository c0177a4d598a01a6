//! In: headers and a payload. Out: the frame of an event; good events of each kind, and
//! what can become of them on the way.

use crate::fixtures::{self, Format, Protocol};
use crate::seen::MARKER;
use crate::value::{self, text, Value};
use aws_smithy_eventstream::frame::write_message_to;
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

/// One message of a stream.
#[derive(Clone, Debug)]
pub struct Event {
    /// The headers.
    pub headers: Vec<(&'static str, HeaderValue)>,
    /// The payload.
    pub payload: Vec<u8>,
}

/// A header that is a text.
pub fn string(value: &str) -> HeaderValue {
    HeaderValue::String(value.to_owned().into())
}

impl Event {
    /// The frame; none if the headers cannot be in one.
    pub fn frame(&self) -> Option<Vec<u8>> {
        let headers = self.headers.iter().map(|(name, value)| Header::new(*name, value.clone()));
        let message = Message::new_from_parts(headers.collect::<Vec<_>>(), self.payload.clone());
        let mut frame = Vec::new();
        write_message_to(&message, &mut frame).ok()?;
        Some(frame)
    }
}

/// Good events of each kind, with a secret at each secret place.
pub fn good(protocol: Protocol) -> Vec<Event> {
    let holder = |tag: &str| document(protocol, tag, &fixtures::holder());
    let inner = || {
        let members = vec![("message", text(MARKER)), ("count", Value::Number(1))];
        document(protocol, "Inner", &Value::Object(members))
    };
    let loud = document(protocol, "Loud", &Value::Object(vec![("message", text(MARKER)), ("count", Value::Number(1))]));
    let quiet = Value::Object(vec![("message", text("plain")), ("info", fixtures::holder())]);
    let token = || ("token", string(MARKER));
    let bytes = HeaderValue::ByteArray(MARKER.into());
    vec![
        event("event", "note", vec![token(), ("count", HeaderValue::Int32(1))], MARKER.into()),
        event("event", "holder", Vec::new(), holder("Holder")),
        event("event", "bytes", vec![("bytes", bytes)], inner()),
        event("event", "novel", vec![token()], inner()),
        event("exception", "hush", Vec::new(), loud.clone()),
        event("exception", "muted", Vec::new(), document(protocol, "Quiet", &quiet)),
        event("exception", "bound", vec![token()], inner()),
        event("exception", "hushed", vec![token()], loud),
        Event {
            headers: vec![
                (":message-type", string("error")),
                (":error-code", string("Odd")),
                (":error-message", string(MARKER)),
            ],
            payload: Vec::new(),
        },
        event(
            "event",
            "initial-response",
            Vec::new(),
            document(protocol, "O", &Value::Object(vec![("token", text(MARKER))])),
        ),
    ]
}

fn event(kind: &str, name: &str, members: Vec<(&'static str, HeaderValue)>, payload: Vec<u8>) -> Event {
    let of_type = if kind == "event" { ":event-type" } else { ":exception-type" };
    let mut headers = vec![(":message-type", string(kind)), (of_type, string(name))];
    headers.extend(members);
    Event { headers, payload }
}

fn document(protocol: Protocol, tag: &str, value: &Value) -> Vec<u8> {
    match protocol.format {
        Format::Json => value::json(value).into_bytes(),
        Format::Xml => value::xml(tag, value).into_bytes(),
        Format::Cbor => {
            let mut bytes = Vec::new();
            value::cbor(value, &mut bytes);
            bytes
        }
    }
}

/// What can become of an event on the way, the good one first: headers of other types, or
/// twice, or none; payloads that are cut or have lost a byte.
pub fn variants(event: &Event, protocol: Protocol) -> Vec<Event> {
    let mut variants = vec![event.clone()];
    for index in 0..event.headers.len() {
        let mut without = event.clone();
        let (name, value) = without.headers.remove(index);
        if index > 1 {
            let other = [HeaderValue::Int32(5), string(MARKER), HeaderValue::ByteArray(MARKER.into())];
            let is_secret = name != "count" && name != ":error-code";
            for value in other.into_iter().chain([value]).filter(|value| is_secret || value.as_string().is_err()) {
                let mut twice = without.clone();
                twice.headers.insert(index, (name, value.clone()));
                variants.push(twice);
            }
        }
        variants.push(without);
    }
    for length in 0..event.payload.len() {
        variants.push(Event { payload: event.payload[..length].to_vec(), ..event.clone() });
        if protocol.format != Format::Cbor {
            let mut payload = event.payload.clone();
            payload.remove(length);
            variants.push(Event { payload, ..event.clone() });
        }
    }
    variants
}
