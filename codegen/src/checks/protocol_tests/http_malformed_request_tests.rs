//! The lists in `testParameters` of a malformed request are of one length: each
//! test takes one element of each (Smithy 2.0, "httpMalformedRequestTests
//! trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::model::{Model, Node};

use super::{text, MALFORMED_TESTS};

/// For servers.
pub(in crate::checks) const CHECK: Check = Check { id: "HttpMalformedRequestTests", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (shape, node) in own_with(model, MALFORMED_TESTS) {
        for case in node.as_array().unwrap_or_default() {
            let parameters = case.get("testParameters").and_then(Node::as_object).unwrap_or_default();
            let mut lengths = parameters.iter().filter_map(|(name, list)| Some((name, list, list.as_array()?.len())));
            let Some((first, _, length)) = lengths.next() else { continue };
            if let Some((name, list, other)) = lengths.find(|(.., other)| *other != length) {
                let id = text(case, "id");
                let message = format!("test `{id}`: `{name}` has {other} elements and `{first}` has {length}");
                report.error(&shape.id, list.span, message);
            }
        }
    }
}
