//! Built-ins that make an endpoint depend on who calls ask for a second look.

use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::Model;

use super::parameters;

const SENSITIVE: [&str; 3] = ["AWS::Auth::AccountId", "AWS::Auth::AccountIdEndpointMode", "AWS::Auth::CredentialScope"];

/// A built-in that a client does not know has no value, which rules can do without.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetAwsBuiltIn", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, _, parameters) in parameters(model) {
        for node in parameters.iter().filter_map(|parameter| parameter.built_in) {
            let Some(name) = node.as_str().filter(|name| SENSITIVE.contains(name)) else { continue };
            let message =
                format!("with `{name}` the endpoint depends on the credentials; the rules that use it need care");
            let id = format!("RuleSetAwsBuiltIn.{name}");
            report.event_as(id, Severity::Danger, &service.id, node.span, message);
        }
    }
}
