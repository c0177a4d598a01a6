//! In: the behaviours of an operation. Out: what each of them adds to the file of the
//! operation. A file a behaviour, and one match that has an arm for each.

pub(super) mod auth;
mod checksum;
mod compression;
mod endpoint;
mod endpoint_discovery;
mod host_prefix;
mod idempotency;
mod initial_response;
mod key_hashes;
mod long_poll;
mod message_digests;
mod paginator;
mod payload;
mod presign;
mod response_checksum;
mod response_crc32;
mod secrets;
mod sessions;
mod stalls;
mod telemetry;
mod tree_hash;
mod waiters;

use proc_macro2::TokenStream;
use quote::quote;

use crate::codecs::Codec;
use crate::ir::{Behaviour, Operation, RequestId};

/// What a behaviour adds.
#[derive(Default)]
pub(super) struct Parts {
    /// Calls on the static of the operation.
    pub(super) on_operation: TokenStream,
    /// Statements of `serialize` before there is a request.
    pub(super) before_request: TokenStream,
    /// Statements of `serialize` before the body, after the headers.
    pub(super) before_body: TokenStream,
    /// Statements of `serialize` after all others before the body.
    pub(super) last_before_body: TokenStream,
    /// Whether these ask for the configuration of the call.
    pub(super) uses_config: bool,
    /// Functions beside the static.
    pub(super) items: Vec<TokenStream>,
    /// A module of the operation.
    pub(super) module: Option<TokenStream>,
    /// Methods of the fluent builder.
    pub(super) on_fluent_builder: TokenStream,
    /// An item beside the builders.
    pub(super) in_builders: Option<TokenStream>,
}

impl Parts {
    /// A behaviour that the runtime has, and that the operation names.
    fn named(behaviour: TokenStream) -> Self {
        Self { on_operation: quote!(.with(&rt::behaviour::#behaviour)), ..Self::default() }
    }
}

/// What each behaviour of the operation adds, in their order.
pub(super) fn render_all(operation: &Operation, codec: &Codec, request_ids: &[RequestId]) -> Vec<Parts> {
    operation.behaviours.iter().map(|behaviour| render(operation, behaviour, codec, request_ids)).collect()
}

fn render(operation: &Operation, behaviour: &Behaviour, codec: &Codec, request_ids: &[RequestId]) -> Parts {
    match behaviour {
        Behaviour::Auth(auth) => auth::render(auth),
        Behaviour::Checksum(checksum) => checksum::render(operation, checksum),
        Behaviour::Compression => compression::render(),
        Behaviour::Endpoint(given) => endpoint::render(operation, given),
        Behaviour::EndpointDiscovery { endpoints, host, minutes } => {
            endpoint_discovery::render(operation, *endpoints, host, minutes)
        }
        Behaviour::HostPrefix(parts) => host_prefix::render(operation, parts),
        Behaviour::Idempotency(member) => idempotency::render(operation, *member),
        Behaviour::InitialResponse => initial_response::render(operation, codec, request_ids),
        Behaviour::KeyHashes(keys) => key_hashes::render(operation, keys),
        Behaviour::LongPoll => long_poll::render(),
        Behaviour::MessageDigests(digests) => message_digests::render(operation, digests),
        Behaviour::Paginator(paginator) => paginator::render(operation, paginator),
        Behaviour::Payload(payload) => payload::render(operation, *payload),
        Behaviour::Presign(presign) => presign::render(operation, presign),
        Behaviour::ResponseChecksum { mode, algorithms } => response_checksum::render(operation, *mode, algorithms),
        Behaviour::ResponseCrc32 => response_crc32::render(),
        Behaviour::Secrets(secrets) => secrets::render(secrets),
        Behaviour::Sessions { bucket, credentials } => sessions::render(operation, *bucket, *credentials),
        Behaviour::Stalls => stalls::render(),
        Behaviour::Telemetry(members) => telemetry::render(operation, members),
        Behaviour::TreeHash => tree_hash::render(),
        Behaviour::Waiters(waiters) => waiters::render(operation, waiters),
    }
}
