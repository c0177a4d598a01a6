//! The elements of a flattened list have the name of the member that holds it,
//! not that of the list (Smithy 2.0, "xmlFlattened trait").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node};

use super::{own_members, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "XmlFlattenedTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (shape, member) in own_members(model) {
        let Some(node) = member.traits.get(ids::XML_FLATTENED).filter(|_| !member.has_trait(ids::XML_NAME)) else {
            continue;
        };
        let Some(list) = model.target(member).filter(|target| target.kind == Kind::List) else { continue };
        let element =
            list.member("member").and_then(|element| element.traits.get(ids::XML_NAME)).and_then(Node::as_str);
        if let Some(name) = element.filter(|name| *name != member.name) {
            let message =
                format!("the elements are called `{}`: `@xmlName` of `{}$member` has no effect", member.name, list.id);
            let event = report.event(Severity::Warning, shape.id.with_member(&member.name), node.span, message);
            event.help(format!("@xmlName(\"{name}\")"));
        }
    }
}
