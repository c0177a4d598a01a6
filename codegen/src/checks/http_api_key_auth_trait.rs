//! A key with a scheme before it goes into a header (Smithy 2.0, "httpApiKeyAuth
//! trait").

use crate::model::{ids, Model};

use super::{own_shapes, Check, Report, Stops};

/// A client has no keys yet, and refuses operations that need one.
pub(super) const CHECK: Check = Check { id: "HttpApiKeyAuthTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Some(node) = shape.traits.get(ids::HTTP_API_KEY_AUTH) else { continue };
        let place = node.get("in").filter(|_| node.get("scheme").is_some());
        let Some(place) = place.filter(|place| place.as_str().is_some_and(|text| text != "header")) else { continue };
        let text = place.as_str().unwrap_or_default();
        let message = format!("an API key with a `scheme` must be in a header, not in the {text}");
        report.error(&shape.id, place.span, message).help("in: \"header\"");
    }
}
