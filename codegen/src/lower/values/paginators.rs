//! In: `@paginated` and the lowered input and output. Out: the fields that a
//! paginator reads and writes. A path that leads nowhere makes no paginator:
//! the loader's check has reported it.

use super::paths;
use crate::ir::{Items, Paginator, ScalarKind, Structure, Type};
use crate::lower::names::Context;
use crate::lower::shapes::Shapes;
use crate::model::Shape;
use crate::traits::paginated::Paginated;

pub(crate) fn lower(
    context: &Context<'_>,
    shapes: &Shapes<'_>,
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
    let (output_token, token_type) = paths::follow(shapes, output, paginated.output_token)?;
    if token_type != token.ty {
        return None;
    }
    let page_size = paginated.page_size.and_then(|name| {
        let member = input.members.iter().find(|member| member.model_name == name)?;
        (member.ty == Type::Scalar(ScalarKind::I32)).then(|| member.field.clone())
    });
    let items = paginated.items.and_then(|name| {
        let (path, ty) = paths::follow(shapes, output, name)?;
        matches!(ty, Type::List { .. } | Type::Map { .. }).then_some(Items { path, ty })
    });
    Some(Paginator { input_token: token.field.clone(), output_token, page_size, items })
}
