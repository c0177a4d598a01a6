//! A union has members, and a default means nothing for them: the one that is
//! there has a value (Smithy 2.0, "Union").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model};

use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "Union", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Union) {
        if shape.members.is_empty() {
            let message = format!("union `{}` needs at least one member", shape.id);
            report.error(&shape.id, shape.span, message).help("add one: text: String");
        }
        for member in &shape.members {
            let id = shape.id.with_member(&member.name);
            if let Some(node) = member.traits.get(ids::BOX) {
                let message = "`@box` has no effect on a member of a union: the one that is set always has a value";
                report.event(Severity::Warning, &id, node.span, message);
            }
            let Some(target) = model.target(member).filter(|target| target.has_trait(ids::DEFAULT)) else {
                continue;
            };
            let message = format!("the default of `{}` has no effect on a member of a union", target.id);
            report.event(Severity::Note, &id, member.target_span, message);
        }
    }
}
