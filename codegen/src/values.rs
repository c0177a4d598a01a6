//! In: a node and the shape that it should be a value of. Out: what does not
//! fit. Exists because values of shapes stand in traits, defaults and examples.

use crate::checks::article;
use crate::diagnostics::{Severity, Span};
use crate::model::{Kind, Member, Model, Node, Number, Shape, Traits, Value};
use crate::suggest;

/// Why a node is no value of a shape.
#[derive(Debug)]
pub(crate) struct Misfit {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

/// Which constraint a node misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The type of the value and what belongs to the type.
    Shape,
    /// A member that the structure has not.
    UnknownMember,
    /// `@range`
    Range,
    /// `@range`, missed by a zero: what 1.0 takes for absent.
    RangeByZero,
}

/// Everything in the node that is no value of the shape. Nodes come from
/// readers that bound their depth, and so is this one's recursion.
pub(crate) fn check_value(model: &Model, node: &Node, shape: &Shape) -> Vec<Misfit> {
    let mut misfits = Vec::new();
    check_node(model, node, shape, None, &mut misfits);
    misfits
}

fn misfit(node: &Node, message: impl Into<String>, misfits: &mut Vec<Misfit>) {
    misfit_of(Rule::Shape, node, message, misfits);
}

fn misfit_of(rule: Rule, node: &Node, message: impl Into<String>, misfits: &mut Vec<Misfit>) {
    let (severity, span) = (Severity::Error, node.span);
    misfits.push(Misfit { rule, severity, span, message: message.into(), help: None });
}

fn check_node(model: &Model, node: &Node, shape: &Shape, member: Option<&Member>, misfits: &mut Vec<Misfit>) {
    let expected = match (&shape.kind, &node.value) {
        (Kind::Document, _) => return,
        (Kind::Structure, Value::Object(members)) => return check_structure(model, node, members, shape, misfits),
        (Kind::Union, Value::Object(members)) => return check_union(model, node, members, shape, misfits),
        (Kind::List, Value::Array(elements)) => {
            check_length(node, elements.len(), shape, member, misfits);
            return check_list(model, elements, shape, misfits);
        }
        (Kind::Map, Value::Object(members)) => {
            check_length(node, members.len(), shape, member, misfits);
            return check_map(model, node, members, shape, misfits);
        }
        (Kind::Enum, Value::String(text)) => return check_enum(node, text, shape, misfits),
        (Kind::String | Kind::Blob, Value::String(text)) => {
            return check_length(node, text.chars().count(), shape, member, misfits);
        }
        (Kind::Boolean, Value::Bool(_)) | (Kind::Timestamp, Value::Number(_) | Value::String(_)) => return,
        (Kind::Float | Kind::Double, Value::String(text))
            if matches!(text.as_str(), "NaN" | "Infinity" | "-Infinity") =>
        {
            return;
        }
        (kind, Value::Number(number)) if integer_limits(kind).is_some() || is_decimal(kind) => {
            return check_number(node, number, shape, member, misfits);
        }
        (kind, _) => expected_value(kind),
    };
    let message = format!("expected {expected} for `{}`, found {}", shape.id, node.value.describe());
    misfit(node, message, misfits);
}

fn expected_value(kind: &Kind) -> &'static str {
    match kind {
        Kind::Structure | Kind::Union | Kind::Map => "an object",
        Kind::List => "an array",
        Kind::Boolean => "a boolean",
        Kind::Enum | Kind::String | Kind::Blob => "a string",
        Kind::Timestamp => "a number or a string",
        Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_) => "no value",
        _ => "a number",
    }
}

/// The limits of an integer type; the big one has none that matter here.
fn integer_limits(kind: &Kind) -> Option<(f64, f64)> {
    match kind {
        Kind::Byte => Some((-128.0, 127.0)),
        Kind::Short => Some((-32768.0, 32767.0)),
        Kind::Integer | Kind::IntEnum => Some((-2147483648.0, 2147483647.0)),
        Kind::Long => Some((-9223372036854775808.0, 9223372036854775807.0)),
        Kind::BigInteger => Some((f64::NEG_INFINITY, f64::INFINITY)),
        _ => None,
    }
}

fn is_decimal(kind: &Kind) -> bool {
    matches!(kind, Kind::Float | Kind::Double | Kind::BigDecimal)
}

fn check_number(node: &Node, number: &Number, shape: &Shape, member: Option<&Member>, misfits: &mut Vec<Misfit>) {
    let Some(value) = number.as_f64() else { return };
    if let Some((lowest, highest)) = integer_limits(&shape.kind) {
        if value.fract() != 0.0 {
            misfit(node, format!("`{}` is not an integer, which `{}` is", number.0, shape.id), misfits);
        } else if value < lowest || value > highest {
            misfit(node, format!("`{}` does not fit in {}", number.0, article(shape.kind.keyword())), misfits);
        }
    }
    let limits = trait_of("smithy.api#range", shape, member);
    let limit =
        |key: &str| limits.and_then(|limits| limits.get(key)).and_then(Node::as_number).and_then(Number::as_f64);
    if limit("min").is_some_and(|lowest| value < lowest) || limit("max").is_some_and(|highest| value > highest) {
        let rule = if value == 0.0 { Rule::RangeByZero } else { Rule::Range };
        let limit_of = |key: &str| limit(key).map_or(String::new(), |limit| format!(", {key} {limit}"));
        let message = format!("`{}` is out of range{}{}", number.0, limit_of("min"), limit_of("max"));
        misfit_of(rule, node, message, misfits);
    }
}

