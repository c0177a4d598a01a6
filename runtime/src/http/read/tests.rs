//! What becomes of a response: an output, an error of the model, or another one.

use super::*;
use crate::error::DeserializeError;
use crate::{json, protocol};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use aws_types::request_id::RequestId;
use std::fmt;

fn response(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> HttpResponse {
    let status = StatusCode::try_from(status).unwrap();
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().append(*name, *value);
    }
    response
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
        let mut r = json::Reader::of(error);
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
    let mut reader = json::Reader::of(response);
    reader.skip();
    reader.finish(response.status())
}

fn read(status: u16, headers: &[(&'static str, &'static str)], body: &'static str) -> Result<i32, TestError> {
    let inner = response(status, headers, body);
    match Response::new(&inner).read(protocol::JSON, read_status, TestError::read) {
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
        assert_eq!(read(status, &[], "{}").unwrap(), i32::from(status));
    }
    for status in [304, 400, 500] {
        assert!(read(status, &[], "{}").is_err());
    }
}

#[test]
fn an_unreadable_success_is_an_error_of_the_operation_with_its_request_id() {
    let Err(TestError::Unhandled(message, meta)) = read(200, &[("x-amz-request-id", "r-2")], "{") else {
        panic!("expected an unhandled error");
    };
    assert_eq!(message, "expected a key, found the end of the body (byte 1 of the body)");
    assert_eq!(meta.request_id(), Some("r-2"));
}

#[test]
fn a_modelled_error_is_read_or_stays_unhandled_with_its_metadata() {
    let headers = [("x-amzn-errortype", "Conflict:http://x/")];
    let Err(TestError::Conflict(text)) = read(409, &headers, r#"{"reason":"r","Message":"m"}"#) else {
        panic!("expected the modelled error");
    };
    assert_eq!(text, r#"Some("r") Some("m")"#);
    let Err(TestError::Unhandled(text, meta)) = read(409, &headers, r#"{"reason":5,"message":"m"}"#) else {
        panic!("expected an unhandled error");
    };
    assert_eq!(text, "expected a string, found a number at `reason` (byte 10 of the body)");
    assert_eq!((meta.code(), meta.message()), (Some("Conflict"), Some("m")));
}

/// What a client makes of a success with this body, whose output is `<Out>`.
#[cfg(feature = "xml")]
fn read_xml(body: &'static str, has_errors_in_success: bool) -> Result<Option<String>, TestError> {
    fn read_out(response: &Response<'_>) -> Result<Option<String>, DeserializeError> {
        crate::xml::root(response, "Out", crate::xml::Reader::string)
    }
    let inner = response(200, &[("x-amz-request-id", "r-1")], body);
    let response = Response::new(&inner);
    let response = if has_errors_in_success { response.errors_in_success() } else { response };
    match response.read(protocol::BARE_XML, read_out, TestError::read) {
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
        let TestError::Unhandled(source, metadata) = read_xml(body, has_errors_in_success).unwrap_err() else {
            panic!("{body}");
        };
        assert_eq!(metadata.code(), code, "{body}");
        assert_eq!(metadata.extra("aws_request_id"), Some("r-1"), "{body}");
        assert!(code.is_some() || source.contains("expected the root element `Out`"), "{source}");
    }
    assert_eq!(read_xml("<Out>Error</Out>", true).unwrap().as_deref(), Some("Error"));
}
