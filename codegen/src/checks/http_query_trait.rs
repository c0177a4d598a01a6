//! Each parameter of the query has one source.

use indexmap::IndexMap;

use crate::model::{Model, Node};

use super::http_uri::{split, uri_of};
use super::{own_operations, own_shapes, quoted, Report};

const HTTP_QUERY: &str = "smithy.api#httpQuery";

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let mut names: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            if let Some(name) = member.traits.get(HTTP_QUERY).and_then(Node::as_str) {
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
        let Some((_, uri)) = uri_of(operation) else { continue };
        let Some(query) = split(uri).1 else { continue };
        let literals: Vec<&str> = query.split('&').map(|pair| pair.split('=').next().unwrap_or(pair)).collect();
        let Some(input) = model.shape(&kind.input) else { continue };
        for member in &input.members {
            let Some(node) = member.traits.get(HTTP_QUERY) else { continue };
            if node.as_str().is_some_and(|name| literals.contains(&name)) {
                let message = format!("the query of `{uri}` has a fixed value for `{}`", member.name);
                report.error(&input.id, node.span, message);
            }
        }
    }
}
