//! Clients whose calls may need sessions: in, how a session begins; out, a handle that begins
//! one by a call of its own.

use super::{Call, Handle, InvalidConfig};
use crate::config::{Features, Settings};
use crate::op::{Input, Operation};
use crate::sessions::{self, Begin, Begun, NoSession, Sessions};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::config_bag::ConfigBag;

impl Handle {
    /// A client whose calls may need sessions.
    pub fn with_sessions(
        settings: &Settings,
        features: Features,
        sessions: &'static Sessions,
    ) -> Result<Self, InvalidConfig> {
        let begin = BeginSession { settings: settings.clone(), features, operation: sessions.operation };
        let plugin = sessions::plugin(sessions, begin, settings.components());
        Self::with_plugin(settings, features, Some(plugin))
    }
}

/// Begins a session with a client of its own, which has what the call has that needs it.
#[derive(Debug)]
struct BeginSession {
    settings: Settings,
    features: Features,
    operation: &'static Operation,
}

impl Begin for BeginSession {
    fn begin<'a>(&'a self, input: Input, components: &'a RuntimeComponents, cfg: &'a ConfigBag) -> Begun<'a> {
        Box::pin(async move {
            let mut settings = self.settings.of_call_for(components, cfg).to_builder();
            settings.set_identity_resolver(sessions::SCHEME_ID, NoSession);
            let handle = Handle::new(&settings.build(self.settings.service()), self.features)?;
            let call = Call { handle, operation: self.operation, config_override: None, extra: None };
            Ok(call.run(Ok(input)).await?)
        })
    }
}
