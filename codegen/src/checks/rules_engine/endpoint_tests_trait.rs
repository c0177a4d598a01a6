//! The inputs of endpoint tests are those of operations of the service, and
//! give built-ins the values that the test says (Smithy 2.0, "endpointTests
//! trait").

use std::collections::BTreeMap;

use crate::checks::given_values::check_given;
use crate::checks::{Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::endpoint_rules::Parameter;
use crate::model::{Kind, Model, Node, Shape};
use crate::suggest;
use crate::values::Checker;

use super::{elements, members, parameters, test_cases, TESTS};

/// Tests do not change a client.
pub(in crate::checks) const CHECK: Check = Check { id: "EndpointTestsTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, _, parameters) in parameters(model) {
        if !service.has_trait(TESTS) {
            continue;
        }
        let operations: BTreeMap<&str, &Shape> =
            model.operations_of(service).into_iter().map(|operation| (operation.id.name(), operation)).collect();
        for case in test_cases(service) {
            for input in elements(case, "operationInputs") {
                let Some(name) = input.get("operationName").and_then(Node::as_str) else { continue };
                match operations.get(name) {
                    Some(operation) => {
                        check_built_ins(service, &parameters, case, input, report);
                        check_input(model, service, operation, case, input, report);
                    }
                    None => {
                        let near = suggest::list(&report.suggestions.nearest(name, operations.keys().copied()));
                        let place = input.get("operationName").unwrap_or(input);
                        let message = format!("`{}` has no operation `{name}`", service.id);
                        let event = report.error(&service.id, place.span, message);
                        event.help = near.map(|near| format!("did you mean {near}?"));
                    }
                }
            }
        }
    }
}

fn check_built_ins(service: &Shape, parameters: &[Parameter<'_>], case: &Node, input: &Node, report: &mut Report<'_>) {
    let find = |members: &'_ [(String, Node)], name: &str| members.iter().position(|(key, _)| key == name);
    for parameter in parameters {
        let Some(built_in) = parameter.built_in.and_then(Node::as_str) else { continue };
        let (params, built_ins) = (members(case, "params"), members(input, "builtInParams"));
        let Some(wanted) = find(params, parameter.name).map(|index| &params[index].1) else { continue };
        let given = find(built_ins, built_in).map(|index| &built_ins[index].1);
        let name = parameter.name;
        match (given, parameter.default) {
            (Some(given), _) if !given.same_value(wanted) => {
                let message = format!("`{built_in}` has another value here than parameter `{name}` of the test case");
                report.error(&service.id, given.span, message);
            }
            (None, Some(default)) if default.same_value(wanted) => {}
            (None, _) => {
                let message =
                    format!("parameter `{name}` of the test case comes from `{built_in}`, which this input lacks");
                let help = format!("builtInParams: {{ \"{built_in}\": .. }}");
                report.error(&service.id, input.span, message).help(help);
            }
            (Some(_), _) => {}
        }
    }
}

fn check_input(model: &Model, service: &Shape, operation: &Shape, case: &Node, input: &Node, report: &mut Report<'_>) {
    let Kind::Operation(kind) = &operation.kind else { return };
    let (Some(shape), Some(params)) = (model.shape(&kind.input), input.get("operationParams")) else { return };
    // What is wrong with the input may be what the error is about.
    let expects_error = case.get("expect").is_some_and(|expect| expect.get("error").is_some());
    let severity = |severity| match severity {
        Severity::Error if !expects_error => Severity::Error,
        _ => Severity::Danger,
    };
    check_given(
        &mut Checker::new(model, report.suggestions),
        params,
        shape,
        "the input of this test",
        &service.id,
        severity,
        report,
    );
}
