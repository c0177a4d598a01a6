//! The parameters of smoke tests are values of the input, and their vendor
//! parameters of the shape that they name (Smithy 2.0, "Smoke tests").

use crate::checks::{own_operations, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};
use crate::values::Checker;

use super::{check_value, text, SMOKE_TESTS};

/// No smoke tests are emitted.
pub(in crate::checks) const CHECK: Check = Check { id: "SmokeTestCase", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let cases = operation.traits.get(SMOKE_TESTS).and_then(Node::as_array).unwrap_or_default();
        for case in cases {
            let id = text(case, "id");
            let (of, params) = (case.get("vendorParamsShape"), case.get("vendorParams"));
            match (of, params) {
                (Some(of), Some(params)) => {
                    let of = of.as_str().unwrap_or_default();
                    check_value(
                        Checker::of_tests(model, report.suggestions),
                        params,
                        of,
                        &format!("vendor parameters of test `{id}`"),
                        &operation.id,
                        report,
                    );
                }
                (Some(node), None) | (None, Some(node)) => {
                    let (has, lacks) = if of.is_some() {
                        ("vendorParamsShape", "vendorParams")
                    } else {
                        ("vendorParams", "vendorParamsShape")
                    };
                    let message = format!("test `{id}` has `{has}` and no `{lacks}`");
                    report.event(Severity::Warning, &operation.id, node.span, message);
                }
                (None, None) => {}
            }
            if let Some(params) = case.get("params") {
                let what = format!("parameters of test `{id}`");
                check_value(
                    Checker::of_tests(model, report.suggestions),
                    params,
                    kind.input.as_str(),
                    &what,
                    &operation.id,
                    report,
                );
            }
        }
    }
}
