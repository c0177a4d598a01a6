//! Input members as telemetry attributes: in, the names that the user asked for
//! by `emit_input_attributes`; out, their values in the config bag, where the
//! official metrics and tracing read them.

use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::telemetry::{CapturedTelemetryAttributes, RequestedTelemetryAttributes};

use super::{CaptureInput, Input};

/// Keeps the members that were asked for.
#[derive(Debug)]
pub struct Telemetry<'a> {
    requested: &'a RequestedTelemetryAttributes,
    captured: CapturedTelemetryAttributes,
}

impl Telemetry<'_> {
    /// Offers a member under its name in the model.
    pub fn member(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value.filter(|_| self.requested.should_capture(name)) {
            self.captured.insert(name, value);
        }
    }
}

/// Nobody pays for this who does not ask for it.
pub(super) fn capture(capture: CaptureInput, input: &Input, cfg: &mut ConfigBag) {
    let requested = cfg.load::<RequestedTelemetryAttributes>();
    let Some(requested) = requested.filter(|names| !names.is_empty()) else {
        return;
    };
    let mut telemetry = Telemetry { requested, captured: CapturedTelemetryAttributes::default() };
    capture(input, &mut telemetry);
    let captured = telemetry.captured;
    cfg.interceptor_state().store_put(captured);
}
