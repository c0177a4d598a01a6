//! No two smoke tests of a service have one id (Smithy 2.0, "Smoke tests").

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{own_services, own_with, Check, Report, Stops};
use crate::model::{Model, Node, Shape};

use super::unique_protocol_test_case_id::report_shared;
use super::{text, SMOKE_TESTS};

/// No smoke tests are emitted.
pub(in crate::checks) const CHECK: Check = Check { id: "UniqueSmokeTestCaseId", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    if !model.shapes.contains_key(SMOKE_TESTS) {
        return;
    }
    let mut bound = BTreeSet::new();
    for (service, _) in own_services(model) {
        let operations = model.operations_of(service);
        bound.extend(operations.iter().map(|operation| &operation.id));
        check(operations.into_iter().filter(|operation| !operation.is_builtin()), report);
    }
    for (operation, _) in own_with(model, SMOKE_TESTS).filter(|(operation, _)| !bound.contains(&operation.id)) {
        check(std::iter::once(operation), report);
    }
}

fn check<'m>(operations: impl Iterator<Item = &'m Shape>, report: &mut Report<'_>) {
    let mut users: BTreeMap<&str, Vec<(&Shape, &Node)>> = BTreeMap::new();
    for operation in operations {
        let cases = operation.traits.get(SMOKE_TESTS).and_then(Node::as_array).unwrap_or_default();
        for case in cases {
            users.entry(text(case, "id")).or_default().push((operation, case));
        }
    }
    report_shared("smoke", &users, report);
}
