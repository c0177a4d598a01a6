//! What is read out of statuses, headers and bodies.

use super::*;
use crate::http::error_response::ErrorResponse;
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
    assert_eq!(r.payload(json::Reader::string).unwrap(), None);
    let error = r.required_payload("text", json::Reader::string).unwrap_err();
    assert_eq!(error.to_string(), "the body is empty, but `text` is required");
    let mut reader = r.json();
    assert_eq!((reader.begin_object(), reader.key()), (Some(()), None));
    assert!(reader.finish(()).is_ok());

    let inner = response(200, &[], "text");
    let r = Response::new(&inner);
    assert_eq!(r.body(), b"text");
    assert_eq!(r.payload_blob(), Some(Blob::new("text")));
    assert_eq!(r.payload_text().unwrap().as_deref(), Some("text"));
    assert_eq!(r.payload_as::<String>().unwrap().as_deref(), Some("text"));
}

#[derive(Debug, Clone)]
enum TestError {
    Conflict(String),
    Unhandled(String, ErrorMetadata),
}

impl fmt::Display for TestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for TestError {}

impl CreateUnhandledError for TestError {
    fn create_unhandled_error(source: Box<dyn std::error::Error + Send + Sync>, meta: Option<ErrorMetadata>) -> Self {
        Self::Unhandled(source.to_string(), meta.unwrap_or_default())
    }
}

impl TestError {
    fn read(error: ErrorResponse<'_>) -> Self {
        match error.code() {
            "Conflict" => error.read(Self::read_conflict, Self::Conflict),
            code => Self::Unhandled(code.to_owned(), error.into_metadata()),
        }
    }

    fn read_conflict(error: &ErrorResponse<'_>) -> Result<String, DeserializeError> {
        let mut r = error.json();
        r.begin_object();
        let mut reason = None;
        while let Some(key) = r.key() {
            match &*key {
                "reason" => reason = r.string(),
                _ => r.skip(),
            }
        }
        r.finish(format!("{reason:?} {:?}", error.message()))
    }
}

fn read_status(response: &Response<'_>) -> Result<i32, DeserializeError> {
    let mut reader = response.json();
    reader.skip();
    reader.finish(response.status())
}

fn finish(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> Result<i32, TestError> {
    let inner = response(status, headers, body);
    match Response::new(&inner).finish(read_status, TestError::read) {
        Ok(output) => Ok(output.downcast().unwrap()),
        Err(error) => {
            let error = error.as_operation_error().unwrap();
            Err(error.downcast_ref::<TestError>().unwrap().clone())
        }
    }
}

#[test]
fn the_status_decides_between_output_and_error() {
    for status in [200, 201, 299] {
        assert_eq!(finish(status, &[], "{}").unwrap(), i32::from(status));
    }
    for status in [304, 400, 500] {
        assert!(finish(status, &[], "{}").is_err());
    }
}

#[test]
fn an_unreadable_success_is_an_error_of_the_operation_with_its_request_id() {
    let Err(TestError::Unhandled(message, meta)) = finish(200, &[("x-amz-request-id", "r-2")], "{") else {
        panic!("expected an unhandled error");
    };
    assert_eq!(message, "expected a key, found the end of the body (byte 1 of the body)");
    assert_eq!(meta.request_id(), Some("r-2"));
}

#[test]
fn a_modelled_error_is_read_or_stays_unhandled_with_its_metadata() {
    let headers = [("x-amzn-errortype", "Conflict:http://x/")];
    let Err(TestError::Conflict(text)) = finish(409, &headers, r#"{"reason":"r","Message":"m"}"#) else {
        panic!("expected the modelled error");
    };
    assert_eq!(text, r#"Some("r") Some("m")"#);
    let Err(TestError::Unhandled(text, meta)) = finish(409, &headers, r#"{"reason":5,"message":"m"}"#) else {
        panic!("expected an unhandled error");
    };
    assert_eq!(text, "expected a string, found a number at `reason` (byte 10 of the body)");
    assert_eq!((meta.code(), meta.message()), (Some("Conflict"), Some("m")));
}

/// What a client makes of a success with this body, whose output is `<Out>`.
#[cfg(feature = "xml")]
fn finish_xml(body: &'static str, has_errors_in_success: bool) -> Result<Option<String>, TestError> {
    fn read_out(response: &Response<'_>) -> Result<Option<String>, DeserializeError> {
        response.xml_payload("Out", crate::xml::Reader::string)
    }
    let inner = response(200, &[("x-amz-request-id", "r-1")], body);
    let response = Response::new(&inner);
    let response = if has_errors_in_success { response.errors_in_success() } else { response };
    match response.finish_bare_xml(read_out, TestError::read) {
        Ok(output) => Ok(output.downcast().unwrap()),
        Err(error) => {
            let error = error.as_operation_error().unwrap();
            Err(error.downcast_ref::<TestError>().unwrap().clone())
        }
    }
}

#[cfg(feature = "xml")]
#[test]
fn a_success_may_be_an_error_where_the_service_does_that() {
    const ERROR: &str = "\n<?xml version='1.0'?><Error><Code>InternalError</Code><Message>m</Message></Error>";
    for (body, has_errors_in_success, code) in
        [(ERROR, true, Some("InternalError")), (ERROR, false, None), ("<html/>", true, None), ("", true, None)]
    {
        let TestError::Unhandled(source, metadata) = finish_xml(body, has_errors_in_success).unwrap_err() else {
            panic!("{body}");
        };
        assert_eq!(metadata.code(), code, "{body}");
        assert_eq!(metadata.extra("aws_request_id"), Some("r-1"), "{body}");
        assert!(code.is_some() || source.contains("expected the root element `Out`"), "{source}");
    }
    assert_eq!(finish_xml("<Out>Error</Out>", true).unwrap().as_deref(), Some("Error"));
}

#[cfg(feature = "xml")]
#[test]
fn only_a_union_may_be_absent() {
    let inner = response(200, &[], "");
    let r = Response::new(&inner);
    assert_eq!(r.xml_union_payload("Out", crate::xml::Reader::string).unwrap(), None);
    assert!(r.xml_payload("Out", crate::xml::Reader::string).is_err());
}
