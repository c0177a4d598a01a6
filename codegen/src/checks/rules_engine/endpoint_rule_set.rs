//! The value of `@endpointRuleSet` is a set of rules, and its types fit
//! (Smithy 2.0, "Rules engine specification"). The official tool has no event
//! for that: it ends with an exception. Rules without mistakes are handed on to
//! `rule_set_test_case`, so that they are read once: those of S3 are long.

use crate::checks::{own_with, Check, Report, Stops};
use crate::endpoint_rules;
use crate::model::Model;

use super::{rule_set_test_case, RULE_SET};

pub(in crate::checks) const CHECK: Check = Check { id: "Whitesmith.EndpointRuleSet", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, RULE_SET) {
        let (rule_set, mut problems) = endpoint_rules::parse(node);
        // A rule that could not be read may have given names to others.
        if problems.is_empty() {
            rule_set_test_case::check(service, &rule_set, report);
            problems = endpoint_rules::check(&rule_set, report.suggestions);
        }
        for problem in problems {
            report.error(&service.id, problem.span, problem.message).help = problem.help;
        }
    }
}
