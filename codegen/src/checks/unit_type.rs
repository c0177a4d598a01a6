//! The unit type is an input, an output, or a member of a union (Smithy 2.0,
//! "Unit type").

use crate::model::{Kind, Model};

use super::relationships::{named_by, Role, UNIT};
use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "UnitType", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        for (role, id) in named_by(shape).into_iter().filter(|(_, id)| id.as_str() == UNIT) {
            if !matches!(role, Role::Input | Role::Output) {
                let message = format!("`{UNIT}` has no value and cannot be the {}", role.describe());
                report.error(&shape.id, shape.place_of(id), message);
            }
        }
        if matches!(shape.kind, Kind::Union | Kind::Enum | Kind::IntEnum) {
            continue;
        }
        for member in shape.members.iter().filter(|member| member.target.as_str() == UNIT) {
            let message = format!("`{UNIT}` has no value: only members of unions can target it");
            report.error(shape.id.with_member(&member.name), member.target_span, message);
        }
    }
}
