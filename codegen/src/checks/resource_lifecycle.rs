//! Lifecycle operations keep what their names promise (Smithy 2.0, "Resource
//! lifecycle").

use crate::model::{ids, Kind, Model};

use super::{own_shapes, Check, Report, Stops};

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "ResourceLifecycle", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Kind::Resource(resource) = &shape.kind else { continue };
        for (lifecycle, id) in &resource.lifecycle {
            let Some(operation) = model.shape(id).filter(|target| matches!(target.kind, Kind::Operation(_))) else {
                continue;
            };
            let is_readonly = matches!(lifecycle.as_str(), "read" | "list");
            let is_idempotent = matches!(lifecycle.as_str(), "put" | "delete");
            if !is_readonly && operation.has_trait(ids::READONLY) {
                let message = format!("`{lifecycle}` of `{}` is `{id}`, which cannot be `@readonly`", shape.id);
                report.error(&shape.id, shape.place_of(id), message);
            }
            for (is_wanted, name) in [(is_readonly, "readonly"), (is_idempotent, "idempotent")] {
                if is_wanted && !operation.has_trait(&format!("smithy.api#{name}")) {
                    let message = format!("`{lifecycle}` of `{}` is `{id}`, which lacks `@{name}`", shape.id);
                    report.error(&shape.id, operation.span, message).help(format!("@{name}"));
                }
            }
        }
    }
}
