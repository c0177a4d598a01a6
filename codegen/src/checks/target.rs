//! Relationships lead to shapes of the right kind. That they lead to a shape
//! at all is found out while names are resolved.

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, with_article, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        match &shape.kind {
            Kind::Service(service) => {
                check_all(model, shape, "operations", &service.operations, is_operation, report);
                check_all(model, shape, "resources", &service.resources, is_resource, report);
                check_errors(model, shape, &service.errors, report);
            }
            Kind::Operation(operation) => {
                check_one(model, shape, "input", &operation.input, is_structure, report);
                check_one(model, shape, "output", &operation.output, is_structure, report);
                check_errors(model, shape, &operation.errors, report);
                check_no_error(model, shape, "input", &operation.input, report);
                check_no_error(model, shape, "output", &operation.output, report);
            }
            Kind::Resource(resource) => {
                for id in resource.identifiers.values() {
                    check_one(model, shape, "identifiers", id, is_string, report);
                }
                for (lifecycle, id) in &resource.lifecycle {
                    check_one(model, shape, lifecycle, id, is_operation, report);
                }
                check_all(model, shape, "operations", &resource.operations, is_operation, report);
                check_all(model, shape, "collectionOperations", &resource.collection_operations, is_operation, report);
                check_all(model, shape, "resources", &resource.resources, is_resource, report);
            }
            _ => check_members(model, shape, report),
        }
    }
}

/// What a relationship must lead to, with the words for it.
type Wanted = fn(&Kind) -> Result<(), &'static str>;

fn is_operation(kind: &Kind) -> Result<(), &'static str> {
    matches!(kind, Kind::Operation(_)).then_some(()).ok_or("an operation")
}

fn is_resource(kind: &Kind) -> Result<(), &'static str> {
    matches!(kind, Kind::Resource(_)).then_some(()).ok_or("a resource")
}

fn is_structure(kind: &Kind) -> Result<(), &'static str> {
    matches!(kind, Kind::Structure).then_some(()).ok_or("a structure")
}

fn is_string(kind: &Kind) -> Result<(), &'static str> {
    matches!(kind, Kind::String | Kind::Enum).then_some(()).ok_or("a string")
}

fn check_one(model: &Model, shape: &Shape, property: &str, id: &ShapeId, wanted: Wanted, report: &mut Report<'_>) {
    let Some(target) = model.shape(id) else { return };
    if let Err(words) = wanted(&target.kind) {
        let found = with_article(&target.kind);
        let message = format!("`{property}` of `{}` must be {words}, but `{id}` is {found}", shape.id);
        report.error(&shape.id, shape.place_of(id), message);
    }
}

fn check_all(model: &Model, shape: &Shape, property: &str, ids: &[ShapeId], wanted: Wanted, report: &mut Report<'_>) {
    for id in ids {
        check_one(model, shape, property, id, wanted, report);
    }
}

fn check_errors(model: &Model, shape: &Shape, ids: &[ShapeId], report: &mut Report<'_>) {
    for target in ids.iter().filter_map(|id| model.shape(id)) {
        let is_error = target.kind == Kind::Structure && target.has_trait("smithy.api#error");
        if !is_error {
            let message = format!("`{}` in `errors` of `{}` is no structure with `@error`", target.id, shape.id);
            report.error(&shape.id, shape.place_of(&target.id), message).help("@error(\"client\")");
        }
    }
}

fn check_no_error(model: &Model, shape: &Shape, property: &str, id: &ShapeId, report: &mut Report<'_>) {
    if model.shape(id).is_some_and(|target| target.has_trait("smithy.api#error")) {
        let message = format!("`{property}` of `{}` must not be an error, but `{id}` has `@error`", shape.id);
        report.error(&shape.id, shape.place_of(id), message);
    }
}

fn check_members(model: &Model, shape: &Shape, report: &mut Report<'_>) {
    for member in &shape.members {
        let Some(target) = model.target(member) else { continue };
        let id = shape.id.with_member(&member.name);
        if matches!(target.kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_)) {
            let message = format!("a member cannot be {}, which `{}` is", with_article(&target.kind), target.id);
            report.error(&id, member.target_span, message);
        } else if shape.kind == Kind::Map && member.name == "key" && is_string(&target.kind).is_err() {
            let message =
                format!("the keys of a map are strings, but `{}` is {}", target.id, with_article(&target.kind));
            report.error(&id, member.target_span, message);
        }
    }
}
