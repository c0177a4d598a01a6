//! Codes and messages, of services and of proxies before them.

use super::*;
use crate::protocol;
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
    ErrorResponse::parse(Response::new(&response), protocol::JSON).into_metadata()
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

/// Code, type, and code of the model, of a response with this header of awsQuery.
fn query_error(header: &'static str, is_compatible: bool) -> (Option<String>, Option<String>, String) {
    let status = StatusCode::try_from(400).unwrap();
    let mut response = HttpResponse::new(status, SdkBody::from(r#"{"__type":"a.b#Missing"}"#));
    response.headers_mut().insert("x-amzn-query-error", header);
    let response = Response::new(&response);
    let response = if is_compatible { response.query_compatible() } else { response };
    let error = ErrorResponse::parse(response, protocol::JSON);
    let (metadata, secretive) = (error.metadata(), error.metadata_without_message());
    assert_eq!((metadata.code(), metadata.extra("type")), (secretive.code(), secretive.extra("type")));
    (metadata.code().map(str::to_owned), metadata.extra("type").map(str::to_owned), error.code().to_owned())
}

#[test]
fn a_compatible_service_says_what_awsquery_called_an_error() {
    let cases = [
        ("Svc.Missing;Sender", true, "Svc.Missing", Some("Sender")),
        (" Svc.Missing ; Receiver ", true, "Svc.Missing", Some("Receiver")),
        ("a#b:c;Sender;x", true, "a#b:c", Some("Sender;x")),
        ("Svc.Missing", true, "Missing", None),
        (";Sender", true, "Missing", None),
        ("", true, "Missing", None),
        ("Svc.Missing;Sender", false, "Missing", None),
    ];
    for (header, is_compatible, code, ty) in cases {
        let expected = (Some(code.to_owned()), ty.map(str::to_owned), "Missing".to_owned());
        assert_eq!(query_error(header, is_compatible), expected, "{header}");
    }
}

/// The protocol whose errors are at this path.
#[cfg(feature = "query")]
fn xml(path: &[&str]) -> &'static Errors {
    let all = [protocol::XML, protocol::BARE_XML, protocol::EC2, protocol::XML_EVENT];
    all.into_iter().find(|errors| errors.path == path).expect("a path that a protocol has")
}

#[cfg(feature = "query")]
#[track_caller]
fn check_xml(path: &'static [&'static str], body: &'static str) {
    let response = HttpResponse::new(StatusCode::try_from(400).unwrap(), SdkBody::from(body));
    let error = ErrorResponse::parse(Response::new(&response), xml(path));
    let metadata = error.metadata();
    assert_eq!((metadata.code(), metadata.message()), (Some("Gone"), Some("m")), "{body}");
    assert_eq!(metadata.extra("aws_request_id"), Some("7"), "{body}");
    // The official crates tell whose fault it is for one trait only, `@awsQueryCompatible`.
    assert_eq!(metadata.extra("type"), None, "{body}");
    let mut reader = crate::xml::Reader::of(&error);
    let mut names = Vec::new();
    while let Some(name) = reader.child() {
        names.push(name);
        reader.skip();
    }
    assert!(names.contains(&"Code"), "{names:?}");
}

#[cfg(feature = "query")]
#[test]
fn errors_in_xml() {
    let error = "<Type>Sender</Type><Code>Gone</Code><Message>m</Message>";
    let bodies = [
        (
            &["ErrorResponse", "Error"][..],
            format!("<ErrorResponse><RequestId>7</RequestId><Error>{error}</Error></ErrorResponse>"),
        ),
        (&["Error"][..], format!("<Error>{error}<RequestId>7</RequestId></Error>")),
        (
            &["Response", "Errors", "Error"][..],
            format!("<Response><Errors><Error>{error}</Error></Errors><RequestID>7</RequestID></Response>"),
        ),
    ];
    for (path, body) in bodies {
        check_xml(path, body.leak());
    }
}

