//! In: a value that a trait gives for a shape, `params` of a test for one. Out:
//! the events of what does not fit. Exists because rules of several packages
//! hold such values against a shape under their own event ids.

use std::fmt::Display;

use crate::diagnostics::Severity;
use crate::model::{Node, Shape};
use crate::values::Checker;

use super::Report;

/// Reports what in the node is not a value of the shape, under the id of the rule.
pub(super) fn check_given<'m>(
    checker: &mut Checker<'m>,
    node: &Node,
    shape: &'m Shape,
    what: &str,
    subject: impl Display,
    severity: impl Fn(Severity) -> Severity,
    report: &mut Report<'_>,
) {
    for misfit in checker.check_shape(node, shape) {
        let message = format!("{what}: {}", misfit.message);
        report.event(severity(misfit.severity), &subject, misfit.span, message).help = misfit.help;
    }
}
