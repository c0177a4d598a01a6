//! Defaults are values of their shape, and of those that stay small; a member
//! repeats the default of its target or takes it away (Smithy 2.0, "default
//! trait").

use crate::diagnostics::{Audience, Severity};
use crate::model::{ids, Kind, Member, Model, Node, Shape, Value};
use crate::values::{Checker, Misfit, Rule};

use super::{own_shapes, Check, Report, Stops};

/// A default of another type cannot be sent. One that a constraint forbids can, and the service
/// says what it thinks of it; a member has the default that it says itself, whatever its target
/// has.
pub(super) const CHECK: Check = Check { id: "DefaultTrait", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model, report.suggestions);
    for shape in own_shapes(model) {
        if let Some(node) = shape.traits.get(ids::DEFAULT) {
            check_shape(&mut checker, node, shape, report);
        }
        for member in &shape.members {
            let Some(target) = model.target(member) else { continue };
            let default = member.traits.get(ids::DEFAULT);
            if let Some(node) = default.filter(|node| !is_null(node)) {
                let id = shape.id.with_member(&member.name);
                report_misfits(checker.check_member(node, shape, member), id.as_str(), report);
                check_size(id.as_str(), node, target, report);
            }
            if shape.kind == Kind::Structure {
                check_repeated(shape, member, target, default, report);
            }
        }
    }
}

fn is_null(node: &Node) -> bool {
    matches!(node.value, Value::Null)
}

fn check_shape<'m>(checker: &mut Checker<'m>, node: &'m Node, shape: &'m Shape, report: &mut Report<'_>) {
    if is_null(node) {
        let message =
            format!("`{}` cannot have the default null, which only removes the default of a member", shape.id);
        report.error(&shape.id, node.span, message).help("remove `@default`");
        return;
    }
    report_misfits(checker.check_shape(node, shape), shape.id.as_str(), report);
    check_size(shape.id.as_str(), node, shape, report);
}

fn report_misfits(misfits: Vec<Misfit>, id: &str, report: &mut Report<'_>) {
    for misfit in misfits {
        let severity = match misfit.rule {
            Rule::RangeByZero => Severity::Warning,
            _ => misfit.severity,
        };
        let (event_id, about) = (misfit.event_id("DefaultTrait"), misfit.about());
        let event = report.event_as(event_id, severity, id, misfit.span, format!("default: {}", misfit.message));
        event.about(about).help = misfit.help;
        if misfit.rule.is_constraint() {
            event.audience(Audience::Author);
        }
    }
}

/// Clients write defaults out where they make a value, so these stay small.
fn check_size(id: &str, node: &Node, target: &Shape, report: &mut Report<'_>) {
    let (is_too_big, help) = match (&target.kind, &node.value) {
        (Kind::List, Value::Array(elements)) => (!elements.is_empty(), "[]"),
        (Kind::Map, Value::Object(members)) => (!members.is_empty(), "{}"),
        (Kind::Document, Value::Array(elements)) => (!elements.is_empty(), "[]"),
        (Kind::Document, Value::Object(members)) => (!members.is_empty(), "{}"),
        (Kind::Blob, Value::String(text)) if !is_base64(text) => {
            let message = "the default of a blob is not base64";
            report.event(Severity::Warning, id, node.span, message);
            return;
        }
        _ => return,
    };
    if is_too_big {
        let message = match node.value {
            Value::Array(_) => "a default that is a list must be empty",
            _ => "a default that is a map or an object must be empty",
        };
        report.error(id, node.span, message).help(format!("write `{help}`"));
    }
}

/// A target with a default has the same one in each structure, or none.
fn check_repeated(shape: &Shape, member: &Member, target: &Shape, default: Option<&Node>, report: &mut Report<'_>) {
    let Some(wanted) = target.traits.get(ids::DEFAULT).filter(|node| !is_null(node)) else { return };
    let id = shape.id.with_member(&member.name);
    let repeated = format!("{}: {} = {}", member.name, target.id.name(), text_of(wanted));
    let (span, message) = match default {
        None => (
            member.target_span,
            format!(
                "`{}` has the default `{}`, which the member must repeat or remove with null",
                target.id,
                text_of(wanted)
            ),
        ),
        Some(node) if is_null(node) || node.same_value(wanted) => return,
        Some(node) => (node.span, format!("`{}` has another default, `{}`", target.id, text_of(wanted))),
    };
    report.error(id, span, message).help(repeated).audience(Audience::Author);
}

/// A default as the IDL writes it; only small ones are there to be written.
fn text_of(node: &Node) -> String {
    match &node.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.0.clone(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
    }
}

/// Base64 with its padding (RFC 4648, 4), which may be left out.
fn is_base64(text: &str) -> bool {
    let data = text.trim_end_matches('=');
    let padding = text.len() - data.len();
    let is_alphabet = data.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/'));
    let fits = match data.len() % 4 {
        0 => padding == 0,
        1 => false,
        rest => padding == 0 || padding == 4 - rest,
    };
    is_alphabet && fits
}
