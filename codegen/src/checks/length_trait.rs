//! The limits of `@length` are in order and not negative.

use crate::model::{ids, Model, Node, Number};

use super::{own_traits, Check, Report, Stops};

/// A client checks no constraints: services do.
pub(super) const CHECK: Check = Check { id: "LengthTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, limits, _) in own_traits(model, ids::LENGTH) {
        let limit = |key: &str| limits.get(key).and_then(Node::as_number).and_then(Number::as_f64);
        for key in ["min", "max"] {
            if limit(key).is_some_and(|limit| limit < 0.0) {
                let message = format!("`{key}` of `@length` is negative");
                let place = limits.get(key).map_or(limits.span, |node| node.span);
                report.error(&id, place, message).help(format!("{key}: 0"));
            }
        }
        if limit("min").zip(limit("max")).is_some_and(|(lowest, highest)| lowest > highest) {
            report.error(&id, limits.span, "`min` of `@length` is greater than `max`");
        }
    }
}
