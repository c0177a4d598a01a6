//! In: `@examples` of an operation. Out: doc examples that compile: the call
//! with each example's input, through the fluent builder. An example that is
//! wrong, or that holds what has no short form in Rust (a document, say) is left out whole.

use super::literals;
use crate::ir::{Field, Item, Literal, Named, ScalarKind, Structure};
use crate::lower::names::Context;
use crate::lower::shapes::Shapes;
use crate::model::{ids, Kind, Node, Shape};
use crate::suggest::Suggestions;
use crate::text::{self, Code, Docs, Number};
use crate::values::{examples, Checker};

/// Adds all examples of the operation.
pub(crate) fn lower(
    context: &Context<'_>,
    shapes: &Shapes<'_>,
    operation: &Shape,
    method: &str,
    input: &Structure,
    krate: &str,
    docs: &mut Docs,
) {
    for example in examples(context, operation) {
        if let Some((title, code)) = lower_one(shapes, example, method, input, krate) {
            docs.push(title);
            docs.push_example(code);
        }
    }
}

/// What the first example sets.
pub(super) fn first_input(
    context: &Context<'_>,
    shapes: &Shapes<'_>,
    operation: &Shape,
    input: &Structure,
) -> Vec<Field> {
    let mut inputs = examples(context, operation).into_iter().map(|example| fields(shapes, example, input));
    inputs.find_map(|fields| fields).unwrap_or_default()
}

/// The examples that are right. One that is wrong is reported by the rule that found it.
fn examples<'m>(context: &Context<'m>, operation: &'m Shape) -> Vec<&'m Node> {
    let Kind::Operation(facts) = &operation.kind else { return Vec::new() };
    let entries = operation.traits.get(ids::EXAMPLES).and_then(Node::as_array).unwrap_or_default();
    let suggestions = Suggestions::default();
    let mut checker = Checker::new(&context.model, &suggestions);
    entries.iter().filter(|example| examples::is_right(&mut checker, operation, facts, example)).collect()
}

fn fields(shapes: &Shapes<'_>, example: &Node, input: &Structure) -> Option<Vec<Field>> {
    let values = example.get("input").and_then(Node::as_object).unwrap_or_default();
    literals::fields(shapes, &input.members, values)
}

fn lower_one(
    shapes: &Shapes<'_>,
    example: &Node,
    method: &str,
    input: &Structure,
    krate: &str,
) -> Option<(Docs, Vec<Code>)> {
    let title = example.get("title").and_then(Node::as_str)?;
    let of_crate = text::name(krate);
    let mut code =
        vec![text::code("# async fn example(client: {}::Client) -> Result<(), {}::Error> {", &[&of_crate, &of_crate])];
    code.extend(call(method, &fields(shapes, example, input)?, krate)?);
    code.extend(["# let _ = output;", "# Ok(())", "# }"].map(|line| text::code(line, &[])));
    Some((Docs::of_model(title), code))
}

/// The call of an operation with these members, in lines.
pub(super) fn call(method: &str, fields: &[Field], krate: &str) -> Option<Vec<Code>> {
    let mut code = vec![text::code("let output = client", &[]), text::code("    .{}()", &[&text::name(method)])];
    for field in fields {
        code.extend(indented(Printer { krate }.setter(field)?));
    }
    code.extend(["    .send()", "    .await?;"].map(|line| text::code(line, &[])));
    Some(code)
}

/// Prints values as Rust; None for one that has no short form.
struct Printer<'c> {
    krate: &'c str,
}

