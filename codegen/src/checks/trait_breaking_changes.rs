//! The paths of `breakingChanges` in the definition of a trait lead to members
//! of its shape (Smithy 2.0, "Trait breaking change rules").

use crate::model::{ids, Model, Node, Shape};

use super::{own_shapes, quoted, Check, Report, Stops};

/// What may change in a later version is not the matter of this one.
pub(super) const CHECK: Check = Check { id: "TraitBreakingChanges", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let definition = shape.traits.get(ids::TRAIT);
        let rules = definition.and_then(|node| node.get("breakingChanges")).and_then(Node::as_array);
        for rule in rules.unwrap_or_default() {
            let Some(path) = rule.get("path") else { continue };
            let Some((at, name)) = path.as_str().and_then(|text| lost_segment(model, shape, text)) else { continue };
            let kind = at.kind.with_article();
            let message = format!("`{}`, {kind}, has no member `{name}`", at.id);
            let names: Vec<&str> = at.members.iter().map(|member| member.name.as_str()).collect();
            let event = report.error(&shape.id, path.span, message);
            event.help = (!names.is_empty() && names.len() <= 10).then(|| format!("it has {}", quoted(names)));
        }
    }
}

/// The first segment of a JSON pointer that names no member, with the shape
/// that has none of this name.
fn lost_segment<'m>(model: &'m Model, shape: &'m Shape, pointer: &str) -> Option<(&'m Shape, String)> {
    let path = pointer.trim_start_matches('#').strip_prefix('/')?;
    let mut at = shape;
    for segment in path.split('/') {
        let name = segment.replace("~1", "/").replace("~0", "~");
        match at.member(&name).and_then(|member| model.target(member)) {
            Some(next) => at = next,
            None => return Some((at, name)),
        }
    }
    None
}
