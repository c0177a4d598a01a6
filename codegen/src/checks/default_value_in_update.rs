//! An operation that updates a part of something has no defaults at the top of
//! its input: nobody could tell what was left out (Smithy 2.0, "Update
//! lifecycle").

use std::collections::BTreeSet;

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, ShapeId};

use super::{own_operations, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "DefaultValueInUpdate", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let updates: BTreeSet<&ShapeId> = own_shapes(model)
        .filter_map(|shape| match &shape.kind {
            Kind::Resource(resource) => Some(&resource.lifecycle),
            _ => None,
        })
        .flatten()
        .filter(|(lifecycle, _)| lifecycle == "update")
        .map(|(_, id)| id)
        .collect();
    for (operation, kind) in own_operations(model) {
        let name = operation.id.name().to_ascii_lowercase();
        let is_update = updates.contains(&operation.id) || name.starts_with("update") || name.starts_with("patch");
        let Some(input) = model.shape(&kind.input).filter(|_| is_update) else { continue };
        let defaulted = input.members.iter().filter(|member| member.has_trait(ids::DEFAULT));
        let defaulted: Vec<&str> = defaulted.map(|member| member.name.as_str()).collect();
        if !defaulted.is_empty() {
            let message =
                format!("an update cannot tell whether a member with a default was left out: {}", quoted(defaulted));
            report.event(Severity::Warning, &operation.id, operation.span, message);
        }
    }
}
