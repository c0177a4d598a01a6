//! In: an expression that selects from each item of a list. Out: a chain of an iterator.
//! A projection drops what is null, and what it projects is null where its list is.

use super::numbers;
use super::parts::{self, certain, Built};
use super::Queries;
use crate::ir::query::{Function, Held, List, Member, Node, Step, Type, Value};
use crate::jmespath::Expression;

impl Queries<'_, '_> {
    /// `left[*].right`, and with a `[]` on its left `left[].right`.
    pub(super) fn projection(&mut self, left: &Expression, right: &Expression, current: &Value) -> Built {
        let list = self.value(left, current)?;
        list_of(&list, "`[*]`")?;
        parts::extend(list, |list| self.each(iterate(list), right))
    }

    /// `inner[]`, without what is projected on it.
    pub(super) fn flatten(&mut self, inner: &Expression, current: &Value) -> Built {
        let list = self.value(inner, current)?;
        list_of(&list, "`[]`")?;
        parts::extend(list, |list| Ok(flat(iterate(list))))
    }

    /// `left.*.right`
    pub(super) fn values(&mut self, left: &Expression, right: &Expression, current: &Value) -> Built {
        let first = self.value(left, current)?;
        let values = parts::then(first, |it| match &it.ty {
            Type::Map(entries) => {
                let item = parts::type_of(&entries.value);
                let ty = parts::iterator(item.clone(), entries.is_sparse);
                let values = parts::apply(Function::Values, it.clone(), ty);
                Ok(converted(values, item, entries.is_sparse))
            }
            _ => {
                let members = self.all_members(it)?;
                let what = || format!("`*` of {}, whose members are of several types,", parts::describe(&it.ty));
                array(members).map(iterate).map_err(|_| format!("{} is not supported", what()))
            }
        })?;
        parts::extend(values, |list| self.each(iterate(list), right))
    }

    /// `left[?condition].right`
    pub(super) fn filter(
        &mut self,
        left: &Expression,
        condition: &Expression,
        right: &Expression,
        current: &Value,
    ) -> Built {
        let list = self.value(left, current)?;
        list_of(&list, "a filter")?;
        parts::extend(list, |list| {
            let chain = without_nulls(iterate(list));
            let item = item_of(&chain);
            let condition = self.condition(condition, &parts::it(item.clone(), false))?;
            let is_copy = item.is_copy();
            let chain = match condition.node {
                Node::Boolean(true) => chain,
                _ => parts::push(chain, Step::Filter(condition, is_copy), item, false),
            };
            self.each(chain, right)
        })
    }

    /// The right side of each item that is not null.
    fn each(&mut self, chain: Value, right: &Expression) -> Built {
        let chain = without_nulls(chain);
        let right = self.value(right, &parts::it(item_of(&chain), false))?;
        Ok(mapped(chain, right))
    }

    /// `[a, b]`
    pub(super) fn elements(&mut self, elements: &[Expression], current: &Value) -> Built {
        parts::then(current.clone(), |it| {
            let elements = elements.iter().map(|element| self.value(element, it)).collect::<Result<Vec<_>, _>>()?;
            array(elements)
        })
    }
}

/// The list that a value is.
pub(super) fn list_of<'v>(value: &'v Value, what: &str) -> Result<&'v List, String> {
    match &value.ty {
        Type::List(list) => Ok(list),
        other => Err(format!("{what} is asked of {}, not of a list", parts::describe(other))),
    }
}

/// The type of the items of a list.
pub(super) fn item_of(list: &Value) -> Type {
    match &list.ty {
        Type::List(list) => (*list.item).clone(),
        other => other.clone(),
    }
}

pub(super) fn is_item_optional(list: &Value) -> bool {
    matches!(&list.ty, Type::List(List { is_item_optional: true, .. }))
}

/// An iterator over a list that is there.
pub(super) fn iterate(list: Value) -> Value {
    let Type::List(List { item, is_item_optional, held }) = list.ty.clone() else { return list };
    match held {
        Held::Iterator => list,
        Held::Slice => {
            converted(parts::push(list, Step::Iter, (*item).clone(), is_item_optional), *item, is_item_optional)
        }
        Held::Array | Held::Vec => parts::push(list, Step::IntoIter, *item, is_item_optional),
    }
}

