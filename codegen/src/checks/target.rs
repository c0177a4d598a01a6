//! Relationships lead to shapes of the right kind, and neither to traits nor
//! to mixins (Smithy 2.0, "Service types" and "Aggregate types"). That they
//! lead to a shape at all is found out while names are resolved.

use crate::diagnostics::Span;
use crate::model::{article, ids, Kind, Member, Model, Shape, ShapeId};

use super::relationships::{named_by, place_of, places_of, Role};
use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "Target", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let places = places_of(shape);
        for (role, id) in named_by(shape) {
            let Some(target) = model.shape(id) else { continue };
            let span = match role {
                Role::Output => place_of(shape, role, id),
                _ => places.get(id).copied().unwrap_or(shape.span),
            };
            // What is not a mixin is reported where mixins are applied.
            if role == Role::Mixin || is_plain(&shape.id, role, target, span, report) {
                check_role(shape, role, target, span, report);
            }
        }
        // The target of an enum's members is not written anywhere.
        if !matches!(shape.kind, Kind::Enum | Kind::IntEnum) {
            shape.members.iter().for_each(|member| check_member(model, shape, member, report));
        }
    }
}

/// Whether the shape is there to be named, not to be applied.
fn is_plain(user: &ShapeId, role: Role, target: &Shape, span: Span, report: &mut Report<'_>) -> bool {
    let role = role.describe();
    if target.has_trait(ids::TRAIT) {
        let message = format!("`{}` is a trait, which can be applied, but not be the {role}", target.id);
        report.error(user, span, message).help(format!("@{}", target.id.name()));
        return false;
    }
    if target.has_trait(ids::MIXIN) {
        let message = format!("`{}` is a mixin, which cannot be the {role}", target.id);
        report.error(user, span, message).help(format!("define a shape `with [{}]` and name that", target.id.name()));
        return false;
    }
    true
}

fn check_role(shape: &Shape, role: Role, target: &Shape, span: Span, report: &mut Report<'_>) {
    let has_error = target.has_trait(ids::ERROR);
    let is_structure = target.kind == Kind::Structure;
    let is_right = match role {
        Role::Operation | Role::Lifecycle => matches!(target.kind, Kind::Operation(_)),
        Role::Resource => matches!(target.kind, Kind::Resource(_)),
        Role::Identifier => matches!(target.kind, Kind::String | Kind::Enum),
        Role::Property => !is_bound_to_service(target),
        Role::Input | Role::Output | Role::Error => is_structure,
        Role::Target | Role::Mixin => return,
    };
    let wanted = match role {
        Role::Identifier => ", not a string",
        Role::Property => ", which has no values",
        Role::Input | Role::Output | Role::Error => ", not a structure",
        _ => "",
    };
    let named = format!("`{}` names `{}` as {}", shape.id, target.id, article(role.describe()));
    if !is_right {
        let message = format!("{named}, but it is {}{wanted}", target.kind.with_article());
        report.error(&shape.id, span, message);
    } else if has_error && matches!(role, Role::Input | Role::Output) {
        report.error(&shape.id, span, format!("{named}, but it has `@error`"));
    } else if !has_error && role == Role::Error {
        report.error(&shape.id, span, format!("{named}, but it lacks `@error`")).help("@error(\"client\")");
    }
}

fn is_bound_to_service(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_))
}

fn check_member(model: &Model, shape: &Shape, member: &Member, report: &mut Report<'_>) {
    let Some(target) = model.target(member) else { return };
    let id = shape.id.with_member(&member.name);
    if !is_plain(&id, Role::Target, target, member.target_span, report) {
        return;
    }
    if is_bound_to_service(target) {
        let message = format!("a member cannot be {}, which `{}` is", target.kind.with_article(), target.id);
        report.error(&id, member.target_span, message);
    } else if shape.kind == Kind::Map && member.name == "key" && !matches!(target.kind, Kind::String | Kind::Enum) {
        let message = format!("the keys of a map are strings, but `{}` is {}", target.id, target.kind.with_article());
        report.error(&shape.id, member.target_span, message);
    }
}
