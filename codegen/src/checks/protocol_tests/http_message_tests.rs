//! The parameters of protocol tests are values of the input, the output or the
//! error that they are about, and their bodies are of the media type that they
//! say (Smithy 2.0, "HTTP protocol compliance tests").

use crate::checks::{own_shapes, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Kind, Model, Node, Shape, ShapeId};
use crate::values::Checker;

use super::{check_value, media_type, text, REQUEST_TESTS, RESPONSE_TESTS};

/// Tests do not change a client; where they are emitted, lowering refuses those that it cannot
/// make.
pub(in crate::checks) const INPUT: Check = Check { id: "HttpRequestTestsInput", stops: Stops::Never, run: run_input };

/// Requests, against the input.
fn run_input(model: &Model, report: &mut Report<'_>) {
    run(
        model,
        REQUEST_TESTS,
        |shape| match &shape.kind {
            Kind::Operation(operation) => Some(&operation.input),
            _ => None,
        },
        report,
    );
}

pub(in crate::checks) const OUTPUT: Check =
    Check { id: "HttpResponseTestsOutput", stops: Stops::Never, run: run_output };

/// Responses, against the output.
fn run_output(model: &Model, report: &mut Report<'_>) {
    run(
        model,
        RESPONSE_TESTS,
        |shape| match &shape.kind {
            Kind::Operation(operation) => Some(&operation.output),
            _ => None,
        },
        report,
    );
}

pub(in crate::checks) const ERROR: Check = Check { id: "HttpResponseTestsError", stops: Stops::Never, run: run_error };

/// Responses, against the error.
fn run_error(model: &Model, report: &mut Report<'_>) {
    run(model, RESPONSE_TESTS, |shape| (shape.kind == Kind::Structure).then_some(&shape.id), report);
}

fn run(model: &Model, trait_id: &str, structure_of: fn(&Shape) -> Option<&ShapeId>, report: &mut Report<'_>) {
    if !model.shapes.contains_key(trait_id) {
        return;
    }
    for shape in own_shapes(model) {
        let Some(cases) = shape.traits.get(trait_id).and_then(Node::as_array) else { continue };
        let Some(structure) = structure_of(shape) else { continue };
        for case in cases {
            check(model, shape, structure, case, report);
        }
    }
}

fn check(model: &Model, shape: &Shape, structure: &ShapeId, case: &Node, report: &mut Report<'_>) {
    let id = text(case, "id");
    if let Some(body) = case.get("body") {
        let problem = media_type::problem(body.as_str().unwrap_or_default(), text(case, "bodyMediaType"));
        if let Some(problem) = problem {
            report.event(Severity::Danger, &shape.id, body.span, format!("test `{id}`: {problem}"));
        }
    }
    let empty = |node: &&Node| node.as_object().is_some_and(<[_]>::is_empty);
    let vendor_params = case.get("vendorParams").filter(|node| !empty(node));
    match (case.get("vendorParamsShape"), vendor_params) {
        (Some(of), None) => {
            let message = format!("test `{id}` has `vendorParamsShape`, but no `vendorParams`");
            report.event(Severity::Warning, &shape.id, of.span, message);
        }
        (Some(of), Some(params)) => {
            let of = of.as_str().unwrap_or_default();
            check_value(
                Checker::of_tests(model, report.suggestions),
                params,
                of,
                &format!("vendor parameters of test `{id}`"),
                &shape.id,
                report,
            );
        }
        (None, _) => {}
    }
    let none = Node { value: crate::model::Value::Object(Vec::new()), span: case.span };
    let params = case.get("params").unwrap_or(&none);
    check_value(
        Checker::of_tests(model, report.suggestions),
        params,
        structure.as_str(),
        &format!("parameters of test `{id}`"),
        &shape.id,
        report,
    );
}
