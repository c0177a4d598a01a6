//! In: `@paginated` and the lowered input and output. Out: the fields that a
//! paginator reads and writes. A path that leads nowhere makes no paginator:
//! the loader's check has reported it.

use super::context::Context;
use crate::ir::{Items, Paginator, PathField, ScalarKind, Structure, Type};
use crate::model::Shape;
use crate::traits::paginated::Paginated;

pub(super) fn lower(
    context: &Context<'_>,
    operation: &Shape,
    input: &Structure,
    output: &Structure,
) -> Option<Paginator> {
    // Each page is asked for with a copy of the input.
    if input.has_stream() {
        return None;
    }
    let paginated = Paginated::of(&operation.traits, &context.service.traits)?;
    let token = input.members.iter().find(|member| member.model_name == paginated.input_token)?;
    let (output_token, token_type) = path(context, output, paginated.output_token)?;
    if token_type != token.ty {
        return None;
    }
    let page_size = paginated.page_size.and_then(|name| {
        let member = input.members.iter().find(|member| member.model_name == name)?;
        (member.ty == Type::Scalar(ScalarKind::I32)).then(|| member.field.clone())
    });
    let items = paginated.items.and_then(|name| {
        let (path, ty) = path(context, output, name)?;
        matches!(ty, Type::List { .. } | Type::Map { .. }).then_some(Items { path, ty })
    });
    Some(Paginator { input_token: token.field.clone(), output_token, page_size, items })
}

/// Follows `a.b.c` from the output through structures.
fn path(context: &Context<'_>, output: &Structure, text: &str) -> Option<(Vec<PathField>, Type)> {
    let mut names = text.split('.');
    let first = names.next()?;
    let member = output.members.iter().find(|member| member.model_name == first)?;
    let mut fields = vec![PathField { field: member.field.clone(), is_optional: member.is_optional }];
    let mut ty = member.ty.clone();
    for name in names {
        let Type::Structure(named) = &ty else { return None };
        let (shape, _, _) = context.emitted().find(|(_, path, _)| *path == named)?;
        let (field, next) = step(context, shape, name)?;
        fields.push(field);
        ty = next;
    }
    Some((fields, ty))
}

fn step(context: &Context<'_>, shape: &Shape, name: &str) -> Option<(PathField, Type)> {
    let member = shape.member(name)?;
    let mut ignored = crate::diagnostics::Diagnostics::new();
    let lowered = super::members::lower(context, shape, member, crate::ir::Role::Shape, &mut ignored);
    Some((PathField { field: lowered.field, is_optional: lowered.is_optional }, lowered.ty))
}
