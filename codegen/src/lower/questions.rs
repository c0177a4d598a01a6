//! In: a model, and JMESPath expressions that somebody asks of its messages. Out: each
//! expression lowered. Exists so that tests can ask what no trait of a model does.

use super::names::Context;
use super::protocol;
use super::shapes::{self, Shapes};
use super::values::queries::{self, Asked};
use crate::diagnostics::Diagnostics;
use crate::ir::query::Query;
use crate::ir::{Named, Role};
use crate::jmespath;
use crate::model::{Checked, Kind, Model, OperationShapes, Shape};
use crate::names;
use crate::transforms::{self, Scope};

pub(crate) use super::values::queries::Wanted;

/// An expression, and who is asked.
#[derive(Debug, Clone)]
pub(crate) struct Question<'q> {
    /// The name of the operation.
    pub(crate) operation: &'q str,
    pub(crate) of: Of,
    pub(crate) path: &'q str,
    pub(crate) wanted: Wanted<'q>,
}

/// The messages that are asked.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Of {
    Input,
    Output,
    Both,
}

/// Lowers the expressions, or says why the model has no client.
pub(crate) fn ask(model: &mut Model, questions: &[Question<'_>]) -> Result<Vec<Result<Query, String>>, String> {
    let mut diagnostics = Diagnostics::new();
    let is_service = |shape: &&Shape| matches!(shape.kind, Kind::Service(_));
    let service = model.shapes().find(is_service).ok_or("the model has no service")?.id.clone();
    let protocol = protocol::choose(model, &service, None, None, &mut diagnostics).ok_or("no protocol")?;
    let scope = Scope { service, operations: None, brought: Vec::new(), places: None };
    for pass in transforms::ALL {
        (pass.run)(model, &scope, &mut diagnostics);
    }
    let checked = Checked::of(model, &scope.service, &mut diagnostics).ok_or("a shape is missing")?;
    let context = Context::new(checked, protocol, &mut diagnostics);
    let shapes = Shapes::lower(&context, &mut diagnostics);
    Ok(questions.iter().map(|question| answer(&context, &shapes, question)).collect())
}

fn answer(context: &Context<'_>, shapes: &Shapes<'_>, question: &Question<'_>) -> Result<Query, String> {
    let is_meant = |call: &&OperationShapes<'_>| call.shape.id.name() == question.operation;
    let call = context.model.operations.iter().find(is_meant);
    let call = call.ok_or_else(|| format!("the model has no operation `{}`", question.operation))?;
    let [input_path, output_path] = messages(question.operation);
    let lower = |shape, role, path| shapes::lower_structure(context, shape, role, path, &mut Diagnostics::new());
    let input = lower(call.input, Role::Input, input_path);
    let output = lower(call.output, Role::Output, output_path);
    let expression = jmespath::parse(question.path).map_err(|error| error.message)?;
    let asked = match question.of {
        Of::Input => Asked::Input(&input),
        Of::Output => Asked::Output(&output),
        Of::Both => Asked::Both(&input, &output),
    };
    queries::lower(shapes, asked, &expression, question.wanted.clone())
}

/// What the messages of an operation are called.
pub(crate) fn messages(operation: &str) -> [Named; 2] {
    let name = names::operation(operation);
    let module = ["crate".to_owned(), "operation".to_owned(), names::module(&names::snake(&name))];
    ["Input", "Output"].map(|suffix| Named {
        name: format!("{name}{suffix}"),
        module: module.to_vec(),
        is_recursive: false,
        is_deprecated: false,
    })
}
