//! In: two models. Out: how they differ, a line each. What counts is what the models mean:
//! not the order of shapes, traits and keys, nor where anything was written.

use std::collections::BTreeSet;

use whitesmith_codegen::{Kind, Model, Node, ShapeId, Traits, Value};

/// The trait of shapes that are only there to be mixed in.
const MIXIN: &str = "smithy.api#mixin";

/// Whether mixins count, or only what they bring.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mixins {
    Compared,
    Flattened,
}

/// What only one of the models has, `-` for the first and `+` for the second.
pub(super) fn differences(left: &Model, right: &Model, mixins: Mixins) -> Vec<String> {
    let (left, right) = (dump(left, mixins), dump(right, mixins));
    let only_left = left.difference(&right).map(|line| format!("- {line}"));
    let only_right = right.difference(&left).map(|line| format!("+ {line}"));
    only_left.chain(only_right).collect()
}

/// One line a shape, member or key of the metadata, without the built-in definitions.
fn dump(model: &Model, mixins: Mixins) -> BTreeSet<String> {
    let mut lines = BTreeSet::new();
    for shape in model.shapes().filter(|shape| !shape.is_builtin()) {
        if mixins == Mixins::Flattened && shape.has_trait(MIXIN) {
            continue;
        }
        let from = if mixins == Mixins::Compared { ids(&shape.mixins) } else { String::new() };
        lines.insert(format!("{} {from}{}{}", shape.id, kind(&shape.kind), traits(&shape.traits)));
        for (index, member) in shape.members.iter().enumerate() {
            let id = shape.id.with_member(&member.name);
            lines.insert(format!("{id} ({index}): {}{}", member.target, traits(&member.traits)));
        }
    }
    lines.extend(model.metadata().map(|(key, value)| format!("metadata {key} = {}", node(value))));
    lines
}

fn kind(kind: &Kind) -> String {
    let facts = match kind {
        Kind::Service(service) => {
            let names: BTreeSet<String> = service.rename.iter().map(|(id, name)| format!("{id} as {name}")).collect();
            format!(
                " {:?} operations {} resources {} errors {} rename {names:?}",
                service.version,
                sorted(&service.operations),
                sorted(&service.resources),
                sorted(&service.errors)
            )
        }
        Kind::Operation(operation) => {
            format!(" {} to {} errors {}", operation.input, operation.output, sorted(&operation.errors))
        }
        Kind::Resource(resource) => {
            let lifecycle: BTreeSet<_> = resource.lifecycle.iter().collect();
            format!(
                " identifiers {:?} properties {:?} {lifecycle:?} operations {} collection {} resources {}",
                resource.identifiers,
                resource.properties,
                sorted(&resource.operations),
                sorted(&resource.collection_operations),
                sorted(&resource.resources)
            )
        }
        _ => String::new(),
    };
    format!("{}{facts}", kind.keyword())
}

fn ids(ids: &[ShapeId]) -> String {
    format!("{ids:?} ")
}

/// Ids whose order means nothing.
fn sorted(ids: &[ShapeId]) -> String {
    format!("{:?}", ids.iter().collect::<BTreeSet<_>>())
}

fn traits(traits: &Traits) -> String {
    let traits: BTreeSet<String> = traits.iter().map(|(id, value)| format!(" @{id}({})", node(value))).collect();
    traits.into_iter().collect()
}

fn node(value: &Node) -> String {
    match &value.value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => decimal(&number.0),
        Value::String(text) => format!("{text:?}"),
        Value::Array(elements) => format!("[{}]", elements.iter().map(node).collect::<Vec<_>>().join(", ")),
        Value::Object(members) => {
            let members: BTreeSet<String> =
                members.iter().map(|(key, value)| format!("{key}: {}", node(value))).collect();
            format!("{{{}}}", members.into_iter().collect::<Vec<_>>().join(", "))
        }
    }
}

/// The digits and the exponent of a number: 1, 1.0 and 10e-1 are one value.
fn decimal(written: &str) -> String {
    let (sign, unsigned) = written.strip_prefix('-').map_or(("", written), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let Ok(exponent) = exponent.parse::<i64>() else { return written.to_owned() };
    let digits = format!("{whole}{fraction}");
    let significant = digits.trim_end_matches('0');
    let exponent = exponent.saturating_sub_unsigned(fraction.len() as u64);
    let exponent = exponent.saturating_add_unsigned((digits.len() - significant.len()) as u64);
    match significant.trim_start_matches('0') {
        "" => "0".to_owned(),
        significant => format!("{sign}{significant}e{exponent}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_by_value() {
        for number in ["1", "1.0", "10e-1", "0.1E1"] {
            assert_eq!(decimal(number), "1e0", "{number}");
        }
        assert_eq!(decimal("-0.0"), "0");
        assert_eq!(decimal("-120"), "-12e1");
        assert_ne!(decimal("9007199254740993"), decimal("9007199254740992"));
    }
}
