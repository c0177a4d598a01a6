//! A resource has the identifiers of the one that it is bound to, and none that
//! is a property as well (Smithy 2.0, "Resource").

use std::collections::BTreeMap;

use crate::model::{Kind, Model, Resource, Shape};

use super::{own_shapes, quoted, Check, Report, Stops};

/// A client has operations, not resources.
pub(super) const CHECK: Check = Check { id: "ResourceIdentifier", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let Kind::Resource(resource) = &shape.kind else { continue };
        let properties: BTreeMap<String, &String> =
            resource.properties.keys().map(|name| (name.to_ascii_lowercase(), name)).collect();
        for name in resource.identifiers.keys() {
            if let Some(property) = properties.get(&name.to_ascii_lowercase()) {
                let message =
                    format!("`{name}` is an identifier of `{}` and cannot be its property `{property}`", shape.id);
                report.error(&shape.id, shape.span, message);
            }
        }
        for child in resource.resources.iter().filter_map(|id| model.shape(id)) {
            if let Kind::Resource(kind) = &child.kind {
                check_child(shape, resource, child, kind, report);
            }
        }
    }
}

fn check_child(parent: &Shape, resource: &Resource, child: &Shape, kind: &Resource, report: &mut Report<'_>) {
    let missing: Vec<&str> =
        resource.identifiers.keys().filter(|name| !kind.identifiers.contains_key(*name)).map(String::as_str).collect();
    if !missing.is_empty() {
        let message = format!(
            "`{}` is bound to `{}`, but lacks its identifiers {}",
            child.id,
            parent.id,
            quoted(missing.iter().copied())
        );
        let lines =
            missing.iter().filter_map(|name| Some(format!("{name}: {}", resource.identifiers.get(*name)?.name())));
        let help = format!("identifiers: {{ {} }}", lines.collect::<Vec<_>>().join(", "));
        report.error(&child.id, child.span, message).help(help);
    }
    let others = resource.identifiers.iter().filter_map(|(name, wanted)| {
        let found = kind.identifiers.get(name).filter(|found| *found != wanted)?;
        Some((name, wanted, found))
    });
    let others: Vec<_> = others.collect();
    if let Some((_, _, first)) = others.first() {
        let problems: Vec<String> =
            others.iter().map(|(name, wanted, found)| format!("`{name}` is `{wanted}`, not `{found}`")).collect();
        let message =
            format!("the identifiers of `{}` are those of `{}`: {}", child.id, parent.id, problems.join(", "));
        report.error(&child.id, child.place_of(first), message);
    }
}
