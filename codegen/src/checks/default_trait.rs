//! Defaults are values of their shape, and of those that stay small.

use crate::diagnostics::Severity;
use crate::model::{Kind, Model, Node, Shape, Value};
use crate::values::{self, Rule};

use super::{own_shapes, with_article, Report};

const DEFAULT: &str = "smithy.api#default";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        if let Some(node) = shape.traits.get(DEFAULT) {
            check(model, shape.id.as_str(), node, shape, report);
        }
        for member in &shape.members {
            let default = member.traits.get(DEFAULT);
            if let Some((node, target)) = default.and_then(|node| Some((node, model.target(member)?))) {
                check(model, shape.id.with_member(&member.name).as_str(), node, target, report);
            }
        }
    }
}

fn check(model: &Model, id: &str, node: &Node, target: &Shape, report: &mut Report<'_>) {
    // `null` takes a default away.
    if matches!(node.value, Value::Null) {
        return;
    }
    let is_too_big = match (&target.kind, &node.value) {
        (Kind::List, Value::Array(elements)) => !elements.is_empty(),
        (Kind::Map, Value::Object(members)) => !members.is_empty(),
        (Kind::Document, Value::Array(elements)) => !elements.is_empty(),
        (Kind::Document, Value::Object(members)) => !members.is_empty(),
        // That these have none is the selector's to say.
        (Kind::Structure | Kind::Union, _) => return,
        _ => false,
    };
    if is_too_big {
        let message = format!("the default of {} is empty", with_article(&target.kind));
        report.error(id, node.span, message);
        return;
    }
    for misfit in values::check_value(model, node, target) {
        let severity = match misfit.rule {
            Rule::RangeByZero => Severity::Warning,
            _ => misfit.severity,
        };
        report.event(severity, id, misfit.span, format!("default: {}", misfit.message)).help = misfit.help;
    }
}
