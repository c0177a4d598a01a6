//! A key of the metadata has one type at most: no two shapes say `@metadata`
//! with the same key, and some keys are not to be given a type.

use std::collections::BTreeMap;

use crate::model::{ids, Model, Node, Shape};

use super::{quoted, Check, Report, Stops};

/// Keys whose form the specification itself says.
const RESERVED: &[&str] = &["severityOverrides", "suppressions", "validators"];

/// Metadata is for tools.
pub(super) const CHECK: Check = Check { id: "MetadataTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (key, shapes) in types_by_key(model) {
        for (shape, node) in shapes.iter().filter(|(shape, _)| !shape.is_builtin()) {
            if RESERVED.contains(&key) {
                let message = format!("metadata `{key}` has a form of its own and cannot be given a type");
                report.error(&shape.id, node.span, message);
                continue;
            }
            let others = shapes.iter().map(|(other, _)| other.id.as_str()).filter(|other| *other != shape.id.as_str());
            let others: Vec<&str> = others.collect();
            if !others.is_empty() {
                let message = format!("metadata `{key}` has another type already: {}", quoted(others));
                report.error(&shape.id, node.span, message);
            }
        }
    }
}

/// The shapes with `@metadata` by its key, with the value of the trait.
pub(super) fn types_by_key(model: &Model) -> BTreeMap<&str, Vec<(&Shape, &Node)>> {
    let mut types: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for shape in model.shapes() {
        let node = shape.traits.get(ids::METADATA);
        if let Some((key, node)) = node.and_then(|node| Some((node.get("key")?.as_str()?, node))) {
            types.entry(key).or_default().push((shape, node));
        }
    }
    types
}
