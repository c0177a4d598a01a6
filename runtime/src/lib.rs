//! What the crates that Whitesmith emits have in common.
//!
//! In comes what differs between services and operations: names, functions that
//! write and read bodies, error types. Out comes the client that the public API of
//! an aws-sdk crate promises, on top of the official orchestrator, identity,
//! signing and retries. Whatever does not depend on a model lives here, once, and
//! not in each emitted crate.
//!
//! Use an emitted crate, not this one: apart from [`sdk`] and the documented items
//! everything is an agreement between the generator and this crate, which
//! `__private::v1` makes explicit.

#![forbid(unsafe_code)]

pub mod sdk;

#[doc(hidden)]
pub mod auth;
#[cfg(feature = "auth-token")]
#[doc(hidden)]
pub mod auth_token;
#[doc(hidden)]
pub mod behaviour;
#[doc(hidden)]
pub mod builder;
#[cfg(feature = "cbor")]
#[doc(hidden)]
pub mod cbor;
#[doc(hidden)]
pub mod client;
#[doc(hidden)]
pub mod config;
#[doc(hidden)]
pub mod customize;
#[cfg(feature = "aws")]
#[doc(hidden)]
pub mod discovery;
#[doc(hidden)]
pub mod endpoint;
#[doc(hidden)]
pub mod error;
#[cfg(feature = "event-stream")]
#[doc(hidden)]
pub mod event_stream;
mod extended_id;
mod feature;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod http;
mod https;
#[doc(hidden)]
pub mod jmespath;
#[doc(hidden)]
pub mod json;
mod macros;
#[cfg(feature = "aws")]
#[doc(hidden)]
pub mod metrics;
#[doc(hidden)]
pub mod modeled;
mod official;
#[doc(hidden)]
pub mod op;
mod own;
#[doc(hidden)]
pub mod paginator;
#[cfg(feature = "aws")]
#[doc(hidden)]
pub mod presigning;
#[doc(hidden)]
pub mod protocol;
#[cfg(feature = "protocol-tests")]
#[doc(hidden)]
pub mod protocol_test;
#[cfg(feature = "query")]
#[doc(hidden)]
pub mod query;
mod retry;
mod secrets;
#[doc(hidden)]
pub mod service;
#[cfg(feature = "aws")]
#[doc(hidden)]
pub mod sessions;
mod test_client;
#[doc(hidden)]
pub mod text;
#[doc(hidden)]
pub mod unknown;
#[doc(hidden)]
pub mod values;
#[doc(hidden)]
pub mod waiter;
#[cfg(feature = "xml")]
#[doc(hidden)]
pub mod xml;

/// What emitted code calls.
///
/// Its text in an emitted crate starts with `const _: () = v1::ABI;`, so that a
/// crate that was emitted for another runtime fails with one readable error. A
/// change that breaks emitted code goes into a `v2` beside this.
#[doc(hidden)]
pub mod __private {
    #[allow(missing_docs)]
    pub mod v1 {
        pub const ABI: () = ();

        #[cfg(feature = "cbor")]
        pub use crate::cbor;
        #[cfg(feature = "aws")]
        pub use crate::client::PresignedFuture;
        pub use crate::client::{made, Handle};
        #[cfg(feature = "aws")]
        pub use crate::customize::Presignable;
        pub use crate::customize::{Customizable, CustomizableOperation};
        #[cfg(feature = "aws")]
        pub use crate::discovery::Discovery;
        pub use crate::error::{Built, DeserializeError, SerializationError};
        #[cfg(feature = "event-stream")]
        pub use crate::event_stream;
        #[cfg(feature = "aws")]
        pub use crate::metrics::Metric;
        pub use crate::modeled::{self, Modeled, OperationError, Unhandled};
        pub use crate::paginator::Paginator;
        #[cfg(feature = "aws")]
        pub use crate::presigning;
        pub use crate::protocol::*;
        #[cfg(feature = "protocol-tests")]
        pub use crate::protocol_test;
        #[cfg(feature = "query")]
        pub use crate::query;
        #[cfg(feature = "aws")]
        pub use crate::service::RetryPace;
        pub use crate::service::{Names, OwnNames, Service};
        #[cfg(feature = "aws")]
        pub use crate::sessions::{Session, Sessions};
        pub use crate::unknown::{UnknownMember, UnknownVariantError, UnknownVariantValue};
        pub use crate::values::{Finished, Required};
        pub use crate::waiter::Waiter;
        #[cfg(feature = "xml")]
        pub use crate::xml;
        pub use crate::{
            auth, behaviour, builder, client, config, customize, endpoint, http, jmespath, json, op, paginator, text,
            values, waiter,
        };
        pub use crate::{
            config_api_key, config_basic, config_bearer, config_hosted, config_identity, config_own, config_settings,
            config_sigv4, config_sigv4a, config_token, endpoint_params, endpoint_resolver, modeled_error, open_enum,
            operation_builder, operation_error, paginator_items, presigned_operation, request_ids, waiter_builder,
        };
        pub use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
        pub use aws_smithy_runtime_api::client::result::CreateUnhandledError;
        pub use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
    }

    /// The same for the client of a service that is not one of AWS's: its errors have request
    /// ids by [`RequestId`](crate::sdk::own::RequestId), and not by the trait of the official
    /// crates.
    #[allow(missing_docs)]
    pub mod own {
        pub use super::v1::*;
        pub use crate::{
            own_modeled_error as modeled_error, own_operation_error as operation_error, own_request_ids as request_ids,
        };
    }

    /// The same for a service that gives requests a second id, as S3 does: its errors have both.
    #[allow(missing_docs)]
    #[cfg(feature = "aws")]
    pub mod extended {
        pub use super::v1::*;
        pub use crate::{
            extended_modeled_error as modeled_error, extended_operation_error as operation_error,
            extended_request_ids as request_ids,
        };
    }
}
