//! No two resources of a service have one name in policies.

use std::collections::BTreeMap;

use crate::checks::relationships::resources_of;
use crate::checks::{own_services, quoted, Check, Report, Stops};
use crate::model::{Model, Shape};

use super::{keys::resource_name, RESOURCE};

/// A client does not depend on who may call it.
pub(in crate::checks) const CHECK: Check = Check { id: "IamResourceTraitConflictingName", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    // Without it, names differ as shapes do.
    if !model.shapes.contains_key(RESOURCE) {
        return;
    }
    for (service, _) in own_services(model) {
        let mut names: BTreeMap<&str, Vec<&Shape>> = BTreeMap::new();
        for resource in resources_of(model, service) {
            names.entry(resource_name(resource)).or_default().push(resource);
        }
        for (name, resources) in names.iter().filter(|(_, resources)| resources.len() > 1) {
            let ids = quoted(resources.iter().map(|resource| resource.id.as_str()));
            let message = format!("`{name}` is the name of {ids} in policies");
            let place = resources.iter().rev().find_map(|resource| resource.traits.get(RESOURCE)?.get("name"));
            report.error(&service.id, place.map_or(service.span, |node| node.span), message);
        }
    }
}
