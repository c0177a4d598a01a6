//! There is a way to tag a `@taggable` resource: through operations of the
//! service, which need its ARN, or through its own (Smithy 2.0,
//! "aws.api#taggable trait").

use crate::checks::relationships::resources_of;
use crate::checks::{own_services, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Resource, Shape};

use super::{tags, ARN, TAGGABLE, TAG_ENABLED};

pub(in crate::checks) const CHECK: Check = Check { id: "TaggableResource", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(TAGGABLE) {
        return;
    }
    for (service, _) in own_services(model) {
        let by_service = tags::has_operations(model, service);
        let mut is_unmarked = false;
        for resource in resources_of(model, service) {
            let Kind::Resource(kind) = &resource.kind else { continue };
            if let Some(node) = resource.traits.get(TAGGABLE) {
                check(model, service, resource, kind, node, by_service, report);
                is_unmarked = true;
            } else if resource.has_trait(ARN) && by_service {
                let message = "the resource has an ARN and the service tags by ARN, so it is probably `@taggable`";
                report.event(Severity::Warning, &resource.id, resource.span, message).help("@taggable");
                is_unmarked = true;
            }
        }
        if is_unmarked && !service.has_trait(TAG_ENABLED) {
            let message = "the service has resources with tags and is not `@tagEnabled`";
            report.event(Severity::Warning, &service.id, service.span, message).help("@tagEnabled");
        }
    }
}

fn check(
    model: &Model,
    service: &Shape,
    resource: &Shape,
    kind: &Resource,
    node: &Node,
    by_service: bool,
    report: &mut Report<'_>,
) {
    if let Some(property) = node.get("property").and_then(Node::as_str) {
        check_update(model, kind, property, report);
    }
    let by_itself = tags_itself(model, kind, node);
    if by_itself {
        return;
    }
    if by_service && !resource.has_trait(ARN) {
        let message = "the service tags the resource by its ARN, which it does not have";
        report.event(Severity::Danger, &resource.id, node.span, message).help("@arn(template: \"..\")");
    } else if !by_service {
        let message = format!("nothing tags the resource: neither operations of `{}` nor its own", service.id);
        report.event(Severity::Danger, &resource.id, node.span, message);
    }
}

/// Tags can give permissions, so they are not changed in passing.
fn check_update(model: &Model, kind: &Resource, property: &str, report: &mut Report<'_>) {
    let lifecycle = |wanted: &str| kind.lifecycle.iter().find(|(name, _)| name == wanted).map(|(_, id)| id);
    let is_replaced = |id: &&crate::model::ShapeId| {
        // A put that replaces nothing only creates.
        !model.shape(id).is_some_and(|put| put.has_trait(ids::NO_REPLACE))
    };
    let changing = lifecycle("update").into_iter().chain(lifecycle("put").filter(is_replaced));
    if changing.filter(|id| tags::has_property(model, id, kind, property)).count() == 0 {
        return;
    }
    let Some(operation) = lifecycle("update").or_else(|| lifecycle("put")).and_then(|id| model.shape(id)) else {
        return;
    };
    let message = "an update should not change tags, which require a separate permission";
    report.event(Severity::Danger, &operation.id, operation.span, message);
}

/// Whether the operations in `apiConfig` tag the resource.
fn tags_itself(model: &Model, kind: &Resource, node: &Node) -> bool {
    let Some(config) = node.get("apiConfig") else { return false };
    let property = node.get("property").and_then(Node::as_str).unwrap_or_default();
    [("tagApi", "TagResource"), ("untagApi", "UntagResource"), ("listTagsApi", "ListTagsForResource")].iter().all(
        |(member, name)| {
            let shape = config.get(member).and_then(Node::as_str).and_then(|id| model.shapes.get(id));
            let Some((shape, Kind::Operation(operation))) = shape.map(|shape| (shape, &shape.kind)) else {
                return false;
            };
            let has_property = *name != "TagResource" || tags::has_property(model, &shape.id, kind, property);
            has_property && tags::has_tags_of(model, name, operation)
        },
    )
}
