//! Services with a protocol of AWS do not rename errors: their names go over
//! the wire (Smithy 2.0, "Service rename").

use crate::checks::{own_services, quoted, Check, Report, Stops};
use crate::model::{ids, Model, ShapeId};

const PROTOCOLS: [&str; 6] =
    [ids::AWS_JSON_1_0, ids::AWS_JSON_1_1, ids::AWS_QUERY, ids::EC2_QUERY, ids::REST_JSON_1, ids::REST_XML];

pub(in crate::checks) const CHECK: Check = Check { id: "ErrorRename", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, kind) in own_services(model) {
        let protocols = || PROTOCOLS.into_iter().filter(|id| service.has_trait(id));
        if kind.rename.is_empty() || protocols().next().is_none() {
            continue;
        }
        let is_error = |id: &ShapeId| model.shape(id).is_some_and(|shape| shape.has_trait(ids::ERROR));
        for (id, name) in kind.rename.iter().filter(|(id, _)| is_error(id)) {
            let by = quoted(protocols().map(|id| id.split_once('#').map_or(id, |(_, name)| name)));
            let message = format!("error `{id}` cannot be renamed to `{name}`: {by} sends the names of errors");
            report.error(&service.id, service.place_of(id), message);
        }
    }
}
