//! The property with the tags of a resource is called `tags` or `tagList`.

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{Model, Node};

use super::{tags, TAGGABLE};

pub(in crate::checks) const CHECK: Check = Check { id: "TagResourcePropertyName", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (resource, node) in own_with(model, TAGGABLE) {
        let property = node.get("property").and_then(|node: &Node| Some((node, node.as_str()?)));
        if let Some((place, name)) = property.filter(|(_, name)| !tags::is_tags_name(name)) {
            let message = format!("the property of tags is usually called `tags`, not `{name}`");
            report.event(Severity::Warning, &resource.id, place.span, message);
        }
    }
}
