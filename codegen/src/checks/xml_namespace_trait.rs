//! The `uri` of `@xmlNamespace` is a URI (Smithy 2.0, "xmlNamespace trait").

use crate::model::{ids, Model, ShapeId, Traits};

use super::{own_members, own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "XmlNamespaceTrait", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(&shape.id, &shape.traits, report);
    }
    for (shape, member) in own_members(model) {
        check(&shape.id.with_member(&member.name), &member.traits, report);
    }
}

fn check(id: &ShapeId, traits: &Traits, report: &mut Report<'_>) {
    let Some(node) = traits.get(ids::XML_NAMESPACE).and_then(|node| node.get("uri")) else { return };
    if let Some(problem) = node.as_str().and_then(problem_of) {
        let message = format!("`{}` is not a URI: {problem}", node.as_str().unwrap_or_default());
        report.error(id, node.span, message);
    }
}

/// What is wrong with the text, as far as it is plain (RFC 3986).
fn problem_of(uri: &str) -> Option<String> {
    if let Some(foreign) = uri.chars().find(|it| it.is_control() || it.is_whitespace() || "<>\"{}|\\^`".contains(*it)) {
        return Some(format!("it contains {foreign:?}"));
    }
    let is_escape = |text: &str| text.len() >= 2 && text.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    if uri.split('%').skip(1).any(|after| !is_escape(after)) {
        return Some("two hexadecimal digits follow a `%`".to_owned());
    }
    if uri.matches('#').count() > 1 {
        return Some("it has two fragments".to_owned());
    }
    match uri.split_once(':') {
        Some(("", _)) => Some("its scheme is missing".to_owned()),
        Some((scheme, "")) if !scheme.contains(['/', '?', '#']) => Some("nothing follows its scheme".to_owned()),
        _ => None,
    }
}
