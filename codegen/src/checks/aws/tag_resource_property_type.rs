//! The property with the tags of a resource is a list of pairs of strings, or a
//! map to strings.

use crate::checks::{own_with, Check, Report, Stops};
use crate::model::{Kind, Model, Node};

use super::{tags, TAGGABLE};

/// A client does not know that an operation is about tags.
pub(in crate::checks) const CHECK: Check = Check { id: "TagResourcePropertyType", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (resource, node) in own_with(model, TAGGABLE) {
        let (Kind::Resource(kind), Some(property)) = (&resource.kind, node.get("property").and_then(Node::as_str))
        else {
            continue;
        };
        let target = kind.properties.get(property).and_then(|id| model.shape(id));
        if let Some(target) = target.filter(|target| !tags::are_tags(model, target)) {
            let message = format!(
                "`{}` cannot contain tags: it is neither a list of pairs of strings nor a map of strings",
                target.id
            );
            report.error(&resource.id, resource.place_of(&target.id), message);
        }
    }
}
