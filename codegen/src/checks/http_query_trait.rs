//! Each parameter of the query has one source (Smithy 2.0, "httpQuery trait").

use indexmap::IndexMap;

use crate::model::{ids, Kind, Model, Node};

use super::http_uri::Uri;
use super::{own_operations, own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "HttpQueryTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Structure) {
        let mut names: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            if let Some(name) = member.traits.get(ids::HTTP_QUERY).and_then(Node::as_str) {
                names.entry(name).or_default().push(&member.name);
            }
        }
        for (name, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let members = quoted(members.iter().copied());
            let message = format!("members of `{}` share the query parameter `{name}`: {members}", shape.id);
            report.error(&shape.id, shape.span, message);
        }
    }
    check_literals(model, report);
}

/// Parameters that the URI itself gives a value.
fn check_literals(model: &Model, report: &mut Report<'_>) {
    for (operation, kind) in own_operations(model) {
        let Some(uri) = Uri::of(operation).filter(|uri| !uri.query.is_empty()) else { continue };
        let Some(input) = model.shape(&kind.input) else { continue };
        for member in &input.members {
            let Some(node) = member.traits.get(ids::HTTP_QUERY) else { continue };
            let Some(name) = node.as_str() else { continue };
            if uri.query.iter().any(|(literal, _)| *literal == name) {
                let message = format!("the URI of `{}` has a fixed value for `{name}`: `{}`", operation.id, uri.text);
                report.error(&input.id, node.span, message).help("bind the member to another name, or drop it");
            }
        }
    }
}
