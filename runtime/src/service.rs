//! The service: in, the few facts by which one differs from another; out, what a client,
//! its settings and its operations are made for. It exists apart from them because each of
//! the three needs it.

use crate::auth::{self, Scheme};
#[cfg(feature = "aws")]
use crate::endpoint::OutsideFlag;
#[cfg(feature = "aws")]
use crate::metrics::Metric;
#[cfg(feature = "aws")]
use aws_runtime::{auth::SigningOptions, user_agent::ApiMetadata};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, SharedEndpointResolver};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_types::config_bag::ConfigBag;
use std::fmt::{self, Debug};

/// The endpoint rules' parameters for a call, from its config and its input.
pub type EndpointParams = fn(&ConfigBag, &Input) -> Result<EndpointResolverParams, BoxError>;

/// Whose a service is. It decides what its clients have beside its operations, and not the
/// feature `aws`, which any other crate of the program may turn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Owner {
    /// AWS.
    #[cfg(feature = "aws")]
    Aws,
    /// Somebody else, behind a part of AWS that checks signatures: API Gateway, for example.
    #[cfg(feature = "aws")]
    Hosted,
    /// Somebody else.
    Own,
}

/// What is the same for all clients of a service. Emitted code declares one `static`.
pub struct Service {
    owner: Owner,
    sdk_id: &'static str,
    id: &'static str,
    module: &'static str,
    signing_name: &'static str,
    metrics_scope: &'static str,
    package: &'static str,
    version: &'static str,
    request_id_headers: &'static [&'static str],
    has_extended_request_ids: bool,
    auth: &'static [Scheme],
    schemes: &'static [Scheme],
    asks_endpoint_for_auth: bool,
    token_id: Option<&'static str>,
    #[cfg(feature = "aws")]
    retry_pace: Option<RetryPace>,
    transient_errors: &'static [&'static str],
    signs_paths_as_they_are: bool,
    #[cfg(feature = "aws")]
    metrics: &'static [Metric],
    #[cfg(feature = "aws")]
    outside_flag: Option<OutsideFlag>,
    needs_endpoint: bool,
    endpoint_params: EndpointParams,
    endpoint_resolver: fn() -> SharedEndpointResolver,
}

/// The names of a service. A struct and not arguments, because they look alike.
#[derive(Debug)]
pub struct Names {
    /// `sdkId` as the model has it: `Application Auto Scaling`.
    pub sdk_id: &'static str,
    /// The same without spaces: names spans and metrics.
    pub id: &'static str,
    /// The SDK's module name: names the retry partition and the user agent's entry.
    pub module: &'static str,
    /// The name in signatures.
    pub signing_name: &'static str,
    /// The scope of metrics: for services of AWS, `aws-sdk-` and the module name.
    pub metrics_scope: &'static str,
    /// The version of the emitted crate.
    pub version: &'static str,
}

/// The names of a service that is not one of AWS's, and of its client.
#[derive(Debug)]
pub struct OwnNames {
    /// The name in the model: names spans.
    pub id: &'static str,
    /// The name of the emitted crate: names the retry partition, the scope of metrics and the
    /// product in the user agent.
    pub package: &'static str,
    /// The version of the emitted crate.
    pub version: &'static str,
}

/// How calls are tried again by the retry behaviour 2.1 of AWS.
#[cfg(feature = "aws")]
#[derive(Debug)]
pub struct RetryPace {
    /// The first wait after an error other than throttling, before jitter.
    pub first_backoff_millis: u64,
    /// How often a call is tried, if code does not say.
    pub max_attempts: u32,
}

/// The headers in which services give the ids of requests, in the order in which they are
/// looked at: the name that most servers, proxies and frameworks use, the same without the
/// `x-`, and what is behind AWS's gateways. What correlates several requests is the last: it
/// may be an id that came with the request.
const REQUEST_ID_HEADERS: &[&str] =
    &["x-request-id", "request-id", "x-amzn-requestid", "x-amz-request-id", "x-correlation-id"];

