//! In: names before and after casing. Out: an error for each two that became
//! one, at the place of the second, naming the first.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostics, Span};
use crate::ir;
use crate::model::{is_identifier, Kind, Member, Shape};
use crate::transforms;

const ID: &str = "Whitesmith.NameCollision";

/// Shapes that would get one type name.
pub(crate) fn check_shapes(shapes: &[(&Shape, String)], diagnostics: &mut Diagnostics) {
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
                .label("this is the second")
                .help(format!("give one another name in the service: rename: {{ \"{}\": \"Other{name}\" }}", shape.id));
        }
    }
}

/// What a service renames to something that is not a name.
pub(crate) fn check_renames(shapes: &[(&Shape, String)], service: &Shape, diagnostics: &mut Diagnostics) {
    let Kind::Service(facts) = &service.kind else { return };
    for (shape, _) in shapes {
        if let Some(name) = facts.rename.get(&shape.id).filter(|name| !is_identifier(name)) {
            let message = format!("`{name}`, to which service `{}` renames `{}`, is not a name", service.id, shape.id);
            diagnostics
                .error("Whitesmith.InvalidName", service.place_of(&shape.id), message)
                .shape(service.id.as_str())
                .help(format!("rename: {{ \"{}\": \"Other{}\" }}", shape.id, shape.id.name()));
        }
    }
}

/// Methods that a builder has whatever its members are.
const BUILDER_METHODS: [&str; 8] =
    ["as_input", "build", "customize", "finish_build", "into_paginator", "send", "send_with", "with_handle"];

/// Members of a structure that would get one field or method name.
pub(crate) fn check_members(shape: &Shape, members: &[ir::Member], is_error: bool, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    seen.extend(BUILDER_METHODS.iter().map(|name| ((*name).to_owned(), "")));
    if is_error {
        seen.extend(["meta", "set_meta"].map(|name| (name.to_owned(), "")));
    }
    for member in members {
        let field = member.field.trim_start_matches("r#").to_owned();
        let name = member.model_name.as_str();
        let methods = [field, format!("set_{}", member.snake), format!("get_{}", member.snake)];
        // One clash a member says enough: the others have the same cause.
        let taken = methods.iter().find_map(|method| Some((method, *seen.get(method)?)));
        if let Some((method, first)) = taken {
            report(shape, first, name, &format!("the method `{method}`"), diagnostics);
        }
        seen.extend(methods.map(|method| (method, name)));
    }
}

/// Members of a union that would get one variant name.
pub(crate) fn check_variants(
    shape: &Shape,
    members: &[&Member],
    variants: &[ir::Variant],
    diagnostics: &mut Diagnostics,
) {
    let names = members.iter().zip(variants).map(|(member, variant)| (member.name.as_str(), variant.name.as_str()));
    check(shape, names, "the variant", diagnostics);
}

/// Values of an enum that would get one variant name.
pub(crate) fn check_values(shape: &Shape, values: &[ir::EnumValue], diagnostics: &mut Diagnostics) {
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
            report(shape, first, name, &format!("{what} `{rust}`"), diagnostics);
        }
    }
}

/// `first` is empty for a name that the builder has by itself.
fn report(shape: &Shape, first: &str, name: &str, what: &str, diagnostics: &mut Diagnostics) {
    let span = shape.member(name).map_or(shape.span, |member| member.span);
    let id = transforms::original_id(shape).unwrap_or(shape.id.as_str());
    let (message, label) = if first.is_empty() {
        (format!("member `{name}` of `{id}` becomes {what}"), "every builder has a method of this name".to_owned())
    } else {
        let message = format!("members `{first}` and `{name}` of `{id}` both become {what}");
        (message, format!("`{first}` has this name already"))
    };
    diagnostics
        .error(ID, span, message)
        .shape(format!("{id}${name}"))
        .label(label)
        .help("rename it in the model; a jsonName or an enum's value keeps what goes over the wire");
}

/// A stream of events whose errors would get the type name of an error.
pub(crate) fn check_stream(shape: &Shape, error: &str, taken: &Shape, diagnostics: &mut Diagnostics) {
    let message =
        format!("the errors of the event stream `{}` become the type `{error}`, as `{}` does", shape.id, taken.id);
    let help =
        format!("give it another name in the service: rename: {{ \"{}\": \"Other{}\" }}", shape.id, shape.id.name());
    diagnostics.error(ID, shape.span, message).shape(shape.id.as_str()).help(help);
}

/// Errors whose variant would be the one of errors that nobody models.
pub(crate) fn check_errors(shapes: &[(&Shape, String)], diagnostics: &mut Diagnostics) {
    for (shape, name) in shapes.iter().filter(|(_, name)| name == "Unhandled") {
        if crate::traits::error::is_error(&shape.traits) {
            diagnostics
                .error(
                    ID,
                    shape.span,
                    format!("error `{}` becomes the variant `{name}`, which every error enum has", shape.id),
                )
                .shape(shape.id.as_str())
                .help(format!("give it another name in the service: rename: {{ \"{}\": \"Other{name}\" }}", shape.id));
        }
    }
}

/// Operations that would get one module or method name.
pub(crate) fn check_operations(operations: &[ir::Operation], diagnostics: &mut Diagnostics) {
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
