//! Names of elements, from the XML binding traits (Smithy 2.0, section "XML
//! binding traits"). A tag is a name with the declaration of its namespace, as
//! it is written in a start tag.

use super::Call;
use crate::ir::Place;
use crate::model::{ids, Member, Model, Node, Shape, ShapeId, Traits};
use crate::text::Text;
use crate::traits;
use crate::transforms;

/// The tag of a member.
pub(super) fn tag(member: &Member) -> Text {
    with_namespace(name(member), &member.traits)
}

/// The name of a member, with a prefix if it has one.
pub(super) fn name(member: &Member) -> &str {
    traits::text(&member.traits, ids::XML_NAME).unwrap_or(&member.name)
}

/// The tag of the document that a payload is: the member's name if it is given
/// one, else its target's, and the first namespace of member, target and service.
pub(super) fn payload(service: &Shape, model: &Model, member: &Member) -> Text {
    let Some(target) = model.target(member) else { return tag(member) };
    let of_target = traits::text(&target.traits, ids::XML_NAME).unwrap_or(target.id.name());
    let name = traits::text(&member.traits, ids::XML_NAME).unwrap_or(of_target);
    let owners = [&member.traits, &target.traits];
    let own = owners.into_iter().find(|traits| traits.get(ids::XML_NAMESPACE).is_some());
    with_namespace(name, own.unwrap_or(&service.traits))
}

/// The tag of the document that an input is: its own name or the one given to
/// it, and its namespace or the service's.
pub(super) fn root(call: &Call<'_>) -> Text {
    let name = message_name(call.input);
    if call.input.has_trait(ids::XML_NAMESPACE) {
        with_namespace(&name, &call.input.traits)
    } else {
        with_namespace(&name, &call.service.traits)
    }
}

/// The name of the document that an output is; readers take any namespace.
pub(super) fn output_root(call: &Call<'_>) -> Text {
    message_name(call.output).into()
}

/// The name given to an input or output, else its own in the model.
fn message_name(message: &Shape) -> String {
    let original = transforms::original_id(message).map(ShapeId::new);
    let own = original.as_ref().map_or(message.id.name(), ShapeId::name);
    traits::text(&message.traits, ids::XML_NAME).unwrap_or(own).to_owned()
}

/// How a member is in its structure.
pub(super) fn place(member: &Member) -> Place {
    if member.has_trait(ids::XML_ATTRIBUTE) {
        Place::Attribute
    } else if member.has_trait(ids::XML_FLATTENED) {
        Place::Flattened
    } else {
        Place::Element
    }
}

/// The tag of what is in a list.
pub(super) fn item(item: &Member) -> Text {
    tag(item)
}

/// The tags of an entry, its key and its value. Flattened, the entry has the
/// name of the member.
pub(super) fn entry(member: &Member, map: &Shape) -> [Text; 3] {
    let of = |part: &str| map.member(part).map_or_else(|| Text::from(part), tag);
    let is_flattened = place(member) == Place::Flattened;
    [if is_flattened { tag(member) } else { "entry".into() }, of("key"), of("value")]
}

/// The name, and the declaration that `@xmlNamespace` asks for, escaped.
fn with_namespace(name: &str, traits: &Traits) -> Text {
    let Some(namespace) = traits.get(ids::XML_NAMESPACE) else { return name.into() };
    let uri = namespace.get("uri").and_then(Node::as_str).unwrap_or_default();
    let uri = uri.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    match namespace.get("prefix").and_then(Node::as_str) {
        Some(prefix) => format!("{name} xmlns:{prefix}=\"{uri}\""),
        None => format!("{name} xmlns=\"{uri}\""),
    }
    .into()
}