impl Service {
    /// A service of AWS, whose operations are signed with SigV4.
    #[cfg(feature = "aws")]
    pub const fn new(
        names: Names,
        endpoint_params: EndpointParams,
        endpoint_resolver: fn() -> SharedEndpointResolver,
    ) -> Self {
        Self {
            owner: Owner::Aws,
            sdk_id: names.sdk_id,
            id: names.id,
            module: names.module,
            signing_name: names.signing_name,
            metrics_scope: names.metrics_scope,
            package: "",
            version: names.version,
            request_id_headers: &[],
            has_extended_request_ids: false,
            auth: auth::SIGV4,
            schemes: auth::SIGV4,
            asks_endpoint_for_auth: false,
            token_id: None,
            retry_pace: None,
            transient_errors: &[],
            signs_paths_as_they_are: false,
            metrics: &[],
            outside_flag: None,
            needs_endpoint: false,
            endpoint_params,
            endpoint_resolver,
        }
    }

    /// A service of somebody else, which anybody may call.
    pub const fn own(
        names: OwnNames,
        endpoint_params: EndpointParams,
        endpoint_resolver: fn() -> SharedEndpointResolver,
    ) -> Self {
        Self {
            owner: Owner::Own,
            sdk_id: names.id,
            id: names.id,
            module: names.package,
            signing_name: "",
            metrics_scope: names.package,
            package: names.package,
            version: names.version,
            request_id_headers: REQUEST_ID_HEADERS,
            has_extended_request_ids: false,
            auth: auth::NONE,
            schemes: auth::NONE,
            asks_endpoint_for_auth: false,
            token_id: None,
            #[cfg(feature = "aws")]
            outside_flag: None,
            #[cfg(feature = "aws")]
            metrics: &[],
            #[cfg(feature = "aws")]
            retry_pace: None,
            transient_errors: &[],
            signs_paths_as_they_are: false,
            needs_endpoint: false,
            endpoint_params,
            endpoint_resolver,
        }
    }

    /// The service is not AWS's, but a part of AWS in front of it checks signatures. The client
    /// is the package of this name.
    #[cfg(feature = "aws")]
    pub const fn hosted(mut self, package: &'static str) -> Self {
        self.owner = Owner::Hosted;
        self.package = package;
        self.request_id_headers = REQUEST_ID_HEADERS;
        self
    }

