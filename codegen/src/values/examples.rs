//! In: an entry of `@examples` and its operation. Out: what is wrong with it
//! (Smithy 2.0, "examples trait"). Exists because the rule that says so and the
//! docs that leave a wrong example out have to judge alike.

use crate::diagnostics::{About, Severity, Span};
use crate::model::{Kind, Model, Node, Operation, Shape, ShapeId, Value};

use super::Checker;

/// What is wrong with an example.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) severity: Severity,
    pub(crate) event_id: String,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) about: About,
}

/// The event id of the rule.
const ID: &str = "ExamplesTrait";

/// Whether the example shows a call as it can be. One whose error lacks a part
/// is refused where its trait is read, and so it is not an example here either.
pub(crate) fn is_right<'m>(checker: &mut Checker<'m>, operation: &Shape, kind: &Operation, example: &Node) -> bool {
    let is_whole = |error: &Node| error.get("shapeId").is_some() && error.get("content").is_some();
    let mut faults = faults_of(checker, operation, kind, example).into_iter();
    example.get("error").is_none_or(is_whole) && faults.all(|fault| fault.severity < Severity::Error)
}

/// All that is wrong with the example.
pub(crate) fn faults_of<'m>(
    checker: &mut Checker<'m>,
    operation: &Shape,
    kind: &Operation,
    example: &Node,
) -> Vec<Fault> {
    let title = example.get("title").and_then(Node::as_str).unwrap_or("");
    let (output, error) = (example.get("output"), example.get("error"));
    let lenient = example.get("allowConstraintErrors").filter(|node| node.as_bool() == Some(true));
    let mut faults = Faults { title, is_lenient: lenient.is_some(), found: Vec::new() };
    if let Some(lenient) = lenient.filter(|_| error.is_none()) {
        let message = format!("example `{title}` allows constraint errors, but does not end in an error");
        faults.add(lenient.span, message, Some("error: { shapeId: .., content: {} }"));
    }
    // An input that is left out is an empty one.
    let empty = Node { value: Value::Object(Vec::new()), span: example.span };
    faults.check("input", example.get("input").unwrap_or(&empty), &kind.input, checker);
    match (output, error) {
        (Some(_), Some(error)) => {
            let message = format!("example `{title}` has both an output and an error");
            faults.add(error.span, message, Some("an operation ends in one of them"));
        }
        (Some(output), None) => faults.check("output", output, &kind.output, checker),
        (None, Some(error)) => {
            let error_id = error.get("shapeId").and_then(Node::as_str).unwrap_or("");
            let is_own = kind.errors.iter().any(|id| id.as_str() == error_id);
            if is_own || is_error_of_service(checker.model(), operation, error_id) {
                faults.check("error", error.get("content").unwrap_or(&empty), &ShapeId::new(error_id), checker);
            } else {
                let message =
                    format!("example `{title}` ends in `{error_id}`, which is not an error of `{}`", operation.id);
                faults.add(error.get("shapeId").unwrap_or(error).span, message, None);
            }
        }
        (None, None) => {}
    }
    faults.found
}

struct Faults<'e> {
    title: &'e str,
    is_lenient: bool,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn add(&mut self, span: Span, message: String, help: Option<&str>) {
        let (event_id, help) = (ID.to_owned(), help.map(str::to_owned));
        self.found.push(Fault { severity: Severity::Error, event_id, span, message, help, about: About::Place });
    }

    fn check(&mut self, what: &str, node: &Node, shape: &ShapeId, checker: &mut Checker<'_>) {
        let Some(shape) = checker.model().shape(shape) else { return };
        for misfit in checker.check_shape(node, shape) {
            let message = format!("{what} of example `{}`: {}", self.title, misfit.message);
            let is_allowed = self.is_lenient && misfit.rule.is_constraint();
            let severity = if is_allowed { Severity::Warning } else { misfit.severity };
            let (event_id, about) = (misfit.event_id(ID), misfit.about());
            self.found.push(Fault { severity, event_id, span: misfit.span, message, help: misfit.help, about });
        }
    }
}

/// Whether every service of the operation has the error for all of its own.
fn is_error_of_service(model: &Model, operation: &Shape, error_id: &str) -> bool {
    let services = model.shapes().filter(|shape| !shape.is_builtin());
    let mut has_error = services.filter_map(|shape| match &shape.kind {
        Kind::Service(service) if model.operations_of(shape).iter().any(|bound| bound.id == operation.id) => {
            Some(service.errors.iter().any(|id| id.as_str() == error_id))
        }
        _ => None,
    });
    has_error.next().is_some_and(|first| first && has_error.all(|other| other))
}
