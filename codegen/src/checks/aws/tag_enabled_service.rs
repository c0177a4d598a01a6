//! A service with `@tagEnabled` has a resource to tag (Smithy 2.0,
//! "aws.api#tagEnabled trait").

use crate::checks::relationships::resources_of;
use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::{tags, TAGGABLE, TAG_ENABLED};

/// A client does not know that an operation is about tags.
pub(in crate::checks) const CHECK: Check = Check { id: "TagEnabledService", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, TAG_ENABLED) {
        if !resources_of(model, service).iter().any(|resource| resource.has_trait(TAGGABLE)) {
            let message = "no resource of the service is `@taggable`";
            report.error(&service.id, node.span, message);
        }
        let is_own_way = node.get("disableDefaultOperations").and_then(Node::as_bool) == Some(true);
        if !is_own_way && !tags::has_operations(model, service) {
            let message = "the service lacks a usual `TagResource`, `UntagResource` or `ListTagsForResource`";
            let event = report.event(Severity::Warning, &service.id, node.span, message);
            event.help("disableDefaultOperations: true");
        }
    }
}
