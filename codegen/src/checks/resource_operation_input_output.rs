//! Members of the inputs and outputs of a resource's operations are its
//! properties, its identifiers, or say that they are neither, and each property
//! is used (Smithy 2.0, "Resource properties").

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::model::{ids, Kind, Member, Model, Node, Resource, Shape, ShapeId};

use super::relationships::place_of_property;
use super::resource_identifier_binding::bindings_of;
use super::{own_shapes, quoted, Check, Report, Stops};

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "ResourceOperationInputOutput", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut not_properties: Option<BTreeSet<&ShapeId>> = None;
    for shape in own_shapes(model) {
        let Kind::Resource(resource) = &shape.kind else { continue };
        if !resource.properties.is_empty() {
            let not_properties = not_properties.get_or_insert_with(|| traits_of_no_property(model));
            let mut bound = Bound { model, not_properties, shape, resource, used: BTreeSet::new() };
            bound.check(report);
        }
    }
}

/// The traits of a member that make it not a property.
fn traits_of_no_property(model: &Model) -> BTreeSet<&ShapeId> {
    let is_trait = |shape: &&Shape| shape.has_trait(ids::TRAIT) && shape.has_trait(ids::NOT_PROPERTY);
    model.shapes().filter(is_trait).map(|shape| &shape.id).collect()
}

/// A resource with properties.
struct Bound<'m> {
    model: &'m Model,
    not_properties: &'m BTreeSet<&'m ShapeId>,
    shape: &'m Shape,
    resource: &'m Resource,
    /// Properties that an operation takes or gives.
    used: BTreeSet<&'m str>,
}

impl<'m> Bound<'m> {
    fn check(&mut self, report: &mut Report<'_>) {
        // What lists instances has members for the list, not for one of them.
        let lifecycle = self.resource.lifecycle.iter().filter(|(name, _)| name != "list").map(|(_, id)| id);
        for id in lifecycle.chain(&self.resource.operations) {
            let Some(Kind::Operation(operation)) = self.model.shape(id).map(|shape| &shape.kind) else { continue };
            let sides = (self.model.shape(&operation.input), self.model.shape(&operation.output));
            let (Some(input), Some(output)) = sides else { continue };
            let given: BTreeSet<&str> = bindings_of(self.resource, output).into_values().collect();
            let taken: BTreeSet<&str> = bindings_of(self.resource, input).into_values().collect();
            self.check_side(id, input, &taken, &given, report);
            self.check_side(id, output, &given, &given, report);
        }
        for name in self.resource.properties.keys() {
            if !self.used.contains(name.as_str()) {
                let message = format!(
                    "no instance operation of `{}` has its property `{name}` in the input or output",
                    self.shape.id
                );
                let span = place_of_property(self.shape, self.resource, name);
                report.error(&self.shape.id, span, message);
            }
        }
    }

    /// `bound` are the members that bind identifiers on this side, `identifiers`
    /// those that do in the output.
    fn check_side(
        &mut self,
        operation: &ShapeId,
        structure: &'m Shape,
        bound: &BTreeSet<&str>,
        identifiers: &BTreeSet<&str>,
        report: &mut Report<'_>,
    ) {
        let structure = self.nested(structure).unwrap_or(structure);
        let mut names: IndexMap<&str, Vec<&Member>> = IndexMap::new();
        for member in &structure.members {
            let is_free = bound.contains(member.name.as_str())
                || member.traits.iter().any(|(id, _)| self.not_properties.contains(id));
            if is_free && !self.resource.properties.contains_key(&member.name) {
                continue;
            }
            let renamed = member.traits.get(ids::PROPERTY).and_then(|node| node.get("name"));
            let name = renamed.and_then(Node::as_str).unwrap_or(&member.name);
            names.entry(name).or_default().push(member);
            self.used.insert(name);
            let is_identifier = identifiers.contains(member.name.as_str());
            self.check_member(operation, structure, member, name, is_identifier, report);
        }
        for (name, members) in names.into_iter().filter(|(_, members)| members.len() > 1) {
            let span = members.last().map_or(structure.span, |member| member.span);
            let names = quoted(members.iter().map(|member| member.name.as_str()));
            let message = format!("members of `{}` are the same property `{name}`: {names}", structure.id);
            report.error(&structure.id, span, message);
        }
    }

    /// The structure that holds the properties, where it is not at the top.
    fn nested(&self, structure: &'m Shape) -> Option<&'m Shape> {
        let mut members = structure.members.iter().filter(|member| member.has_trait(ids::NESTED_PROPERTIES));
        members.find_map(|member| self.model.target(member).filter(|target| target.kind == Kind::Structure))
    }

    fn check_member(
        &self,
        operation: &ShapeId,
        structure: &Shape,
        member: &Member,
        name: &str,
        is_identifier: bool,
        report: &mut Report<'_>,
    ) {
        let id = structure.id.with_member(&member.name);
        match self.resource.properties.get(name) {
            Some(wanted) if *wanted != member.target => {
                let message = format!("the property `{name}` of `{}` is `{wanted}`", self.shape.id);
                let event = report.error(id, member.target_span, message);
                event.label(format!("used by `{operation}`")).help(format!("{}: {}", member.name, wanted.name()));
            }
            None if !is_identifier => {
                let message = format!(
                    "`{}` is neither a property nor an identifier of `{}`, whose operation `{operation}` has it",
                    member.name, self.shape.id
                );
                let event = report.error(id, member.span, message);
                event.help(
                    "@notProperty, @property(name: \"..\"), @resourceIdentifier(\"..\"), or @nestedProperties on the \
                     structure that holds the properties",
                );
            }
            _ => {}
        }
    }
}
