//! The values in event stream tests are values of the input, the output and
//! their streams, and a test has some (Smithy 2.0, "eventStreamTests trait").

use crate::checks::{own_operations, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Operation, Shape, ShapeId};
use crate::values::Checker;

use super::{check_value, media_type, text};

/// Tests do not change a client; where they are emitted, lowering refuses those that it cannot
/// make.
pub(in crate::checks) const CHECK: Check = Check { id: "EventStreamTestsTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let cases = operation.traits.get(ids::EVENT_STREAM_TESTS).and_then(Node::as_array);
        for (index, case) in cases.unwrap_or_default().iter().enumerate() {
            check(model, operation, kind, index, case, report);
        }
    }
}

fn check(model: &Model, operation: &Shape, kind: &Operation, index: usize, case: &Node, report: &mut Report<'_>) {
    let id = text(case, "id");
    let parts = [
        ("initialRequestParams", Some(kind.input.as_str())),
        ("initialResponseParams", Some(kind.output.as_str())),
        ("initialRequest", case.get("initialRequestShape").and_then(Node::as_str)),
        ("initialResponse", case.get("initialResponseShape").and_then(Node::as_str)),
        ("vendorParams", case.get("vendorParamsShape").and_then(Node::as_str)),
    ];
    for (name, shape) in parts {
        if let (Some(node), Some(shape)) = (case.get(name), shape) {
            check_value(
                Checker::new(model, report.suggestions),
                node,
                shape,
                &format!("`{name}` of test `{id}`"),
                &operation.id,
                report,
            );
        }
    }
    let events = case.get("events").and_then(Node::as_array).unwrap_or_default();
    for (position, event) in events.iter().enumerate() {
        check_event(model, operation, kind, &format!("{index}.events.{position}"), id, event, report);
    }
    let initial = ["initialRequestParams", "initialRequest", "initialResponseParams", "initialResponse"];
    if events.is_empty() && initial.iter().all(|name| case.get(name).is_none()) {
        let message = format!("test `{id}` has no event, no initial request and no initial response");
        let event_id = format!("EventStreamTestsTrait.{index}");
        report.event_as(event_id, Severity::Error, &operation.id, case.span, message);
    }
}

fn check_event(
    model: &Model,
    operation: &Shape,
    kind: &Operation,
    position: &str,
    id: &str,
    event: &Node,
    report: &mut Report<'_>,
) {
    let (direction, structure, event_id) = match text(event, "type") {
        "request" => ("input", &kind.input, "EventStreamTestsTrait".to_owned()),
        _ => ("output", &kind.output, format!("EventStreamTestsTrait.{position}")),
    };
    if let Some(params) = event.get("params") {
        match stream_of(model, structure) {
            Some(stream) => {
                check_value(
                    Checker::new(model, report.suggestions),
                    params,
                    stream.as_str(),
                    &format!("event of test `{id}`"),
                    &operation.id,
                    report,
                );
            }
            None => {
                let message = format!("test `{id}` has an event in the {direction}, which has no event stream");
                report.event_as(event_id, Severity::Error, &operation.id, params.span, message);
            }
        }
    }
    if let Some(body) = event.get("body") {
        let problem = media_type::problem(body.as_str().unwrap_or_default(), text(event, "bodyMediaType"));
        if let Some(problem) = problem {
            report.event(Severity::Danger, &operation.id, body.span, format!("test `{id}`: {problem}"));
        }
    }
    if let (Some(params), Some(shape)) = (event.get("vendorParams"), event.get("vendorParamsShape")) {
        let shape = shape.as_str().unwrap_or_default();
        check_value(
            Checker::new(model, report.suggestions),
            params,
            shape,
            &format!("vendor parameters of test `{id}`"),
            &operation.id,
            report,
        );
    }
}

/// The union that the structure streams.
fn stream_of<'m>(model: &'m Model, structure: &ShapeId) -> Option<&'m ShapeId> {
    let members = &model.shape(structure)?.members;
    let targets = members.iter().filter_map(|member| model.target(member));
    let mut streams = targets.filter(|target| target.kind == Kind::Union && target.has_trait(ids::STREAMING));
    streams.next().map(|target| &target.id)
}
