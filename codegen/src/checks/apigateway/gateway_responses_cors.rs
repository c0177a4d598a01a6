//! `@gatewayResponses` can hide headers that `@cors` asks for.

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Model};

/// A client does not depend on how API Gateway is set up.
pub(in crate::checks) const CHECK: Check = Check { id: "GatewayResponsesCors", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, ids::GATEWAY_RESPONSES) {
        if service.has_trait(ids::CORS) {
            let message = "parameters of `@gatewayResponses` come before the headers of `@cors` and can hide them";
            report.event(Severity::Danger, &service.id, node.span, message);
        }
    }
}