/// A trait of the member, else of the shape itself.
fn trait_of<'m>(id: &str, shape: &'m Shape, member: Option<&'m Member>) -> Option<&'m Node> {
    member.and_then(|member| member.traits.get(id)).or_else(|| shape.traits.get(id))
}

fn check_length(node: &Node, length: usize, shape: &Shape, member: Option<&Member>, misfits: &mut Vec<Misfit>) {
    let Some(limits) = trait_of("smithy.api#length", shape, member) else { return };
    let limit = |key: &str| limits.get(key).and_then(Node::as_number).and_then(Number::as_f64);
    let length = length as f64;
    if limit("min").is_some_and(|lowest| length < lowest) {
        misfit(node, format!("the value is shorter than `{}` allows", shape.id), misfits);
    } else if limit("max").is_some_and(|highest| length > highest) {
        misfit(node, format!("the value is longer than `{}` allows", shape.id), misfits);
    }
}

fn check_enum(node: &Node, text: &str, shape: &Shape, misfits: &mut Vec<Misfit>) {
    let values: Vec<&str> = shape
        .members
        .iter()
        .filter_map(|member| member.traits.get("smithy.api#enumValue").and_then(Node::as_str))
        .collect();
    if !values.contains(&text) {
        misfit(node, format!("`{text}` is not a value of enum `{}`", shape.id), misfits);
        let help = suggest::list(&values).map(|values| format!("write {values}"));
        misfits.iter_mut().last().into_iter().for_each(|misfit| misfit.help.clone_from(&help));
    }
}

fn check_list(model: &Model, elements: &[Node], shape: &Shape, misfits: &mut Vec<Misfit>) {
    let Some(member) = shape.member("member") else { return };
    check_elements(model, elements.iter(), shape, member, misfits);
    // Quadratic, and lists in traits are short.
    if shape.has_trait("smithy.api#uniqueItems") && elements.len() <= 1000 {
        for (index, element) in elements.iter().enumerate() {
            if elements[..index].iter().any(|other| other.same_value(element)) {
                misfit(element, format!("the elements of `{}` must be unique", shape.id), misfits);
            }
        }
    }
}

fn check_map(model: &Model, node: &Node, members: &[(String, Node)], shape: &Shape, misfits: &mut Vec<Misfit>) {
    if let Some((key, target)) = shape.member("key").and_then(|key| Some((key, model.target(key)?))) {
        for (name, _) in members {
            let as_node = Node { value: Value::String(name.clone()), span: node.span };
            check_node(model, &as_node, target, Some(key), misfits);
        }
    }
    if let Some(value) = shape.member("value") {
        check_elements(model, members.iter().map(|(_, node)| node), shape, value, misfits);
    }
}

fn check_elements<'n>(
    model: &Model,
    elements: impl Iterator<Item = &'n Node>,
    shape: &Shape,
    member: &Member,
    misfits: &mut Vec<Misfit>,
) {
    let Some(target) = model.target(member) else { return };
    let is_sparse = shape.has_trait("smithy.api#sparse");
    for element in elements {
        let is_allowed_null = is_sparse && matches!(element.value, Value::Null);
        if !is_allowed_null {
            check_node(model, element, target, Some(member), misfits);
        }
    }
}

fn check_structure(model: &Model, node: &Node, members: &[(String, Node)], shape: &Shape, misfits: &mut Vec<Misfit>) {
    for (name, value) in members {
        let Some(member) = shape.member(name) else {
            misfits.push(unknown_member(value, name, shape, Severity::Warning));
            continue;
        };
        let is_optional = !is_required(&member.traits);
        let is_absent = is_optional && matches!(value.value, Value::Null);
        if let Some(target) = model.target(member).filter(|_| !is_absent) {
            check_node(model, value, target, Some(member), misfits);
        }
    }
    for member in shape.members.iter().filter(|member| is_required(&member.traits)) {
        if node.get(&member.name).is_none() {
            misfit(node, format!("missing required member `{}` of `{}`", member.name, shape.id), misfits);
        }
    }
}

fn is_required(traits: &Traits) -> bool {
    traits.get("smithy.api#required").is_some()
}

fn unknown_member(node: &Node, name: &str, shape: &Shape, severity: Severity) -> Misfit {
    let known = shape.members.iter().map(|member| member.name.as_str());
    let help = suggest::list(&suggest::nearest(name, known)).map(|near| format!("did you mean {near}?"));
    let message = format!("`{}` has no member `{name}`", shape.id);
    Misfit { rule: Rule::UnknownMember, severity, span: node.span, message, help }
}

fn check_union(model: &Model, node: &Node, members: &[(String, Node)], shape: &Shape, misfits: &mut Vec<Misfit>) {
    if members.len() != 1 {
        misfit(node, format!("a value of union `{}` has exactly one member", shape.id), misfits);
    }
    for (name, value) in members {
        match shape.member(name) {
            None => misfits.push(unknown_member(value, name, shape, Severity::Error)),
            Some(member) => {
                if let Some(target) = model.target(member) {
                    check_node(model, value, target, Some(member), misfits);
                }
            }
        }
    }
}
