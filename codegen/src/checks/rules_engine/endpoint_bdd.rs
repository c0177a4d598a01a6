//! The value of `@endpointBdd` can be decoded, and its references lead
//! somewhere (Smithy 2.0, "endpointBdd trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::endpoint_rules::{self, bdd};
use crate::model::{Model, Node};

use super::{elements, BDD};

pub(in crate::checks) const CHECK: Check = Check { id: "Model", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, BDD) {
        for problem in endpoint_rules::parse_decisions(node).1 {
            report.error(&service.id, problem.span, problem.message).help = problem.help;
        }
        let span_of = |name: &str| node.get(name).unwrap_or(node).span;
        match bdd::decode(node) {
            Err((member, message)) => {
                report.error(&service.id, span_of(member), message);
            }
            Ok(diagram) => {
                let count = |name: &str| elements(node, name).len();
                let cycle = diagram.cycle().map(|node| format!("node {node} leads back to itself"));
                for message in diagram.dangling(count("conditions"), count("results")).into_iter().chain(cycle) {
                    let place = node.get("nodes").map_or(node.span, |nodes: &Node| nodes.span);
                    report.event_as("BddTrait", Severity::Error, &service.id, place, message);
                }
            }
        }
    }
}
