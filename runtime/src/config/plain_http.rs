//! The default client without TLS: in, requests; out, the responses of a server on the same
//! machine, or behind a proxy that terminates TLS. It is hyper with a pool of connections. The official
//! client is that, too, and compiles HTTP/2, proxies and certificates with it, which takes longer
//! than all the rest of a program.

use aws_smithy_async::future::timeout::Timeout;
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep};
use aws_smithy_runtime_api::client::connection::{CaptureSmithyConnection, ConnectionMetadata};
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::retry::ErrorKind;
use hyper_util::client::legacy::connect::{capture_connection, CaptureConnection, HttpInfo};
use hyper_util::client::legacy::{self, connect};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error;
use std::io;
use std::sync::{PoisonError, RwLock};
use std::time::Duration;

type Pool = legacy::Client<connect::HttpConnector, SdkBody>;

pub(super) fn client() -> SharedHttpClient {
    SharedHttpClient::new(PlainClient::default())
}

/// Connections by the time that it may take to make one: it is a setting of a pool. Not
/// shared between clients: they die with the async runtime that they came from.
#[derive(Debug, Default)]
struct PlainClient(RwLock<Vec<(Option<Duration>, Pool)>>);

/// More limits than this are not kept apart for a reason.
const POOLS: usize = 8;

impl PlainClient {
    fn pool(&self, connect_timeout: Option<Duration>) -> Pool {
        // Nothing can panic while it holds the lock.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pool)) = known.iter().find(|(timeout, _)| *timeout == connect_timeout) {
            return pool.clone();
        }
        drop(known);
        let mut connector = connect::HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(connect_timeout);
        let pool = legacy::Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        known.truncate(POOLS - 1);
        known.insert(0, (connect_timeout, pool.clone()));
        pool
    }
}

impl HttpClient for PlainClient {
    fn http_connector(&self, settings: &HttpConnectorSettings, components: &RuntimeComponents) -> SharedHttpConnector {
        let limit = settings.read_timeout().zip(components.sleep_impl());
        SharedHttpConnector::new(PlainConnector { pool: self.pool(settings.connect_timeout()), limit })
    }
}

/// The pool, and how long the head of a response may take.
#[derive(Debug)]
struct PlainConnector {
    pool: Pool,
    limit: Option<(Duration, SharedAsyncSleep)>,
}

impl HttpConnector for PlainConnector {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut request = match request.try_into_http1x() {
            Ok(request) => request,
            Err(error) => return HttpConnectorFuture::ready(Err(ConnectorError::user(error.into()))),
        };
        if request.uri().scheme() != Some(&http::uri::Scheme::HTTP) {
            let problem = "this HTTP client has no TLS: turn on the feature `default-https-client` for `https` URLs";
            return HttpConnectorFuture::ready(Err(ConnectorError::user(problem.into())));
        }
        let connection = capture_connection(&mut request);
        if let Some(asked) = request.extensions().get::<CaptureSmithyConnection>() {
            asked.set_connection_retriever(move || metadata(&connection));
        }
        let (response, limit) = (self.pool.request(request), self.limit.clone());
        HttpConnectorFuture::new(async move {
            let response = match limit {
                None => response.await,
                Some((limit, sleep)) => Timeout::new(response, sleep.sleep(limit))
                    .await
                    .map_err(|_| ConnectorError::timeout(format!("no response within {limit:?}").into()))?,
            };
            let response = response.map_err(failure)?.map(SdkBody::from_body_1_x);
            HttpResponse::try_from(response).map_err(|error| ConnectorError::other(error.into(), None))
        })
    }
}

/// The connection of a request, once it has one. A retry may ask that it is not used again.
fn metadata(connection: &CaptureConnection) -> Option<ConnectionMetadata> {
    let connected = connection.connection_metadata();
    let mut extras = http::Extensions::new();
    connected.as_ref()?.get_extras(&mut extras);
    let info = extras.get::<HttpInfo>();
    let connection = connection.clone();
    let mut metadata = ConnectionMetadata::builder().proxied(false).poison_fn(move || {
        if let Some(connected) = connection.connection_metadata().as_ref() {
            connected.poison();
        }
    });
    metadata.set_local_addr(info.map(HttpInfo::local_addr));
    metadata.set_remote_addr(info.map(HttpInfo::remote_addr));
    Some(metadata.build())
}

/// How a missing response is classified for retries.
fn failure(error: legacy::Error) -> ConnectorError {
    let io = source::<io::Error>(&error).map(io::Error::kind);
    if error.is_connect() && io == Some(io::ErrorKind::TimedOut) {
        return ConnectorError::timeout(error.into());
    }
    let Some(of_hyper) = source::<hyper::Error>(&error).filter(|_| !error.is_connect()) else {
        return ConnectorError::io(error.into());
    };
    if of_hyper.is_user() {
        ConnectorError::user(error.into())
    } else if of_hyper.is_timeout() {
        ConnectorError::timeout(error.into())
    } else if of_hyper.is_incomplete_message() {
        // The server has closed the connection, as it may at any time.
        ConnectorError::other(error.into(), Some(ErrorKind::TransientError))
    } else if of_hyper.is_closed() || of_hyper.is_canceled() || io.is_some() {
        ConnectorError::io(error.into())
    } else {
        ConnectorError::other(error.into(), None)
    }
}

fn source<'e, T: Error + 'static>(error: &'e (dyn Error + 'static)) -> Option<&'e T> {
    let mut errors = std::iter::successors(Some(error), |&error| error.source());
    errors.find_map(|error| error.downcast_ref())
}

#[cfg(test)]
mod tests;
