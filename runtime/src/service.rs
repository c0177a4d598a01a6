//! The service: in, the few facts by which one differs from another; out, what a client,
//! its settings and its operations are made for. It exists apart from them because each of
//! the three needs it.

use crate::auth::{self, Scheme};
use crate::endpoint::OutsideFlag;
use crate::metrics::Metric;
use aws_runtime::auth::SigningOptions;
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, SharedEndpointResolver};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_types::config_bag::ConfigBag;
use std::fmt::{self, Debug};

/// The endpoint rules' parameters for a call, from its config and its input.
pub type EndpointParams = fn(&ConfigBag, &Input) -> Result<EndpointResolverParams, BoxError>;

/// What is the same for all clients of a service. Emitted code declares one `static`.
pub struct Service {
    sdk_id: &'static str,
    id: &'static str,
    module: &'static str,
    signing_name: &'static str,
    metrics_scope: &'static str,
    api_metadata: ApiMetadata,
    auth: &'static [Scheme],
    schemes: &'static [Scheme],
    asks_endpoint_for_auth: bool,
    token_id: Option<&'static str>,
    transient_errors: &'static [&'static str],
    signs_paths_as_they_are: bool,
    metrics: &'static [Metric],
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
    /// `aws-sdk-` and the module name: the scope of metrics.
    pub metrics_scope: &'static str,
    /// The version of the emitted crate.
    pub version: &'static str,
}

impl Service {
    /// A service whose operations are signed with SigV4.
    pub const fn new(
        names: Names,
        endpoint_params: EndpointParams,
        endpoint_resolver: fn() -> SharedEndpointResolver,
    ) -> Self {
        Self {
            sdk_id: names.sdk_id,
            id: names.id,
            module: names.module,
            signing_name: names.signing_name,
            metrics_scope: names.metrics_scope,
            api_metadata: ApiMetadata::new(names.module, names.version),
            auth: auth::SIGV4,
            schemes: auth::SIGV4,
            asks_endpoint_for_auth: false,
            token_id: None,
            transient_errors: &[],
            signs_paths_as_they_are: false,
            metrics: &[],
            outside_flag: None,
            needs_endpoint: false,
            endpoint_params,
            endpoint_resolver,
        }
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

    /// A setting of its endpoint rules that the environment and the profile have, too.
    pub const fn outside_flag(mut self, flag: OutsideFlag) -> Self {
        self.outside_flag = Some(flag);
        self
    }

    pub(crate) fn flag(&self) -> Option<&OutsideFlag> {
        self.outside_flag.as_ref()
    }

    /// What the user agent counts of its calls.
    pub const fn metrics(mut self, metrics: &'static [Metric]) -> Self {
        self.metrics = metrics;
        self
    }

    pub(crate) fn counts(&self, metric: Metric) -> bool {
        self.metrics.contains(&metric)
    }

    /// Codes of errors that are worth another try, beside those that are anywhere in AWS.
    pub const fn transient_errors(mut self, codes: &'static [&'static str]) -> Self {
        self.transient_errors = codes;
        self
    }

    pub(crate) fn errors_that_pass(&self) -> &'static [&'static str] {
        self.transient_errors
    }

    /// A service that is not one of AWS's: its clients have to be given its address.
    pub const fn needs_endpoint_url(mut self) -> Self {
        self.needs_endpoint = true;
        self
    }

    pub(crate) fn needs_endpoint(&self) -> bool {
        self.needs_endpoint
    }

    /// How requests are signed where an operation does not say otherwise.
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

    pub(crate) fn sdk_id(&self) -> &'static str {
        self.sdk_id
    }

    pub(crate) fn module(&self) -> &'static str {
        self.module
    }

    pub(crate) fn metrics_scope(&self) -> &'static str {
        self.metrics_scope
    }

    pub(crate) fn api_metadata(&self) -> &ApiMetadata {
        &self.api_metadata
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
