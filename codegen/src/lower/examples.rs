//! In: `@examples` of an operation. Out: doc examples that compile: the call
//! with each example's input, through the fluent builder. An example that holds
//! what has no short form in Rust (a document, say) is left out whole.

use super::context::Context;
use super::members;
use crate::diagnostics::Diagnostics;
use crate::ir::{Named, Role, ScalarKind, Structure, Type};
use crate::model::{Node, Shape, Value};
use crate::names;
use crate::traits;

/// Markdown lines for all examples of the operation, each after a blank line.
pub(super) fn lower(
    context: &Context<'_>,
    operation: &Shape,
    method: &str,
    input: &Structure,
    krate: &str,
) -> Vec<String> {
    let examples = operation.traits.get(traits::EXAMPLES).and_then(Node::as_array).unwrap_or_default();
    examples.iter().filter_map(|example| lower_one(context, example, method, input, krate)).flatten().collect()
}

fn lower_one(
    context: &Context<'_>,
    example: &Node,
    method: &str,
    input: &Structure,
    krate: &str,
) -> Option<Vec<String>> {
    let writer = Writer { context, krate };
    let title = example.get("title").and_then(Node::as_str)?;
    let mut lines = vec![String::new()];
    lines.extend(super::docs::to_markdown(title).0);
    lines.extend([String::new(), "```no_run".to_owned()]);
    lines.push(format!("# async fn example(client: {krate}::Client) -> Result<(), {krate}::Error> {{"));
    lines.push("let answer = client".to_owned());
    lines.push(format!("    .{method}()"));
    for (name, value) in example.get("input").and_then(Node::as_object).unwrap_or_default() {
        let member = input.members.iter().find(|member| member.model_name == *name)?;
        lines.extend(writer.setter(&member.field, &member.ty, value)?.into_iter().map(|line| format!("    {line}")));
    }
    lines.extend(["    .send()", "    .await?;", "# let _ = answer;", "# Ok(())", "# }", "```"].map(str::to_owned));
    Some(lines)
}

/// Writes values as Rust; None for one that has no short form.
struct Writer<'c, 'm> {
    context: &'c Context<'m>,
    krate: &'c str,
}

impl Writer<'_, '_> {
    /// `.field(value)`, once per element for a list or map.
    fn setter(&self, field: &str, ty: &Type, value: &Node) -> Option<Vec<String>> {
        match (ty, &value.value) {
            (Type::List { element, is_sparse: false }, Value::Array(elements)) => {
                let calls = elements.iter().map(|value| Some(call(field, self.value(element, value)?)));
                Some(calls.collect::<Option<Vec<_>>>()?.concat())
            }
            (Type::Map { key, value: ty, is_sparse: false }, Value::Object(entries)) => {
                let calls = entries.iter().map(|(name, value)| {
                    let [key] = &self.text(key, name)?[..] else { return None };
                    let [value] = &self.value(ty, value)?[..] else { return None };
                    Some(format!(".{field}({key}, {value})"))
                });
                calls.collect()
            }
            _ => Some(call(field, self.value(ty, value)?)),
        }
    }

    fn value(&self, ty: &Type, node: &Node) -> Option<Vec<String>> {
        let krate = self.krate;
        Some(match (ty, &node.value) {
            (Type::String | Type::Enum(_), Value::String(text)) => return self.text(ty, text),
            (Type::Boolean, Value::Bool(value)) => vec![value.to_string()],
            (Type::Scalar(kind), Value::Number(number)) => vec![scalar(*kind, &number.0)?],
            (Type::Blob, Value::String(text)) => vec![format!("{krate}::primitives::Blob::new({text:?})")],
            (Type::Timestamp(_), Value::Number(number)) => {
                vec![format!("{krate}::primitives::DateTime::from_secs({})", number.as_i64()?)]
            }
            (Type::List { element, is_sparse: false }, Value::Array(elements)) => {
                let elements = elements.iter().map(|value| one_line(self.value(element, value)?));
                vec![format!("vec![{}]", elements.collect::<Option<Vec<_>>>()?.join(", "))]
            }
            (Type::Structure(named), Value::Object(members)) => self.structure(named, members)?,
            (Type::Union(named), Value::Object(members)) => self.union(named, members)?,
            _ => return None,
        })
    }

    fn text(&self, ty: &Type, text: &str) -> Option<Vec<String>> {
        match ty {
            Type::String => Some(vec![format!("{text:?}")]),
            Type::Enum(named) => Some(vec![format!("{}::from({text:?})", self.path(named))]),
            _ => None,
        }
    }

    fn structure(&self, named: &Named, values: &[(String, Node)]) -> Option<Vec<String>> {
        let shape = self.shape(named)?;
        let mut lines = vec![format!("{}::builder()", self.path(named))];
        let mut ignored = Diagnostics::new();
        let members: Vec<_> = shape
            .members
            .iter()
            .map(|member| members::lower(self.context, shape, member, Role::Shape, &mut ignored))
            .collect();
        for (name, value) in values {
            let member = members.iter().find(|member| member.model_name == *name)?;
            // A box has a setter that takes one, which an example need not show.
            if member.is_boxed {
                return None;
            }
            lines.extend(self.setter(&member.field, &member.ty, value)?.into_iter().map(|line| format!("    {line}")));
        }
        let is_fallible = members.iter().any(|member| member.fails_build());
        lines.push(format!("    .build(){}", if is_fallible { "?" } else { "" }));
        Some(lines)
    }

    fn union(&self, named: &Named, values: &[(String, Node)]) -> Option<Vec<String>> {
        let [(name, value)] = values else { return None };
        let member = self.shape(named)?.member(name)?;
        let variant = format!("{}::{}", self.path(named), names::variant(name));
        if member.target.as_str() == traits::UNIT {
            return Some(vec![variant]);
        }
        if crate::transforms::is_boxed(member) {
            return None;
        }
        let ty = super::types::lower(self.context, member, self.context.protocol.body_timestamps());
        let value = match (&ty, self.value(&ty, value)?) {
            (Type::String, lines) => vec![format!("{}.to_owned()", one_line(lines)?)],
            (_, lines) => lines,
        };
        Some(wrapped(&variant, value))
    }

    fn shape(&self, named: &Named) -> Option<&Shape> {
        self.context.emitted().find(|(_, path, _)| *path == named).map(|(shape, _, _)| shape)
    }

    fn path(&self, named: &Named) -> String {
        let module = named.module.get(1..).unwrap_or_default().join("::");
        format!("{}::{module}::{}", self.krate, named.name)
    }
}

fn call(field: &str, value: Vec<String>) -> Vec<String> {
    wrapped(&format!(".{field}"), value)
}

/// `f(value)`, on one line if the value is.
fn wrapped(function: &str, value: Vec<String>) -> Vec<String> {
    match &value[..] {
        [line] => vec![format!("{function}({line})")],
        lines => {
            let mut out = vec![format!("{function}(")];
            out.extend(lines.iter().map(|line| format!("    {line}")));
            if let Some(last) = out.last_mut() {
                last.push(',');
            }
            out.push(")".to_owned());
            out
        }
    }
}

fn one_line(lines: Vec<String>) -> Option<String> {
    Some(lines.iter().map(|line| line.trim()).collect::<Vec<_>>().concat())
}

fn scalar(kind: ScalarKind, number: &str) -> Option<String> {
    let is_float_literal = number.contains(['.', 'e', 'E']);
    match (kind.is_float(), is_float_literal) {
        (true, false) => Some(format!("{number}.0")),
        (false, true) => None,
        _ => Some(number.to_owned()),
    }
}
