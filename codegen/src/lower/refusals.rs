//! In: the sliced model. Out: an error for each thing that the emitted code
//! cannot do yet. Better no client than one that fails at run time.

use std::collections::BTreeSet;

use super::auth;
use crate::diagnostics::{Diagnostics, Span};
use crate::model::{ids, Checked, Kind, Member, OperationShapes, Shape, ShapeId};
use crate::protocols::Protocol;
use crate::suggest;
use crate::traits::http_checksum::{has_response_checksum, RequestChecksum};
use crate::transforms;

const ID: &str = "Whitesmith.NotBuiltYet";
const OPERATIONS_ID: &str = "Whitesmith.OperationsNotBuiltYet";

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
struct Found<'m, 'd> {
    diagnostics: &'d mut Diagnostics,
    /// Shapes that no operation may reach, with what they need.
    shapes: Vec<(&'m ShapeId, Need)>,
}

/// The operations that cannot be generated, an entry for each reason.
pub(super) fn check(model: &Checked<'_>, protocol: &dyn Protocol, diagnostics: &mut Diagnostics) -> Vec<Refused> {
    let service = model.service;
    check_checksums(model, diagnostics);
    let mut found = Found { diagnostics, shapes: Vec::new() };
    for shape in model.all() {
        if let Kind::Operation(_) = shape.kind {
            check_operation_auth(service, shape, &mut found);
        }
        for member in &shape.members {
            check_document(model, protocol, shape, member, &mut found);
        }
    }
    let shapes = found.shapes;
    let refused = refused_operations(model, &shapes);
    report_operations(model, &refused, diagnostics);
    refused
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

/// Says what can be had, after all that cannot.
fn report_operations(model: &Checked<'_>, refused: &[Refused], diagnostics: &mut Diagnostics) {
    /// More names than this are no line that somebody pastes.
    const MAX_NAMES: usize = 12;
    let without: BTreeSet<&str> = refused.iter().map(|refused| refused.operation.as_str()).collect();
    if without.is_empty() {
        return;
    }
    let (service, operations) = (model.service, &model.operations);
    let ids = operations.iter().map(|operation| &operation.shape.id);
    let names: Vec<&str> = ids.filter(|id| !without.contains(id.as_str())).map(ShapeId::name).collect();
    let message = match (names.len(), operations.len()) {
        (0, 1) => "the operation cannot be generated yet".to_owned(),
        (0, all) => format!("none of the {all} operations can be generated yet"),
        (_, all) => format!("{} of the {all} operations cannot be generated yet", without.len()),
    };
    let error = diagnostics.error(OPERATIONS_ID, Span::default(), message).shape(service.id.as_str());
    match names.len() {
        0 => {}
        1..=MAX_NAMES => {
            error.help(format!("choose operations that can: --operations {}", names.join(",")));
        }
        count => {
            let without: Vec<&str> =
                without.iter().map(|id| id.split_once('#').map_or(*id, |(_, name)| name)).collect();
            let without = suggest::list(&without).unwrap_or_default();
            error.help(format!("choose from the {count} that can, with --operations: all but {without}"));
        }
    }
}

/// Checksums go with bodies in memory; said once, since a service has many such operations.
fn check_checksums(model: &Checked<'_>, diagnostics: &mut Diagnostics) {
    let lacks_some = |operation: &&OperationShapes<'_>| {
        let is_checked = RequestChecksum::of(&operation.shape.traits).is_some();
        has_response_checksum(&operation.shape.traits)
            || (is_checked
                && operation.input.members.iter().any(|member| model.member_trait(member, ids::STREAMING).is_some()))
    };
    let Some(operation) = model.operations.iter().find(lacks_some) else { return };
    let service = model.service;
    let span = operation.shape.traits.place_of(ids::HTTP_CHECKSUM);
    diagnostics
        .warning(
            ID,
            span,
            format!("checksums of `{}` are made for bodies in memory only, and not compared in responses", service.id),
        )
        .shape(service.id.as_str())
        .help("a body that is read as it is sent goes without a checksum, or is an error where one is required");
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
    found: &mut Found<'m, '_>,
) {
    let is_document = model.target(member).kind == Kind::Document;
    if !is_document || protocol.has_documents() {
        return;
    }
    let id = member_id(container, member);
    let need = Need { words: format!("documents (`{}`)", protocol.id()), is_credentials: false };
    found.shapes.push((&container.id, need));
    found
        .diagnostics
        .error(ID, member.span, format!("`{id}` is a document, and `{}` has none", protocol.id()))
        .shape(id)
        .help("choose another protocol of the service, if it has one: --protocol ID");
}

/// An operation has to have a scheme that clients have, or to be open.
fn check_operation_auth<'m>(service: &'m Shape, operation: &'m Shape, found: &mut Found<'m, '_>) {
    let Some(scheme) = auth::unsupported(service, operation).into_iter().next() else { return };
    let by_operation = operation.traits.get(ids::AUTH).map(|node| (operation, node.span));
    let by_service = service.traits.get(ids::AUTH).map(|node| (service, node.span));
    let (shape, span) = by_operation.or(by_service).unwrap_or((service, service.traits.place_of(scheme)));
    let what = report(found, shape.id.as_str(), span, scheme);
    found.shapes.push((&operation.id, what));
}

/// Reports a scheme, under the id of the shape that has it.
fn report(found: &mut Found<'_, '_>, id: &str, span: Span, scheme: &str) -> Need {
    let words = format!("other credentials than those of SigV4 (`{scheme}`)");
    found.diagnostics.error(ID, span, format!("`{id}` needs {words}, which are not built yet")).shape(id);
    Need { words, is_credentials: true }
}
