//! In: the sliced model. Out: an error for each thing that the emitted code
//! cannot do yet. Better no client than one that fails at run time.

use std::collections::BTreeSet;

use super::auth;
use crate::diagnostics::{Diagnostics, Span};
use crate::model::{ids, Checked, Kind, Member, Shape, ShapeId};
use crate::protocols::Protocol;
use crate::suggest;
use crate::transforms;

const ID: &str = "Whitesmith.NotBuiltYet";

/// An operation that cannot be generated yet, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The id of the operation.
    pub operation: String,
    /// What it needs, with the trait that says so.
    pub reason: String,
    /// Whether that is a way to authenticate which is not built yet.
    pub needs_credentials: bool,
}

/// What a shape needs that is not built yet.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Need {
    words: String,
    is_credentials: bool,
}

/// What was found so far.
#[derive(Default)]
struct Found<'m> {
    errors: Vec<Unsupported>,
    /// Shapes that no operation may reach, with what they need.
    shapes: Vec<(&'m ShapeId, Need)>,
}

/// An error.
#[derive(PartialEq)]
struct Unsupported {
    span: Span,
    shape: String,
    message: String,
    help: Option<&'static str>,
}

/// The operations that cannot be generated, an entry for each reason.
pub(super) fn check(model: &Checked<'_>, protocol: &dyn Protocol, diagnostics: &mut Diagnostics) -> Vec<Refused> {
    let service = model.service;
    let mut found = Found::default();
    for shape in model.all() {
        if let Kind::Operation(_) = shape.kind {
            check_operation_auth(service, shape, &mut found);
        }
        for member in &shape.members {
            check_document(model, protocol, shape, member, &mut found);
        }
    }
    let refused = refused_operations(model, &found.shapes);
    report(found.errors, supported_operations(model, &refused), diagnostics);
    refused
}

/// Reports the errors. The first of them also names the operations that are supported.
fn report(errors: Vec<Unsupported>, mut supported: Option<String>, diagnostics: &mut Diagnostics) {
    for error in errors {
        let help = [error.help.map(str::to_owned), supported.take()];
        let help: Vec<String> = help.into_iter().flatten().collect();
        let event = diagnostics.error(ID, error.span, error.message).shape(error.shape);
        event.help = (!help.is_empty()).then(|| help.join("; or "));
    }
}

/// The operations that reach what cannot be generated, by their names.
fn refused_operations(model: &Checked<'_>, shapes: &[(&ShapeId, Need)]) -> Vec<Refused> {
    let mut refused = Vec::new();
    if shapes.is_empty() {
        return refused;
    }
    for operation in &model.operations {
        let mut reached = BTreeSet::from([&operation.shape.id]);
        for message in [operation.input, operation.output].iter().chain(&operation.errors) {
            reach(model, message, &mut reached);
        }
        let needs: BTreeSet<&Need> =
            shapes.iter().filter(|(id, _)| reached.contains(id)).map(|(_, need)| need).collect();
        refused.extend(needs.into_iter().map(|need| Refused {
            operation: operation.shape.id.as_str().to_owned(),
            reason: need.words.clone(),
            needs_credentials: need.is_credentials,
        }));
    }
    refused
}

/// Adds what can be reached over members.
fn reach<'m>(model: &Checked<'m>, start: &'m Shape, reached: &mut BTreeSet<&'m ShapeId>) {
    let mut pending = vec![start];
    while let Some(shape) = pending.pop() {
        if reached.insert(&shape.id) {
            pending.extend(shape.members.iter().map(|member| model.target(member)));
        }
    }
}

/// How to generate the operations that are supported; None if there are none.
fn supported_operations(model: &Checked<'_>, refused: &[Refused]) -> Option<String> {
    /// A line with more names than this is not pasted.
    const MAX_NAMES: usize = 12;
    let without: BTreeSet<&str> = refused.iter().map(|refused| refused.operation.as_str()).collect();
    let ids = model.operations.iter().map(|operation| &operation.shape.id);
    let names: Vec<&str> = ids.filter(|id| !without.contains(id.as_str())).map(ShapeId::name).collect();
    match names.len() {
        0 => None,
        1..=MAX_NAMES => Some(format!("generate only supported operations: --operations {}", names.join(","))),
        count => {
            let without: Vec<&str> =
                without.iter().map(|id| id.split_once('#').map_or(*id, |(_, name)| name)).collect();
            let without = suggest::list(&without)?;
            Some(format!(
                "generate only some of the {count} supported operations, with --operations: all but {without}"
            ))
        }
    }
}

/// The id that the model knows a member by.
fn member_id(container: &Shape, member: &Member) -> String {
    let container = transforms::original_id(container).unwrap_or(container.id.as_str());
    format!("{container}${}", member.name)
}

/// The loader refuses documents where the definition of a protocol forbids them;
/// for others they are only a danger there.
fn check_document<'m>(
    model: &Checked<'_>,
    protocol: &dyn Protocol,
    container: &'m Shape,
    member: &Member,
    found: &mut Found<'m>,
) {
    let is_document = model.target(member).kind == Kind::Document;
    if !is_document || protocol.has_documents() {
        return;
    }
    let id = member_id(container, member);
    let need = Need { words: format!("documents (`{}`)", protocol.id()), is_credentials: false };
    found.shapes.push((&container.id, need));
    found.errors.push(Unsupported {
        span: member.span,
        message: format!("`{id}` is a document, which `{}` does not support", protocol.id()),
        shape: id,
        help: Some("choose another protocol of the service, if it has one: --protocol ID"),
    });
}

/// An operation has to have a scheme that clients have, or to be open.
fn check_operation_auth<'m>(service: &'m Shape, operation: &'m Shape, found: &mut Found<'m>) {
    let Some(scheme) = auth::unsupported(service, operation).into_iter().next() else { return };
    let by_operation = operation.traits.get(ids::AUTH).map(|node| (operation, node.span));
    let by_service = service.traits.get(ids::AUTH).map(|node| (service, node.span));
    let (shape, span) = by_operation.or(by_service).unwrap_or((service, service.traits.place_of(scheme)));
    let what = refuse(found, service, shape.id.as_str(), span, scheme);
    found.shapes.push((&operation.id, what));
}

/// An error about a scheme, under the id of the shape that has it; one for all operations of
/// that shape.
fn refuse(found: &mut Found<'_>, service: &Shape, id: &str, span: Span, scheme: &str) -> Need {
    let words = format!("the authentication scheme `{scheme}`");
    let why = if service.has_trait(scheme) { "is not supported yet" } else { "the service does not have as a trait" };
    let message = format!("`{id}` requires {words}, which {why}");
    let error = Unsupported { span, shape: id.to_owned(), message, help: None };
    if !found.errors.contains(&error) {
        found.errors.push(error);
    }
    Need { words, is_credentials: true }
}