    /// The headers that may have the id of a request, in lower case, the preferred one first.
    pub const fn request_id_headers(mut self, names: &'static [&'static str]) -> Self {
        self.request_id_headers = names;
        self
    }

    /// A service whose responses have a second id of the request, as those of S3 do.
    pub const fn extended_request_ids(mut self) -> Self {
        self.has_extended_request_ids = true;
        self
    }

    pub(crate) fn has_extended_request_ids(&self) -> bool {
        self.has_extended_request_ids
    }

    /// The schemes of operations that do not say otherwise, in order of preference.
    pub const fn auth_schemes(mut self, schemes: &'static [Scheme]) -> Self {
        self.auth = schemes;
        self.schemes = schemes;
        self
    }

    /// All schemes, where some operations have others.
    pub const fn all_auth_schemes(mut self, schemes: &'static [Scheme]) -> Self {
        self.schemes = schemes;
        self
    }

    /// A service whose endpoints say how they are to be called, before an identity is chosen.
    pub const fn asks_endpoint_for_auth_schemes(mut self) -> Self {
        self.asks_endpoint_for_auth = true;
        self
    }

    /// The environment may have a bearer token for this service alone, under this name.
    pub const fn environment_token(mut self, id: &'static str) -> Self {
        self.token_id = Some(id);
        self
    }

    /// A service whose paths are names of objects, as S3's are: they are neither
    /// normalised nor encoded twice for the signature, and the hash of the body
    /// goes in a header.
    pub const fn signs_paths_as_they_are(mut self) -> Self {
        self.signs_paths_as_they_are = true;
        self
    }

    #[cfg(feature = "aws")]
    /// A setting of its endpoint rules that the environment and the profile have, too.
    pub const fn outside_flag(mut self, flag: OutsideFlag) -> Self {
        self.outside_flag = Some(flag);
        self
    }

    #[cfg(feature = "aws")]
    pub(crate) fn flag(&self) -> Option<&OutsideFlag> {
        self.outside_flag.as_ref()
    }

    /// What the user agent counts of its calls.
    #[cfg(feature = "aws")]
    pub const fn metrics(mut self, metrics: &'static [Metric]) -> Self {
        self.metrics = metrics;
        self
    }

    #[cfg(feature = "aws")]
    pub(crate) fn counts(&self, metric: Metric) -> bool {
        self.metrics.contains(&metric)
    }

    /// How calls are tried again, where that is not what all services have.
    #[cfg(feature = "aws")]
    pub const fn retry_pace(mut self, pace: RetryPace) -> Self {
        self.retry_pace = Some(pace);
        self
    }

    #[cfg(feature = "aws")]
    pub(crate) fn pace_of_retries(&self) -> Option<&RetryPace> {
        self.retry_pace.as_ref()
    }

    /// Codes of errors that are worth another try, beside those that are anywhere in AWS.
    pub const fn transient_errors(mut self, codes: &'static [&'static str]) -> Self {
        self.transient_errors = codes;
        self
    }

    #[cfg(feature = "aws")]
    pub(crate) fn errors_that_pass(&self) -> &'static [&'static str] {
        self.transient_errors
    }

    pub(crate) fn owner(&self) -> Owner {
        self.owner
    }

    /// What traces call the way in which the service is called.
    pub(crate) fn rpc_system(&self) -> &'static str {
        match self.owner {
            #[cfg(feature = "aws")]
            Owner::Aws => "aws-api",
            #[cfg(feature = "aws")]
            Owner::Hosted => "smithy",
            Owner::Own => "smithy",
        }
    }

    /// The name and the version of the emitted crate.
    pub(crate) fn client(&self) -> [&'static str; 2] {
        [self.package, self.version]
    }

    pub(crate) fn headers_of_request_ids(&self) -> &'static [&'static str] {
        self.request_id_headers
    }

    /// A service whose model does not have its address: its clients have to be given it.
    pub const fn needs_endpoint_url(mut self) -> Self {
        self.needs_endpoint = true;
        self
    }

    pub(crate) fn needs_endpoint(&self) -> bool {
        self.needs_endpoint
    }

    /// How requests are signed where an operation does not say otherwise.
    #[cfg(feature = "aws")]
    pub(crate) fn signing_options(&self) -> SigningOptions {
        // The defaults are the ones that most services use: the path is normalised
        // and encoded twice, no payload header.
        let mut options = SigningOptions::default();
        if self.signs_paths_as_they_are {
            options.double_uri_encode = false;
            options.normalize_uri_path = false;
            options.content_sha256_header = true;
        }
        options
    }

    /// The name in signatures.
    pub fn signing_name(&self) -> &'static str {
        self.signing_name
    }

    pub(crate) fn id(&self) -> &'static str {
        self.id
    }

    #[cfg(feature = "aws")]
    pub(crate) fn sdk_id(&self) -> &'static str {
        self.sdk_id
    }

    pub(crate) fn module(&self) -> &'static str {
        self.module
    }

    pub(crate) fn metrics_scope(&self) -> &'static str {
        self.metrics_scope
    }

    #[cfg(feature = "aws")]
    pub(crate) fn api_metadata(&self) -> ApiMetadata {
        ApiMetadata::new(self.module, self.version)
    }

    pub(crate) fn auth(&self) -> &'static [Scheme] {
        self.auth
    }

    pub(crate) fn schemes(&self) -> &'static [Scheme] {
        self.schemes
    }

    pub(crate) fn asks_endpoint_for_auth(&self) -> bool {
        self.asks_endpoint_for_auth
    }

    #[cfg(feature = "aws")]
    pub(crate) fn token_id(&self) -> Option<&'static str> {
        self.token_id
    }

    pub(crate) fn params(&self) -> EndpointParams {
        self.endpoint_params
    }

    pub(crate) fn endpoint_resolver(&self) -> SharedEndpointResolver {
        (self.endpoint_resolver)()
    }
}

impl Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.sdk_id).finish()
    }
}
