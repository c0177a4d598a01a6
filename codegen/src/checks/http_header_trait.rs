//! Each header has one source and a name that HTTP allows, and is not one that
//! clients and servers set themselves (Smithy 2.0, "httpHeader trait").

use indexmap::IndexMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node};
use crate::traits::http::is_token;

use super::{own_members, own_shapes, quoted, Check, Report, Stops};

/// Smithy 2.0, "httpHeader trait", section "Restricted HTTP headers".
const RESTRICTED: &[&str] = &[
    "authorization",
    "connection",
    "content-length",
    "expect",
    "host",
    "max-forwards",
    "proxy-authenticate",
    "server",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "user-agent",
    "www-authenticate",
    "x-forwarded-for",
];

pub(super) const CHECK: Check = Check { id: "HttpHeaderTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        let mut names: IndexMap<String, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            if let Some(name) = member.traits.get(ids::HTTP_HEADER).and_then(Node::as_str) {
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
        let Some(node) = member.traits.get(ids::HTTP_HEADER) else { continue };
        let Some(name) = node.as_str() else { continue };
        let problem = if RESTRICTED.contains(&name.to_ascii_lowercase().as_str()) {
            format!("the header `{name}` is set by clients and servers, not by the model")
        } else if !name.is_empty() && !is_token(name) {
            format!("`{name}` is not the name of a header")
        } else {
            continue;
        };
        report.event(Severity::Danger, shape.id.with_member(&member.name), node.span, problem);
    }
}