#[cfg(feature = "query")]
#[test]
fn the_root_of_another_document_is_no_error_of_the_service() {
    let wrapped: &'static [&'static str] = &["ErrorResponse", "Error"];
    let cases: [(&str, &'static [&'static str], &str); 5] = [
        (
            "<!DOCTYPE html><html><Code>secret</Code><p></html>",
            &["Error"],
            "the root element `html` in place of `Error`",
        ),
        ("<Error><Code>secret</Code></Error>", wrapped, "the root element `Error` in place of `ErrorResponse`"),
        (
            "<Response><Error><Code>s</Code></Error></Response>",
            wrapped,
            "the root element `Response` in place of `ErrorResponse`",
        ),
        ("<a\u{1b}/>", &["Error"], "the root element `a\\u{1b}` in place of `Error`"),
        ("upstream timed out", wrapped, "a body that is not XML"),
    ];
    for (body, path, problem) in cases {
        let response = HttpResponse::new(StatusCode::try_from(502).unwrap(), SdkBody::from(body));
        let metadata = ErrorResponse::parse(Response::new(&response), xml(path)).into_metadata();
        let expected = format!("502 Bad Gateway with {problem}");
        assert_eq!((metadata.code(), metadata.message()), (None, Some(&*expected)), "{body}");
    }
}

#[cfg(feature = "query")]
#[test]
fn what_is_not_text_is_no_part_of_an_error_in_xml() {
    let body = "<Error><Type><a/>b</Type><Code>Gone</Code><Message>m<b>n</b></Message></Error>";
    let response = HttpResponse::new(StatusCode::try_from(400).unwrap(), SdkBody::from(body));
    let metadata = ErrorResponse::parse(Response::new(&response), protocol::BARE_XML).into_metadata();
    assert_eq!((metadata.code(), metadata.message(), metadata.extra("type")), (Some("Gone"), None, None));
}

#[cfg(feature = "query")]
#[test]
fn an_answer_to_head_is_told_by_its_status() {
    let cases: [(u16, &'static [&'static str], _); 3] =
        [(404, &["Error"], Some("NotFound")), (403, &["Error"], None), (404, &["ErrorResponse", "Error"], None)];
    for (status, path, expected) in cases {
        let response = HttpResponse::new(StatusCode::try_from(status).unwrap(), SdkBody::empty());
        let metadata = ErrorResponse::parse(Response::new(&response), xml(path)).into_metadata();
        assert_eq!(metadata.code(), expected, "{status} {path:?}");
    }
}

/// What is kept of an error that the model does not know, by what may be a secret in it.
#[test]
fn what_may_be_a_secret_is_not_kept() {
    use crate::secrets::Secrets;

    let mut inner = HttpResponse::new(StatusCode::try_from(418).unwrap(), SdkBody::from(r#"{"message":"m"}"#));
    for (name, value) in [("x-amzn-errortype", "Odd"), ("x-amzn-query-error", "Old;Sender"), ("x-amzn-requestid", "7")]
    {
        inner.headers_mut().insert(name, value);
    }
    let all = *Secrets::NONE;
    let cases: &[(Secrets, [Option<&str>; 4])] = &[
        (all, [Some("Old"), Some("m"), Some("Sender"), Some("7")]),
        (Secrets { messages: true, ..all }, [Some("Old"), None, Some("Sender"), Some("7")]),
        (Secrets { codes: true, ..all }, [None, Some("m"), None, Some("7")]),
        (Secrets { headers: &["x-amzn-errortype"], ..all }, [None, Some("m"), None, Some("7")]),
        (Secrets { headers: &["x-amzn-query-error"], ..all }, [None, Some("m"), None, Some("7")]),
        (Secrets { headers: &["x-amzn-requestid"], ..all }, [Some("Old"), Some("m"), Some("Sender"), None]),
        (Secrets { headers: &["x-amz*"], ..all }, [Some("Old"), Some("m"), Some("Sender"), Some("7")]),
    ];
    for (secrets, expected) in cases {
        let response = Response::new(&inner).query_compatible().with_secrets(secrets);
        let found = ErrorResponse::parse(response, protocol::JSON).into_metadata();
        let found = [found.code(), found.message(), found.extra("type"), found.extra("aws_request_id")];
        assert_eq!(found, *expected, "{secrets:?}");
    }
    let empty = HttpResponse::new(StatusCode::try_from(418).unwrap(), SdkBody::from(""));
    let secrets = Secrets { status: true, ..all };
    let error = ErrorResponse::parse(Response::new(&empty).with_secrets(&secrets), protocol::JSON);
    assert_eq!(error.into_metadata().message(), Some("a response with an empty body"));
}
