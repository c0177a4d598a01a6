//! A property of a CloudFormation resource, which members of its operations
//! make, has one shape (Smithy 2.0, "aws.cloudformation#cfnResource trait").

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::model::{ids, Kind, Model, Node, Operation, Resource, Shape, ShapeId};

use super::RESOURCE;

/// A client does not depend on what CloudFormation makes of the service.
pub(in crate::checks) const CHECK: Check = Check { id: "CfnResourceProperty", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (resource, node) in own_with(model, RESOURCE) {
        let Kind::Resource(kind) = &resource.kind else { continue };
        for (name, targets) in properties(model, kind, node).iter().filter(|(_, targets)| targets.len() > 1) {
            let targets = quoted(targets.iter().map(|id| id.as_str()));
            let message = format!("property `{name}` has more than one shape: {targets}");
            let event = report.error(&resource.id, node.span, message);
            event.help("let them be one shape, or leave a member out: @cfnExcludeProperty");
        }
    }
}

/// Each property with the shapes that it has.
type Properties<'m> = BTreeMap<&'m str, BTreeSet<&'m ShapeId>>;

fn properties<'m>(model: &'m Model, resource: &'m Resource, node: &'m Node) -> Properties<'m> {
    let mut properties = Properties::new();
    for (name, target) in &resource.identifiers {
        properties.entry(name).or_default().insert(target);
    }
    let operation = |lifecycle: &str| {
        let (_, id) = resource.lifecycle.iter().find(|(name, _)| name == lifecycle)?;
        match &model.shape(id)?.kind {
            Kind::Operation(operation) => Some(&**operation),
            _ => None,
        }
    };
    if let Some(read) = operation("read") {
        let input = model.shape(&read.input);
        for member in input.map(|input| input.members.as_slice()).unwrap_or_default() {
            if member.has_trait(ids::CFN_ADDITIONAL_IDENTIFIER) {
                properties.entry(&member.name).or_default().insert(&member.target);
            }
        }
        add(model, &read.output, Some((resource, read)), &mut properties);
    }
    for lifecycle in ["put", "create", "update"] {
        if let Some(operation) = operation(lifecycle) {
            add(model, &operation.input, Some((resource, operation)), &mut properties);
        }
    }
    for schema in node.get("additionalSchemas").and_then(Node::as_array).unwrap_or_default() {
        if let Some(shape) = schema.as_str().and_then(|id| model.shapes.get(id)) {
            add(model, &shape.id, None, &mut properties);
        }
    }
    properties
}

/// Adds the members of a structure that are properties of the resource.
fn add<'m>(
    model: &'m Model,
    structure: &'m ShapeId,
    operation: Option<(&Resource, &Operation)>,
    properties: &mut Properties<'m>,
) {
    let Some(structure) = model.shape(structure) else { return };
    let nested = structure.members.iter().find(|member| member.has_trait(ids::NESTED_PROPERTIES));
    let structure: &Shape = nested.and_then(|member| model.target(member)).unwrap_or(structure);
    for member in &structure.members {
        let is_excluded = member.has_trait(ids::CFN_EXCLUDE_PROPERTY);
        // What binds an operation to its resource is not a property but an
        // identifier; by its name, or because a trait says so.
        let is_identifier = operation.is_some_and(|(resource, operation)| {
            let is_input = structure.id == operation.input;
            let named = member.traits.get(ids::RESOURCE_IDENTIFIER).and_then(Node::as_str);
            let name = named.unwrap_or(&member.name);
            is_input && resource.identifiers.contains_key(name) && member.has_trait(ids::REQUIRED)
        });
        if !is_excluded && !is_identifier {
            properties.entry(&member.name).or_default().insert(&member.target);
        }
    }
}
