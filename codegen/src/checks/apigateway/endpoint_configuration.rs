//! A private endpoint of API Gateway is `dualstack`.

use crate::checks::{own_with, Check, Report, Stops};
use crate::model::{ids, Model, Node};

/// A client does not depend on how API Gateway is set up.
pub(in crate::checks) const CHECK: Check = Check { id: "EndpointConfiguration", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, ids::ENDPOINT_CONFIGURATION) {
        let types = node.get("types").and_then(Node::as_array).unwrap_or_default();
        let is_private = types.iter().any(|ty| ty.as_str() == Some("PRIVATE"));
        let address = node.get("ipAddressType").and_then(|node: &Node| Some((node, node.as_str()?)));
        if let Some((place, address)) = address.filter(|(_, address)| is_private && *address != "dualstack") {
            let message = format!("a `PRIVATE` endpoint is `dualstack`, not `{address}`");
            report.error(&service.id, place.span, message).help("ipAddressType: \"dualstack\"");
        }
    }
}
