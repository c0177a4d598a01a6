//! In: a model. Out: which shapes name a shape, and as what (Smithy 2.0,
//! "Selectors", section "Neighbors"). Not a rule: several of them ask.

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::model::{ids, Kind, Model, Resource, Shape, ShapeId};
use crate::selectors::Subject;

use super::own_shapes;

/// As what a shape names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Operation,
    Resource,
    Error,
    Input,
    Output,
    Identifier,
    Property,
    Lifecycle,
    /// What a member targets.
    Target,
    Mixin,
}

impl Role {
    /// What the named shape is to the one that names it.
    pub(super) fn describe(self) -> &'static str {
        match self {
            Self::Operation | Self::Lifecycle => "operation",
            Self::Resource => "resource",
            Self::Error => "error",
            Self::Input => "input",
            Self::Output => "output",
            Self::Identifier => "identifier",
            Self::Property => "property",
            Self::Target => "target of a member",
            Self::Mixin => "mixin",
        }
    }
}

/// The shapes that one names itself, those of its members left out. That an
/// operation has no input or output names nothing.
pub(super) fn named_by(shape: &Shape) -> Vec<(Role, &ShapeId)> {
    let mut named: Vec<(Role, &ShapeId)> = shape.mixins.iter().map(|id| (Role::Mixin, id)).collect();
    match &shape.kind {
        Kind::Service(service) => {
            named.extend(service.operations.iter().map(|id| (Role::Operation, id)));
            named.extend(service.resources.iter().map(|id| (Role::Resource, id)));
            named.extend(service.errors.iter().map(|id| (Role::Error, id)));
        }
        Kind::Operation(operation) => {
            let sides = [(Role::Input, &operation.input), (Role::Output, &operation.output)];
            named.extend(sides.into_iter().filter(|(_, id)| id.as_str() != UNIT));
            named.extend(operation.errors.iter().map(|id| (Role::Error, id)));
        }
        Kind::Resource(resource) => {
            named.extend(resource.identifiers.values().map(|id| (Role::Identifier, id)));
            named.extend(resource.properties.values().map(|id| (Role::Property, id)));
            named.extend(resource.resources.iter().map(|id| (Role::Resource, id)));
            named.extend(resource.lifecycle.iter().map(|(_, id)| (Role::Lifecycle, id)));
            named.extend(resource.operations.iter().map(|id| (Role::Operation, id)));
            named.extend(resource.collection_operations.iter().map(|id| (Role::Operation, id)));
        }
        _ => {}
    }
    named
}

pub(super) const UNIT: &str = ids::UNIT;

/// One place where a shape is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'m> {
    pub(super) role: Role,
    /// The shape or member that names it.
    pub(super) user: Subject<'m>,
}

impl Use<'_> {
    /// Where the shape is named.
    pub(super) fn span(self, named: &ShapeId) -> Span {
        match self.user {
            Subject::Member(_, member) => member.target_span,
            Subject::Shape(shape) => place_of(shape, self.role, named),
        }
    }
}

/// Where a shape names each of the others for the first time. For those who
/// ask about all of them, and a service may name a hundred thousand.
pub(super) fn places_of(shape: &Shape) -> BTreeMap<&ShapeId, Span> {
    shape.places.iter().rev().map(|(id, span)| (id, *span)).collect()
}

/// Where a resource names the target of a property. Several may have the same
/// target: names are in the order mixins, identifiers, properties.
pub(super) fn place_of_property(shape: &Shape, resource: &Resource, name: &str) -> Span {
    let before = shape.mixins.len() + resource.identifiers.len();
    let place = resource.properties.get_index_of(name).and_then(|index| shape.places.get(before + index));
    let is_its = |(id, _): &&(ShapeId, Span)| resource.properties.get(name) == Some(id);
    place.filter(is_its).map_or(shape.span, |(_, span)| *span)
}

/// Where a shape names another one as this. An operation may have one structure
/// as input and output.
pub(super) fn place_of(shape: &Shape, role: Role, named: &ShapeId) -> Span {
    let is_second = match &shape.kind {
        Kind::Operation(operation) => role == Role::Output && operation.input == *named,
        _ => false,
    };
    let mut places = shape.places.iter().filter(|(id, _)| id == named);
    let place = if is_second { places.nth(1) } else { None };
    place.map_or_else(|| shape.place_of(named), |(_, span)| *span)
}

/// Every place where a shape of the user's sources names one.
pub(super) struct Uses<'m>(BTreeMap<&'m ShapeId, Vec<Use<'m>>>);

impl<'m> Uses<'m> {
    pub(super) fn of_all(model: &'m Model) -> Self {
        let mut uses: BTreeMap<&ShapeId, Vec<Use<'m>>> = BTreeMap::new();
        for shape in own_shapes(model) {
            for (role, id) in named_by(shape) {
                uses.entry(id).or_default().push(Use { role, user: Subject::Shape(shape) });
            }
            // The target of an enum's members is not written anywhere.
            if !matches!(shape.kind, Kind::Enum | Kind::IntEnum) {
                for member in &shape.members {
                    let user = Subject::Member(shape, member);
                    uses.entry(&member.target).or_default().push(Use { role: Role::Target, user });
                }
            }
        }
        Self(uses)
    }

    /// The places that name this shape, in the order of the sources.
    pub(super) fn of(&self, id: &ShapeId) -> &[Use<'m>] {
        self.0.get(id).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The resources that a service reaches, each once, in the order found.
pub(super) fn resources_of<'m>(model: &'m Model, service: &'m Shape) -> Vec<&'m Shape> {
    let mut found = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    let mut pending = vec![service];
    while let Some(shape) = pending.pop() {
        let children = match &shape.kind {
            Kind::Service(service) => &service.resources,
            Kind::Resource(resource) => &resource.resources,
            _ => continue,
        };
        let children = children.iter().filter(|id| seen.insert(*id)).filter_map(|id| model.shape(id));
        let children: Vec<&Shape> = children.filter(|child| matches!(child.kind, Kind::Resource(_))).collect();
        found.extend(children.iter().copied());
        pending.extend(children);
    }
    found
}
