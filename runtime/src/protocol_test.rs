//! Runs the protocol tests of a model: in comes a call or a response, out a
//! panic that says how it differs from what the model promises (Smithy 2.0,
//! "HTTP protocol compliance tests").
//!
//! For the tests that an emitted crate carries, behind the feature
//! `protocol-tests`; no client has it. Comparing bodies is the official
//! `aws-smithy-protocol-test`'s work.
#![allow(clippy::expect_used, clippy::panic)] // To panic is how a test speaks.

use crate::http;
use crate::op::Operation;
use aws_smithy_protocol_test as official;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use std::fmt::Debug;
use std::future::Future;
use std::sync::{Arc, Mutex};

/// An HTTP client that keeps the request and answers with nothing.
#[derive(Clone, Debug, Default)]
pub struct Capture(Arc<Mutex<Option<HttpRequest>>>);

impl HttpClient for Capture {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Capture {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().expect("no test panics with the lock") = Some(request);
        let status = StatusCode::try_from(200).expect("a status code");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from(""))))
    }
}

/// The request that a call sends.
///
/// # Panics
/// It sends none.
#[track_caller]
pub fn sent<T: Debug, E: Debug, F: Future<Output = Result<T, E>>>(call: impl FnOnce(Capture) -> F) -> Sent {
    let capture = Capture::default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    let result = runtime.block_on(call(capture.clone()));
    let request = capture.0.lock().expect("no test panics with the lock").take();
    match request {
        Some(request) => Sent(request),
        None => panic!("nothing was sent: {result:?}"),
    }
}

/// A request that would have been sent.
#[derive(Debug)]
pub struct Sent(HttpRequest);

#[track_caller]
fn ok(result: Result<(), official::ProtocolTestFailure>, sent: &HttpRequest) {
    if let Err(failure) = result {
        panic!("{failure}\nin {} {}\nwith {:?}", sent.method(), sent.uri(), sent.headers());
    }
}

impl Sent {
    /// Method and path, which is encoded.
    #[track_caller]
    pub fn is(&self, method: &str, path: &str) {
        let (_, uri) = self.0.uri().split_once("//").unwrap_or(("", self.0.uri()));
        let uri = uri.find('/').map_or("/", |at| &uri[at..]);
        let actual = uri.split('?').next().unwrap_or_default();
        assert_eq!((self.0.method(), actual), (method, path));
    }

    /// The host, with the prefix that the call gives it.
    #[track_caller]
    pub fn goes_to(&self, host: &str) {
        let (_, uri) = self.0.uri().split_once("//").unwrap_or_default();
        assert_eq!(uri.split(['/', '?']).next().unwrap_or_default(), host);
    }

    /// Parameters of the query, encoded.
    #[track_caller]
    pub fn has_query(&self, parameters: &[&str]) {
        ok(official::validate_query_string(&self.0, parameters), &self.0);
    }

    /// Names of parameters that the query must have.
    #[track_caller]
    pub fn requires_query(&self, names: &[&str]) {
        ok(official::require_query_params(&self.0, names), &self.0);
    }

    /// Names of parameters that the query must not have.
    #[track_caller]
    pub fn forbids_query(&self, names: &[&str]) {
        ok(official::forbid_query_params(&self.0, names), &self.0);
    }

    /// Headers.
    #[track_caller]
    pub fn has_headers(&self, headers: &[(&str, &str)]) {
        ok(official::validate_headers(self.0.headers(), headers.iter().copied()), &self.0);
    }

    /// Names of headers that it must have.
    #[track_caller]
    pub fn requires_headers(&self, names: &[&str]) {
        ok(official::require_headers(self.0.headers(), names), &self.0);
    }

    /// Names of headers that it must not have.
    #[track_caller]
    pub fn forbids_headers(&self, names: &[&str]) {
        ok(official::forbid_headers(self.0.headers(), names), &self.0);
    }

    /// The body; of binary formats in base64.
    #[track_caller]
    pub fn has_body(&self, body: &str, media_type: &str) {
        let media_type = match media_type {
            "application/x-amz-json-1.0" => "application/json",
            other => other,
        };
        let actual = self.0.body().bytes().expect("the body is in memory");
        if body.is_empty() {
            assert_eq!(String::from_utf8_lossy(actual), "");
        } else {
            ok(official::validate_body(actual, body, official::MediaType::from(media_type)), &self.0);
        }
    }
}

/// A response that a test gives.
#[derive(Debug, Clone, Copy)]
pub struct Received {
    /// The status code.
    pub status: u16,
    /// Headers.
    pub headers: &'static [(&'static str, &'static str)],
    /// The body; of binary formats in base64.
    pub body: &'static str,
    /// The body's media type.
    pub media_type: &'static str,
}

impl Received {
    /// The output or the error that an operation reads.
    ///
    /// # Panics
    /// The operation has other types.
    #[track_caller]
    pub fn read<T, E>(&self, operation: &Operation) -> Result<T, E>
    where
        T: Debug + Send + Sync + 'static,
        E: std::error::Error + Send + Sync + 'static,
    {
        let body = official::decode_body_data(self.body.as_bytes(), official::MediaType::from(self.media_type));
        let status = StatusCode::try_from(self.status).expect("a status code");
        let mut response = HttpResponse::new(status, SdkBody::from(body.into_owned()));
        for (name, value) in self.headers {
            response.headers_mut().append(*name, *value);
        }
        match operation.deserialize(&http::Response::new(&response)) {
            Ok(output) => Ok(output.downcast().expect("the type of the output")),
            Err(error) => match error.into_operation_error() {
                Ok(error) => Err(error.downcast().expect("the type of the error")),
                Err(error) => panic!("{error:?}"),
            },
        }
    }
}

/// Whether two values are the same, NaN included.
///
/// # Panics
/// They are not.
#[track_caller]
pub fn assert_same<T: Debug + PartialEq>(actual: &T, expected: &T) {
    // No number is the same as NaN, but its text is.
    if actual != expected && format!("{actual:?}") != format!("{expected:?}") {
        panic!("read     {actual:#?}\nexpected {expected:#?}");
    }
}
