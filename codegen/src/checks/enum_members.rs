//! Enums and intEnums have at least one member (Smithy 2.0, "Enum").

use crate::model::{Kind, Model};

use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let example = match shape.kind {
            Kind::Enum => "FIRST = \"first\"",
            Kind::IntEnum => "FIRST = 1",
            _ => continue,
        };
        if shape.members.is_empty() {
            let message = format!("{} needs at least one member", shape.kind.with_article());
            report.error(&shape.id, shape.span, message).help(format!("add one: {example}"));
        }
    }
}
