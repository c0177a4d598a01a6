//! In: an operation whose messages are lowered. Out: its behaviours: what it does beside
//! writing its request and reading its response. Exists so that each of them is one file here,
//! one in `sections/behaviours` and one in the runtime.
//!
//! To add one: a file, a `mod` line and its line in [`ALL`]; a variant of `ir::Behaviour`; a
//! file and an arm in `sections/behaviours`; its traits in `traits::USED`.

mod auth;
mod checksum;
mod compression;
mod endpoint;
mod host_prefix;
mod idempotency;
mod initial_response;
mod long_poll;
mod paginator;
mod payload;
mod response_checksum;
mod secrets;
mod stalls;
mod telemetry;
mod waiters;

use std::collections::BTreeMap;

use super::names::Context;
use super::shapes::Shapes;
use crate::diagnostics::Diagnostics;
use crate::ir::AuthScheme;
use crate::ir::{self, Behaviour, Setting};
use crate::model::OperationShapes;
use crate::protocols::InitialMessages;

/// What a behaviour is found in.
pub(super) struct Call<'c, 'm> {
    pub(super) context: &'c Context<'m>,
    pub(super) shapes: &'c Shapes<'m>,
    pub(super) operation: &'c OperationShapes<'m>,
    pub(super) input: &'c ir::Structure,
    pub(super) output: &'c ir::Structure,
    /// How the service finds its endpoints.
    pub(super) endpoint: &'c ir::endpoint::Endpoint,
    /// Where the protocol has the members that are beside events.
    pub(super) initial_messages: InitialMessages,
}

impl Call<'_, '_> {
    /// Whether the request is a stream of events.
    fn sends_events(&self) -> bool {
        self.input.events().is_some()
    }

    /// Whether requests may be signed.
    fn is_signed(&self) -> bool {
        super::auth::of_operation(self.context.service, self.operation.shape).contains(&AuthScheme::SigV4)
    }

    /// Whether the response is one.
    fn receives_events(&self) -> bool {
        self.output.events().is_some()
    }
}

/// One behaviour.
struct Definition {
    lower: fn(&Call<'_, '_>) -> Option<Behaviour>,
    /// The feature of the runtime that it needs.
    feature: Option<&'static str>,
    /// The settings that a service has whose operations have it.
    settings: fn(&Behaviour) -> &'static [Setting],
}

impl Definition {
    /// A behaviour that needs nothing else.
    const fn new(lower: fn(&Call<'_, '_>) -> Option<Behaviour>) -> Self {
        Self { lower, feature: None, settings: |_| &[] }
    }
}

/// The behaviours. Their order is the only one there is: in requests, in the slice of the
/// operation and in the settings.
const ALL: &[Definition] = &[
    host_prefix::BEHAVIOUR,
    endpoint::BEHAVIOUR,
    idempotency::BEHAVIOUR,
    // Before checksums: they are those of the compressed body.
    compression::BEHAVIOUR,
    checksum::BEHAVIOUR,
    response_checksum::BEHAVIOUR,
    payload::BEHAVIOUR,
    stalls::BEHAVIOUR,
    long_poll::BEHAVIOUR,
    initial_response::BEHAVIOUR,
    secrets::BEHAVIOUR,
    telemetry::BEHAVIOUR,
    auth::BEHAVIOUR,
    paginator::BEHAVIOUR,
    waiters::BEHAVIOUR,
];

/// What the behaviours of all operations need of the crate.
#[derive(Default)]
pub(super) struct Needs {
    /// Features of the runtime.
    pub(super) features: Vec<&'static str>,
    pub(super) settings: Vec<Setting>,
    /// What the crate does not have because a client cannot do it.
    pub(super) absent: Vec<String>,
    /// The names of waiters by the names that they get: no two may become one.
    waiters: BTreeMap<String, String>,
}

/// The behaviours of an operation, and the settings that they bring; what they need is added,
/// and what a client cannot do is reported.
pub(super) fn lower(
    call: &Call<'_, '_>,
    needs: &mut Needs,
    diagnostics: &mut Diagnostics,
) -> (Vec<Behaviour>, Vec<Setting>) {
    endpoint::check(call, diagnostics);
    waiters::check(call, needs, diagnostics);
    let (mut found, mut settings) = (Vec::new(), Vec::new());
    for definition in ALL {
        let Some(behaviour) = (definition.lower)(call) else { continue };
        needs.features.extend(definition.feature);
        for setting in (definition.settings)(&behaviour) {
            settings.push(*setting);
            if !needs.settings.iter().any(|known| known.name == setting.name) {
                needs.settings.push(*setting);
            }
        }
        found.push(behaviour);
    }
    (found, settings)
}
