//! Behaviours: in, what an operation does beside writing its request and reading its
//! response; out, the settings, interceptors and headers for it. Emitted code names those of
//! an operation in one slice, and calls the others where it writes the request, so that only
//! what is named is linked.

mod auth;
#[cfg(feature = "checksums")]
pub(crate) mod checksum;
pub(crate) mod compression;
mod endpoint;
mod host_prefix;
pub(crate) mod idempotency;
#[cfg(feature = "checksums")]
mod key_hash;
mod long_poll;
#[cfg(all(feature = "aws", feature = "checksums"))]
pub(crate) mod message_digests;
#[cfg(feature = "aws")]
mod payload;
mod stalls;
mod telemetry;
#[cfg(all(feature = "aws", feature = "checksums"))]
mod tree_hash;

pub use auth::Auth;
#[cfg(feature = "checksums")]
pub use checksum::{ask_for_checksum, Checksum, ResponseChecksum};
#[cfg(all(feature = "aws", feature = "checksums"))]
pub use checksum::{ResponseCrc32, StreamedChecksum};
pub use endpoint::Endpoint;
pub use host_prefix::HostPrefix;
pub use idempotency::Idempotency;
pub use long_poll::LongPoll;
#[cfg(all(feature = "aws", feature = "checksums"))]
pub use message_digests::{MessageDigests, Messages};
#[cfg(feature = "aws")]
pub use payload::Payload;
pub use stalls::Stalls;
pub use telemetry::{Recorder, Telemetry};
#[cfg(all(feature = "aws", feature = "checksums"))]
pub use tree_hash::TreeHash;

use crate::auth::Scheme;
use crate::service::EndpointParams;
#[cfg(feature = "aws")]
use aws_runtime::auth::SigningOptions;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use std::fmt::Debug;

/// A behaviour of an operation.
pub trait Behaviour: Debug + Send + Sync {
    /// Adds what it needs to the plugin of the operation, once a process.
    fn register(&'static self, plugin: &mut Registration);
}

/// The plugin of an operation while its behaviours are added.
#[derive(Debug)]
pub struct Registration {
    pub(crate) components: RuntimeComponentsBuilder,
    #[cfg(feature = "aws")]
    pub(crate) signing: SigningOptions,
    /// The schemes that the operation can be called with, in order of preference.
    pub(crate) auth: &'static [Scheme],
    /// The parameters of the endpoint rules.
    pub(crate) endpoint_params: EndpointParams,
    /// Whether a body that stalls is an error.
    pub(crate) is_protected_from_stalls: bool,
}
