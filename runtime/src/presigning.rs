//! Presigned requests: in, how long a request is to be valid; out, its method, its URI and its
//! headers, signed in the query (AWS: "Authenticating Requests: Using Query Parameters"), so
//! that somebody without credentials can send it. How it is signed is in `plugin`; whoever
//! makes it is in `client`.

mod plugin;

pub(crate) use plugin::{plugin, signed};

use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::{Storable, StoreReplace};
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The longest time that AWS accepts.
const ONE_WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// The shortest time that a request can say.
const ONE_SECOND: Duration = Duration::from_secs(1);

/// The last second that a signature can have, since 1970.
const END_OF_9999: u64 = 253_402_300_799;

/// What a presigned request has in place of the body of a call. In the config of a call, it
/// says that the call is presigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PresignedBody {
    /// Whatever its sender adds: the signature does not cover it.
    Unsigned,
    /// No body: the signature is one for an empty body.
    Empty,
    /// No body: the parameters of a form are in the query, and the method is `GET`.
    InQuery,
}

impl Storable for PresignedBody {
    type Storer = StoreReplace<Self>;
}

/// When a presigned request is valid.
#[non_exhaustive]
#[derive(Clone, Debug)]
pub struct PresigningConfig {
    start_time: SystemTime,
    expires_in: Duration,
}

impl PresigningConfig {
    /// From now on, for the given time. A request that was signed with temporary credentials
    /// expires with these at the latest.
    ///
    /// # Errors
    /// The time is longer than a week.
    pub fn expires_in(expires_in: Duration) -> Result<Self, PresigningConfigError> {
        Self::builder().expires_in(expires_in).build()
    }

    /// Returns a builder.
    pub fn builder() -> PresigningConfigBuilder {
        PresigningConfigBuilder::default()
    }

    /// Returns how long the request is valid.
    pub fn expires(&self) -> Duration {
        self.expires_in
    }

    /// Returns the time from which on the request is valid.
    pub fn start_time(&self) -> SystemTime {
        self.start_time
    }
}

/// Builder for [`PresigningConfig`].
#[non_exhaustive]
#[derive(Debug, Default)]
pub struct PresigningConfigBuilder {
    start_time: Option<SystemTime>,
    expires_in: Option<Duration>,
}

impl PresigningConfigBuilder {
    /// Sets the time from which on the request is valid. By default, it is the time of
    /// [`build`](Self::build).
    pub fn start_time(mut self, start_time: SystemTime) -> Self {
        self.set_start_time(Some(start_time));
        self
    }

    /// Sets or removes the time from which on the request is valid.
    pub fn set_start_time(&mut self, start_time: Option<SystemTime>) {
        self.start_time = start_time;
    }

    /// Sets how long the request is valid, a week at most. Required.
    pub fn expires_in(mut self, expires_in: Duration) -> Self {
        self.set_expires_in(Some(expires_in));
        self
    }

    /// Sets or removes how long the request is valid.
    pub fn set_expires_in(&mut self, expires_in: Option<Duration>) {
        self.expires_in = expires_in;
    }

    /// Builds the [`PresigningConfig`].
    ///
    /// # Errors
    /// `expires_in` is not set, is shorter than a second or longer than a week, or `start_time` is a moment that a signature
    /// cannot have.
    pub fn build(self) -> Result<PresigningConfig, PresigningConfigError> {
        let expires_in = self.expires_in.ok_or(PresigningConfigError("`expires_in` is required"))?;
        if expires_in > ONE_WEEK {
            return Err(PresigningConfigError("`expires_in` must be no longer than one week"));
        }
        let start_time = self.start_time.unwrap_or_else(SystemTime::now);
        if expires_in < ONE_SECOND {
            return Err(PresigningConfigError("`expires_in` must be at least one second"));
        }
        // What signs would panic.
        let since_epoch = start_time.duration_since(UNIX_EPOCH).ok();
        if since_epoch.is_none_or(|time| time.as_secs() > END_OF_9999) {
            return Err(PresigningConfigError("`start_time` must be in the years from 1970 to 9999"));
        }
        Ok(PresigningConfig { start_time, expires_in })
    }
}

/// The error of a [`PresigningConfigBuilder`].
#[derive(Debug)]
pub struct PresigningConfigError(&'static str);

impl Display for PresigningConfigError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for PresigningConfigError {}

/// A request that is signed and not sent. Whoever sends it needs the method, the URI and all of
/// the headers; `Host` is not among them, for HTTP clients take it from the URI.
///
/// Its `Debug` has neither the query nor the values of the headers: whoever knows the URI can
/// send the request.
#[non_exhaustive]
pub struct PresignedRequest(HttpRequest);

/// What is proven when a presigned request is made.
const IS_CONVERTED: &str = "the conversion was tried when this was made";

impl PresignedRequest {
    /// The request without its body.
    pub(crate) fn new(request: HttpRequest) -> Result<Self, aws_smithy_runtime_api::http::HttpError> {
        let presigned = Self(request.map(|_| SdkBody::empty()));
        presigned.clone().0.try_into_http1x()?;
        Ok(presigned)
    }

    /// Returns the method.
    pub fn method(&self) -> &str {
        self.0.method()
    }

    /// Returns the URI, which the signature is in.
    pub fn uri(&self) -> &str {
        self.0.uri()
    }

    /// Returns the headers that have to be sent with the request, and those that may be: what is
    /// not signed, such as `x-amz-checksum-mode`.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.headers().iter()
    }

    /// Returns a request of the crate `http` with the given body.
    pub fn make_http_1x_request<B>(&self, body: B) -> http::Request<B> {
        self.clone().into_http_1x_request(body)
    }

    /// Converts this into a request of the crate `http` with the given body.
    pub fn into_http_1x_request<B>(self, body: B) -> http::Request<B> {
        self.0.try_into_http1x().expect(IS_CONVERTED).map(|_| body)
    }

    /// Returns a request of the crate `http` 0.2 with the given body.
    #[cfg(feature = "http-02x")]
    #[deprecated = "use `make_http_1x_request`"]
    #[allow(deprecated)] // It is of the old version as well.
    pub fn make_http_02x_request<B>(&self, body: B) -> http_02x::Request<B> {
        self.clone().into_http_02x_request(body)
    }

    /// Converts this into a request of the crate `http` 0.2 with the given body.
    #[cfg(feature = "http-02x")]
    #[deprecated = "use `into_http_1x_request`"]
    pub fn into_http_02x_request<B>(self, body: B) -> http_02x::Request<B> {
        self.0.try_into_http02x().expect("what is valid for version 1 is for 0.2").map(|_| body)
    }
}

impl Clone for PresignedRequest {
    fn clone(&self) -> Self {
        // The other half of a request that cannot be cloned is a body that is read once.
        Self(self.0.try_clone().expect("an empty body can be cloned"))
    }
}

impl Debug for PresignedRequest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let uri = self.uri().split_once('?').map_or(self.uri(), |(uri, _)| uri);
        let headers: Vec<&str> = self.headers().map(|(name, _)| name).collect();
        f.debug_struct("PresignedRequest")
            .field("method", &self.method())
            .field("uri", &uri)
            .field("headers", &headers)
            .finish_non_exhaustive()
    }
}
