//! Each version in `eventStreamHttp` of a protocol is in its `http` too
//! (Smithy 2.0, "AWS protocols", and "Smithy RPC v2").

use crate::checks::{own_services, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node};

use super::HTTP_PROTOCOLS;

/// A client chooses the version of HTTP with the server, by ALPN.
pub(in crate::checks) const CHECK: Check = Check { id: "ProtocolHttp", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let of_aws = HTTP_PROTOCOLS.into_iter().map(|id| (id, "ProtocolHttp"));
    let of_smithy = [(ids::RPC_V2_CBOR, "Rpcv2CborTrait"), (ids::RPC_V2_JSON, "Rpcv2JsonTrait")];
    for (protocol, event_id) in of_aws.chain(of_smithy) {
        for (service, _) in own_services(model) {
            let Some(node) = service.traits.get(protocol) else { continue };
            let versions = |key: &str| {
                let versions = node.get(key).and_then(Node::as_array).unwrap_or_default();
                versions.iter().filter_map(Node::as_str).collect::<Vec<_>>()
            };
            let http = versions("http");
            let missing: Vec<&str> =
                versions("eventStreamHttp").into_iter().filter(|version| !http.contains(version)).collect();
            if !missing.is_empty() {
                let place = node.get("eventStreamHttp").map_or(node.span, |node| node.span);
                let message = format!("{} of `eventStreamHttp` must also be in `http`", quoted(missing));
                report.event_as(event_id, Severity::Error, &service.id, place, message);
            }
        }
    }
}
