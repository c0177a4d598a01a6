//! Runs the protocol tests of a model: in comes a call or a response, out a
//! panic that says how it differs from what the model promises (Smithy 2.0,
//! "HTTP protocol compliance tests").
//!
//! For the tests that an emitted crate carries, behind the feature
//! `protocol-tests`; no client has it. Comparing bodies is the official
//! `aws-smithy-protocol-test`'s work.
#![allow(clippy::expect_used, clippy::panic)] // To panic is how a test speaks.

mod endpoints;
#[cfg(feature = "event-stream")]
mod events;

pub use endpoints::{endpoints, leads_to, Expected};

#[cfg(feature = "event-stream")]
pub use events::{events, fails, received, Event, Events};

use crate::op::Operation;
#[cfg(feature = "aws")]
use aws_credential_types::Credentials;
use aws_smithy_protocol_test as official;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::base64;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use ciborium::Value;
use std::fmt::Debug;
use std::future::Future;
use std::sync::{Arc, Mutex};

/// What a token is that the caller of an operation leaves to the client.
pub const IDEMPOTENCY_TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// Credentials of nobody.
#[cfg(feature = "aws")]
pub fn credentials() -> Credentials {
    Credentials::for_tests()
}

/// Credentials of an account.
#[cfg(feature = "aws")]
pub fn credentials_of(account: &str) -> Credentials {
    Credentials::builder()
        .access_key_id("ANOTREAL")
        .secret_access_key("notrealrnrELgWzOk3IfjzDKtFBhDby")
        .account_id(account)
        .provider_name("test")
        .build()
}

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
    let result = block_on(call(capture.clone()));
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
    /// A header, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.headers().get(name)
    }

    /// Method and path, which is encoded.
    #[track_caller]
    pub fn is(&self, method: &str, path: &str) {
        let (_, uri) = self.0.uri().split_once("//").unwrap_or(("", self.0.uri()));
        let uri = uri.find('/').map_or("/", |at| &uri[at..]);
        let actual = uri.split('?').next().unwrap_or_default();
        let (expected, sent) = (format!("{method} {path}"), format!("{} {actual}", self.0.method()));
        assert!(sent == expected, "expected `{expected}`, sent `{sent}`");
    }

    /// The host, with the prefix that the call gives it.
    #[track_caller]
    pub fn goes_to(&self, host: &str) {
        let (_, uri) = self.0.uri().split_once("//").unwrap_or_default();
        let actual = uri.split(['/', '?']).next().unwrap_or_default();
        assert!(actual == host, "expected the host `{host}`, sent to `{actual}`");
    }

    /// A parameter of the query, encoded.
    #[track_caller]
    pub fn has_query(&self, parameter: &str) {
        ok(official::validate_query_string(&self.0, &[parameter]), &self.0);
    }

    /// The name of a parameter that the query must have.
    #[track_caller]
    pub fn has_some_query(&self, name: &str) {
        ok(official::require_query_params(&self.0, &[name]), &self.0);
    }

    /// The name of a parameter that the query must not have.
    #[track_caller]
    pub fn has_no_query(&self, name: &str) {
        ok(official::forbid_query_params(&self.0, &[name]), &self.0);
    }

    /// A header.
    #[track_caller]
    pub fn has_header(&self, name: &str, value: &str) {
        ok(official::validate_headers(self.0.headers(), [(name, value)]), &self.0);
    }

    /// The name of a header that it must have.
    #[track_caller]
    pub fn has_some_header(&self, name: &str) {
        ok(official::require_headers(self.0.headers(), &[name]), &self.0);
    }

    /// The name of a header that it must not have.
    #[track_caller]
    pub fn has_no_header(&self, name: &str) {
        ok(official::forbid_headers(self.0.headers(), &[name]), &self.0);
    }

    /// The body; of binary formats in base64.
    #[track_caller]
    pub fn has_body(&self, body: &str, media_type: &str) {
        let actual = self.0.body().bytes().expect("the body is in memory");
        compare_body(actual, body, media_type, &format!("{} {}", self.0.method(), self.0.uri()));
    }
}

