//! The values of enums and intEnums: their type, and that no two are equal.

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Member, Model, Number, Shape, Value};

use super::{own_shapes, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "EnumShape", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Enum | Kind::IntEnum)) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for member in &shape.members {
            let key = match shape.kind {
                Kind::Enum => text_of(shape, member, report),
                _ => integer_of(shape, member, report),
            };
            // Names of intEnum members without a value are the lesser problem.
            if key.is_some() || shape.kind == Kind::Enum {
                check_name(shape, member, report);
            }
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
    if !is_usual(&member.name) {
        let message = format!("the name `{}` is not in upper case, as names of enum values should be", member.name);
        report.event(Severity::Warning, shape.id.with_member(&member.name), member.span, message);
    }
}

/// Whether the name is one as names of enum values are: `RED`, `LEVEL_2`.
pub(super) fn is_usual(name: &str) -> bool {
    let starts_well = name.starts_with(|first: char| first.is_ascii_uppercase());
    starts_well && name.bytes().all(|byte| byte == b'_' || byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn text_of(shape: &Shape, member: &Member, report: &mut Report<'_>) -> Option<String> {
    let value = member.traits.get(ids::ENUM_VALUE)?;
    let id = shape.id.with_member(&member.name);
    let Some(text) = value.as_str() else {
        let message = format!("the value of an enum member must be a string, not {}", value.value.describe());
        report.error(id, value.span, message);
        return None;
    };
    if text.is_empty() {
        report.error(id, value.span, "the value of an enum member must not be empty");
    }
    Some(text.to_owned())
}

fn integer_of(shape: &Shape, member: &Member, report: &mut Report<'_>) -> Option<String> {
    let id = shape.id.with_member(&member.name);
    let Some(value) = member.traits.get(ids::ENUM_VALUE) else {
        let help = format!("{} = 1", member.name);
        report.error(id, member.span, "an intEnum member requires an integer value").help(help);
        return None;
    };
    let fits = value.as_number().and_then(Number::as_i64).is_some_and(|number| i32::try_from(number).is_ok());
    if fits {
        return value.as_number().map(|number| number.0.clone());
    }
    let message = match &value.value {
        Value::Number(number) => format!("`{}` does not fit in an integer of 32 bits", number.0),
        other => format!("the value of an intEnum member must be an integer, not {}", other.describe()),
    };
    report.error(id, value.span, message);
    None
}
