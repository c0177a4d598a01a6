//! In: the lowered operations. Out: the call that the docs of the crate show. Exists so that
//! the first thing that people copy is a call that succeeds: one without required members,
//! or with all of them set.

use super::{examples, plausible};
use crate::ir::{Field, Operation};
use crate::lower::names::Context;
use crate::lower::shapes::Shapes;
use crate::text::{self, Code};

/// The lines of the call; none if no operation has required members that an example can set.
pub(crate) fn lower(context: &Context<'_>, shapes: &Shapes<'_>, operations: &[Operation], krate: &str) -> Vec<Code> {
    let mut candidates: Vec<&Operation> =
        operations.iter().filter(|operation| operation.input.events().is_none()).collect();
    // Among equals, the first of the alphabet stays the first.
    candidates.sort_by_key(|operation| (operation.attrs.deprecated.is_some(), required(operation)));
    let calls = candidates.into_iter().map(|operation| call(context, shapes, operation, krate));
    calls.flatten().next().unwrap_or_default()
}

/// How many members a caller has to set.
fn required(operation: &Operation) -> usize {
    operation.input.members.iter().filter(|member| member.presence.is_required()).count()
}

fn call(context: &Context<'_>, shapes: &Shapes<'_>, operation: &Operation, krate: &str) -> Option<Vec<Code>> {
    if required(operation) == 0 {
        return Some(vec![text::code("let output = client.{}().send().await?;", &[&text::name(&operation.method)])]);
    }
    examples::call(&operation.method, &fields(context, shapes, operation)?, krate)
}

/// The required members: as the first example of the model has them, else as they could be.
fn fields(context: &Context<'_>, shapes: &Shapes<'_>, operation: &Operation) -> Option<Vec<Field>> {
    let mut calls = context.model.operations.iter();
    let shape = calls.find(|call| call.shape.id.name() == operation.wire_name)?.shape;
    let given = examples::first_input(context, shapes, shape, &operation.input);
    let required = operation.input.members.iter().filter(|member| member.presence.is_required());
    let fields = required.map(|member| match given.iter().find(|field| field.field == member.field) {
        Some(field) => Some(field.clone()),
        None => plausible::field(shapes, member),
    });
    fields.collect()
}
