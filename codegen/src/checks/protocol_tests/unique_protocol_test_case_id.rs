//! No two protocol tests of one kind have one id (Smithy 2.0, "HTTP protocol
//! compliance tests").

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::model::{Model, Node, Shape};

use super::{text, MALFORMED_TESTS, REQUEST_TESTS, RESPONSE_TESTS};

/// Tests do not change a client; where they are emitted, lowering tells apart those of one name.
pub(in crate::checks) const CHECK: Check = Check { id: "UniqueProtocolTestCaseId", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    // Malformed requests and responses share their ids in the official tool.
    for traits in [&[REQUEST_TESTS][..], &[RESPONSE_TESTS, MALFORMED_TESTS]] {
        let mut users: BTreeMap<&str, Vec<(&Shape, &Node)>> = BTreeMap::new();
        for (shape, node) in traits.iter().flat_map(|id| own_with(model, id)) {
            for case in node.as_array().unwrap_or_default() {
                users.entry(text(case, "id")).or_default().push((shape, case));
            }
        }
        report_shared("protocol", &users, report);
    }
}

/// Reports every user of an id that has more than one.
pub(super) fn report_shared(kind: &str, users: &BTreeMap<&str, Vec<(&Shape, &Node)>>, report: &mut Report<'_>) {
    for (id, users) in users.iter().filter(|(_, users)| users.len() > 1) {
        let shapes: BTreeSet<&str> = users.iter().map(|(shape, _)| shape.id.as_str()).collect();
        let message = format!("`{id}` is the id of {} {kind} tests, of {}", users.len(), quoted(shapes));
        for (shape, case) in users {
            let place = case.get("id").map_or(case.span, |id| id.span);
            report.error(&shape.id, place, message.as_str());
        }
    }
}
