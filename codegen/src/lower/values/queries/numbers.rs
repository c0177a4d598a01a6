//! In: numbers. Out: the same in one type of Rust, for there is one only in JMESPath.

use super::parts::{self, certain};
use crate::ir::query::{Function, Node, Type, Value};
use crate::ir::ScalarKind;
use crate::text::Number;

/// The type that all of these can be; None if one of them is not a number. Literals have the
/// type of the others, if they can.
pub(super) fn common(values: &[Value]) -> Option<ScalarKind> {
    let mut fixed: Option<ScalarKind> = None;
    let (mut is_mixed, mut has_float) = (false, false);
    for value in values {
        let Type::Number(kind) = value.ty else { return None };
        has_float |= kind.is_float();
        if !is_literal(value) {
            is_mixed |= fixed.is_some_and(|fixed| fixed != kind);
            fixed = Some(kind);
        }
    }
    let wide = if has_float { ScalarKind::F64 } else { ScalarKind::I64 };
    Some(fixed.filter(|kind| !is_mixed && values.iter().all(|value| fits(value, *kind))).unwrap_or(wide))
}

fn is_literal(value: &Value) -> bool {
    matches!(value.node, Node::Integer(_) | Node::Float(..))
}

fn fits(value: &Value, kind: ScalarKind) -> bool {
    match (&value.node, kind) {
        (Node::Float(..), kind) => kind.is_float(),
        (Node::Integer(value), ScalarKind::I8) => i8::try_from(*value).is_ok(),
        (Node::Integer(value), ScalarKind::I16) => i16::try_from(*value).is_ok(),
        (Node::Integer(value), ScalarKind::I32) => i32::try_from(*value).is_ok(),
        _ => true,
    }
}

/// The number as one of that type.
pub(super) fn widened(value: Value, kind: ScalarKind) -> Value {
    let ty = Type::Number(kind);
    match value.node {
        Node::Integer(integer) if kind.is_float() => certain(Node::Float(kind, Number::integer(integer)), ty),
        Node::Integer(_) => Value { ty, ..value },
        Node::Float(_, float) => certain(Node::Float(kind, float), ty),
        _ if value.ty == ty => value,
        _ => {
            // Every other one is smaller.
            let is_long = value.ty == Type::Number(ScalarKind::I64);
            let function = if is_long { Function::Float } else { Function::Widen(kind) };
            let widen = |of: &Value| parts::apply(function, of.clone(), Type::Number(kind));
            match value.is_optional {
                true => parts::mapped(value, widen),
                false => widen(&value),
            }
        }
    }
}
