//! Ids differ in more than upper and lower case (Smithy 2.0, "Shape ID
//! conflicts").

use indexmap::IndexMap;

use crate::diagnostics::Span;
use crate::model::Model;

use super::{own_shapes, quoted, Check, Report, Stops};

/// Lowering refuses what becomes one name in Rust, which is less than this.
pub(super) const CHECK: Check = Check { id: "ShapeIdConflict", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let shapes = own_shapes(model).map(|shape| (shape.id.to_string(), shape.span));
    report_conflicts(shapes, report);
    for shape in own_shapes(model) {
        let members = shape.members.iter().map(|member| (shape.id.with_member(&member.name).to_string(), member.span));
        report_conflicts(members, report);
    }
}

fn report_conflicts(ids: impl Iterator<Item = (String, Span)>, report: &mut Report<'_>) {
    let mut groups: IndexMap<String, Vec<(String, Span)>> = IndexMap::new();
    for (id, span) in ids {
        groups.entry(id.to_lowercase()).or_default().push((id, span));
    }
    for group in groups.values().filter(|group| group.len() > 1) {
        for (id, span) in group {
            let others = group.iter().map(|(other, _)| other.as_str()).filter(|other| other != id);
            let message = format!("`{id}` differs only in case from {}", quoted(others.take(MAX_NAMES)));
            report.error(id, *span, message).help("rename one of them, or use one in place of the others");
        }
    }
}

/// How many of the others a message names.
const MAX_NAMES: usize = 5;
