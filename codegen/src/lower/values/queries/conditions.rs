//! In: operators, and what is true of a value. Out: comparisons of values of one type.
//! False are null, `false`, and whatever is empty.

use std::cmp::Ordering;

use super::lists;
use super::numbers;
use super::parts::{self, certain, Built};
use super::Queries;
use crate::ir::query::{Condition, Function, Held, Junction, List, Member, Node, Operator, Type, Value};
use crate::ir::ScalarKind;
use crate::jmespath::{Comparator, Expression};

impl Queries<'_, '_> {
    /// Whether the expression gives something that is true: a `bool`.
    pub(super) fn condition(&mut self, expression: &Expression, current: &Value) -> Built {
        match expression {
            Expression::And(left, right) => Ok(and(self.condition(left, current)?, self.condition(right, current)?)),
            Expression::Or(left, right) => Ok(or(self.condition(left, current)?, self.condition(right, current)?)),
            Expression::Not(inner) => Ok(not(self.condition(inner, current)?)),
            _ => Ok(truth(self.value(expression, current)?)),
        }
    }

    /// `left == right` and the like
    pub(super) fn compare(
        &mut self,
        comparator: Comparator,
        left: &Expression,
        right: &Expression,
        current: &Value,
    ) -> Built {
        // Null is equal to null, but not where it stands for an error.
        let is_call = |expression: &Expression| matches!(expression, Expression::Call(..));
        let may_fail = is_call(left) || is_call(right);
        let (left, right) = (self.value(left, current)?, self.value(right, current)?);
        let are_numbers = matches!((&left.ty, &right.ty), (Type::Number(_), Type::Number(_)));
        let is_operation = may_fail && are_numbers && (left.is_optional || right.is_optional);
        let operator = match comparator {
            Comparator::Equal if is_operation => Operator::Equal,
            Comparator::NotEqual if is_operation => Operator::NotEqual,
            Comparator::Equal => return equal(left, right, false),
            Comparator::NotEqual => return equal(left, right, true),
            Comparator::Less => Operator::Less,
            Comparator::LessOrEqual => Operator::LessOrEqual,
            Comparator::Greater => Operator::Greater,
            Comparator::GreaterOrEqual => Operator::GreaterOrEqual,
        };
        let types = [parts::describe(&left.ty), parts::describe(&right.ty)];
        let Some([left, right]) = same_number(left, right) else {
            return Err(format!("{} and {} are compared, and only numbers have an order", types[0], types[1]));
        };
        if let (Node::Integer(left), Node::Integer(right)) = (&left.node, &right.node) {
            return Ok(parts::boolean(is_ordered(operator, left.cmp(right))));
        }
        Ok(operation(operator, left, right))
    }

    /// `left && right`: the left one if it is false, else the right one.
    pub(super) fn and(&mut self, left: &Expression, right: &Expression, current: &Value) -> Built {
        let then = self.value(right, current)?;
        let first = self.value(left, current)?;
        if first.ty == Type::Boolean && then.ty == Type::Boolean {
            return Ok(connect(true, first, then));
        }
        // What is false of another type is as good as null for whoever wants this one.
        let condition = truth(first);
        if then.ty == parts::NULL {
            return Err("`&&` with null is not supported".to_owned());
        }
        Ok(match condition.node {
            Node::Boolean(true) => then,
            _ => {
                let (then, ty) = (Box::new(parts::optional(then.clone())), then.ty);
                Value { node: Node::If { condition: Box::new(condition), then }, ty, is_optional: true }
            }
        })
    }

    /// `left || right`: the left one if it is true, else the right one.
    pub(super) fn or(&mut self, left: &Expression, right: &Expression, current: &Value) -> Built {
        let (left, right) = (self.value(left, current)?, self.value(right, current)?);
        if left.ty == Type::Boolean && right.ty == Type::Boolean {
            return Ok(connect(false, left, right));
        }
        let [left, right] = same_type(left, right, "||")?;
        let skips_empty = matches!(left.ty, Type::Text | Type::List(_) | Type::Map(_));
        if !left.is_optional && !skips_empty {
            return Ok(left);
        }
        let (ty, is_optional) = (left.ty.clone(), left.is_optional || right.is_optional || skips_empty);
        let (left, right) = (Box::new(parts::optional(left)), Box::new(parts::optional(right)));
        let function = if skips_empty { Junction::ElseIfEmpty } else { Junction::Else };
        Ok(Value { node: Node::Join { function, left, right }, ty, is_optional })
    }
}

