//! In: a call. Out: what Rust has for it. A function of null gives null.

use super::conditions;
use super::lists;
use super::numbers;
use super::parts::{self, certain, Built};
use super::Queries;
use crate::ir::query::{Function, Held, Junction, List, Node, Operator, Step, Type, Value};
use crate::ir::ScalarKind;
use crate::jmespath::Expression;
use crate::suggest;

/// The functions that a client has.
const FUNCTIONS: [&str; 5] = ["contains", "ends_with", "keys", "length", "starts_with"];

impl Queries<'_, '_> {
    pub(super) fn call(&mut self, name: &str, arguments: &[Expression], current: &Value) -> Built {
        let values = arguments.iter().map(|argument| self.value(argument, current)).collect::<Result<Vec<_>, _>>()?;
        let mut values = values.into_iter();
        match (name, values.next(), values.next(), values.next()) {
            ("length", Some(of), None, None) => self.length(of),
            ("keys", Some(of), None, None) => self.keys(of),
            ("contains", Some(Value { ty: Type::List(list), node, is_optional }), Some(value), None) => {
                contains(Value { ty: Type::List(list), node, is_optional }, value)
            }
            ("contains", Some(left), Some(right), None) => of_texts(Operator::Contains, left, right),
            ("starts_with", Some(left), Some(right), None) => of_texts(Operator::StartsWith, left, right),
            ("ends_with", Some(left), Some(right), None) => of_texts(Operator::EndsWith, left, right),
            _ if FUNCTIONS.contains(&name) => Err(format!("`{name}()` does not take {} arguments", arguments.len())),
            _ => {
                let known = suggest::list(&FUNCTIONS).unwrap_or_default();
                Err(format!("`{name}()` is not supported, but {known}"))
            }
        }
    }

    fn length(&mut self, of: Value) -> Built {
        let length = |of| Ok(parts::apply(Function::Length, lists::iterable(of), Type::Number(ScalarKind::I64)));
        match &of.ty {
            Type::Text | Type::Enum => parts::then(parts::as_text(of)?, |it| {
                Ok(parts::apply(Function::Chars, it.clone(), Type::Number(ScalarKind::I64)))
            }),
            Type::List(_) => parts::extend(of, length),
            Type::Map(_) => parts::then(of, |it| length(it.clone())),
            Type::Structure(_) | Type::Union(_) | Type::Message(_) => {
                let keys = self.keys(of)?;
                parts::extend(keys, |list| length(lists::iterate(list)))
            }
            other => Err(format!("`length()` is asked of {}", parts::describe(other))),
        }
    }

    fn keys(&mut self, of: Value) -> Built {
        let texts = |held| {
            let is_item_optional = held == Held::Array;
            Type::List(List { item: Box::new(Type::Text), is_item_optional, held })
        };
        match &of.ty {
            Type::Map(_) => parts::then(of, |it| Ok(parts::apply(Function::Keys, it.clone(), texts(Held::Vec)))),
            Type::Structure(_) | Type::Union(_) | Type::Message(_) => parts::then(of, |it| {
                let names = certain(Node::Names(self.names(it)?), texts(Held::Array));
                Ok(lists::without_nulls(lists::iterate(names)))
            }),
            other => Err(format!("`keys()` is asked of {}", parts::describe(other))),
        }
    }
}

/// Whether a list has a value in it.
fn contains(list: Value, value: Value) -> Built {
    let item = lists::item_of(&list);
    let is_text = |ty: &Type| matches!(ty, Type::Text | Type::Enum);
    let (list, value) = match (&item, &value.ty) {
        (item, ty) if is_text(item) && is_text(ty) => {
            (parts::extend(list, |list| lists::texts(lists::iterate(list)))?, parts::as_text(value)?)
        }
        (Type::Boolean, Type::Boolean) => (parts::extend(list, |list| Ok(lists::iterate(list)))?, value),
        (Type::Number(_), Type::Number(_)) => {
            let item = parts::it(item.clone(), false);
            let kind = numbers::common(&[item, value.clone()]).unwrap_or(ScalarKind::F64);
            let widen = |list| {
                let chain = lists::iterate(list);
                let it = parts::it(lists::item_of(&chain), lists::is_item_optional(&chain));
                let number = numbers::widened(it, kind);
                let is_item_optional = number.is_optional;
                Ok(match number.node {
                    Node::It => chain,
                    _ => parts::push(chain, Step::Map(number), Type::Number(kind), is_item_optional),
                })
            };
            (parts::extend(list, widen)?, numbers::widened(value, kind))
        }
        (item, ty) => {
            let (item, ty) = (parts::describe(item), parts::describe(ty));
            return Err(format!("`contains()` looks for {ty} in a list of which each item is {item}"));
        }
    };
    let is_optional = list.is_optional;
    let (list, value) = comparable(list, value)?;
    Ok(Value { is_optional, ..join(Junction::Contains, list, value) })
}

/// A list and a value both of which may have a null, or none of which does.
fn comparable(list: Value, value: Value) -> Result<(Value, Value), String> {
    let same = |list| if value.is_optional { lists::with_nulls(list) } else { lists::without_nulls(list) };
    Ok((parts::extend(list, |list| Ok(lists::iterable(same(list))))?, value))
}

/// A question about two texts.
fn of_texts(operator: Operator, left: Value, right: Value) -> Built {
    Ok(conditions::operation(operator, parts::as_text(left)?, parts::as_text(right)?))
}

/// Whether a text is one of these.
pub(super) fn is_one_of(value: Value, texts: &[&str]) -> Built {
    let value = parts::as_text(value)?;
    match texts {
        [text] => conditions::equal(value, parts::text(text), false),
        _ => Ok(join(Junction::Contains, array(texts, value.is_optional), value)),
    }
}

/// Whether all items of a list are the same one of these texts, or any is one of them.
pub(super) fn compare_texts(list: Value, texts: &[&str], is_all: bool) -> Built {
    let chain = lists::all_texts(list)?;
    let (function, chain) = match is_all {
        true => (Junction::AllTexts, chain),
        // A null is not one of these texts.
        false => (Junction::AnyText, lists::without_nulls(chain)),
    };
    Ok(join(function, lists::iterable(chain), array(texts, false)))
}

/// An array of texts, to be compared with texts that may be null or are not.
fn array(texts: &[&str], is_item_optional: bool) -> Value {
    let items = texts.iter().map(|text| nullable(parts::text(text), is_item_optional)).collect();
    certain(Node::Array(items), Type::List(List { item: Box::new(Type::Text), is_item_optional, held: Held::Array }))
}

fn nullable(text: Value, is_optional: bool) -> Value {
    match is_optional {
        true => parts::optional(text),
        false => text,
    }
}

fn join(function: Junction, left: Value, right: Value) -> Value {
    certain(Node::Join { function, left: Box::new(left), right: Box::new(right) }, Type::Boolean)
}
