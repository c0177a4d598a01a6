//! The official types that the public API of an emitted crate consists of, sorted
//! by the module that shows them. An emitted crate re-exports from here, so that
//! it has one dependency and never another version of them than its runtime.

/// What `auth_token` shows.
#[cfg(feature = "auth-token")]
pub mod auth_token {
    pub use crate::auth_token::{dsql, rds};
}

/// What `presigning` shows.
#[cfg(feature = "aws")]
pub mod presigning {
    pub use crate::presigning::{PresignedRequest, PresigningConfig, PresigningConfigBuilder, PresigningConfigError};
}

/// What `config` shows.
pub mod config {
    pub use crate::behaviour::idempotency::IdempotencyTokenProvider;
    #[cfg(feature = "default-https-client")]
    pub use crate::https::https_client;
    #[cfg(feature = "aws")]
    pub use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
    #[cfg(feature = "aws")]
    pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
    #[cfg(feature = "aws")]
    pub use aws_credential_types::Credentials;
    #[cfg(feature = "aws")]
    pub use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
    pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
    pub use aws_smithy_async::time::{SharedTimeSource, TimeSource};
    pub use aws_smithy_runtime::client::identity::IdentityCache;
    pub use aws_smithy_runtime_api::client::auth::http::{
        HTTP_API_KEY_AUTH_SCHEME_ID, HTTP_BASIC_AUTH_SCHEME_ID, HTTP_BEARER_AUTH_SCHEME_ID,
    };
    pub use aws_smithy_runtime_api::client::auth::{
        AuthScheme, AuthSchemeId, AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver,
    };
    pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
    pub use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
    pub use aws_smithy_runtime_api::client::identity::http::{Login, Token};
    pub use aws_smithy_runtime_api::client::identity::{ResolveCachedIdentity, ResolveIdentity, SharedIdentityCache};
    pub use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
    pub use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
    pub use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
    pub use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
    pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
    pub use aws_smithy_runtime_api::shared::IntoShared;
    pub use aws_smithy_types::checksum_config::{RequestChecksumCalculation, ResponseChecksumValidation};
    pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
    #[cfg(feature = "aws")]
    pub use aws_types::app_name::AppName;
    #[cfg(feature = "aws")]
    pub use aws_types::endpoint_config::AccountIdEndpointMode;
    #[cfg(feature = "aws")]
    pub use aws_types::region::{Region, SigningRegionSet};
    #[cfg(feature = "aws")]
    pub use aws_types::sdk_config::SdkConfig;
    #[cfg(feature = "aws")]
    pub use aws_types::sdk_ua_metadata::FrameworkMetadata;

    /// What `config::auth` shows where only the operation decides about auth.
    pub mod auth {
        pub use crate::auth::{BuildError, DefaultAuthSchemeResolver, Params, ParamsBuilder, ResolveAuthScheme};
    }

    /// What `config::endpoint` shows besides the service's own parameters.
    pub mod endpoint {
        pub use crate::endpoint::InvalidParams;
        pub use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
        pub use aws_smithy_types::endpoint::Endpoint;
    }

    /// HTTP requests and responses.
    pub mod http {
        pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
    }

    /// The contexts that an interceptor sees.
    pub mod interceptors {
        pub use aws_smithy_runtime_api::client::interceptors::context::{
            AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
            BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
            BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
            BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
            InterceptorContext,
        };
    }

    /// How failed attempts are retried.
    pub mod retry {
        pub use aws_smithy_runtime::client::retries::{ClientRateLimiter, RetryPartition, TokenBucket};
        pub use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
        pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
        pub use aws_smithy_types::retry::{ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};
    }

    /// Time limits of calls.
    pub mod timeout {
        pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
    }
}

/// Endpoints that the service tells.
#[cfg(feature = "aws")]
pub mod endpoint_discovery {
    pub use crate::discovery::ReloadEndpoint;
}

/// What `error` shows.
pub mod error {
    pub use crate::client::InvalidConfig;
    pub use crate::op::MissingInput;
    pub use crate::unknown::UnknownVariantError;
    pub use aws_smithy_runtime_api::box_error::BoxError;
    pub use aws_smithy_runtime_api::client::result::{ConnectorError, SdkError};
    pub use aws_smithy_types::error::display::DisplayErrorContext;
    pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
    pub use aws_smithy_types::error::operation::BuildError;
}

/// What `operation` shows.
pub mod operation {
    pub use crate::extended_id::RequestIdExt;
    pub use crate::op::ResponseFuture;
    #[cfg(feature = "aws")]
    pub use aws_types::request_id::RequestId;
}

/// What `operation` shows where the service is not one of AWS's.
pub mod own {
    pub use crate::own::RequestId;
}

/// What `primitives` shows, as far as a model uses it.
pub mod primitives {
    pub use aws_smithy_types::body::SdkBody;
    pub use aws_smithy_types::byte_stream::error::Error as ByteStreamError;
    pub use aws_smithy_types::byte_stream::{AggregatedBytes, ByteStream};
    #[cfg(feature = "rt-tokio")]
    pub use aws_smithy_types::byte_stream::{FsBuilder, Length};
    pub use aws_smithy_types::date_time::Format as DateTimeFormat;
    pub use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};

    /// What members that are streams of events are made of.
    #[cfg(feature = "event-stream")]
    pub mod event_stream {
        pub use crate::event_stream::EventReceiver;
        pub use aws_smithy_http::event_stream::EventStreamSender;
        pub use aws_smithy_types::event_stream::{Header, HeaderValue, Message, RawMessage};
        pub use aws_smithy_types::str_bytes::StrBytes;
    }
}
