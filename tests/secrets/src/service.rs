//! In: an answer. Out: the connection of a client to a service that gives it, in memory.

use aws_smithy_runtime_api::client::http::{HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use std::sync::{Arc, Mutex, PoisonError};

/// What a service answers; with the status 0 it is not there.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers; one that HTTP does not allow is left out.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// A service that gives the answer it was told last.
#[derive(Clone, Debug, Default)]
pub struct Service(Arc<Mutex<Answer>>);

impl Service {
    /// Tells it what to answer.
    pub fn answer(&self, answer: Answer) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = answer;
    }

    /// What a client connects to it with.
    pub fn http_client(&self) -> SharedHttpClient {
        let connector = SharedHttpConnector::new(self.clone());
        aws_smithy_runtime_api::client::http::http_client_fn(move |_, _| connector.clone())
    }

    fn response(&self) -> HttpResponse {
        let answer = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let status = answer.status.try_into().unwrap_or_else(|_| 500.try_into().expect("500 is a status"));
        let mut response = HttpResponse::new(status, SdkBody::from(answer.body));
        for (name, value) in answer.headers {
            // What cannot be a header never arrives at a client.
            let _ = response.headers_mut().try_append(name, value);
        }
        response
    }
}

impl HttpConnector for Service {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        if self.0.lock().unwrap_or_else(PoisonError::into_inner).status == 0 {
            return HttpConnectorFuture::ready(Err(ConnectorError::io("nobody listens".into())));
        }
        HttpConnectorFuture::ready(Ok(self.response()))
    }
}
