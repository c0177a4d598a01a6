//! Lists have `member`, maps have `key` and `value`, and no others
//! (Smithy 2.0, "Aggregate types").

use crate::model::{Kind, Model};

use super::{own_shapes, quoted, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        let wanted: &[&str] = match shape.kind {
            Kind::List => &["member"],
            Kind::Map => &["key", "value"],
            _ => continue,
        };
        let missing: Vec<&str> = wanted.iter().copied().filter(|name| shape.member(name).is_none()).collect();
        if !missing.is_empty() {
            let message = format!("{} `{}` lacks {}", shape.kind.keyword(), shape.id, quoted(missing.iter().copied()));
            let help: Vec<String> = missing.iter().map(|name| format!("{name}: String")).collect();
            report.error(&shape.id, shape.span, message).help(help.join("\n"));
        }
        for member in shape.members.iter().filter(|member| !wanted.contains(&member.name.as_str())) {
            let message = format!("a {} has no member `{}`", shape.kind.keyword(), member.name);
            report
                .error(&shape.id, member.span, message)
                .help(format!("its members are {}", quoted(wanted.iter().copied())));
        }
    }
}
