//! In: `@examples` of an operation. Out: doc examples that compile: the call
//! with each example's input, through the fluent builder. An example that is
//! wrong, or that holds what has no short form in Rust (a document, say) is left out whole.

use super::{context::Context, literals};
use crate::ir::{Field, Item, Literal, Named, ScalarKind, Structure};
use crate::model::{Kind, Node, Shape};
use crate::traits;
use crate::values::{examples, Checker};

/// Markdown lines for all examples of the operation, each after a blank line.
pub(super) fn lower(
    context: &Context<'_>,
    operation: &Shape,
    method: &str,
    input: &Structure,
    krate: &str,
) -> Vec<String> {
    let Kind::Operation(facts) = &operation.kind else { return Vec::new() };
    let entries = operation.traits.get(traits::EXAMPLES).and_then(Node::as_array).unwrap_or_default();
    // One that is wrong is reported by the rule that found it.
    let mut checker = Checker::new(context.model);
    let right = entries.iter().filter(|example| examples::is_right(&mut checker, operation, facts, example));
    right.filter_map(|example| lower_one(context, example, method, input, krate)).flatten().collect()
}

fn lower_one(
    context: &Context<'_>,
    example: &Node,
    method: &str,
    input: &Structure,
    krate: &str,
) -> Option<Vec<String>> {
    let title = example.get("title").and_then(Node::as_str)?;
    let mut lines = vec![String::new()];
    lines.extend(super::docs::to_markdown(title).0);
    lines.extend([String::new(), "```no_run".to_owned()]);
    lines.push(format!("# async fn example(client: {krate}::Client) -> Result<(), {krate}::Error> {{"));
    lines.push("let answer = client".to_owned());
    lines.push(format!("    .{method}()"));
    let values = example.get("input").and_then(Node::as_object).unwrap_or_default();
    for field in literals::fields(context, &input.members, values)? {
        lines.extend(indented(Printer { krate }.setter(&field)?));
    }
    lines.extend(["    .send()", "    .await?;", "# let _ = answer;", "# Ok(())", "# }", "```"].map(str::to_owned));
    Some(lines)
}

/// Prints values as Rust; None for one that has no short form.
struct Printer<'c> {
    krate: &'c str,
}

impl Printer<'_> {
    /// `.field(value)`, once per element for a list or map.
    fn setter(&self, field: &Field) -> Option<Vec<String>> {
        // A box has a setter that takes one, which an example need not show.
        if field.is_boxed {
            return None;
        }
        let call = format!(".{}", field.field);
        match &field.value {
            Literal::List(items) => {
                let calls = items.iter().map(|item| Some(wrapped(&call, self.item(item)?)));
                Some(calls.collect::<Option<Vec<_>>>()?.concat())
            }
            Literal::Map(entries) => {
                let calls = entries.iter().map(|(key, item)| {
                    let [key] = &self.value(key)?[..] else { return None };
                    let [value] = &self.item(item)?[..] else { return None };
                    Some(format!("{call}({key}, {value})"))
                });
                calls.collect()
            }
            value => Some(wrapped(&call, self.value(value)?)),
        }
    }

    fn item(&self, item: &Item) -> Option<Vec<String>> {
        match item {
            Item::Dense(value) => self.value(value),
            Item::Sparse(_) => None,
        }
    }

    fn value(&self, value: &Literal) -> Option<Vec<String>> {
        let krate = self.krate;
        Some(match value {
            Literal::String(text) => vec![format!("{text:?}")],
            Literal::Enum(named, text) => vec![format!("{}::from({text:?})", self.path(named))],
            Literal::Boolean(value) => vec![value.to_string()],
            Literal::Scalar(kind, digits) => vec![scalar(*kind, digits)?],
            Literal::Blob(bytes) => {
                vec![format!("{krate}::primitives::Blob::new({:?})", std::str::from_utf8(bytes).ok()?)]
            }
            Literal::ByteStream(bytes) => {
                vec![format!("{krate}::primitives::ByteStream::from_static(b\"{}\")", bytes.escape_ascii())]
            }
            Literal::Timestamp(seconds, 0) => vec![format!("{krate}::primitives::DateTime::from_secs({seconds})")],
            Literal::List(items) => {
                let items = items.iter().map(|item| Some(one_line(&self.item(item)?)));
                vec![format!("vec![{}]", items.collect::<Option<Vec<_>>>()?.join(", "))]
            }
            Literal::Structure(structure) => {
                let mut lines = vec![format!("{}::builder()", self.path(&structure.named))];
                for field in &structure.fields {
                    lines.extend(indented(self.setter(field)?));
                }
                lines.push(format!("    .build(){}", if structure.is_build_fallible { "?" } else { "" }));
                lines
            }
            Literal::Union { named, variant, value: None, .. } => vec![format!("{}::{variant}", self.path(named))],
            Literal::Union { named, variant, value: Some(value), is_boxed: false } => {
                let lines = self.value(value)?;
                let lines = match **value {
                    Literal::String(_) => vec![format!("{}.to_owned()", one_line(&lines))],
                    _ => lines,
                };
                wrapped(&format!("{}::{variant}", self.path(named)), lines)
            }
            _ => return None,
        })
    }

    fn path(&self, named: &Named) -> String {
        let module = named.module.get(1..).unwrap_or_default().join("::");
        format!("{}::{module}::{}", self.krate, named.name)
    }
}

fn indented(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| format!("    {line}"))
}

/// `f(value)`, on one line if the value is.
fn wrapped(function: &str, value: Vec<String>) -> Vec<String> {
    match &value[..] {
        [line] => vec![format!("{function}({line})")],
        _ => {
            let mut out = vec![format!("{function}(")];
            out.extend(indented(value));
            if let Some(last) = out.last_mut() {
                last.push(',');
            }
            out.push(")".to_owned());
            out
        }
    }
}

fn one_line(lines: &[String]) -> String {
    lines.iter().map(|line| line.trim()).collect::<Vec<_>>().concat()
}

fn scalar(kind: ScalarKind, digits: &str) -> Option<String> {
    if !kind.is_float() {
        return Some(digits.to_owned());
    }
    let is_number = digits.parse::<f64>().is_ok_and(f64::is_finite);
    let is_whole = !digits.contains(['.', 'e', 'E']);
    is_number.then(|| if is_whole { format!("{digits}.0") } else { digits.to_owned() })
}