/// Compares a body; `message` is the message that has it.
#[track_caller]
fn compare_body(actual: &[u8], body: &str, media_type: &str, message: &str) {
    let media_type = match media_type {
        "application/x-amz-json-1.0" => "application/json",
        other => other,
    };
    let compare = |actual: &[u8], body: &str| {
        if let Err(failure) = official::validate_body(actual, body, official::MediaType::from(media_type)) {
            panic!("{failure}\nin {message}");
        }
    };
    match media_type {
        _ if body.is_empty() => assert_eq!(String::from_utf8_lossy(actual), ""),
        "application/cbor" => {
            let expected = base64::decode(body).expect("binary bodies are in base64");
            compare(&same_times(actual), &base64::encode(same_times(&expected)));
        }
        _ => compare(actual, body),
    }
}

/// CBOR with each time as a float. The protocol leaves it to the writer whether a
/// time in whole seconds is an integer or a float (Smithy RPC v2 CBOR, "Timestamp
/// type serialization"), so a test that has the one means the other as well.
#[track_caller]
fn same_times(cbor: &[u8]) -> Vec<u8> {
    let mut value: Value = ciborium::from_reader(cbor).expect("the body is CBOR");
    let mut pending = vec![&mut value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Tag(1, time) => {
                if let Value::Integer(seconds) = **time {
                    #[allow(clippy::cast_precision_loss)] // Seconds of the calendar are exact.
                    let seconds = i128::from(seconds) as f64;
                    **time = Value::Float(seconds);
                }
            }
            Value::Array(items) => pending.extend(items),
            Value::Map(entries) => pending.extend(entries.iter_mut().map(|(_, value)| value)),
            _ => {}
        }
    }
    let mut bytes = Vec::new();
    ciborium::into_writer(&value, &mut bytes).expect("a vector takes all bytes");
    bytes
}

/// A response that a test gives.
#[derive(Debug)]
pub struct Received {
    response: HttpResponse,
}

impl Received {
    /// A response without headers and body.
    pub fn new(status: u16) -> Self {
        let status = StatusCode::try_from(status).expect("a status code");
        Self { response: HttpResponse::new(status, SdkBody::empty()) }
    }

    /// The same with a header.
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.response.headers_mut().append(name, value);
        self
    }

    /// The same with a body, which is in base64 if its format is binary.
    pub fn body(mut self, body: &str, media_type: &str) -> Self {
        let body = official::decode_body_data(body.as_bytes(), official::MediaType::from(media_type));
        *self.response.body_mut() = SdkBody::from(body.into_owned());
        self
    }

    /// The output or the error that an operation reads, after the message before the events
    /// if it has one.
    ///
    /// # Panics
    /// The operation has other types.
    #[track_caller]
    pub fn read<T, E>(self, operation: &Operation) -> Result<T, E>
    where
        T: Debug + Send + Sync + 'static,
        E: std::error::Error + CreateUnhandledError + Send + Sync + 'static,
    {
        let output = match (operation.deserialize(&self.response), operation.finishes()) {
            (Ok(output), Some(finish)) => match block_on(finish(output)) {
                Ok(output) => Ok(output),
                Err(error) => return Err(E::create_unhandled_error(error, None)),
            },
            (output, _) => output,
        };
        match output {
            Ok(output) => Ok(output.downcast().expect("the type of the output")),
            Err(error) => {
                let mut of_operation = None;
                let other = error.map_operation_error(|error| of_operation = error.downcast().ok());
                Err(of_operation.unwrap_or_else(|| panic!("{other:?}")))
            }
        }
    }
}

/// Compares two bodies.
///
/// # Panics
/// They are not the same.
#[track_caller]
pub fn assert_same_bytes(actual: ByteStream, expected: ByteStream) {
    let bytes = |stream: ByteStream| block_on(stream.collect()).expect("the body is in memory").into_bytes();
    assert_eq!(bytes(actual), bytes(expected));
}

fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime").block_on(future)
}
