//! In: parts of a lowered expression. Out: the ones that are made of them. Exists so that it is
//! decided in one place where null ends an expression and how a closure is put around one.

use crate::ir;
use crate::ir::query::{Condition, Convert, Entries, Function, Held, List, Member, Node, Step, Type, Value};

/// A part of an expression, or why there is none, in the words of a message.
pub(super) type Built = Result<Value, String>;

/// The type of null, which nothing else has.
pub(super) const NULL: Type = Type::Other("null");

/// The type of streams of events: the only one that may be of several Rust types.
pub(super) const EVENTS: Type = Type::Other("a stream of events");

/// A value that is there.
pub(super) fn certain(node: Node, ty: Type) -> Value {
    Value { node, ty, is_optional: false }
}

/// What is made of a value that is there.
pub(super) fn apply(function: Function, of: Value, ty: Type) -> Value {
    certain(Node::Apply { function, of: Box::new(of) }, ty)
}

/// A condition that is not null.
pub(super) fn is(condition: Condition) -> Value {
    certain(Node::Is(condition), Type::Boolean)
}

/// What the closure around gets.
pub(super) fn it(ty: Type, is_optional: bool) -> Value {
    Value { node: Node::It, ty, is_optional }
}

pub(super) fn boolean(value: bool) -> Value {
    certain(Node::Boolean(value), Type::Boolean)
}

pub(super) fn text(text: &str) -> Value {
    certain(Node::Text(text.into()), Type::Text)
}

/// An `Option` in any case.
pub(super) fn optional(value: Value) -> Value {
    match value.is_optional {
        true => value,
        false => Value { is_optional: true, ..apply(Function::Some, value.clone(), value.ty) },
    }
}

/// What is made of a value, and null where it is null.
pub(super) fn then(first: Value, make: impl FnOnce(&Value) -> Built) -> Built {
    if !first.is_optional && is_path(&first) {
        return make(&first);
    }
    let then = make(&it(first.ty.clone(), false))?;
    Ok(bind_or_then(first, then))
}

/// What is made of an `Option`.
pub(super) fn mapped(first: Value, make: impl FnOnce(&Value) -> Value) -> Value {
    let then = make(&it(first.ty.clone(), false));
    bind_or_then(first, then)
}

fn bind_or_then(first: Value, then: Value) -> Value {
    if !first.is_optional {
        return bind(first, then);
    }
    if then.node == Node::It {
        return first;
    }
    Value { ty: then.ty.clone(), node: Node::Then { first: Box::new(first), then: Box::new(then) }, is_optional: true }
}

/// What is made of a value, null or not.
pub(super) fn bind(first: Value, then: Value) -> Value {
    match then.uses() {
        0 => then,
        _ if then.node == Node::It => first,
        _ => {
            let (ty, is_optional) = (then.ty.clone(), then.is_optional);
            Value { node: Node::Let { first: Box::new(first), then: Box::new(then) }, ty, is_optional }
        }
    }
}

/// Whether it may be written several times: it only looks members up.
fn is_path(value: &Value) -> bool {
    match &value.node {
        Node::It | Node::Message(_) | Node::Messages => true,
        Node::Member { of, member: Member::Accessor(_) } => is_path(of),
        _ => false,
    }
}

/// What is made of a list, and null where that is null. An expression that has its closure
/// already goes on in it.
pub(super) fn extend(value: Value, make: impl FnOnce(Value) -> Built) -> Built {
    if !value.is_optional {
        return make(value);
    }
    match value.node {
        Node::Then { first, then } if !then.is_optional => Ok(bind_or_then(*first, make(*then)?)),
        node => {
            let first = Value { node, ..value };
            let then = make(it(first.ty.clone(), false))?;
            Ok(bind_or_then(first, then))
        }
    }
}

/// The type of a value of a type.
pub(super) fn type_of(ty: &ir::Type) -> Type {
    match ty {
        ir::Type::String => Type::Text,
        ir::Type::Enum(_) => Type::Enum,
        ir::Type::Boolean => Type::Boolean,
        ir::Type::Scalar(kind) => Type::Number(*kind),
        ir::Type::Structure(named) => Type::Structure(named.clone()),
        ir::Type::Union(named) => Type::Union(named.clone()),
        ir::Type::List { element, is_sparse, .. } => {
            Type::List(List { item: Box::new(type_of(element)), is_item_optional: *is_sparse, held: Held::Slice })
        }
        ir::Type::Map { key, value, is_sparse, .. } => Type::Map(Entries {
            is_keyed_by_enum: matches!(**key, ir::Type::Enum(_)),
            value: value.clone(),
            is_sparse: *is_sparse,
        }),
        ir::Type::BigInteger => Type::Other("a big integer"),
        ir::Type::BigDecimal => Type::Other("a big decimal"),
        ir::Type::Blob => Type::Other("a blob"),
        ir::Type::Timestamp(_) => Type::Other("a timestamp"),
        ir::Type::Document => Type::Other("a document"),
        ir::Type::ByteStream => Type::Other("a stream of bytes"),
        ir::Type::EventStream { .. } => EVENTS,
    }
}

/// What makes a value of a type of a reference to it.
pub(super) fn conversion(ty: &Type, is_optional: bool) -> Option<Convert> {
    match (ty, is_optional) {
        (Type::Boolean | Type::Number(_), _) => Some(Convert::Copied),
        (Type::Text, false) => Some(Convert::Str),
        (Type::List(_), false) => Some(Convert::Slice),
        (Type::Text | Type::List(_), true) => Some(Convert::OptionDeref),
        (_, true) => Some(Convert::OptionRef),
        (_, false) => None,
    }
}

/// The type of an iterator.
pub(super) fn iterator(item: Type, is_item_optional: bool) -> Type {
    Type::List(List { item: Box::new(item), is_item_optional, held: Held::Iterator })
}

/// A chain with a step more, which makes such items.
pub(super) fn push(chain: Value, step: Step, item: Type, is_item_optional: bool) -> Value {
    let (base, mut steps) = match chain.node {
        Node::Chain { base, steps } => (base, steps),
        node => (Box::new(Value { node, ty: chain.ty, is_optional: chain.is_optional }), Vec::new()),
    };
    steps.push(step);
    certain(Node::Chain { base, steps }, iterator(item, is_item_optional))
}

/// A text, for an enum is one.
pub(super) fn as_text(value: Value) -> Built {
    expect(&value, "a string", |ty| matches!(ty, Type::Text | Type::Enum))?;
    if value.ty == Type::Text {
        return Ok(value);
    }
    let as_str = |of: &Value| apply(Function::AsStr, of.clone(), Type::Text);
    Ok(match value.is_optional {
        true => mapped(value, as_str),
        false => as_str(&value),
    })
}

/// An error where the type is another one.
pub(super) fn expect(value: &Value, what: &str, is_meant: impl Fn(&Type) -> bool) -> Result<(), String> {
    if is_meant(&value.ty) {
        Ok(())
    } else {
        Err(format!("{} is not {what}", describe(&value.ty)))
    }
}

/// A type in the words of a message.
pub(super) fn describe(ty: &Type) -> &'static str {
    match ty {
        Type::Text | Type::Enum => "a string",
        Type::Boolean => "a boolean",
        Type::Number(_) => "a number",
        Type::Structure(_) => "a structure",
        Type::Union(_) => "a union",
        Type::Map(_) => "a map",
        Type::List(_) => "a list",
        Type::Other(what) => what,
        Type::Message(_) => "a message",
        Type::Messages => "an object",
    }
}