/// The list for a function that iterates over it by itself.
pub(super) fn iterable(list: Value) -> Value {
    match list.node {
        Node::Chain { base, steps } if matches!(steps[..], [Step::Iter | Step::IntoIter]) => *base,
        node => Value { node, ..list },
    }
}

/// An iterator over values, of one over references to them.
fn converted(chain: Value, item: Type, is_item_optional: bool) -> Value {
    match parts::conversion(&item, is_item_optional) {
        Some(convert) => parts::push(chain, Step::Convert(convert), item, is_item_optional),
        None => chain,
    }
}

/// The same without a last step of this kind.
fn without_last(mut chain: Value, is_meant: impl Fn(&Step) -> bool) -> (Value, Option<Step>) {
    let last = match &mut chain.node {
        Node::Chain { steps, .. } => steps.pop_if(|last| is_meant(last)),
        _ => None,
    };
    (chain, last)
}

/// An iterator over the items that are not null.
pub(super) fn without_nulls(chain: Value) -> Value {
    if !is_item_optional(&chain) {
        return chain;
    }
    let item = item_of(&chain);
    let (chain, last) = without_last(chain, |last| matches!(last, Step::Convert(_)));
    let chain = parts::push(chain, Step::Flatten, item.clone(), false);
    match last {
        // The reference to an `Option` iterates over one to a value.
        Some(_) => converted(chain, item, false),
        None => chain,
    }
}

/// What is made of each item, without what is null.
pub(super) fn mapped(chain: Value, right: Value) -> Value {
    let item = right.ty.clone();
    match (&right.node, right.is_optional) {
        (Node::It, false) => chain,
        (_, true) => parts::push(chain, Step::FilterMap(right), item, false),
        (_, false) => parts::push(chain, Step::Map(right), item, false),
    }
}

/// The items of the lists in a list, and the items that are no lists.
fn flat(chain: Value) -> Value {
    let Type::List(List { item, .. }) = &chain.ty else { return chain };
    let Type::List(List { item, is_item_optional, held }) = (**item).clone() else { return chain };
    let (chain, last) = without_last(chain, |last| matches!(last, Step::Map(_) | Step::FilterMap(_)));
    let convert = |chain: Value, held: Held| match held {
        Held::Slice => converted(chain, (*item).clone(), is_item_optional),
        Held::Iterator | Held::Array | Held::Vec => chain,
    };
    match last {
        Some(Step::Map(list) | Step::FilterMap(list)) => {
            let list = items(list);
            let held = match &list.ty {
                Type::List(list) => list.held,
                _ => held,
            };
            convert(parts::push(chain, Step::FlatMap(list), (*item).clone(), is_item_optional), held)
        }
        _ => {
            let chain = without_nulls(chain);
            let (chain, _) = without_last(chain, |last| matches!(last, Step::Convert(_)));
            convert(parts::push(chain, Step::Flatten, (*item).clone(), is_item_optional), held)
        }
    }
}

/// A list that is empty where it was null: a slice, or an iterator.
pub(super) fn items(value: Value) -> Value {
    if !value.is_optional {
        return value;
    }
    match value.node {
        Node::Member { of, member: Member::Slice(field) } => {
            certain(Node::Member { of, member: Member::Accessor(field) }, value.ty)
        }
        Node::Then { first, then } => match (&first.node, then.node) {
            (Node::Member { member: Member::Slice(_), .. }, Node::Chain { base, steps }) if base.node == Node::It => {
                let base = Box::new(items(*first));
                certain(Node::Chain { base, steps }, value.ty)
            }
            (_, Node::Chain { base, steps }) if base.node == Node::It && !then.is_optional => {
                let steps = steps.into_iter().filter(|step| !matches!(step, Step::Iter | Step::IntoIter));
                let steps = [Step::IntoIter, Step::Flatten].into_iter().chain(steps).collect();
                certain(Node::Chain { base: first, steps }, value.ty)
            }
            (_, node) => {
                flattened(Value { node: Node::Then { first, then: Box::new(Value { node, ..*then }) }, ..value })
            }
        },
        node => flattened(Value { node, ..value }),
    }
}

