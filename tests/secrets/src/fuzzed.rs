//! In: any bytes. Out: a response that they decide all of, through the client of a protocol;
//! a panic where one shows a secret, or where there is one anyway. What the fuzz targets
//! run, and what a test runs with what they found.

use crate::fixtures;
use crate::frames::{string, Event};
use crate::seen::{secret_in, MARKER};
use crate::service::{Answer, Service};
use crate::{Called, Calls};
use aws_smithy_types::event_stream::HeaderValue;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tokio::runtime::Runtime;

const OPERATIONS: [&str; 6] = ["Ask", "Carry", "Listen", "Parcel", "Reveal", "Spell"];

/// The headers that mean something to one of the operations.
const HEADERS: [&str; 14] = [
    "content-type",
    "x-amzn-requestid",
    "x-big",
    "x-level",
    "x-map-",
    "x-map-key",
    "x-media",
    "x-pin",
    "x-plain",
    "x-time",
    "x-token",
    "x-words",
    "x-amzn-query-error",
    "x-amz-request-id",
];

/// What the model calls errors, as a service says it.
const ERRORS: [&str; 8] = ["Hush", "Muted", "Named", "Returned", "Wholly", "a.b#Hush:http://x", "Odd", ""];

/// Names of events.
const EVENTS: [&str; 9] =
    ["note", "holder", "bytes", "hush", "muted", "bound", "initial-response", "novel", "initial-request"];

/// A response of these bytes to a client of one of the protocols.
///
/// # Panics
/// A secret is shown.
pub fn run(protocols: &[&'static str], data: &[u8]) {
    let mut input = Input(data);
    let protocol = input.one_of(protocols);
    let operation = input.one_of(&OPERATIONS);
    let mut answer = Answer { status: 100 + input.pair() % 500, headers: input.headers(protocol), body: Vec::new() };
    // In any other header it is not a secret.
    answer.headers.retain(|(name, value)| has_secret(protocol, operation, name) || secret_in(value).is_none());
    if answer.status < 200 {
        answer.status = 200;
    }
    let is_framed = operation == "Listen" && input.byte() % 4 != 0;
    answer.body = if is_framed { input.events() } else { input.0.to_vec() };
    let called = call(protocol, operation, answer);
    // What an element is called is not a secret.
    if has_marked_element(data) {
        return;
    }
    if let Some(form) =
        secret_in(&without_counts(&called.seen)).filter(|_| is_checked(protocol, operation, is_framed, &called))
    {
        panic!("`{form}` is seen of {operation} by {protocol}:\n{}", called.seen);
    }
}

/// Whether an element of XML is called what the secrets are.
fn has_marked_element(data: &[u8]) -> bool {
    let text = String::from_utf8_lossy(data).to_ascii_lowercase();
    let ends_name = |c: char| c == '>' || c == '/' || c.is_whitespace();
    let names = text.split('<').skip(1).filter_map(|tag| Some(&tag[..tag.find(ends_name)?]));
    names.into_iter().any(|name| secret_in(name).is_some())
}

/// What is seen without the values of `count`, a number that is not secret.
fn without_counts(seen: &str) -> String {
    let mut parts = seen.split("count: Some(");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.trim_start().trim_start_matches(|c: char| c == '-' || c.is_ascii_digit()));
    }
    kept
}

/// Whether the model has a secret in this header of a response.
fn has_secret(protocol: &str, operation: &str, name: &str) -> bool {
    const REVEALED: [&str; 7] = ["x-big", "x-level", "x-media", "x-pin", "x-time", "x-token", "x-words"];
    protocol.starts_with("rest_")
        && match operation {
            "Reveal" => REVEALED.contains(&name) || name.starts_with("x-map-"),
            "Listen" => name == "x-token",
            _ => false,
        }
}