/// `&&` and `||` of booleans that may be null.
fn connect(is_and: bool, left: Value, right: Value) -> Value {
    if !left.is_optional && !right.is_optional {
        return if is_and { and(left, right) } else { or(left, right) };
    }
    let (left, right) = (Box::new(parts::optional(left)), Box::new(parts::optional(right)));
    let function = if is_and { Junction::And } else { Junction::Or };
    Value { node: Node::Join { function, left, right }, ty: Type::Boolean, is_optional: true }
}

fn and(left: Value, right: Value) -> Value {
    match (&left.node, &right.node) {
        (Node::Boolean(false), _) | (_, Node::Boolean(true)) => left,
        (Node::Boolean(true), _) | (_, Node::Boolean(false)) => right,
        _ => parts::is(Condition::And(Box::new(left), Box::new(right))),
    }
}

fn or(left: Value, right: Value) -> Value {
    match (&left.node, &right.node) {
        (Node::Boolean(true), _) | (_, Node::Boolean(false)) => left,
        (Node::Boolean(false), _) | (_, Node::Boolean(true)) => right,
        _ => parts::is(Condition::Or(Box::new(left), Box::new(right))),
    }
}

/// The opposite of a `bool`. It is moved to the comparisons, as people write it.
fn not(value: Value) -> Value {
    let condition = match value.node {
        Node::Boolean(value) => return parts::boolean(!value),
        Node::Is(condition) => condition,
        _ => return parts::is(Condition::Not(Box::new(value))),
    };
    parts::is(match condition {
        Condition::And(left, right) => Condition::Or(Box::new(not(*left)), Box::new(not(*right))),
        Condition::Or(left, right) => Condition::And(Box::new(not(*left)), Box::new(not(*right))),
        Condition::Equal { left, right, is_negated } => Condition::Equal { left, right, is_negated: !is_negated },
        Condition::IsNone { of, is_negated } => Condition::IsNone { of, is_negated: !is_negated },
        Condition::IsEmpty { of, is_negated } => Condition::IsEmpty { of, is_negated: !is_negated },
        Condition::IsTrue { of, is_negated } => Condition::IsTrue { of, is_negated: !is_negated },
        Condition::Not(of) => return *of,
        Condition::Compare { operator, left, right } => match operator.negated() {
            Some(operator) => Condition::Compare { operator, left, right },
            None => Condition::Not(Box::new(parts::is(Condition::Compare { operator, left, right }))),
        },
    })
}

/// Whether a value is true: a `bool`.
fn truth(value: Value) -> Value {
    match (&value.ty, value.is_optional) {
        (Type::Boolean, false) => value,
        (Type::Boolean, true) => is_true(value),
        (Type::Text | Type::Enum, _) => match (&value.node, parts::as_text(value.clone())) {
            (Node::Text(text), _) => parts::boolean(!text.is_empty()),
            (_, Ok(text)) => parts::is(Condition::IsEmpty { of: Box::new(text), is_negated: true }),
            // It is a text by its type.
            (_, Err(_)) => parts::boolean(false),
        },
        (Type::Map(_), _) => parts::is(Condition::IsEmpty { of: Box::new(value), is_negated: true }),
        (Type::List(List { held: Held::Slice, .. }), _) => {
            // The accessor has an empty list where there is none.
            let of = if matches!(value.node, Node::Member { member: Member::Slice(_), .. }) {
                lists::items(value)
            } else {
                value
            };
            parts::is(Condition::IsEmpty { of: Box::new(of), is_negated: true })
        }
        (Type::List(_), _) => {
            let length = parts::apply(Function::Length, lists::items(value), Type::Number(ScalarKind::I64));
            operation(Operator::NotEqual, length, certain(Node::Integer(0), Type::Number(ScalarKind::I64)))
        }
        (ty, true) if *ty == parts::NULL => parts::boolean(false),
        (_, true) => parts::is(Condition::IsNone { of: Box::new(value), is_negated: true }),
        (_, false) => parts::boolean(true),
    }
}

