//! A protocol that has no documents is not that of a service that uses them
//! (Smithy 2.0, "protocolDefinition trait").

use crate::model::{ids, Kind, Model, Node};

use super::service::closure_of;
use super::{own_shapes, quoted, Check, Report, Stops};

/// Lowering refuses documents where the protocol that is chosen has none; a service may have
/// another.
pub(super) const CHECK: Check = Check { id: "NoInlineDocumentSupport", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let refuses_documents = |id| {
            let definition = model.shape(id).and_then(|shape| shape.traits.get(ids::PROTOCOL_DEFINITION));
            definition.and_then(|node| node.get("noInlineDocumentSupport")).and_then(Node::as_bool).unwrap_or(false)
        };
        let protocols: Vec<_> = service.traits.iter().filter(|(id, _)| refuses_documents(id)).collect();
        if protocols.is_empty() {
            continue;
        }
        let closure = closure_of(model, service);
        let documents = closure.values().filter(|shape| shape.kind == Kind::Document);
        let documents: Vec<&str> = documents.map(|shape| shape.id.as_str()).take(MAX_NAMES).collect();
        for (protocol, node) in protocols.into_iter().filter(|_| !documents.is_empty()) {
            let message = format!(
                "the protocol `{protocol}` does not support documents, which service `{}` uses: {}",
                service.id,
                quoted(documents.iter().copied())
            );
            report.error(&service.id, node.span, message);
        }
    }
}

/// How many documents a message names.
const MAX_NAMES: usize = 10;
