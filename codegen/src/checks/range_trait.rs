//! The limits of `@range` are in order, and whole for integers.

use crate::model::{ids, Kind, Model, Node, Number};

use super::{own_traits, Check, Report, Stops};

/// A client checks no constraints: services do.
pub(super) const CHECK: Check = Check { id: "RangeTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, limits, target) in own_traits(model, ids::RANGE) {
        let number = |key: &str| limits.get(key).and_then(Node::as_number);
        let limit = |key: &str| number(key).and_then(Number::as_f64);
        for key in ["min", "max"] {
            let is_decimal = number(key).is_some_and(|number| number.0.contains('.') || is_fraction(number));
            if let Some(target) = target.filter(|target| is_decimal && !takes_decimals(&target.kind)) {
                let message =
                    format!("`{key}` of `@range` has a fraction, and {} has none", target.kind.with_article());
                let place = limits.get(key).map_or(limits.span, |node| node.span);
                report.error(&id, place, message);
            }
        }
        if limit("min").zip(limit("max")).is_some_and(|(lowest, highest)| lowest > highest) {
            report.error(&id, limits.span, "`min` of `@range` is greater than `max`");
        }
    }
}

fn is_fraction(number: &Number) -> bool {
    number.as_f64().is_some_and(|value| value.fract() != 0.0)
}

fn takes_decimals(kind: &Kind) -> bool {
    matches!(kind, Kind::Float | Kind::Double | Kind::BigDecimal)
}
