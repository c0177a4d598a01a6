//! `@private` on a member of a mixin keeps nobody from using the mixin, and
//! with it the member.

use crate::diagnostics::Severity;
use crate::model::{ids, Model};

use super::{own_members, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "PrivateMixinMember", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (shape, member) in own_members(model).filter(|(shape, _)| shape.has_trait(ids::MIXIN)) {
        let Some(node) = member.traits.get(ids::PRIVATE) else { continue };
        let id = shape.id.with_member(&member.name);
        let place = if node.span.source == u32::MAX { member.span } else { node.span };
        let message = "`@private` does not keep a member of a mixin from shapes of other namespaces";
        let help = "put `@private` on the mixin, or on the shape that the member targets";
        report.event(Severity::Warning, id, place, message).help(help);
    }
}
