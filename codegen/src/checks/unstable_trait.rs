//! Traits whose definition is `@unstable` may change under those who use them.

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::model::{ids, Model, ShapeId};

use super::{own_applications, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "UnstableTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let unstable: BTreeSet<&ShapeId> =
        model.shapes().filter(|shape| shape.has_trait(ids::UNSTABLE)).map(|shape| &shape.id).collect();
    for application in own_applications(model).filter(|application| unstable.contains(application.trait_id)) {
        let trait_id = application.trait_id;
        let message = format!("trait `{trait_id}` is unstable: what it means may change");
        let id = format!("UnstableTrait.{trait_id}");
        report.event_as(id, Severity::Warning, application.subject(), application.span(), message);
    }
}
