//! A service with `@tagEnabled` has the three operations of tagging, with the
//! members that they need (Smithy 2.0, "aws.api#tagEnabled trait").

use crate::checks::{own_with, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::Model;

use super::{tags, TAG_ENABLED};

pub(in crate::checks) const CHECK: Check = Check { id: "ServiceTagging", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, TAG_ENABLED) {
        for name in tags::OPERATIONS {
            match tags::operation_of(model, service, name) {
                Some((_, true)) => {}
                Some((operation, false)) => {
                    let message = format!("`{}` does not have the input and output of `{name}`", operation.id);
                    report.event(Severity::Danger, &service.id, service.place_of(&operation.id), message);
                }
                None => {
                    let message = format!("a service that tags its resources should have an operation `{name}`");
                    report.event(Severity::Warning, &service.id, node.span, message);
                }
            }
        }
    }
}
