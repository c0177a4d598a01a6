//! In: a good response. Out: what can become of it on the way: values of other types, cuts,
//! lost bytes, other headers, another status. Systematically, since nobody thinks of all.
//! No secret gets to a place that is none.

use crate::fixtures::{Body, Format, Message, Protocol};
use crate::seen::MARKER;
use crate::service::Answer;
use crate::value::{text, Value};

/// All variants of a message, the good one first.
pub fn of(message: &Message, protocol: Protocol) -> Vec<Answer> {
    let good = message.answer(protocol, message.bytes(protocol));
    let mut answers = vec![good.clone()];
    answers.extend(bodies(message).map(|message| message.answer(protocol, message.bytes(protocol))));
    answers.extend(cuts(&good.body, protocol.format).map(|body| Answer { body, ..good.clone() }));
    answers.extend(headers(&good));
    // What was meant for one status comes with another.
    answers.extend([200, 204, 299, 302, 400, 409, 410, 499, 500].map(|status| Answer { status, ..good.clone() }));
    let others: [&[u8]; 5] = [b"", b"null", b"<html></html>", b"\xff", b"[]"];
    answers.extend(others.map(|body| Answer { body: body.to_vec(), ..good.clone() }));
    answers
}

/// A value of another type in the place of each value.
fn bodies(message: &Message) -> impl Iterator<Item = Message> + '_ {
    let bodies: Vec<Body> = match &message.body {
        Body::Bytes(_) => Vec::new(),
        Body::Members(value) => each(value).into_iter().map(Body::Members).collect(),
        Body::Document(tag, value) => each(value).into_iter().map(|value| Body::Document(tag, value)).collect(),
    };
    bodies.into_iter().map(|body| Message { body, ..message.clone() })
}

/// The value with one of its parts replaced, for each part and each replacement.
fn each(value: &Value) -> Vec<Value> {
    let mut all = others(value);
    match value {
        Value::List(values) => {
            for index in 0..values.len() {
                all.extend(each(&values[index]).into_iter().map(|value| Value::List(with(values, index, value))));
            }
        }
        Value::Map(entries) => {
            for (index, (key, value)) in entries.iter().enumerate() {
                let entry = |value| Value::Map(with(entries, index, (key.clone(), value)));
                all.extend(each(value).into_iter().map(entry));
            }
        }
        Value::Object(members) => {
            for (index, (name, value)) in members.iter().enumerate() {
                let member = |value| Value::Object(with(members, index, (*name, value)));
                all.extend(each(value).into_iter().map(member));
                let mut twice = members.clone();
                twice.push((name, value.clone()));
                all.push(Value::Object(twice));
            }
            let mut more = members.clone();
            more.push(("novel", Value::Map(vec![(MARKER.to_owned(), text(MARKER))])));
            all.push(Value::Object(more));
        }
        _ => {}
    }
    all
}

fn with<T: Clone>(items: &[T], index: usize, item: T) -> Vec<T> {
    let mut items = items.to_vec();
    items[index] = item;
    items
}

/// Values that are of another type, with the same content where it is a secret.
fn others(value: &Value) -> Vec<Value> {
    let around = |value: &Value| [Value::List(vec![value.clone()]), Value::Object(vec![("novel", value.clone())])];
    let mut others = vec![Value::Null, Value::Number(1), Value::List(Vec::new()), Value::Object(Vec::new())];
    match value {
        Value::Text(_) if is_secret(value) => {
            others.extend(around(value));
            others.push(Value::Map(vec![(MARKER.to_owned(), value.clone())]));
            others.push(Value::Bytes(MARKER.into()));
        }
        Value::Number(number) | Value::Time(number) if is_secret(value) => {
            others.extend(around(value));
            others.extend([text(number.to_string()), text(MARKER)]);
            others.push(Value::List(vec![text(MARKER)]));
        }
        Value::Bytes(bytes) => {
            others.extend(around(value));
            others.push(text(format!("{} {MARKER}", String::from_utf8_lossy(bytes))));
        }
        Value::List(_) | Value::Map(_) | Value::Object(_) => {
            others.extend(around(value));
            others.push(text("plain"));
        }
        _ => others.push(text("plain")),
    }
    others
}

fn is_secret(value: &Value) -> bool {
    match value {
        Value::Text(text) => text.contains(MARKER),
        Value::Number(number) | Value::Time(number) => *number == crate::seen::MARKED_NUMBER,
        _ => false,
    }
}

/// The body up to each of its bytes, and without each of them. CBOR is only cut: without
/// a byte of a length, other bytes are texts.
fn cuts(body: &[u8], format: Format) -> impl Iterator<Item = Vec<u8>> + '_ {
    // All bytes of short bodies, some of long ones: tests have to be quick. The fuzz target
    // for responses tries the others.
    let step = body.len() / 32 + 1;
    let cut = (0..body.len()).step_by(step).map(|length| body[..length].to_vec());
    let lost = (0..body.len()).step_by(step).filter(move |_| format != Format::Cbor).map(|index| {
        let mut body = body.to_vec();
        body.remove(index);
        body
    });
    cut.chain(lost)
}

/// Each header in other forms.
fn headers(good: &Answer) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (index, (name, value)) in good.headers.iter().enumerate() {
        let replaced =
            |value: String| Answer { headers: with(&good.headers, index, (name.clone(), value)), ..good.clone() };
        let is_of_protocol = ["smithy-protocol", "x-amzn-errortype", "x-amzn-requestid"].contains(&&**name);
        if !is_of_protocol && name != "x-plain" {
            let forms =
                [MARKER.to_owned(), format!("\"{MARKER}"), format!("\"{MARKER}\" {MARKER}"), format!("{MARKER},")];
            answers.extend(forms.map(replaced));
        }
        answers.extend([String::new(), "plain".to_owned()].map(replaced));
        let mut twice = good.headers.clone();
        twice.push((name.clone(), value.clone()));
        answers.push(Answer { headers: twice, ..good.clone() });
        let mut without = good.headers.clone();
        without.remove(index);
        answers.push(Answer { headers: without, ..good.clone() });
    }
    answers
}
