//! Parameters of rules are documented: they become settings of a client.

use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::Model;

use super::parameters;

/// Docs do not change where a request goes.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetParamMissingDocs", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, _, parameters) in parameters(model) {
        for parameter in parameters.iter().filter(|parameter| !parameter.is_documented) {
            let message = format!("parameter `{}` has no documentation", parameter.name);
            let event = report.event(Severity::Warning, &service.id, parameter.span, message);
            event.help("\"documentation\": \"..\"");
        }
    }
}
