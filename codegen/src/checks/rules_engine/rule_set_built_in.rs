//! The built-ins that parameters and test cases name exist (Smithy 2.0, "Rules
//! engine parameters", and the ones of AWS).

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::endpoint_rules;
use crate::model::{Model, Node, Shape};
use crate::suggest;

use super::{elements, members, test_cases, RULE_SET, TESTS};

const BUILT_INS: [&str; 14] = [
    "SDK::Endpoint",
    "AWS::Region",
    "AWS::UseDualStack",
    "AWS::UseFIPS",
    "AWS::Auth::AccountId",
    "AWS::Auth::AccountIdEndpointMode",
    "AWS::Auth::CredentialScope",
    "AWS::S3::Accelerate",
    "AWS::S3::DisableMultiRegionAccessPoints",
    "AWS::S3::ForcePathStyle",
    "AWS::S3::UseArnRegion",
    "AWS::S3::UseGlobalEndpoint",
    "AWS::S3Control::UseArnRegion",
    "AWS::STS::UseGlobalEndpoint",
];

/// A built-in that a client does not know has no value, which rules can do without.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetBuiltIn", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, RULE_SET) {
        for parameter in endpoint_rules::parse_parameters(node) {
            let Some(built_in) = parameter.built_in else { continue };
            check(
                service,
                built_in.as_str().unwrap_or_default(),
                built_in,
                "RuleSetBuiltIn.RuleSet".to_owned(),
                report,
            );
        }
    }
    for (service, _) in own_with(model, TESTS) {
        for (case, test) in test_cases(service).iter().enumerate() {
            for (index, input) in elements(test, "operationInputs").iter().enumerate() {
                for (name, value) in members(input, "builtInParams") {
                    let id = format!("RuleSetBuiltIn.TestCase.{case}.Inputs.{index}");
                    check(service, name, value, id, report);
                }
            }
        }
    }
}

fn check(service: &Shape, name: &str, place: &Node, id: String, report: &mut Report<'_>) {
    if BUILT_INS.contains(&name) {
        return;
    }
    let near = suggest::list(&suggest::nearest_word(name, BUILT_INS)).map(|near| format!("did you mean {near}?"));
    let message = format!("there is no built-in `{name}`");
    report.event_as(id, Severity::Error, &service.id, place.span, message).help = near;
}
