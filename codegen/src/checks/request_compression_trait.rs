//! Compression names an algorithm that there is, and has something to compress
//! (Smithy 2.0, "requestCompression trait").

use crate::model::{ids, Model, Node};

use super::relationships::UNIT;
use super::{own_operations, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "RequestCompressionTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get(ids::REQUEST_COMPRESSION) else { continue };
        if kind.input.as_str() == UNIT {
            let message = format!("`{}` has no input that could be compressed", operation.id);
            report.error(&operation.id, node.span, message);
        }
        for member in model.shape(&kind.input).iter().flat_map(|input| &input.members) {
            let Some(target) = model.target(member) else { continue };
            if target.has_trait(ids::STREAMING) && target.has_trait(ids::REQUIRES_LENGTH) {
                let message = format!(
                    "`{}` cannot be compressed while it is sent, because `{}` has `@requiresLength`: its length must be known first",
                    member.name, target.id
                );
                report.error(&operation.id, node.span, message);
            }
        }
        let Some(encodings) = node.get("encodings").and_then(Node::as_array) else { continue };
        let unknown =
            encodings.iter().filter(|node| !node.as_str().is_some_and(|name| name.eq_ignore_ascii_case("gzip")));
        let unknown: Vec<&Node> = unknown.filter(|node| node.as_str().is_some()).collect();
        if encodings.is_empty() {
            let message = "`encodings` of `@requestCompression` names no algorithm";
            report.error(&operation.id, node.span, message).help("encodings: [\"gzip\"]");
        } else if let Some(first) = unknown.first() {
            let names = quoted(unknown.iter().filter_map(|node| node.as_str()));
            let message = format!("`@requestCompression` supports `gzip`, not {names}");
            report.error(&operation.id, first.span, message).help("encodings: [\"gzip\"]");
        }
    }
}
