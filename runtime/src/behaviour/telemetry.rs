//! Input members as telemetry attributes: in, the names that the user asked for
//! by `emit_input_attributes`; out, their values in the config bag, where the
//! official metrics and tracing read them.

use super::{Behaviour, Registration};
use crate::official::dyn_dispatch_hint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::{BeforeSerializationInterceptorContextRef, Input};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};

/// The input has members that `emit_input_attributes` may name: the function offers them.
#[derive(Clone, Copy, Debug)]
pub struct Telemetry(pub fn(&Input, &mut Recorder<'_>));

/// Records the members that were named.
#[derive(Debug)]
pub struct Recorder<'a> {
    requested: &'a RequestedTelemetryAttributes,
    captured: CapturedTelemetryAttributes,
}

impl Recorder<'_> {
    /// Offers a member under its name in the model.
    pub fn member(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value.filter(|_| self.requested.should_capture(name)) {
            self.captured.insert(name, value);
        }
    }
}

impl Behaviour for Telemetry {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.components.push_interceptor(SharedInterceptor::permanent(*self));
    }
}

#[dyn_dispatch_hint]
impl Intercept for Telemetry {
    fn name(&self) -> &'static str {
        "TelemetryInterceptor"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let requested = cfg.load::<RequestedTelemetryAttributes>();
        // Nobody pays for this who does not ask for it.
        let Some(requested) = requested.filter(|names| !names.is_empty()) else { return Ok(()) };
        let mut recorder = Recorder { requested, captured: CapturedTelemetryAttributes::default() };
        (self.0)(context.input(), &mut recorder);
        let captured = recorder.captured;
        cfg.interceptor_state().store_put(captured);
        Ok(())
    }
}
