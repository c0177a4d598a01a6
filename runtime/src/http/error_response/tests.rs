//! Codes and messages, of services and of what stands before them.

use super::*;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;

/// Code and message of a response with this error type header and body.
fn metadata(status: u16, header: Option<&'static str>, body: &'static str) -> ErrorMetadata {
    let status = StatusCode::try_from(status).unwrap();
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    if let Some(header) = header {
        response.headers_mut().insert("x-amzn-errortype", header);
    }
    ErrorResponse::parse(Response::new(&response), Envelope::Json).into_metadata()
}

#[test]
fn the_code_is_found_where_services_put_it() {
    let cases: &[(Option<&str>, &str, Option<&str>)] = &[
        (None, r#"{"__type":"FooError"}"#, Some("FooError")),
        (None, r#"{"code":"Bar","__type":"FooError"}"#, Some("Bar")),
        (None, r#"{"__type":"FooError","code":"Bar"}"#, Some("Bar")),
        (Some("Baz"), r#"{"code":"Bar"}"#, Some("Baz")),
        (Some("Baz"), "", Some("Baz")),
        (Some(""), r#"{"code":"Bar"}"#, Some("Bar")),
        (None, r#"{"code":5,"__type":"FooError","x":{"code":"no"}}"#, Some("FooError")),
        (None, r#"{"code":null,"\u005f_type":"a.b#FooError:http://internal/#x"}"#, Some("FooError")),
        (Some("FooError:http://internal/"), "{}", Some("FooError")),
        (Some("a.b#FooError"), "<html>", Some("FooError")),
        (None, "{}", None),
        (None, "[]", None),
        (None, r#"{"code":""}"#, None),
    ];
    for (header, body, expected) in cases {
        assert_eq!(metadata(400, *header, body).code(), *expected, "{header:?} {body}");
    }
}

#[test]
fn the_message_is_the_service_s_or_names_the_status() {
    let cases: &[(u16, &str, Option<&str>)] = &[
        (400, r#"{"message":"m"}"#, Some("m")),
        (400, r#"{"Message":"m","Type":"User"}"#, Some("m")),
        (400, r#"{"errorMessage":"m"}"#, Some("m")),
        (400, r#"{"message":5,"code":"X"}"#, None),
        (400, r#"{"code":"X"}"#, None),
        (502, "<html>secret</html>", Some("502 Bad Gateway with a body that is not JSON")),
        (500, r#"{"message":"m""#, Some("500 Internal Server Error with a body that is not JSON")),
        (404, "", Some("404 Not Found with an empty body")),
        (403, r#"["secret"]"#, Some("403 Forbidden with a body that is not a JSON object")),
        (503, "{}", Some("503 Service Unavailable with a body that names no error")),
        (599, "", Some("status 599 with an empty body")),
    ];
    for (status, body, expected) in cases {
        assert_eq!(metadata(*status, None, body).message(), *expected, "{status} {body}");
    }
}

#[cfg(feature = "xml")]
#[track_caller]
fn check_xml(path: &'static [&'static str], body: &'static str) {
    let response = HttpResponse::new(StatusCode::try_from(400).unwrap(), SdkBody::from(body));
    let error = ErrorResponse::parse(Response::new(&response), Envelope::Xml(path));
    let metadata = error.metadata();
    assert_eq!((metadata.code(), metadata.message()), (Some("Gone"), Some("m")), "{body}");
    assert_eq!(metadata.extra("aws_request_id"), Some("7"), "{body}");
    let mut reader = error.xml();
    let mut names = Vec::new();
    while let Some(name) = reader.child() {
        names.push(name);
        reader.skip();
    }
    assert!(names.contains(&"Code"), "{names:?}");
}

#[cfg(feature = "xml")]
#[test]
fn errors_in_xml() {
    let error = "<Code>Gone</Code><Message>m</Message>";
    let bodies = [
        (&["Error"][..], format!("<ErrorResponse><RequestId>7</RequestId><Error>{error}</Error></ErrorResponse>")),
        (&[][..], format!("<Error>{error}<RequestId>7</RequestId></Error>")),
        (
            &["Errors", "Error"][..],
            format!("<Response><Errors><Error>{error}</Error></Errors><RequestID>7</RequestID></Response>"),
        ),
    ];
    for (path, body) in bodies {
        check_xml(path, body.leak());
    }
}

#[cfg(feature = "xml")]
#[test]
fn an_answer_to_head_is_told_by_its_status() {
    let cases: [(u16, &'static [&'static str], _); 3] =
        [(404, &[], Some("NotFound")), (403, &[], None), (404, &["Error"], None)];
    for (status, path, expected) in cases {
        let response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::empty());
        let metadata = ErrorResponse::parse(Response::new(&response), Envelope::Xml(path)).into_metadata();
        assert_eq!(metadata.code(), expected, "{status} {path:?}");
    }
}