/// An iterator over what an `Option` of a list holds.
fn flattened(value: Value) -> Value {
    let Type::List(List { item, is_item_optional, held }) = value.ty.clone() else { return value };
    let chain = parts::push(value, Step::IntoIter, (*item).clone(), is_item_optional);
    let chain = parts::push(chain, Step::Flatten, (*item).clone(), is_item_optional);
    match held {
        Held::Slice => converted(chain, *item, is_item_optional),
        Held::Iterator | Held::Array | Held::Vec => chain,
    }
}

/// A list of a single type.
pub(super) fn array(mut elements: Vec<Value>) -> Built {
    let all = |is_meant: fn(&Type) -> bool| elements.iter().all(|element| is_meant(&element.ty));
    if all(|ty| matches!(ty, Type::Text | Type::Enum)) {
        elements = elements.into_iter().map(parts::as_text).collect::<Result<_, _>>()?;
    } else if all(|ty| matches!(ty, Type::List(_))) {
        let has_nulls = elements.iter().any(is_item_optional);
        elements = elements.into_iter().map(|list| collected(list, has_nulls)).collect::<Result<_, _>>()?;
    } else if let Some(kind) = numbers::common(&elements) {
        elements = elements.into_iter().map(|element| numbers::widened(element, kind)).collect();
    }
    let Some(item) = elements.first().map(|element| element.ty.clone()) else {
        return Err("a list of nothing is not supported".to_owned());
    };
    if let Some(other) = elements.iter().find(|element| element.ty != item) {
        let (first, other) = (parts::describe(&item), parts::describe(&other.ty));
        return Err(format!("a list of several types, {first} and {other}, is not supported"));
    }
    if item == parts::NULL || item == parts::EVENTS {
        return Err(format!("a list of {} is not supported", parts::describe(&item)));
    }
    let is_item_optional = elements.iter().any(|element| element.is_optional);
    if is_item_optional {
        elements = elements.into_iter().map(parts::optional).collect();
    }
    let ty = Type::List(List { item: Box::new(item), is_item_optional, held: Held::Array });
    Ok(certain(Node::Array(elements), ty))
}

/// A list as a vector, whose Rust type depends on its items only.
pub(super) fn collected(list: Value, has_nulls: bool) -> Built {
    parts::extend(list, |list| {
        let chain = iterate(list);
        let chain = if item_of(&chain) == Type::Enum { texts(chain)? } else { chain };
        Ok(collect(if has_nulls { with_nulls(chain) } else { chain }))
    })
}

fn collect(chain: Value) -> Value {
    let (item, is_item_optional) = (item_of(&chain), is_item_optional(&chain));
    let ty = Type::List(List { item: Box::new(item.clone()), is_item_optional, held: Held::Vec });
    Value { ty, ..parts::push(chain, Step::Collect, item, is_item_optional) }
}

/// The chain with items that may be null.
pub(super) fn with_nulls(chain: Value) -> Value {
    if is_item_optional(&chain) {
        return chain;
    }
    let item = item_of(&chain);
    parts::push(chain, Step::Map(parts::optional(parts::it(item.clone(), false))), item, true)
}

/// The chain with its items as text.
pub(super) fn texts(chain: Value) -> Built {
    let text = parts::as_text(parts::it(item_of(&chain), is_item_optional(&chain)))?;
    Ok(match text.node {
        Node::It => chain,
        _ => {
            let is_item_optional = text.is_optional;
            parts::push(chain, Step::Map(text), Type::Text, is_item_optional)
        }
    })
}

/// An iterator over the texts or enums of a list.
pub(super) fn all_texts(list: Value) -> Built {
    list_of(&list, "a list of strings")?;
    let chain = iterate(items(list));
    parts::as_text(parts::it(item_of(&chain), false))?;
    Ok(chain)
}

/// `Option<Vec<String>>`
pub(super) fn owned_texts(value: Value) -> Built {
    list_of(&value, "a list of strings")?;
    let owned = parts::extend(value, |list| {
        let chain = texts(without_nulls(iterate(list)))?;
        Ok(collect(parts::push(chain, Step::ToOwned, Type::Text, false)))
    })?;
    Ok(parts::optional(owned))
}
