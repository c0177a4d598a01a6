//! Traits whose definition is `@deprecated` are not for new models.

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node, ShapeId};

use super::{own_applications, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "DeprecatedTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let deprecated = deprecated_shapes(model);
    for application in own_applications(model) {
        let trait_id = application.trait_id;
        let Some(node) = deprecated.get(trait_id) else { continue };
        // What 2.0 has instead of it is reported where the model is read.
        if trait_id.as_str() == ids::ENUM {
            continue;
        }
        let message = format!("trait `{trait_id}` is deprecated{}", reason_of(node));
        let id = format!("DeprecatedTrait.{trait_id}");
        report.event_as(id, Severity::Warning, application.subject(), application.span(), message);
    }
}

/// The shapes that are deprecated, with what is said about it.
pub(super) fn deprecated_shapes(model: &Model) -> BTreeMap<&ShapeId, &Node> {
    let shapes = model.shapes();
    shapes.filter_map(|shape| Some((&shape.id, shape.traits.get(ids::DEPRECATED)?))).collect()
}

/// What `@deprecated` says: " since 2.0: use another".
pub(super) fn reason_of(deprecated: &Node) -> String {
    let text = |key: &str| deprecated.get(key).and_then(Node::as_str);
    let since = text("since").map_or(String::new(), |since| format!(" since {since}"));
    let message = text("message").map_or(String::new(), |message| format!(": {}", message.trim_end_matches('.')));
    format!("{since}{message}")
}