/// Whether all that could be shown of a response is a secret: bytes put one wherever they
/// like, and a name or a plain member may be shown.
fn is_checked(protocol: &str, operation: &str, is_framed: bool, called: &Called) -> bool {
    let is_id = called.ids.iter().flatten().any(|id| secret_in(id).is_some());
    // What an element is called that is not the one that is expected is no data.
    if is_id || called.seen.contains("root element") {
        return false;
    }
    match operation {
        // It has plain members.
        "Reveal" => called.seen.contains("Unhandled"),
        // A whole frame has its own idea of names, and an error of a plain message.
        "Listen" => is_framed && !called.seen.contains("Quiet"),
        // Their secrets are whole bodies, and members where there are no such: no message is one.
        "Carry" | "Spell" if !protocol.starts_with("rest_") => !called.seen.contains("message: Some"),
        _ => true,
    }
}

fn call(protocol: &'static str, operation: &'static str, answer: Answer) -> Called {
    thread_local! {
        static RUNTIME: Runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .expect("a runtime without threads can be made");
        static SERVICE: Service = Service::default();
        static CLIENTS: RefCell<BTreeMap<&'static str, Box<dyn Calls>>> = RefCell::default();
    }
    SERVICE.with(|service| {
        service.answer(answer);
        CLIENTS.with_borrow_mut(|clients| {
            let client = clients.entry(protocol).or_insert_with(|| crate::client(protocol, service));
            let called = async {
                if operation != "Listen" {
                    return client.call(operation).await;
                }
                Called { seen: client.listen().await, is_ok: true, status: None, ids: [None, None, None] }
            };
            RUNTIME.with(|runtime| runtime.block_on(called))
        })
    })
}

/// The bytes that are left.
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn pair(&mut self) -> u16 {
        u16::from_be_bytes([self.byte(), self.byte()])
    }

    fn one_of(&mut self, choices: &[&'static str]) -> &'static str {
        choices[usize::from(self.byte()) % choices.len()]
    }

    fn some(&mut self, longest: u16) -> &'a [u8] {
        let length = usize::from(self.pair() % (longest + 1)).min(self.0.len());
        let (some, rest) = self.0.split_at(length);
        self.0 = rest;
        some
    }

    fn headers(&mut self, protocol: &str) -> Vec<(String, String)> {
        let count = self.byte() % 8;
        let mut headers = Vec::from_iter(fixtures::protocol(protocol).marks());
        if self.byte() < 128 {
            headers.push(("x-amzn-errortype".to_owned(), self.one_of(&ERRORS).to_owned()));
        }
        for _ in 0..count {
            let name = self.one_of(&HEADERS);
            headers.push((name.to_owned(), String::from_utf8_lossy(self.some(64)).into_owned()));
        }
        headers
    }

    fn events(&mut self) -> Vec<u8> {
        let mut frames = Vec::new();
        for _ in 0..self.byte() % 4 {
            frames.extend(self.event().frame().unwrap_or_default());
        }
        frames.extend(self.0);
        frames
    }

    fn event(&mut self) -> Event {
        let kind = self.one_of(&["event", "exception", "error"]);
        let name = string(self.one_of(&EVENTS));
        let mut headers = vec![(":message-type", string(kind))];
        match kind {
            "event" => headers.push((":event-type", name)),
            "exception" => headers.push((":exception-type", name)),
            _ => headers.extend([(":error-code", string("Odd")), (":error-message", string(MARKER))]),
        }
        for _ in 0..self.byte() % 4 {
            headers.push((self.one_of(&["token", "count", "bytes"]), self.header()));
        }
        Event { headers, payload: self.some(512).to_vec() }
    }

    fn header(&mut self) -> HeaderValue {
        match self.byte() % 6 {
            0 => HeaderValue::Int32(self.pair().into()),
            1 => HeaderValue::Bool(true),
            2 => HeaderValue::ByteArray(self.some(32).to_vec().into()),
            3 => HeaderValue::Timestamp(aws_smithy_types::DateTime::from_secs(self.pair().into())),
            4 => string(MARKER),
            _ => string(&String::from_utf8_lossy(self.some(32))),
        }
    }
}
