//! Patterns say where they begin and end: they are not anchored by themselves.

use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node};

use super::{own_traits, Check, Report, Stops};

/// A client checks no constraints: services do.
pub(super) const CHECK: Check = Check { id: "PatternTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (id, node, _) in own_traits(model, ids::PATTERN) {
        let Some(pattern) = Node::as_str(node) else { continue };
        let missing = match (pattern.starts_with('^'), pattern.ends_with('$')) {
            (true, true) => continue,
            (false, true) => "does not begin with `^`",
            (true, false) => "does not end with `$`",
            (false, false) => "neither begins with `^` nor ends with `$`",
        };
        let message = format!("the pattern {missing}, so it also matches a part of the text");
        let body = pattern.strip_prefix('^').unwrap_or(pattern);
        let body = body.strip_suffix('$').unwrap_or(body);
        let anchored = if body.contains('|') { format!("^({body})$") } else { format!("^{body}$") };
        report
            .event(Severity::Warning, &id, node.span, message)
            .help(format!("to match the whole text: @pattern({anchored:?})"));
    }
}
