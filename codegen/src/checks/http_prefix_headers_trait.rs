//! Headers of their own do not begin with the prefix of others.

use crate::model::{Model, Node};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let prefixes = shape.members.iter().filter_map(|member| {
            let prefix = member.traits.get("smithy.api#httpPrefixHeaders").and_then(Node::as_str)?;
            // The empty prefix is for all that have no member.
            (!prefix.is_empty()).then(|| (member, prefix.to_ascii_lowercase()))
        });
        for (holder, prefix) in prefixes {
            for member in &shape.members {
                let Some(node) = member.traits.get("smithy.api#httpHeader") else { continue };
                let Some(name) = node.as_str() else { continue };
                if name.to_ascii_lowercase().starts_with(&prefix) {
                    let message = format!("header `{name}` begins with the prefix `{prefix}` of `{}`", holder.name);
                    report.error(shape.id.with_member(&member.name), node.span, message);
                }
            }
        }
    }
}
