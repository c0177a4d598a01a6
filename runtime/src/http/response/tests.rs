//! What is read out of statuses, headers and bodies.

use super::*;
use crate::json;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::{BigDecimal, BigInteger};

fn response(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> HttpResponse {
    let status = StatusCode::try_from(status).unwrap();
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().append(*name, *value);
    }
    response
}

#[test]
fn headers_are_read_into_their_types() {
    let inner = response(
        200,
        &[
            ("x-text", " a b "),
            ("x-int", "-5"),
            ("x-float", "NaN"),
            ("x-flag", "true"),
            ("x-at", "Mon, 07 Jul 2025 10:30:45 GMT"),
            ("x-since", "2025-07-07T12:30:45+02:00"),
            ("x-json", "e30="),
            ("x-list", r#"a, "b,c""#),
            ("x-list", "d"),
            ("x-ints", "1, 2,3"),
            ("x-big", "-12345678901234567890123.50"),
            ("x-times", "Mon, 07 Jul 2025 10:30:45 GMT, Mon, 07 Jul 2025 10:30:46 GMT"),
            ("x-epochs", "1.5,2"),
            ("x-meta-a", "1"),
            ("x-meta-b", ""),
            ("x-amzn-requestid", "r-1"),
        ],
        "",
    );
    let r = Response::new(&inner);
    let time = DateTime::from_secs(1_751_884_245);
    assert_eq!(r.status(), 200);
    assert_eq!(r.request_id().as_deref(), Some("r-1"));
    assert_eq!(r.header("x-text"), Some(" a b "));
    assert_eq!(r.header_string("x-text").unwrap().as_deref(), Some("a b"));
    assert_eq!(r.header_string("x-none").unwrap(), None);
    assert_eq!(r.header_as::<String>("x-text").unwrap().as_deref(), Some("a b"));
    assert_eq!(r.header_parse::<i8>("x-int").unwrap(), Some(-5));
    assert!(r.header_parse::<f32>("x-float").unwrap().unwrap().is_nan());
    assert_eq!(r.header_parse::<bool>("x-flag").unwrap(), Some(true));
    let big = r.header_big_number::<BigDecimal>("x-big").unwrap();
    assert_eq!(big.as_ref().map(AsRef::as_ref), Some("-12345678901234567890123.50"));
    let bigs = r.header_list_big_number::<BigInteger>("x-ints").unwrap().unwrap();
    assert_eq!(bigs.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["1", "2", "3"]);
    assert_eq!(r.header_timestamp("x-at", Format::HttpDate).unwrap(), Some(time));
    assert_eq!(r.header_timestamp("x-since", Format::DateTime).unwrap(), Some(time));
    assert_eq!(r.header_timestamp("x-int", Format::EpochSeconds).unwrap(), Some(DateTime::from_secs(-5)));
    assert_eq!(r.header_media_type("x-json").unwrap().as_deref(), Some("{}"));
    assert_eq!(r.header_list("x-list").unwrap().unwrap(), ["a", "b,c", "d"]);
    assert_eq!(r.header_list("x-none").unwrap(), None);
    assert_eq!(r.header_list_as::<String>("x-ints").unwrap().unwrap(), ["1", "2", "3"]);
    assert_eq!(r.header_list_parse::<i32>("x-ints").unwrap().unwrap(), [1, 2, 3]);
    assert_eq!(
        r.header_timestamp_list("x-times", Format::HttpDate).unwrap().unwrap(),
        [time, DateTime::from_secs(1_751_884_246)]
    );
    assert_eq!(
        r.header_timestamp_list("x-epochs", Format::EpochSeconds).unwrap().unwrap(),
        [DateTime::from_secs_and_nanos(1, 500_000_000), DateTime::from_secs(2)]
    );
    let meta = r.prefix_headers("X-Meta-").unwrap().unwrap();
    assert_eq!(meta, HashMap::from([("a".into(), "1".into()), ("b".into(), String::new())]));
    assert_eq!(r.prefix_headers("y-").unwrap(), Some(HashMap::new()));
}

#[test]
fn empty_headers_are_empty_text_and_nothing_else() {
    let inner = response(200, &[("x-empty", ""), ("x-blank", " "), ("x-twice", ""), ("x-twice", "")], "");
    let r = Response::new(&inner);
    for name in ["x-empty", "x-blank"] {
        assert_eq!(r.header_string(name).unwrap().as_deref(), Some(""));
        assert_eq!(r.header_as::<String>(name).unwrap().as_deref(), Some(""));
        assert_eq!(r.header_media_type(name).unwrap().as_deref(), Some(""));
        assert_eq!(r.header_parse::<bool>(name).unwrap(), None);
        assert_eq!(r.header_parse::<f64>(name).unwrap(), None);
        assert_eq!(r.header_big_number::<BigInteger>(name).unwrap(), None);
        assert_eq!(r.header_timestamp(name, Format::HttpDate).unwrap(), None);
        assert_eq!(r.header_list(name).unwrap(), None);
        assert_eq!(r.header_list_as::<String>(name).unwrap(), None);
        assert_eq!(r.header_list_parse::<i32>(name).unwrap(), None);
        assert_eq!(r.header_list_big_number::<BigInteger>(name).unwrap(), None);
        assert_eq!(r.header_timestamp_list(name, Format::HttpDate).unwrap(), None);
    }
    assert_eq!(r.prefix_headers("x-em").unwrap(), Some(HashMap::from([("pty".into(), String::new())])));
    let error = r.header_string("x-twice").unwrap_err();
    assert_eq!(error.to_string(), "expected a single value in the header `x-twice`");
    assert_eq!(r.header_string("x-none").unwrap(), None);
}

#[test]
fn unreadable_headers_are_errors_or_absent_as_the_caller_says() {
    let unreadable = || http::HeaderValue::from_bytes(b"caf\xe9").expect("it has no control character");
    let builder = http::Response::builder().header("x-text", "a").header("x-list", "a").header("x-meta-a", "1");
    let builder = builder.header("x-text-l1", unreadable()).header("x-list", unreadable());
    let inner = builder.header("x-meta-b", unreadable()).body(SdkBody::empty()).expect("its parts are valid");
    let inner = HttpResponse::try_from(inner).expect("its headers are kept as they are");
    let r = Response::new(&inner);
    assert_eq!(r.header_string("x-text-l1").unwrap_err().to_string(), "expected UTF-8 in the header `x-text-l1`");
    assert!(r.header_list("x-list").is_err() && r.prefix_headers("x-meta-").is_err());
    let r = r.without_unreadable_headers(true);
    assert_eq!(r.header_string("x-text-l1").unwrap(), None);
    assert_eq!(r.header_string("x-text").unwrap().as_deref(), Some("a"));
    // One value is enough: the whole member is absent.
    assert_eq!(r.header_list("x-list").unwrap(), None);
    assert_eq!(r.header_timestamp_list("x-list", Format::HttpDate).unwrap(), None);
    assert_eq!(r.prefix_headers("x-meta-").unwrap(), None);
}

#[test]
fn malformed_headers_are_errors_that_do_not_quote_them() {
    let inner = response(200, &[("x-a", "sec"), ("x-a", "ret"), ("x-b", "secret\"")], "");
    let r = Response::new(&inner);
    let cases = [
        (r.header_string("x-a").unwrap_err(), "expected a single value in the header `x-a`"),
        (r.prefix_headers("x-").unwrap_err(), "expected a single value in the header `x-*`"),
        (r.header_parse::<i32>("x-b").unwrap_err(), "expected a value of its type in the header `x-b`"),
        (r.header_list_parse::<i32>("x-a").unwrap_err(), "expected values of its type in the header `x-a`"),
        (r.header_big_number::<BigInteger>("x-b").unwrap_err(), "expected a value of its type in the header `x-b`"),
        (r.header_list_big_number::<BigInteger>("x-a").unwrap_err(), "expected values of its type in the header `x-a`"),
        (
            r.header_timestamp("x-b", Format::HttpDate).unwrap_err(),
            "expected a timestamp of its format in the header `x-b`",
        ),
        (
            r.header_timestamp_list("x-b", Format::HttpDate).unwrap_err(),
            "expected timestamps of their format in the header `x-b`",
        ),
        (r.header_media_type("x-b").unwrap_err(), "expected text in base64 in the header `x-b`"),
    ];
    for (error, expected) in cases {
        assert_eq!(error.to_string(), expected);
        assert!(!format!("{error:?}").contains("sec"), "{error:?}");
    }
}

#[test]
fn bodies_are_payloads_or_json() {
    let inner = response(200, &[], "");
    let r = Response::new(&inner);
    assert_eq!(r.payload_blob(), None);
    assert_eq!(r.payload_text().unwrap(), None);
    assert_eq!(json::payload(&r, json::Reader::string).unwrap(), None);
    let error = json::required_payload(&r, "text", json::Reader::string).unwrap_err();
    assert_eq!(error.to_string(), "the body is empty, but `text` is required");
    let mut reader = json::Reader::of(&r);
    assert_eq!((reader.begin_object(), reader.key()), (Some(()), None));
    assert!(reader.finish(()).is_ok());

    let inner = response(200, &[], "text");
    let r = Response::new(&inner);
    assert_eq!(r.body(), b"text");
    assert_eq!(r.payload_blob(), Some(Blob::new("text")));
    assert_eq!(r.payload_text().unwrap().as_deref(), Some("text"));
    assert_eq!(r.payload_as::<String>().unwrap().as_deref(), Some("text"));
}

#[cfg(feature = "xml")]
#[test]
fn only_a_union_may_be_absent() {
    let inner = response(200, &[], "");
    let r = Response::new(&inner);
    assert_eq!(crate::xml::payload(&r, "Out", crate::xml::Reader::string).unwrap(), None);
    assert!(crate::xml::root(&r, "Out", crate::xml::Reader::string).is_err());
}
