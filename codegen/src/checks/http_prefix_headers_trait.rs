//! Headers of their own do not begin with the prefix of others (Smithy 2.0,
//! "httpPrefixHeaders trait", section "Disambiguation").

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node};

use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpPrefixHeadersTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        let prefixes = shape.members.iter().filter_map(|member| {
            let prefix = member.traits.get(ids::HTTP_PREFIX_HEADERS).and_then(Node::as_str)?;
            Some((member, prefix.to_ascii_lowercase()))
        });
        for (holder, prefix) in prefixes {
            for member in &shape.members {
                let Some(node) = member.traits.get(ids::HTTP_HEADER) else { continue };
                let Some(name) = node.as_str() else { continue };
                if !name.to_ascii_lowercase().starts_with(&prefix) {
                    continue;
                }
                // The empty prefix is for all headers that have no member.
                let (severity, message) = match prefix.is_empty() {
                    true => (Severity::Note, format!("header `{name}` can also come out of `{}`", holder.name)),
                    false => (
                        Severity::Error,
                        format!("header `{name}` begins with the prefix `{prefix}` of `{}`", holder.name),
                    ),
                };
                report.event(severity, shape.id.with_member(&member.name), node.span, message);
            }
        }
    }
}
