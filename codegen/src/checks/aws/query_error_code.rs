//! The errors of a service with a query protocol have codes of their own.

use std::collections::{BTreeMap, BTreeSet};

use crate::checks::{own_services, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, ShapeId};

const PROTOCOLS: [&str; 3] = [ids::AWS_QUERY_COMPATIBLE, ids::AWS_QUERY, ids::EC2_QUERY];

pub(in crate::checks) const CHECK: Check = Check { id: "QueryErrorCode", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, kind) in own_services(model) {
        if !PROTOCOLS.iter().any(|protocol| service.has_trait(protocol)) {
            continue;
        }
        let mut errors: BTreeSet<&ShapeId> = kind.errors.iter().collect();
        for operation in model.operations_of(service) {
            if let Kind::Operation(operation) = &operation.kind {
                errors.extend(&operation.errors);
            }
        }
        let mut codes: BTreeMap<&str, Vec<&ShapeId>> = BTreeMap::new();
        for id in errors {
            let node = model.shape(id).and_then(|shape| shape.traits.get(ids::AWS_QUERY_ERROR));
            let code = node.and_then(|node| node.get("code")).and_then(Node::as_str);
            codes.entry(code.unwrap_or(id.name())).or_default().push(id);
        }
        for (code, ids) in codes.iter().filter(|(_, ids)| ids.len() > 1) {
            let ids = quoted(ids.iter().map(|id| id.as_str()));
            let message = format!("{ids} have the same code `{code}`, so clients cannot distinguish them");
            report.event(Severity::Danger, &service.id, service.span, message);
        }
    }
}
