//! The ARN namespace of a service and the names it signs with are the same.

use crate::checks::{own_services, Check, Report, Stops};
use crate::diagnostics::{Severity, Span};
use crate::model::{ids, Model, Node};

use super::{arn_namespace, SERVICE};

pub(in crate::checks) const CHECK: Check = Check { id: "SigV4Traits", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, _) in own_services(model) {
        let name = |id: &str| {
            let node = service.traits.get(id)?.get("name")?;
            Some((node.as_str()?.to_owned(), node.span))
        };
        let namespace = service.traits.get(SERVICE).map(|node: &Node| {
            (arn_namespace(service, node), node.get("arnNamespace").map_or(node.span, |node| node.span))
        });
        let names: [(&str, Option<(String, Span)>); 3] = [
            ("arnNamespace` of `@aws.api#service", namespace),
            ("name` of `@aws.auth#sigv4", name(ids::SIGV4)),
            ("name` of `@aws.auth#sigv4a", name(ids::SIGV4A)),
        ];
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            let ((this, Some((value, _))), (that, Some((other, span)))) = (&names[first], &names[second]) else {
                continue;
            };
            if value != other {
                let message = format!("`{this}` is \"{value}\" and `{that}` is \"{other}\"; they should be the same");
                report.event(Severity::Warning, &service.id, *span, message);
            }
        }
    }
}
