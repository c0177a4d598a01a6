//! A URI has at most one greedy label, and that is its last label: few servers
//! route anything else (Smithy 2.0, "http trait", section "Greedy labels").

use crate::diagnostics::Severity;
use crate::model::Model;

use super::http_uri::Uri;
use super::{own_operations, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpUriGreedyLabel", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, _) in own_operations(model) {
        let Some(uri) = Uri::of(operation) else { continue };
        let labels: Vec<(&str, bool)> = uri.labels().collect();
        let Some(first) = labels.iter().position(|(_, is_greedy)| *is_greedy) else { continue };
        let (greedy, _) = labels[first];
        for (other, is_greedy) in &labels[first + 1..] {
            if *is_greedy {
                let message =
                    format!("a URI can have at most one greedy label, not `{{{greedy}+}}` and `{{{other}+}}`");
                let id = "HttpUriGreedyLabel.MultipleGreedyLabels";
                report.event_as(id, Severity::Danger, &operation.id, uri.node.span, message);
            }
            let message = format!("the greedy label `{{{greedy}+}}` also takes the segments of `{{{other}}}` after it");
            let id = "HttpUriGreedyLabel.GreedyLabelIsNotLastLabel";
            let event = report.event_as(id, Severity::Danger, &operation.id, uri.node.span, message);
            event.help("make the greedy label the last one of the URI");
        }
    }
}
