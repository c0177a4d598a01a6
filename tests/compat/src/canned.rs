//! In: responses to give. Out: an HTTP client that gives them, and the requests it saw.
//! Why: calls without a network, through the interface that users have for it.

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_types::body::SdkBody;
use cleanrooms::config::http::{HttpRequest, HttpResponse};
use cleanrooms::config::{HttpClient, RuntimeComponents};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// A response by status, headers and body.
pub(crate) type Response = (u16, &'static [(&'static str, &'static str)], &'static str);

/// Gives its responses in order, the last one again and again.
#[derive(Clone, Debug)]
pub(crate) struct Canned(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    responses: VecDeque<Response>,
    requests: Vec<HttpRequest>,
}

impl Canned {
    pub(crate) fn new(responses: impl IntoIterator<Item = Response>) -> Self {
        Self(Arc::new(Mutex::new(State { responses: responses.into_iter().collect(), requests: Vec::new() })))
    }

    pub(crate) fn requests(&self) -> Vec<HttpRequest> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner).requests)
    }
}

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.requests.push(request);
        let response = match state.responses.len() {
            0 | 1 => state.responses.front().copied(),
            _ => state.responses.pop_front(),
        };
        let (status, headers, body) = response.unwrap_or((500, &[], ""));
        let status = status.try_into().unwrap_or_else(|_| unreachable!("statuses are written in this program"));
        let mut response = HttpResponse::new(status, SdkBody::from(body));
        for (name, value) in headers {
            response.headers_mut().insert(*name, *value);
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Canned {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}
