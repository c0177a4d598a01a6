//! In: names before and after casing. Out: an error for each two that became
//! one, at the place of the second, naming the first.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Span};
use crate::ir;
use crate::model::Shape;

const ID: &str = "Whitesmith.NameCollision";

/// Shapes that would get one type name.
pub(super) fn check_shapes(shapes: &[(&Shape, String)], diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &Shape> = BTreeMap::new();
    for (shape, name) in shapes {
        if let Some(first) = seen.insert(name, shape) {
            diagnostics
                .error(
                    ID,
                    shape.span,
                    format!("shapes `{}` and `{}` both become the type `{name}`", first.id, shape.id),
                )
                .shape(shape.id.as_str())
                .label("this one comes second")
                .help(format!("give one another name in the service: rename: {{ \"{}\": \"Other{name}\" }}", shape.id));
        }
    }
}

/// Members of a structure that would get one field name.
pub(super) fn check_members(shape: &Shape, members: &[ir::Member], diagnostics: &mut Diagnostics) {
    let names = members.iter().map(|member| (member.model_name.as_str(), member.field.trim_start_matches("r#")));
    check(shape, names, "the field", diagnostics);
}

/// Members of a union that would get one variant name.
pub(super) fn check_variants(shape: &Shape, variants: &[ir::Variant], diagnostics: &mut Diagnostics) {
    let names =
        shape.members.iter().zip(variants).map(|(member, variant)| (member.name.as_str(), variant.name.as_str()));
    check(shape, names, "the variant", diagnostics);
}

/// Values of an enum that would get one variant name.
pub(super) fn check_values(shape: &Shape, values: &[ir::EnumValue], diagnostics: &mut Diagnostics) {
    let names = shape.members.iter().zip(values).map(|(member, value)| (member.name.as_str(), value.name.as_str()));
    check(shape, names, "the variant", diagnostics);
}

fn check<'n>(
    shape: &Shape,
    names: impl Iterator<Item = (&'n str, &'n str)>,
    what: &str,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, rust) in names {
        if let Some(first) = seen.insert(rust, name) {
            let span = shape.member(name).map_or(shape.span, |member| member.span);
            diagnostics
                .error(
                    ID,
                    span,
                    format!("members `{first}` and `{name}` of `{}` both become {what} `{rust}`", shape.id),
                )
                .shape(shape.id.with_member(name).as_str())
                .label(format!("`{first}` has this name already"))
                .help("rename one of the two; a jsonName or enum value keeps what goes over the wire");
        }
    }
}

/// Operations that would get one module or method name.
pub(super) fn check_operations(operations: &[ir::Operation], diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for operation in operations {
        if let Some(first) = seen.insert(&operation.module, &operation.name) {
            diagnostics.error(
                ID,
                Span::default(),
                format!("operations `{first}` and `{}` both become the module `{}`", operation.name, operation.module),
            );
        }
    }
}
