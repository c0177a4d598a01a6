//! `@cors` has one `origin` or a map of `origins`, not both (Smithy 2.0, "cors
//! trait").

use crate::model::{ids, Model, Node};

use super::{own_shapes, Check, Report, Stops};

/// For servers that browsers call.
pub(super) const CHECK: Check = Check { id: "CorsTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Some(node) = shape.traits.get(ids::CORS) else { continue };
        let Some(origins) =
            node.get("origins").filter(|origins| origins.as_object().is_some_and(|map| !map.is_empty()))
        else {
            continue;
        };
        if node.get("origin").and_then(Node::as_str).is_some_and(|origin| origin != "*") {
            let message = "`@cors` takes either `origin` or `origins`, not both";
            report.error(&shape.id, origins.span, message).help("move `origin` into `origins`");
        }
    }
}
