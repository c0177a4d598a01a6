//! In: a JMESPath expression, the message that it is asked of, and what its asker wants to
//! know. Out: the expression in terms of the lowered shapes, whose types are known, or why
//! there is none. Exists for the endpoint parameters that an operation takes from its input
//! and for waiters: what these select is decided here, and nothing when a client runs.
//!
//! Where the specification has an error, `length(null)` for one, there is null. A structure
//! is true if it is there, whatever it has. Maps are read in the order of their keys.

mod conditions;
mod fields;
mod functions;
mod lists;
mod numbers;
mod parts;

#[cfg(test)]
mod tests;

use self::parts::Built;
use crate::ir::query::{Message, Node, Query, Type, Value};
use crate::ir::{ScalarKind, Structure};
use crate::jmespath::Expression;
use crate::lower::shapes::Shapes;
use crate::text::Number;

/// What an expression is asked of.
#[derive(Clone, Copy)]
pub(crate) enum Asked<'a> {
    Input(&'a Structure),
    Output(&'a Structure),
    /// An object of both, `input` and `output`.
    Both(&'a Structure, &'a Structure),
}

/// What the asker wants to know.
#[derive(Debug, Clone)]
pub(crate) enum Wanted<'a> {
    /// `Option<Vec<String>>`: the texts of a list, without its nulls.
    Texts,
    /// `Option<&str>`
    Text,
    /// `Option<bool>`
    Flag,
    /// `bool`: whether it is one of these texts.
    IsText(Vec<&'a str>),
    /// `bool`: whether it is this boolean.
    IsFlag(bool),
    /// `bool`: whether all texts of a list, of which there is one at least, are the same one of
    /// these.
    AllAre(Vec<&'a str>),
    /// `bool`: whether one of these texts is in a list.
    AnyIs(Vec<&'a str>),
}

/// More than any real expression has; it bounds how deep the types of iterators become.
const MAX_PARTS: usize = 256;

/// Lowers an expression.
pub(crate) fn lower(
    shapes: &Shapes<'_>,
    asked: Asked<'_>,
    expression: &Expression,
    wanted: Wanted<'_>,
) -> Result<Query, String> {
    lower_with(shapes, asked, expression, |queries, root| queries.wanted(expression, root, wanted))
}

/// Lowers an expression of which several things are asked, and what is asked of `it`, the value
/// that it gives.
pub(crate) fn lower_shared(
    shapes: &Shapes<'_>,
    asked: Asked<'_>,
    expression: &Expression,
    wanted: Vec<Wanted<'_>>,
) -> Result<(Query, Vec<Query>), String> {
    let of_it = |it: &Value, wanted| {
        Ok(Query { value: asked_of(it.clone(), wanted)?, touches_deprecated: false, touches_secret: false })
    };
    let value = lower_with(shapes, asked, expression, |queries, root| {
        let value = queries.value(expression, root)?;
        match wanted.first() {
            Some(Wanted::AllAre(_) | Wanted::AnyIs(_)) => lists::all_texts(value),
            Some(Wanted::IsText(_)) => parts::as_text(value),
            _ => Ok(value),
        }
    })?;
    let it = parts::it(value.value.ty.clone(), value.value.is_optional);
    let answers = wanted.into_iter().map(|wanted| of_it(&it, wanted)).collect::<Result<_, String>>()?;
    Ok((value, answers))
}

fn lower_with(
    shapes: &Shapes<'_>,
    asked: Asked<'_>,
    expression: &Expression,
    lower: impl FnOnce(&mut Queries<'_, '_>, &Value) -> Built,
) -> Result<Query, String> {
    if parts_of(expression) > MAX_PARTS {
        return Err("the expression is too long for a client".to_owned());
    }
    let (input, output, root) = match asked {
        Asked::Input(input) => (Some(input), None, message(Message::Input)),
        Asked::Output(output) => (None, Some(output), message(Message::Output)),
        Asked::Both(input, output) => {
            (Some(input), Some(output), Value { node: Node::Messages, ty: Type::Messages, is_optional: false })
        }
    };
    // A member of a secret is one itself, and only messages are members of nothing.
    let touches_secret = [input, output].into_iter().flatten().any(|message| message.is_sensitive);
    let mut queries = Queries { shapes, input, output, touches_deprecated: false, touches_secret };
    let value = lower(&mut queries, &root)?;
    let Queries { touches_deprecated, touches_secret, .. } = queries;
    Ok(Query { value, touches_deprecated, touches_secret })
}

fn message(message: Message) -> Value {
    Value { node: Node::Message(message), ty: Type::Message(message), is_optional: false }
}

/// How many operators, names and literals there are.
fn parts_of(expression: &Expression) -> usize {
    let all = |parts: &[Expression]| parts.iter().map(parts_of).sum::<usize>();
    1 + match expression {
        Expression::Current | Expression::Field(_) | Expression::Literal(_) => 0,
        Expression::Index(_) | Expression::Slice(..) => 0,
        Expression::Sub(left, right) | Expression::Compare(_, left, right) => parts_of(left) + parts_of(right),
        Expression::And(left, right) | Expression::Or(left, right) => parts_of(left) + parts_of(right),
        Expression::Projection(left, right) | Expression::Values(left, right) => parts_of(left) + parts_of(right),
        Expression::Not(inner) | Expression::Reference(inner) | Expression::Flatten(inner) => parts_of(inner),
        Expression::Call(_, arguments) => all(arguments),
        Expression::List(elements) => all(elements),
        Expression::Hash(entries) => entries.iter().map(|(_, value)| parts_of(value)).sum(),
        Expression::Filter { left, condition, right } => parts_of(left) + parts_of(condition) + parts_of(right),
    }
}

/// What expressions look names up in.
struct Queries<'a, 'm> {
    shapes: &'a Shapes<'m>,
    input: Option<&'a Structure>,
    output: Option<&'a Structure>,
    touches_deprecated: bool,
    touches_secret: bool,
}

impl Queries<'_, '_> {
    fn wanted(&mut self, expression: &Expression, root: &Value, wanted: Wanted<'_>) -> Built {
        // To be true is all that is asked of it, so that its parts may be null.
        if let Wanted::IsFlag(true) = wanted {
            let value = self.value(expression, root)?;
            parts::expect(&value, "a boolean", |ty| *ty == Type::Boolean)?;
            return self.condition(expression, root);
        }
        asked_of(self.value(expression, root)?, wanted)
    }

    /// What an expression gives of a value.
    fn value(&mut self, expression: &Expression, current: &Value) -> Built {
        match expression {
            Expression::Current => Ok(current.clone()),
            Expression::Literal(value) => literal(value),
            Expression::Field(name) => self.field(name, current),
            Expression::Sub(left, right) => self.sub(left, right, current),
            Expression::Compare(comparator, left, right) => self.compare(*comparator, left, right, current),
            Expression::And(left, right) => self.and(left, right, current),
            Expression::Or(left, right) => self.or(left, right, current),
            Expression::Not(_) => self.condition(expression, current),
            Expression::Call(name, arguments) => self.call(name, arguments, current),
            Expression::List(elements) => self.elements(elements, current),
            Expression::Flatten(inner) => self.flatten(inner, current),
            Expression::Projection(left, right) => self.projection(left, right, current),
            Expression::Values(left, right) => self.values(left, right, current),
            Expression::Filter { left, condition, right } => self.filter(left, condition, right, current),
            Expression::Index(_) => Err("`[0]`, one item of a list, is not supported".to_owned()),
            Expression::Slice(..) => Err("`[a:b]`, a slice, is not supported".to_owned()),
            Expression::Hash(_) => Err("`{a: b}`, an object, is not supported".to_owned()),
            Expression::Reference(_) => Err("`&a`, an expression as an argument, is not supported".to_owned()),
        }
    }

    /// `left.right` and `left | right`
    fn sub(&mut self, left: &Expression, right: &Expression, current: &Value) -> Built {
        let first = self.value(left, current)?;
        if !first.is_optional || is_null_of_null(right) {
            return parts::then(first, |it| self.value(right, it));
        }
        // It makes something of null, too.
        let it = parts::it(first.ty.clone(), first.is_optional);
        let then = self.value(right, &it)?;
        Ok(parts::bind(first, then))
    }
}

/// What is wanted of a value.
fn asked_of(value: Value, wanted: Wanted<'_>) -> Built {
    match wanted {
        Wanted::Texts => lists::owned_texts(value),
        Wanted::Text => parts::as_text(value).map(parts::optional),
        Wanted::Flag => {
            parts::expect(&value, "a boolean", |ty| *ty == Type::Boolean)?;
            Ok(parts::optional(value))
        }
        Wanted::IsFlag(expected) => {
            parts::expect(&value, "a boolean", |ty| *ty == Type::Boolean)?;
            conditions::equal(value, parts::boolean(expected), false)
        }
        Wanted::IsText(texts) => functions::is_one_of(value, &texts),
        Wanted::AllAre(texts) => functions::compare_texts(value, &texts, true),
        Wanted::AnyIs(texts) => functions::compare_texts(value, &texts, false),
    }
}

/// Whether an expression gives null of null, as all but a few do.
fn is_null_of_null(expression: &Expression) -> bool {
    match expression {
        Expression::Current | Expression::Field(_) | Expression::Index(_) | Expression::Slice(..) => true,
        Expression::List(_) | Expression::Hash(_) => true,
        Expression::Literal(_) | Expression::Not(_) | Expression::Reference(_) => false,
        Expression::Flatten(left) | Expression::Projection(left, _) | Expression::Values(left, _) => {
            is_null_of_null(left)
        }
        Expression::Filter { left, .. } | Expression::And(left, _) => is_null_of_null(left),
        Expression::Or(left, right) | Expression::Sub(left, right) => is_null_of_null(left) && is_null_of_null(right),
        Expression::Compare(comparator, left, right) => {
            comparator.is_ordering() && (is_null_of_null(left) || is_null_of_null(right))
        }
        Expression::Call(_, arguments) => arguments.first().is_some_and(is_null_of_null),
    }
}

fn literal(value: &serde_json::Value) -> Built {
    match value {
        serde_json::Value::Null => Ok(Value { node: Node::Null, ty: parts::NULL, is_optional: true }),
        serde_json::Value::Bool(value) => Ok(parts::boolean(*value)),
        serde_json::Value::String(text) => Ok(parts::text(text)),
        serde_json::Value::Number(number) => {
            let float = || Number::float(&number.to_string());
            let (node, kind) = match (number.as_i64(), float()) {
                (Some(integer), _) => (Node::Integer(integer), ScalarKind::I64),
                (None, Some(float)) => (Node::Float(ScalarKind::F64, float), ScalarKind::F64),
                (None, None) => return Err(format!("`{number}` is more than a number holds")),
            };
            Ok(Value { node, ty: Type::Number(kind), is_optional: false })
        }
        serde_json::Value::Array(_) => Err("a literal that is a list is not supported".to_owned()),
        serde_json::Value::Object(_) => Err("a literal that is an object is not supported".to_owned()),
    }
}
