//! No two operations of a service have waiters whose names differ in case only
//! (Smithy 2.0, "Waiter names").

use std::collections::BTreeMap;

use crate::checks::{own_services, Check, Report, Stops};
use crate::diagnostics::Span;
use crate::model::{Model, Node, Shape};

use super::WAITABLE;

/// Lowering refuses names that are the same in Rust; those that are not are different there.
pub(in crate::checks) const CHECK: Check = Check { id: "UniqueWaiterNames", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(WAITABLE) {
        return;
    }
    for (service, _) in own_services(model) {
        let mut names: BTreeMap<String, Vec<(&Shape, &str, Span)>> = BTreeMap::new();
        for operation in model.operations_of(service) {
            let waiters = operation.traits.get(WAITABLE).and_then(Node::as_object).unwrap_or_default();
            for (name, waiter) in waiters {
                let entries = names.entry(name.to_lowercase()).or_default();
                if !entries.iter().any(|(other, ..)| other.id == operation.id) {
                    entries.push((operation, name, waiter.span));
                }
            }
        }
        for entries in names.values().filter(|entries| entries.len() > 1) {
            for (operation, name, span) in entries {
                let others = entries.iter().filter(|(other, ..)| other.id != operation.id);
                let others: Vec<String> =
                    others.map(|(other, name, _)| format!("`{name}` of `{}`", other.id)).collect();
                let others = others.join(", ");
                let message = format!("waiter `{name}` has the name of another in `{}`: {others}", service.id);
                report.error(&operation.id, *span, message);
            }
        }
    }
}
