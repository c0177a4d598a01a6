//! The limits of `@range` and `@length` are in order, and whole for integers.

use crate::diagnostics::Span;
use crate::model::{Kind, Model, Node, Number, Shape, Traits};

use super::{own_shapes, with_article, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(shape.id.as_str(), &shape.traits, shape, shape.span, report);
        for member in &shape.members {
            if let Some(target) = model.target(member) {
                check(shape.id.with_member(&member.name).as_str(), &member.traits, target, member.span, report);
            }
        }
    }
}

fn check(id: &str, traits: &Traits, target: &Shape, span: Span, report: &mut Report<'_>) {
    for (name, event) in [("range", "RangeTrait"), ("length", "LengthTrait")] {
        let Some(limits) = traits.get(&format!("smithy.api#{name}")) else { continue };
        let limit = |key: &str| limits.get(key).and_then(Node::as_number).and_then(Number::as_f64);
        let (lowest, highest) = (limit("min"), limit("max"));
        let severity = crate::diagnostics::Severity::Error;
        if limits.get("min").is_none() && limits.get("max").is_none() {
            let message = format!("`@{name}` needs `min` or `max`");
            report.event_as(event, severity, id, limits.span, message);
        }
        if lowest.zip(highest).is_some_and(|(lowest, highest)| lowest > highest) {
            let message = format!("`min` of `@{name}` is greater than `max`");
            report.event_as(event, severity, id, limits.span, message);
        }
        for (key, value) in [("min", lowest), ("max", highest)] {
            if name == "range" && is_integer(&target.kind) && value.is_some_and(|value| value.fract() != 0.0) {
                let message = format!("`{key}` of `@range` is no integer, which {} is", with_article(&target.kind));
                let place = limits.get(key).map_or(span, |node| node.span);
                report.event_as(event, severity, id, place, message);
            }
        }
    }
}

fn is_integer(kind: &Kind) -> bool {
    matches!(kind, Kind::Byte | Kind::Short | Kind::Integer | Kind::IntEnum | Kind::Long | Kind::BigInteger)
}
