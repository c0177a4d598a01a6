//! An operation that takes or gives the identifiers of a resource belongs to it
//! rather than to the service (Smithy 2.0, "Resource").

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Shape, ShapeId};

use super::relationships::{places_of, resources_of};
use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "ServiceBoundResourceOperation", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model) {
        let Kind::Service(kind) = &service.kind else { continue };
        let identifiers = identifiers_of(model, service);
        if identifiers.is_empty() {
            continue;
        }
        let places = places_of(service);
        for operation in kind.operations.iter().filter_map(|id| model.shape(id)) {
            let resources = resources_named_by(model, operation, &identifiers);
            if !resources.is_empty() {
                let message = format!(
                    "`{}` is bound to the service, but its members are the identifiers of {}",
                    operation.id,
                    quoted(resources.iter().take(MAX_NAMES).map(|id| id.as_str()))
                );
                let span = places.get(&operation.id).copied().unwrap_or(service.span);
                let id = format!("ServiceBoundResourceOperation.{}.{}", service.id, operation.id.name());
                report.event_as(id, Severity::Warning, &operation.id, span, message);
            }
        }
    }
}

/// How many resources a message names.
const MAX_NAMES: usize = 5;

/// Name and target of an identifier to resources that have it.
type Identifiers<'m> = BTreeMap<(&'m str, &'m ShapeId), Vec<&'m ShapeId>>;

fn identifiers_of<'m>(model: &'m Model, service: &'m Shape) -> Identifiers<'m> {
    let mut identifiers = Identifiers::new();
    for shape in resources_of(model, service) {
        if let Kind::Resource(resource) = &shape.kind {
            for (name, target) in &resource.identifiers {
                let resources = identifiers.entry((name, target)).or_default();
                // One is enough for a report, a few are helpful.
                if resources.len() < MAX_NAMES {
                    resources.push(&shape.id);
                }
            }
        }
    }
    identifiers
}

fn resources_named_by<'m>(
    model: &'m Model,
    operation: &'m Shape,
    identifiers: &Identifiers<'m>,
) -> BTreeSet<&'m ShapeId> {
    let Kind::Operation(kind) = &operation.kind else { return BTreeSet::new() };
    let structures = [&kind.input, &kind.output].into_iter().filter_map(|id| model.shape(id));
    structures
        .flat_map(|shape| &shape.members)
        .filter(|member| member.has_trait(ids::REQUIRED))
        .filter_map(|member| identifiers.get(&(member.name.as_str(), &member.target)))
        .flatten()
        .copied()
        .collect()
}
