//! A service with several authentication schemes says which one comes first
//! (Smithy 2.0, "auth trait").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model};

use super::auth_trait::schemes_of;
use super::trait_target::short;
use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "ServiceAuthDefinitions", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let schemes = schemes_of(model, service);
        if schemes.len() > 1 && !service.has_trait(ids::AUTH) {
            let names: Vec<&str> = schemes.keys().map(|id| short(id)).collect();
            let message = format!(
                "service `{}` does not define which of its authentication schemes is preferred: {}",
                service.id,
                quoted(names.iter().copied())
            );
            let event = report.event(Severity::Warning, &service.id, service.span, message);
            event.help(format!("@auth([{}])", names.join(", ")));
        }
    }
}
