//! Each header has one source, and a name that HTTP allows.

use indexmap::IndexMap;

use crate::model::{Model, Node};

use super::{own_members, own_shapes, quoted, Report};

const HTTP_HEADER: &str = "smithy.api#httpHeader";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let mut names: IndexMap<String, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            if let Some(name) = member.traits.get(HTTP_HEADER).and_then(Node::as_str) {
                names.entry(name.to_ascii_lowercase()).or_default().push(&member.name);
            }
        }
        for (name, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let members = quoted(members.iter().copied());
            let message = format!("members of `{}` share the header `{name}`: {members}", shape.id);
            report.error(&shape.id, shape.span, message);
        }
    }
    for (shape, member) in own_members(model) {
        let Some(node) = member.traits.get(HTTP_HEADER) else { continue };
        let Some(name) = node.as_str() else { continue };
        if !name.bytes().all(is_token_byte) {
            let message = format!("`{name}` is not the name of a header");
            report.error(shape.id.with_member(&member.name), node.span, message);
        }
    }
}

/// RFC 9110, "Tokens".
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
