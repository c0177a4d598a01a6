//! In: the clients of all protocols, and good and broken responses with a secret at each
//! secret place. Out: nothing that they return shows one.

use secrets::fixtures::{self, Format, Message, Protocol};
use secrets::frames;
use secrets::seen::{secret_in, MARKER};
use secrets::service::{Answer, Service};
use secrets::variants;

#[track_caller]
fn check(seen: &str, protocol: Protocol, what: &dyn Fn() -> String) {
    if let Some(form) = secret_in(seen) {
        panic!("{}: `{form}` is seen of {}:\n{seen}", protocol.name, what());
    }
}

async fn check_message(protocol: Protocol, message: &Message) {
    let service = Service::default();
    // XML that is a member has no place for a code.
    let has_place = message.error != Some("Returned") || !protocol.has_bindings || protocol.format != Format::Xml;
    // A member that is called as the code comes before it.
    let has_other_code = message.error == Some("Named") && protocol.name.starts_with("aws_json");
    let is_known = has_place && !has_other_code && message.error != Some("Hushed");
    let client = secrets::client(protocol.name, &service);
    for (index, answer) in variants::of(message, protocol).into_iter().enumerate() {
        let what = || describe(&answer);
        service.answer(answer.clone());
        let called = client.call(message.operation).await;
        if index == 0 {
            assert_eq!(called.is_ok, message.error.is_none(), "{}: {}\n{}", protocol.name, what(), called.seen);
            let is_unhandled = called.seen.contains("unhandled error");
            assert_eq!(is_unhandled, !is_known, "{}: {}\n{}", protocol.name, what(), called.seen);
        }
        check(&called.seen, protocol, &what);
        if protocol.has_bindings && message.operation == "Reveal" {
            assert!(called.status.is_none_or(|status| status % 100 == 0), "{}: {}", protocol.name, what());
        }
    }
}

fn describe(answer: &Answer) -> String {
    format!("{} {:?}\n{}", answer.status, answer.headers, String::from_utf8_lossy(&answer.body))
}

fn run(work: impl std::future::Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime can be made");
    runtime.block_on(work);
}

#[track_caller]
fn check_protocol(name: &str) {
    let protocol = fixtures::protocol(name);
    run(async move {
        for message in protocol.messages() {
            check_message(protocol, &message).await;
        }
        let service = Service::default();
        let client = secrets::client(protocol.name, &service);
        for status in [0, 200, 500] {
            service.answer(Answer { status, ..Answer::default() });
            check(&client.inputs().await, protocol, &|| format!("inputs, answered by {status}"));
        }
    });
}

macro_rules! protocols {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            check_protocol(stringify!($name));
        })*
    };
}

protocols!(aws_json1_0 aws_json1_1 aws_query ec2_query rest_json1 rest_xml rest_xml_bare rpcv2_cbor rpcv2_json);

/// A stream of good events, and of each variant of each of them.
#[track_caller]
fn check_stream(name: &str) {
    let protocol = fixtures::protocol(name);
    let service = Service::default();
    let client = secrets::client(protocol.name, &service);
    let token = ("x-token".to_owned(), MARKER.to_owned());
    let headers: Vec<_> = [token].into_iter().chain(protocol.marks()).collect();
    run(async move {
        for good in frames::good(protocol) {
            for (index, event) in frames::variants(&good, protocol).into_iter().enumerate() {
                let body = event.frame().unwrap_or_default();
                service.answer(Answer { status: 200, headers: headers.clone(), body });
                let seen = client.listen().await;
                check(&seen, protocol, &|| format!("{event:?}"));
                let is_event = good.headers.iter().any(|(_, value)| *value == frames::string("event"));
                let is_error = seen.contains("ServiceError") || seen.contains("ResponseError");
                assert!(index > 0 || is_error != is_event, "{}: {event:?}\n{seen}", protocol.name);
            }
        }
    });
}

#[test]
fn events() {
    ["aws_json1_0", "aws_json1_1", "rest_json1", "rest_xml", "rest_xml_bare", "rpcv2_cbor", "rpcv2_json"]
        .iter()
        .for_each(|name| check_stream(name));
}

/// What the fuzz targets begin with, and what they have found.
#[test]
fn seeds() -> std::io::Result<()> {
    let protocols: [(&str, &[&str]); 4] = [
        ("response_cbor", &["rpcv2_cbor"]),
        ("response_json", &["rest_json1", "aws_json1_0", "aws_json1_1", "rpcv2_json"]),
        ("response_query", &["aws_query", "ec2_query"]),
        ("response_xml", &["rest_xml", "rest_xml_bare"]),
    ];
    for (target, protocols) in protocols {
        for seed in std::fs::read_dir(format!("../../fuzz/seeds/{target}"))? {
            let seed = std::fs::read(seed?.path())?;
            (0..=seed.len()).rev().step_by(5).for_each(|length| secrets::fuzzed::run(protocols, &seed[..length]));
        }
    }
    Ok(())
}
