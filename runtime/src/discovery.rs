//! Endpoints that a service tells: in, what asks the service; out, a resolver that knows the
//! endpoint, and what asks again before it ends (Timestream). Whoever asks is in `client`.

use crate::endpoint::are_host_labels;
use crate::op::{Input, Operation, Output};
use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep};
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{
    EndpointFuture, EndpointResolverParams, ResolveEndpoint, SharedEndpointResolver,
};
use aws_smithy_types::endpoint::Endpoint;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime};

/// So often it is looked whether the endpoint ends.
const TICK: Duration = Duration::from_secs(60);
/// So long before it ends, another one is asked for.
const BUFFER_TIME: Duration = Duration::from_secs(120);

/// How a service is asked for its endpoint. Emitted code declares one `static`.
#[derive(Debug)]
pub struct Discovery {
    /// The operation that tells.
    pub operation: &'static Operation,
    /// Its input.
    pub input: fn() -> Result<Input, BoxError>,
    /// What its output says: a host, and for how many minutes.
    pub endpoint: fn(&Output) -> Option<(&str, i64)>,
}

/// An output on its way.
pub(crate) type Asked<'a> = Pin<Box<dyn Future<Output = Result<Output, BoxError>> + Send + 'a>>;

/// Calls the operation that tells the endpoint.
pub(crate) trait Ask: Debug + Send + Sync {
    fn ask(&self) -> Asked<'_>;
}

/// Asks a service for its endpoint again, as long as the client is used that has it.
#[must_use = "an endpoint ends after some time; spawn `reload_task()`"]
pub struct ReloadEndpoint {
    discovery: &'static Discovery,
    ask: Box<dyn Ask>,
    known: Weak<Mutex<Known>>,
    sleep: SharedAsyncSleep,
    time: SharedTimeSource,
}

/// The endpoint with its end, or why there is none.
#[derive(Debug, Default)]
struct Known {
    endpoint: Option<(Endpoint, SystemTime)>,
    error: Option<BoxError>,
}

/// Knows the endpoint.
#[derive(Debug)]
struct Cache(Arc<Mutex<Known>>);

/// Asks for the endpoint for the first time.
///
/// # Errors
/// The service does not tell one.
pub(crate) async fn discover(
    discovery: &'static Discovery,
    ask: impl Ask + 'static,
    sleep: SharedAsyncSleep,
    time: SharedTimeSource,
) -> Result<(SharedEndpointResolver, ReloadEndpoint), BoxError> {
    let known = Arc::new(Mutex::new(Known::default()));
    let reload = ReloadEndpoint { discovery, ask: Box::new(ask), known: Arc::downgrade(&known), sleep, time };
    reload.reload_once().await;
    let cache = Cache(known);
    cache.endpoint()?;
    Ok((SharedEndpointResolver::new(cache), reload))
}

impl ReloadEndpoint {
    /// Asks for the endpoint once. Where that fails, the client keeps the one that it has.
    pub async fn reload_once(&self) {
        let told = self.told().await;
        let Some(known) = self.known.upgrade() else { return };
        let mut known = lock(&known);
        match told {
            Ok(endpoint) => *known = Known { endpoint: Some(endpoint), error: None },
            Err(error) => {
                tracing::warn!("the service did not tell its endpoint");
                known.error = Some(error);
            }
        }
    }

    /// Asks for the endpoint whenever it is about to end, until the client is dropped. It is
    /// meant to be spawned.
    pub async fn reload_task(self) {
        while let Some(is_about_to_end) = self.is_about_to_end() {
            if is_about_to_end {
                self.reload_once().await;
            }
            self.sleep.sleep(TICK).await;
        }
    }

    /// None if nobody uses the endpoint any more.
    fn is_about_to_end(&self) -> Option<bool> {
        let known = self.known.upgrade()?;
        let known = lock(&known);
        let left = known.endpoint.as_ref().and_then(|(_, end)| end.duration_since(self.time.now()).ok());
        Some(left.is_none_or(|left| left < BUFFER_TIME))
    }

    async fn told(&self) -> Result<(Endpoint, SystemTime), BoxError> {
        let output = self.ask.ask().await?;
        let (host, minutes) =
            (self.discovery.endpoint)(&output).ok_or("the operation that returns endpoints returned none")?;
        if !is_host(host) {
            return Err("the operation that returns endpoints returned an address that is not a host name".into());
        }
        let seconds = u64::try_from(minutes).unwrap_or(0).saturating_mul(60);
        let end = self.time.now().checked_add(Duration::from_secs(seconds)).ok_or("the endpoint has no end")?;
        Ok((Endpoint::builder().url(format!("https://{host}")).build(), end))
    }
}

impl Debug for ReloadEndpoint {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReloadEndpoint").finish_non_exhaustive()
    }
}

impl Cache {
    fn endpoint(&self) -> Result<Endpoint, BoxError> {
        let mut known = lock(&self.0);
        let endpoint = known.endpoint.as_ref().map(|(endpoint, _)| endpoint.clone());
        endpoint.ok_or_else(|| known.error.take().unwrap_or_else(|| "no endpoint is known yet".into()))
    }
}

impl ResolveEndpoint for Cache {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        EndpointFuture::ready(self.endpoint())
    }
}

/// Whether it is a name, with a port or without: what else a URL may have is not for the other
/// side to choose.
fn is_host(address: &str) -> bool {
    let (name, port) = address.split_once(':').unwrap_or((address, "443"));
    are_host_labels(name) && port.parse::<u16>().is_ok()
}

fn lock(known: &Mutex<Known>) -> MutexGuard<'_, Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}
