//! `Expires`: callers send it as a time, whatever the model says, and what S3 has stored may be
//! anything. So outputs have what came as a text, too, and are not refused because of it.

use crate::ir::{Attrs, Binding, Deprecated, HeaderForm, Member, Operation, Presence, Type};
use crate::model::{self, ids, Kind, Model, Shape, ShapeId};
use crate::text;

const NAME: &str = "Expires";
const TEXT_NAME: &str = "ExpiresString";
const TEXT_FIELD: &str = "expires_string";

/// Older models have a time, newer ones a text; clients go on as they began.
pub(in crate::lower::services) fn prepare(model: &mut Model, service: &ShapeId) {
    let Some(service) = model.shape(service) else { return };
    // What is something else beside a header stays what it is.
    let is_only_header = |member: &model::Member| {
        let others = [ids::CONTEXT_PARAM, ids::HOST_LABEL, ids::IDEMPOTENCY_TOKEN];
        member.has_trait(ids::HTTP_HEADER) && !others.into_iter().any(|id| member.has_trait(id))
    };
    let is_text = |member: &model::Member| {
        is_only_header(member) && model.target(member).is_some_and(|target| target.kind == Kind::String)
    };
    let messages: Vec<ShapeId> = model
        .operations_of(service)
        .into_iter()
        .filter_map(|shape| match &shape.kind {
            Kind::Operation(operation) if !pages_by_it(shape) => {
                Some([operation.input.clone(), operation.output.clone()])
            }
            _ => None,
        })
        .flatten()
        .filter(|id| model.shape(id).and_then(|shape| shape.member(NAME)).is_some_and(is_text))
        .collect();
    if messages.is_empty() {
        return;
    }
    let timestamp = ShapeId::new(ids::TIMESTAMP);
    model.shapes.entry(timestamp.clone()).or_insert_with(|| Shape::simple(timestamp.clone(), Kind::Timestamp));
    for id in messages {
        let members = model.shapes.get_mut(&id).into_iter().flat_map(|shape| &mut shape.members);
        for member in members.filter(|member| member.name == NAME) {
            member.target = timestamp.clone();
            // It would be a text.
            member.traits.remove(ids::DEFAULT);
        }
    }
}

/// Whether the member is the token of a page.
fn pages_by_it(operation: &Shape) -> bool {
    let paginated = operation.traits.get(ids::PAGINATED);
    let names = |key| paginated.and_then(|node| node.get(key)).and_then(model::Node::as_str) == Some(NAME);
    names("inputToken") || names("outputToken")
}

/// Adds the text to an output.
pub(super) fn apply(operation: &mut Operation) {
    let members = &mut operation.output.members;
    let names = [TEXT_FIELD.to_owned(), format!("set_{TEXT_FIELD}"), format!("get_{TEXT_FIELD}")];
    if members.iter().any(|member| names.contains(&member.snake)) {
        return;
    }
    let Some(member) = members.iter_mut().find(|member| member.model_name == NAME) else { return };
    let (Binding::Header { form, .. }, Type::Timestamp(_)) = (&mut member.binding, &member.ty) else { return };
    if !member.presence.is_optional() {
        return;
    }
    *form = HeaderForm::Lenient;
    member.presence = Presence::Optional;
    let text = text_of(member);
    let note = text::line("use `expires_string`, which also has what is not a time", &[]);
    member.attrs.deprecated = Some(Deprecated { note: Some(note), since: None });
    // At the end: others know members by their place.
    members.push(text);
}

/// The same header as it came.
fn text_of(member: &Member) -> Member {
    let mut docs = member.attrs.docs.clone();
    docs.push(text::doc("This is the header as it came, which may be something else than a time.", &[]));
    Member {
        attrs: Attrs { docs, deprecated: None },
        field: TEXT_FIELD.to_owned(),
        snake: TEXT_FIELD.to_owned(),
        model_name: TEXT_NAME.to_owned(),
        wire: TEXT_NAME.into(),
        ty: Type::String,
        ..member.clone()
    }
}
