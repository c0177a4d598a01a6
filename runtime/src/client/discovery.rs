//! Clients whose service tells its endpoint: in, how it is asked; out, the settings of a client
//! that knows the endpoint, and what asks again.

use super::{Call, Handle};
use crate::config::Settings;
use crate::discovery::{self, Ask, Asked, Discovery, ReloadEndpoint};
use aws_smithy_runtime_api::box_error::BoxError;

impl Handle {
    /// Asks with this client.
    ///
    /// # Errors
    /// The service does not tell its endpoint, or the client has no clock.
    pub async fn discover(
        self,
        settings: &Settings,
        discovery: &'static Discovery,
    ) -> Result<(Settings, ReloadEndpoint), BoxError> {
        let time = self.time_components()?;
        let sleep = time.sleep_impl().ok_or("endpoint discovery needs a `sleep_impl` in the config")?;
        let source = time.time_source().ok_or("endpoint discovery needs a `time_source` in the config")?;
        let ask = AskService { handle: self, discovery };
        let (resolver, reload) = discovery::discover(discovery, ask, sleep, source).await?;
        let mut builder = settings.to_builder();
        builder.set_endpoint_resolver(Some(resolver));
        Ok((builder.build(settings.service()), reload))
    }
}

/// A client that does not know the endpoint.
#[derive(Debug)]
struct AskService {
    handle: Handle,
    discovery: &'static Discovery,
}

impl Ask for AskService {
    fn ask(&self) -> Asked<'_> {
        Box::pin(async move {
            let input = (self.discovery.input)()?;
            let operation = self.discovery.operation;
            let call = Call { handle: self.handle.clone(), operation, config_override: None, extra: None };
            Ok(call.run(Ok(input)).await?)
        })
    }
}
