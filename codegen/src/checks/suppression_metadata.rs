//! The metadata `suppressions` and `severityOverrides` are lists of objects
//! with an `id` and a `namespace` (Smithy 2.0, "Model validation").

use crate::model::Model;
use crate::suppressions;

use super::{Check, Report, Stops};

/// A suppression that cannot be read suppresses nothing.
pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let (_, problems) = suppressions::read(model);
    problems.into_iter().for_each(|problem| report.problem(problem));
}
