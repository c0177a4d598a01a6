//! Frames of event streams. In: types of events and payloads. Out: bytes of the wire. Why: answers
//! of services that stream are binary, and programs want to say what is in them.

use aws_smithy_types::event_stream::{Header, HeaderValue, Message};

use crate::say;

/// An event of a type, whose payload is JSON or XML.
#[must_use]
pub fn event(kind: &str, content_type: &str, payload: &str) -> Vec<u8> {
    let headers = [(":message-type", "event"), (":event-type", kind), (":content-type", content_type)];
    frame(&headers, payload.as_bytes())
}

/// An exception of a type.
#[must_use]
pub fn exception(kind: &str, content_type: &str, payload: &str) -> Vec<u8> {
    let headers = [(":message-type", "exception"), (":exception-type", kind), (":content-type", content_type)];
    frame(&headers, payload.as_bytes())
}

/// A frame with headers that are text.
///
/// # Panics
/// It is too large for one.
#[must_use]
pub fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
    let mut message = Message::new(payload.to_vec());
    for (name, value) in headers {
        message = message.add_header(Header::new((*name).to_owned(), HeaderValue::String((*value).to_owned().into())));
    }
    let mut bytes = Vec::new();
    aws_smithy_eventstream::frame::write_message_to(&message, &mut bytes).expect("a frame of a program is small");
    bytes
}

/// Prints what is in frames: the headers that are text, the names of the others, and payloads. A
/// payload may be a frame: events that are sent are signed, and in another one. Signatures are
/// not printed, as they are over the versions of crates.
pub fn say_frames(name: &str, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        let Ok(message) = aws_smithy_eventstream::frame::read_message_from(&mut bytes) else {
            say(name, format!("not a frame: {}", String::from_utf8_lossy(bytes)));
            return;
        };
        say_message(name, &message);
    }
}

fn say_message(name: &str, message: &Message) {
    for header in message.headers() {
        let value = header.value().as_string().map_or("(not text)", |text| text.as_str());
        say(&format!("{name}, {}", header.name().as_str()), value);
    }
    let payload = message.payload();
    match aws_smithy_eventstream::frame::read_message_from(payload.as_ref()) {
        Ok(inner) => say_message(&format!("{name}, inner"), &inner),
        Err(_) => say(&format!("{name}, payload"), String::from_utf8_lossy(payload)),
    }
}
