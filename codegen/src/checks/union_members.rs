//! Unions, enums and intEnums have at least one member.

use crate::model::{Kind, Model};

use super::{own_shapes, with_article, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let needs_members = matches!(shape.kind, Kind::Union | Kind::Enum | Kind::IntEnum);
        if needs_members && shape.members.is_empty() {
            let message = format!("{} needs at least one member", with_article(&shape.kind));
            let help = match shape.kind {
                Kind::Union => "text: String",
                Kind::Enum => "FIRST = \"first\"",
                _ => "FIRST = 1",
            };
            report.error(&shape.id, shape.span, message).help(format!("add one: {help}"));
        }
    }
}
