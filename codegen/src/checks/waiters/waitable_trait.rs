//! A waiter can end in success, waits no shorter than it may, and its
//! acceptors ask of the output what they compare it with (Smithy 2.0,
//! "Waiters").

use crate::checks::{own_operations, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::jmespath::{self, Gravity, Type};
use crate::model::{Model, Node, Number, Operation, Shape};

use super::WAITABLE;

/// Lowering leaves out a waiter that a client cannot wait for, and says why.
pub(in crate::checks) const CHECK: Check = Check { id: "WaitableTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(WAITABLE) else { continue };
        for (name, waiter) in node.as_object().unwrap_or_default() {
            check_waiter(model, operation, kind, name, waiter, report);
        }
    }
}

fn check_waiter(
    model: &Model,
    operation: &Shape,
    kind: &Operation,
    name: &str,
    waiter: &Node,
    report: &mut Report<'_>,
) {
    let delay =
        |key: &str, default| waiter.get(key).and_then(Node::as_number).and_then(Number::as_i64).unwrap_or(default);
    let (shortest, longest) = (delay("minDelay", 2), delay("maxDelay", 120));
    if shortest > longest {
        let place = waiter.get("minDelay").or_else(|| waiter.get("maxDelay")).unwrap_or(waiter);
        let message = format!(
            "waiter `{name}`: the minimum delay of {shortest} seconds is greater than the maximum of {longest}"
        );
        report.error(&operation.id, place.span, message);
    }
    let acceptors = waiter.get("acceptors").and_then(Node::as_array).unwrap_or_default();
    let succeeds = |acceptor: &Node| acceptor.get("state").and_then(Node::as_str) == Some("success");
    if !acceptors.iter().any(succeeds) {
        let message = format!("waiter `{name}` never succeeds: no acceptor has the state `success`");
        report.error(&operation.id, waiter.span, message);
    }
    for (index, acceptor) in acceptors.iter().enumerate() {
        let Some(matcher) = acceptor.get("matcher") else { continue };
        let mut acceptor = Acceptor { model, operation, kind, waiter: name, index, report };
        acceptor.check(matcher);
    }
}

/// What an acceptor is checked with.
struct Acceptor<'a, 'd> {
    model: &'a Model,
    operation: &'a Shape,
    kind: &'a Operation,
    waiter: &'a str,
    index: usize,
    report: &'a mut Report<'d>,
}

impl<'a> Acceptor<'a, '_> {
    fn check(&mut self, matcher: &Node) {
        let model = self.model;
        let ty = |id: &'a crate::model::ShapeId| model.shape(id).map_or(Type::Any, |shape| Type::of(model, shape));
        if let Some(path_matcher) = matcher.get("output") {
            self.check_path(path_matcher, ty(&self.kind.output));
        }
        if let Some(path_matcher) = matcher.get("inputOutput") {
            let both = vec![("input".to_owned(), ty(&self.kind.input)), ("output".to_owned(), ty(&self.kind.output))];
            self.check_path(path_matcher, Type::Object(both));
        }
        if let Some(error) = matcher.get("errorType") {
            self.check_error(error);
        }
    }

    fn id(&self, kind: &str) -> String {
        format!("{kind}.{}.{}", self.waiter, self.index)
    }

    fn check_error(&mut self, node: &Node) {
        let Some(name) = node.as_str() else { return };
        let is_own = self.kind.errors.iter().any(|id| id.as_str() == name || id.name() == name);
        if !is_own {
            let id = self.id("WaitableTraitInvalidErrorType");
            let known = quoted(self.kind.errors.iter().map(|id| id.name()));
            let message = format!("waiter `{}`: the operation has no error `{name}`", self.waiter);
            let event = self.report.event_as(id, Severity::Warning, &self.operation.id, node.span, message);
            event.help = (!known.is_empty()).then(|| format!("the operation has {known}"));
        }
    }

    fn check_path(&mut self, matcher: &Node, input: Type<'a>) {
        let text = |key: &str| matcher.get(key).and_then(|node: &Node| Some((node, node.as_str()?)));
        let Some((path, path_text)) = text("path") else { return };
        let found = self.check_expression(path, path_text, input);
        let Some((_, comparator)) = text("comparator") else { return };
        let fits = match comparator {
            "booleanEquals" => {
                if let Some((expected, value)) = text("expected").filter(|(_, text)| !matches!(*text, "true" | "false"))
                {
                    let message = format!(
                        "waiter `{}`: `booleanEquals` expects \"true\" or \"false\", not \"{value}\"",
                        self.waiter
                    );
                    self.report.error(&self.operation.id, expected.span, message);
                }
                matches!(found, Type::Boolean)
            }
            "stringEquals" => matches!(found, Type::String),
            "allStringEquals" | "anyStringEquals" => matches!(found, Type::Array(_)),
            _ => true,
        };
        if !fits && found != Type::Any {
            let id = self.id("WaitableTraitJmespathProblem.ReturnTypeMismatch");
            let message = format!(
                "waiter `{}`: `{comparator}` does not compare {}, which `{path_text}` selects",
                self.waiter,
                found.describe()
            );
            self.report.event_as(id, Severity::Danger, &self.operation.id, path.span, message);
        }
    }

    /// The type of what the path selects.
    fn check_expression(&mut self, path: &Node, text: &str, input: Type<'a>) -> Type<'a> {
        let waiter = self.waiter;
        let expression = match jmespath::parse(text) {
            Ok(expression) => expression,
            Err(error) => {
                let at = error.at + 1;
                let message =
                    format!("waiter `{waiter}`: not a JMESPath expression: {} at character {at}", error.message);
                self.report.error(&self.operation.id, path.span, message);
                return Type::Any;
            }
        };
        let (ty, findings) = jmespath::check(self.model, self.report.suggestions, &expression, input);
        for finding in findings {
            let (severity, id) = match finding.gravity {
                Gravity::Error => (Severity::Error, "WaitableTrait".to_owned()),
                Gravity::Danger => (Severity::Danger, self.id("WaitableTraitJmespathProblem.JmespathEventDanger")),
                Gravity::Warning => (Severity::Warning, self.id("WaitableTraitJmespathProblem.JmespathEventWarning")),
            };
            let message = format!("waiter `{waiter}`: {}", finding.message);
            self.report.event_as(id, severity, &self.operation.id, path.span, message).help = finding.help;
        }
        ty
    }
}
