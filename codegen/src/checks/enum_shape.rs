//! The values of enums and intEnums: their type, and that no two are equal.

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::model::{Kind, Member, Model, Node, Number, Shape, Value};

use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Enum | Kind::IntEnum)) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for member in &shape.members {
            check_name(shape, member, report);
            let value = member.traits.get("smithy.api#enumValue");
            let key = match shape.kind {
                Kind::Enum => check_text(shape, member, value, report),
                _ => check_integer(shape, member, value, report),
            };
            let Some(key) = key else { continue };
            if let Some(other) = seen.get(&key) {
                let message = format!("`{}` has the same value as `{other}`", member.name);
                report.error(shape.id.with_member(&member.name), member.span, message);
            } else {
                seen.insert(key, &member.name);
            }
        }
    }
}

fn check_name(shape: &Shape, member: &Member, report: &mut Report<'_>) {
    let starts_well = member.name.starts_with(|first: char| first.is_ascii_uppercase());
    let is_usual = member.name.bytes().all(|byte| byte == b'_' || byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !(starts_well && is_usual) {
        let message = format!("the name `{}` is not in upper case, as names of enum values are", member.name);
        report.event(Severity::Warning, shape.id.with_member(&member.name), member.span, message);
    }
}

fn check_text(shape: &Shape, member: &Member, value: Option<&Node>, report: &mut Report<'_>) -> Option<String> {
    let value = value?;
    match value.as_str() {
        Some("") => {
            report.error(shape.id.with_member(&member.name), value.span, "the value of an enum member is not empty");
            None
        }
        Some(text) => Some(text.to_owned()),
        None => {
            let message = format!("the value of an enum member is a string, not {}", value.value.describe());
            report.error(shape.id.with_member(&member.name), value.span, message);
            None
        }
    }
}

fn check_integer(shape: &Shape, member: &Member, value: Option<&Node>, report: &mut Report<'_>) -> Option<String> {
    let id = shape.id.with_member(&member.name);
    let Some(value) = value else {
        let help = format!("{} = 1", member.name);
        report.error(id, member.span, "an intEnum member needs an integer value").help(help);
        return None;
    };
    let fits = value.as_number().and_then(Number::as_i64).is_some_and(|number| i32::try_from(number).is_ok());
    if fits {
        return value.as_number().map(|number| number.0.clone());
    }
    let message = match &value.value {
        Value::Number(number) => format!("`{}` does not fit in an integer of 32 bits", number.0),
        other => format!("the value of an intEnum member is an integer, not {}", other.describe()),
    };
    report.error(id, value.span, message);
    None
}
