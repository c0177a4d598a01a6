//! The auth schemes of a service: in, what its model declares; out, what the orchestrator
//! signs requests with.

use super::api_key::{ApiKey, ApiKeyScheme};
#[cfg(feature = "aws")]
use aws_runtime::auth::sigv4::{self, SigV4AuthScheme};
use aws_smithy_runtime::client::auth::http::{BasicAuthScheme, BearerAuthScheme};
use aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID;
use aws_smithy_runtime_api::client::auth::http::{
    HTTP_API_KEY_AUTH_SCHEME_ID, HTTP_BASIC_AUTH_SCHEME_ID, HTTP_BEARER_AUTH_SCHEME_ID,
};
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, SharedAuthScheme};

/// A way to authenticate requests (Smithy 2.0, "Authentication traits").
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Scheme {
    /// A signature: `aws.auth#sigv4`
    #[cfg(feature = "aws")]
    SigV4,
    /// A signature for several regions: `aws.auth#sigv4a`. Without the feature `sigv4a` nobody
    /// can make one, and the next scheme is tried.
    #[cfg(feature = "aws")]
    SigV4a,
    /// A token in the header `Authorization`: `smithy.api#httpBearerAuth`
    Bearer,
    /// A user and a password: `smithy.api#httpBasicAuth`
    Basic,
    /// A key: `smithy.api#httpApiKeyAuth`
    ApiKey(ApiKey),
    /// Nothing: anybody may call.
    None,
}

impl Scheme {
    pub(crate) fn id(self) -> AuthSchemeId {
        match self {
            #[cfg(feature = "aws")]
            Self::SigV4 => sigv4::SCHEME_ID,
            #[cfg(feature = "aws")]
            Self::SigV4a => AuthSchemeId::new("sigv4a"),
            Self::Bearer => HTTP_BEARER_AUTH_SCHEME_ID,
            Self::Basic => HTTP_BASIC_AUTH_SCHEME_ID,
            Self::ApiKey(_) => HTTP_API_KEY_AUTH_SCHEME_ID,
            Self::None => NO_AUTH_SCHEME_ID,
        }
    }

    /// What signs; none for what needs no signature, which every client has in any case.
    pub(crate) fn signer(self) -> Option<SharedAuthScheme> {
        match self {
            #[cfg(feature = "aws")]
            Self::SigV4 => Some(SharedAuthScheme::new(SigV4AuthScheme::new())),
            #[cfg(feature = "sigv4a")]
            Self::SigV4a => Some(SharedAuthScheme::new(aws_runtime::auth::sigv4a::SigV4aAuthScheme::new())),
            #[cfg(all(feature = "aws", not(feature = "sigv4a")))]
            Self::SigV4a => None,
            Self::Bearer => Some(SharedAuthScheme::new(BearerAuthScheme::new())),
            Self::Basic => Some(SharedAuthScheme::new(BasicAuthScheme::new())),
            Self::ApiKey(key) => Some(SharedAuthScheme::new(ApiKeyScheme::new(key))),
            Self::None => None,
        }
    }
}