/// Whether a boolean is true, and there.
fn is_true(of: Value) -> Value {
    match of.node {
        // If one side only may be null, it does not equal the other one then.
        Node::Is(Condition::Compare { operator: Operator::Equal, left, right })
            if left.is_optional != right.is_optional =>
        {
            let [left, right] = [*left, *right].map(|side| Box::new(parts::optional(side)));
            parts::is(Condition::Equal { left, right, is_negated: false })
        }
        _ => parts::is(Condition::IsTrue { of: Box::new(of), is_negated: false }),
    }
}

/// `left == right`
pub(super) fn equal(left: Value, right: Value, is_negated: bool) -> Built {
    match (left.ty == parts::NULL, right.ty == parts::NULL) {
        (true, true) => return Ok(parts::boolean(!is_negated)),
        (true, false) => return Ok(is_none(right, is_negated)),
        (false, true) => return Ok(is_none(left, is_negated)),
        (false, false) => {}
    }
    let [left, right] = same_type(left, right, "==")?;
    if !matches!(left.ty, Type::Text | Type::Number(_) | Type::Boolean) {
        let what = parts::describe(&left.ty);
        return Err(format!("`==` compares strings, numbers and booleans, and this is {what}"));
    }
    match (&left.node, &right.node) {
        // Clippy finds comparisons of constants, and with `true`.
        (Node::Text(_) | Node::Integer(_) | Node::Float(..) | Node::Boolean(_), right)
            if matches!(right, Node::Text(_) | Node::Integer(_) | Node::Float(..) | Node::Boolean(_)) =>
        {
            return Ok(parts::boolean((left.node == *right) != is_negated));
        }
        (_, Node::Boolean(expected)) if !left.is_optional => {
            return Ok(if *expected != is_negated { left } else { not(left) });
        }
        (Node::Boolean(expected), _) if !right.is_optional => {
            return Ok(if *expected != is_negated { right } else { not(right) });
        }
        _ => {}
    }
    let is_optional = left.is_optional || right.is_optional;
    let side = |value| Box::new(if is_optional { parts::optional(value) } else { value });
    Ok(parts::is(Condition::Equal { left: side(left), right: side(right), is_negated }))
}

fn is_none(value: Value, is_negated: bool) -> Value {
    match value.is_optional {
        true => parts::is(Condition::IsNone { of: Box::new(value), is_negated }),
        false => parts::boolean(is_negated),
    }
}

/// Two values as ones of the same Rust type.
fn same_type(left: Value, right: Value, operator: &str) -> Result<[Value; 2], String> {
    let types = [parts::describe(&left.ty), parts::describe(&right.ty)];
    let pair = match (&left.ty, &right.ty) {
        (Type::Text | Type::Enum, Type::Text | Type::Enum) => [parts::as_text(left)?, parts::as_text(right)?],
        (Type::List(_), Type::List(_)) => {
            let has_nulls = lists::is_item_optional(&left) || lists::is_item_optional(&right);
            [lists::collected(left, has_nulls)?, lists::collected(right, has_nulls)?]
        }
        (Type::Number(_), Type::Number(_)) => match same_number(left, right) {
            Some(pair) => pair,
            None => return Err(format!("`{operator}` is asked of {} and {}", types[0], types[1])),
        },
        _ => [left, right],
    };
    if pair[0].ty != pair[1].ty || pair[0].ty == parts::EVENTS {
        return Err(format!("`{operator}` is asked of {} and {}, which are of several types", types[0], types[1]));
    }
    Ok(pair)
}

fn same_number(left: Value, right: Value) -> Option<[Value; 2]> {
    let pair = [left, right];
    let kind = numbers::common(&pair)?;
    Some(pair.map(|value| numbers::widened(value, kind)))
}

/// An operator's value, which is null if one side is.
pub(super) fn operation(operator: Operator, left: Value, right: Value) -> Value {
    let is_optional = left.is_optional || right.is_optional;
    let (left, right) = (Box::new(left), Box::new(right));
    Value { is_optional, ..parts::is(Condition::Compare { operator, left, right }) }
}

fn is_ordered(operator: Operator, ordering: Ordering) -> bool {
    match operator {
        Operator::NotEqual => ordering.is_ne(),
        Operator::Less => ordering.is_lt(),
        Operator::LessOrEqual => ordering.is_le(),
        Operator::Greater => ordering.is_gt(),
        Operator::GreaterOrEqual => ordering.is_ge(),
        Operator::Equal | Operator::Contains | Operator::StartsWith | Operator::EndsWith => ordering.is_eq(),
    }
}
