//! Structures in `additionalSchemas` belong to the service of the resource
//! (Smithy 2.0, "aws.cloudformation#cfnResource trait").

use std::collections::BTreeSet;

use crate::checks::relationships::resources_of;
use crate::checks::{own_services, Check, Report, Stops};
use crate::model::{Kind, Model, Node, Shape};

use super::RESOURCE;

/// A client does not depend on what CloudFormation makes of the service.
pub(in crate::checks) const CHECK: Check = Check { id: "CfnResourceTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(RESOURCE) {
        return;
    }
    for (service, _) in own_services(model) {
        let mut closure = None;
        for resource in resources_of(model, service) {
            let schemas = resource.traits.get(RESOURCE).and_then(|node| node.get("additionalSchemas"));
            for schema in schemas.and_then(Node::as_array).unwrap_or_default() {
                let Some(id) = schema.as_str() else { continue };
                if !closure.get_or_insert_with(|| closure_of(model, service)).contains(id) {
                    let message = format!("`{id}` is not a part of `{}`, which has the resource", service.id);
                    report.error(&resource.id, schema.span, message);
                }
            }
        }
    }
}

/// The ids of all shapes that the service leads to.
fn closure_of<'m>(model: &'m Model, service: &'m Shape) -> BTreeSet<&'m str> {
    let mut found = BTreeSet::new();
    let mut pending = vec![&service.id];
    while let Some(id) = pending.pop() {
        let Some(shape) = model.shape(id).filter(|_| found.insert(id.as_str())) else { continue };
        pending.extend(shape.members.iter().map(|member| &member.target));
        match &shape.kind {
            Kind::Service(service) => {
                pending.extend(service.operations.iter().chain(&service.resources).chain(&service.errors));
            }
            Kind::Operation(operation) => {
                pending.extend([&operation.input, &operation.output].into_iter().chain(&operation.errors));
            }
            Kind::Resource(resource) => {
                pending.extend(resource.identifiers.values().chain(resource.properties.values()));
                pending.extend(resource.lifecycle.iter().map(|(_, id)| id));
                pending.extend(resource.operations.iter().chain(&resource.collection_operations));
                pending.extend(&resource.resources);
            }
            _ => {}
        }
    }
    found
}
