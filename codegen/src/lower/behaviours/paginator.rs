//! In: `@paginated` and the lowered input and output. Out: the fields that a
//! paginator reads and writes. A path that leads nowhere makes no paginator:
//! the loader's check has reported it.

use super::{Call, Definition};
use crate::ir::{Behaviour, Items, Paginator, ScalarKind, Type};
use crate::lower::values::paths;
use crate::names;
use crate::traits::paginated::Paginated;

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let (shapes, input, output) = (call.shapes, call.input, call.output);
    // Each page is requested with a copy of the input.
    if input.has_stream() {
        return None;
    }
    let paginated = Paginated::of(&call.operation.shape.traits, &call.context.service.traits)?;
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
    let name = names::type_name(&format!("{}Paginator", call.operation.shape.id.name()));
    let input_token = token.field.clone();
    Some(Behaviour::Paginator(Paginator { name, input_token, output_token, more: None, page_size, items }))
}
