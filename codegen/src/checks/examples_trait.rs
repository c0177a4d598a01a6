//! Examples are values of the input, the output and the errors of their
//! operation.

use crate::diagnostics::Severity;
use crate::model::{Kind, Model, Node, Operation, Shape};
use crate::values::{self, Rule};

use super::{own_operations, own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let examples = operation.traits.get("smithy.api#examples").and_then(Node::as_array);
        for example in examples.unwrap_or_default() {
            check_example(model, operation, kind, example, report);
        }
    }
}

fn check_example(model: &Model, operation: &Shape, kind: &Operation, example: &Node, report: &mut Report<'_>) {
    let title = example.get("title").and_then(Node::as_str).unwrap_or("");
    let (input, output, error) = (example.get("input"), example.get("output"), example.get("error"));
    let is_lenient = example.get("allowConstraintErrors").and_then(Node::as_bool) == Some(true);
    if output.is_some() && error.is_some() {
        let message = format!("example `{title}` has both an output and an error");
        report.error(&operation.id, example.span, message);
    }
    // Where the call fails, the input may be what makes it fail.
    let is_lenient_input = is_lenient && error.is_some();
    check_part(
        model,
        operation,
        &format!("input of example `{title}`"),
        input,
        model.shape(&kind.input),
        is_lenient_input,
        report,
    );
    check_part(
        model,
        operation,
        &format!("output of example `{title}`"),
        output,
        model.shape(&kind.output),
        false,
        report,
    );
    let Some(error) = error else { return };
    let error_id = error.get("shapeId").and_then(Node::as_str).unwrap_or("");
    let is_own = kind.errors.iter().any(|id| id.as_str() == error_id);
    if !is_own && !is_error_of_service(model, operation, error_id) {
        let message = format!("example `{title}` ends in `{error_id}`, which is no error of `{}`", operation.id);
        report.error(&operation.id, error.span, message);
    }
    let shape = model.shapes.get(error_id);
    check_part(model, operation, &format!("error of example `{title}`"), error.get("content"), shape, false, report);
}

/// Whether every service of the operation has the error for all of its own.
fn is_error_of_service(model: &Model, operation: &Shape, error_id: &str) -> bool {
    let mut has_error = own_shapes(model).filter_map(|shape| match &shape.kind {
        Kind::Service(service) if model.operations_of(shape).iter().any(|bound| bound.id == operation.id) => {
            Some(service.errors.iter().any(|id| id.as_str() == error_id))
        }
        _ => None,
    });
    has_error.next().is_some_and(|first| first && has_error.all(|other| other))
}

fn check_part(
    model: &Model,
    operation: &Shape,
    what: &str,
    node: Option<&Node>,
    shape: Option<&Shape>,
    is_lenient: bool,
    report: &mut Report<'_>,
) {
    let Some((node, shape)) = node.zip(shape) else { return };
    for misfit in values::check_value(model, node, shape) {
        let message = format!("{what}: {}", misfit.message);
        let severity = if is_lenient { Severity::Warning } else { misfit.severity };
        let id = match misfit.rule {
            Rule::UnknownMember => "ExamplesTrait.UnknownMember",
            _ => "ExamplesTrait",
        };
        report.event_as(id, severity, &operation.id, misfit.span, message).help = misfit.help;
    }
}
