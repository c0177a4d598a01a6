//! No two members of a shape have one name in JSON.

use indexmap::IndexMap;

use crate::model::{ids, Model, Node};

use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "JsonName", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        if !shape.members.iter().any(|member| member.has_trait(ids::JSON_NAME)) {
            continue;
        }
        let mut names: IndexMap<&str, Vec<&str>> = IndexMap::new();
        for member in &shape.members {
            let name = member.traits.get(ids::JSON_NAME).and_then(Node::as_str).unwrap_or(&member.name);
            names.entry(name).or_default().push(&member.name);
        }
        for (name, members) in names.iter().filter(|(_, members)| members.len() > 1) {
            let members = quoted(members.iter().copied());
            let message = format!("members of `{}` share the JSON name `{name}`: {members}", shape.id);
            report.error(&shape.id, shape.span, message);
        }
    }
}
