//! Lifecycle operations keep what their names promise.

use crate::diagnostics::Severity;
use crate::model::{Kind, Model};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Kind::Resource(resource) = &shape.kind else { continue };
        for (lifecycle, id) in &resource.lifecycle {
            let wanted = match lifecycle.as_str() {
                "read" | "list" => "readonly",
                "put" | "delete" => "idempotent",
                _ => continue,
            };
            let Some(operation) = model.shape(id).filter(|target| matches!(target.kind, Kind::Operation(_))) else {
                continue;
            };
            if !operation.has_trait(&format!("smithy.api#{wanted}")) {
                let message = format!("`{lifecycle}` of `{}` is `{id}`, which lacks `@{wanted}`", shape.id);
                let help = format!("@{wanted}");
                report.event(Severity::Error, &shape.id, operation.span, message).help(help);
            }
        }
    }
}