impl Printer<'_> {
    /// `.field(value)`, once per element for a list or map.
    fn setter(&self, field: &Field) -> Option<Vec<Code>> {
        // A box has a setter that takes one, which an example need not show.
        if field.is_boxed {
            return None;
        }
        let call = text::code(".{}", &[&text::name(&field.field)]);
        match &field.value {
            Literal::List(items) => {
                let calls = items.iter().map(|item| Some(wrapped(&call, self.item(item)?)));
                Some(calls.collect::<Option<Vec<_>>>()?.concat())
            }
            Literal::Map(entries) => {
                let calls = entries.iter().map(|(key, item)| {
                    let [key] = &self.value(key)?[..] else { return None };
                    let [value] = &self.item(item)?[..] else { return None };
                    Some(text::code("{}({}, {})", &[&call, key, value]))
                });
                calls.collect()
            }
            value => Some(wrapped(&call, self.value(value)?)),
        }
    }

    fn item(&self, item: &Item) -> Option<Vec<Code>> {
        match item {
            Item::Dense(value) => self.value(value),
            Item::Sparse(_) => None,
        }
    }

    fn value(&self, value: &Literal) -> Option<Vec<Code>> {
        let krate = text::name(self.krate);
        let line = match value {
            Literal::String(text) => text::code("{}", &[text]),
            Literal::Enum(named, text) => text::code("{}::from({})", &[&self.path(named), text]),
            Literal::Boolean(value) => text::code(if *value { "true" } else { "false" }, &[]),
            Literal::Scalar(kind, number) => scalar(*kind, number)?,
            Literal::Blob(bytes) => {
                let text = text::Text::from(std::str::from_utf8(bytes).ok()?);
                text::code("{}::primitives::Blob::new({})", &[&krate, &text])
            }
            Literal::ByteStream(bytes) => {
                text::code("{}::primitives::ByteStream::from_static({})", &[&krate, &Code::bytes(bytes)])
            }
            Literal::Timestamp(seconds, 0) => {
                text::code("{}::primitives::DateTime::from_secs({})", &[&krate, &Number::integer(*seconds)])
            }
            Literal::List(items) => {
                let items = items.iter().map(|item| Some(one_line(self.item(item)?)));
                text::code("vec![{}]", &[&Code::join(items.collect::<Option<Vec<_>>>()?, ", ")])
            }
            Literal::Structure(structure) => {
                let mut lines = vec![text::code("{}::builder()", &[&self.path(&structure.named)])];
                for field in &structure.fields {
                    lines.extend(indented(self.setter(field)?));
                }
                lines.push(text::code(if structure.is_build_fallible { "    .build()?" } else { "    .build()" }, &[]));
                return Some(lines);
            }
            Literal::Union { named, variant, value: None, .. } => self.variant(named, variant),
            Literal::Union { named, variant, value: Some(value), is_boxed: false } => {
                let lines = self.value(value)?;
                let lines = match **value {
                    Literal::String(_) => vec![text::code("{}.to_owned()", &[&one_line(lines)])],
                    _ => lines,
                };
                return Some(wrapped(&self.variant(named, variant), lines));
            }
            _ => return None,
        };
        Some(vec![line])
    }

    fn path(&self, named: &Named) -> Code {
        let module = named.module.get(1..).unwrap_or_default().join("::");
        text::code("{}::{}::{}", &[&text::name(self.krate), &text::name(&module), &text::name(&named.name)])
    }

    fn variant(&self, named: &Named, variant: &str) -> Code {
        text::code("{}::{}", &[&self.path(named), &text::name(variant)])
    }
}

fn indented(lines: Vec<Code>) -> impl Iterator<Item = Code> {
    lines.into_iter().map(Code::indented)
}

/// `f(value)`, on one line if the value is.
fn wrapped(function: &Code, value: Vec<Code>) -> Vec<Code> {
    match &value[..] {
        [line] => vec![text::code("{}({})", &[function, line])],
        _ => {
            let mut out = vec![text::code("{}(", &[function])];
            out.extend(indented(value));
            if let Some(last) = out.last_mut() {
                *last = text::code("{},", &[&*last]);
            }
            out.push(text::code(")", &[]));
            out
        }
    }
}

fn one_line(lines: Vec<Code>) -> Code {
    Code::join(lines.into_iter().map(Code::trimmed), "")
}

fn scalar(kind: ScalarKind, number: &Number) -> Option<Code> {
    // The words for what has no digits are none of Rust's.
    number.constant().is_none().then(|| text::code("{}", &[&Code::number(number, kind.is_float())]))
}
