//! Examples are values of the input, the output and the errors of their
//! operation (Smithy 2.0, "examples trait").

use crate::diagnostics::Severity;
use crate::model::{Kind, Model, Node, Operation, Shape, Value};
use crate::values::Checker;

use super::{own_operations, own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model);
    for (operation, kind) in own_operations(model) {
        let examples = operation.traits.get("smithy.api#examples").and_then(Node::as_array);
        for example in examples.unwrap_or_default() {
            check_example(model, &mut checker, operation, kind, example, report);
        }
    }
}

fn check_example<'m>(
    model: &'m Model,
    checker: &mut Checker<'m>,
    operation: &Shape,
    kind: &Operation,
    example: &Node,
    report: &mut Report<'_>,
) {
    let title = example.get("title").and_then(Node::as_str).unwrap_or("");
    let (output, error) = (example.get("output"), example.get("error"));
    let lenient = example.get("allowConstraintErrors").filter(|node| node.as_bool() == Some(true));
    let mut check_part = |what: &str, node: &Node, shape: Option<&'m Shape>, report: &mut Report<'_>| {
        let Some(shape) = shape else { return };
        for misfit in checker.check_shape(node, shape) {
            let message = format!("{what} of example `{title}`: {}", misfit.message);
            let is_allowed = lenient.is_some() && misfit.rule.is_constraint();
            let severity = if is_allowed { Severity::Warning } else { misfit.severity };
            let event_id = misfit.event_id("ExamplesTrait");
            report.event_as(event_id, severity, &operation.id, misfit.span, message).help = misfit.help;
        }
    };
    if let Some(lenient) = lenient.filter(|_| error.is_none()) {
        let message = format!("example `{title}` allows constraint errors, but does not end in an error");
        report.error(&operation.id, lenient.span, message).help("error: { shapeId: .., content: {} }");
    }
    // An input that is left out is an empty one.
    let empty = Node { value: Value::Object(Vec::new()), span: example.span };
    check_part("input", example.get("input").unwrap_or(&empty), model.shape(&kind.input), report);
    match (output, error) {
        (Some(_), Some(error)) => {
            let message = format!("example `{title}` has both an output and an error");
            report.error(&operation.id, error.span, message).help("an operation ends in one of them");
        }
        (Some(output), None) => check_part("output", output, model.shape(&kind.output), report),
        (None, Some(error)) => {
            let error_id = error.get("shapeId").and_then(Node::as_str).unwrap_or("");
            let is_own = kind.errors.iter().any(|id| id.as_str() == error_id);
            if is_own || is_error_of_service(model, operation, error_id) {
                let content = error.get("content").unwrap_or(&empty);
                check_part("error", content, model.shapes.get(error_id), report);
            } else {
                let message =
                    format!("example `{title}` ends in `{error_id}`, which is no error of `{}`", operation.id);
                let place = error.get("shapeId").unwrap_or(error);
                report.error(&operation.id, place.span, message);
            }
        }
        (None, None) => {}
    }
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
