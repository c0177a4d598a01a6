//! `@gatewayResponses` can hide headers that `@cors` asks for.

use crate::checks::{own_with, Report};
use crate::diagnostics::Severity;
use crate::model::Model;

pub(in crate::checks) fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, "aws.apigateway#gatewayResponses") {
        if service.has_trait("smithy.api#cors") {
            let message = "parameters of `@gatewayResponses` come before the headers of `@cors` and can hide them";
            report.event(Severity::Danger, &service.id, node.span, message);
        }
    }
}
