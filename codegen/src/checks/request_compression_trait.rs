//! Compression names an algorithm that there is, and has something to compress.

use crate::model::{Model, Node};

use super::{own_operations, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(node) = operation.traits.get("smithy.api#requestCompression") else { continue };
        let encodings = node.get("encodings").and_then(Node::as_array).unwrap_or_default();
        if encodings.is_empty() {
            let message = "`encodings` of `@requestCompression` names no algorithm";
            report.error(&operation.id, node.span, message).help("encodings: [\"gzip\"]");
        }
        for encoding in encodings {
            if let Some(name) = encoding.as_str().filter(|name| !name.eq_ignore_ascii_case("gzip")) {
                let message = format!("`{name}` is not an algorithm of `@requestCompression`");
                report.error(&operation.id, encoding.span, message).help("encodings: [\"gzip\"]");
            }
        }
        if kind.input.as_str() == "smithy.api#Unit" {
            let message = format!("`{}` has no input that could be compressed", operation.id);
            report.error(&operation.id, node.span, message);
        }
    }
}
