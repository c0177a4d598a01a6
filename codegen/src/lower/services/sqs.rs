//! SQS: it says the MD5 of messages, so that a call knows whether they are the same at both ends.
//! The SDKs for Go, Java, JavaScript and Python compare them, too.

use super::{add_setting, needs_feature, structure_of, Warning};
use crate::ir::{
    Behaviour, Client, Member, MessageDigests, MessagePart, Messages, Presence, Setting, SettingType, Shape, Structure,
    Type,
};

/// The calls, and where their inputs and outputs have lists of messages.
const CALLS: [(&str, Option<&str>, &str); 3] = [
    ("ReceiveMessage", None, "Messages"),
    ("SendMessage", Some(""), ""),
    ("SendMessageBatch", Some("Entries"), "Successful"),
];

/// The name is that of the SDK for Go.
const SETTING: Setting = Setting {
    name: "disable_message_checksum_validation",
    ty: SettingType::Bool,
    argument: "disable",
    docs: "whether messages are accepted without a check of their MD5",
    more: " It is checked by default, and a message that differs is an error.",
    returned: "Returns whether messages are accepted without a check of their MD5, if that was set.",
};

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    let shapes = &client.shapes;
    for operation in &mut client.operations {
        let Some((_, sent, returned)) = CALLS.iter().find(|(name, ..)| operation.wire_name == *name) else { continue };
        let returned = messages(shapes, &operation.output, returned);
        let sent = sent.map(|list| messages(shapes, &operation.input, list));
        // A message that is not as it is today is not compared.
        if let (Some(returned), Some(sent)) = (returned, sent.map_or(Some(None), |sent| sent.map(Some))) {
            operation.behaviours.push(Behaviour::MessageDigests(MessageDigests { sent, returned }));
        }
    }
    let has_digests = |behaviour: &Behaviour| matches!(behaviour, Behaviour::MessageDigests(_));
    if client.operations.iter().any(|operation| operation.behaviours.iter().any(has_digests)) {
        if add_setting(client, SETTING) {
            needs_feature(client, "checksums");
        } else {
            // What callers cannot turn off is not done.
            for operation in &mut client.operations {
                operation.behaviours.retain(|behaviour| !has_digests(behaviour));
            }
        }
    }
    None
}

/// Where an input or an output has messages: in the list of that name, or it is one.
fn messages(shapes: &[Shape], structure: &Structure, list: &str) -> Option<Messages> {
    if list.is_empty() {
        let parts = parts(shapes, structure);
        return (!parts.is_empty()).then_some(Messages { list: None, id: None, parts });
    }
    let list = structure.member(structure.index_of(list)?);
    let Type::List { element, is_sparse: false, .. } = &list.ty else { return None };
    let message = structure_of(shapes, element)?;
    let id = message.members.iter().find(|member| member.model_name == "Id").filter(|id| is_text(id, true));
    let (list, id, parts) = (Some(list.field.clone()), id.map(|id| id.field.clone()), parts(shapes, message));
    (!parts.is_empty()).then_some(Messages { list, id, parts })
}

fn parts(shapes: &[Shape], message: &Structure) -> Vec<(MessagePart, String)> {
    let part = |member: &Member| match member.model_name.as_str() {
        "Body" | "MessageBody" => Some(MessagePart::Body).filter(|_| member.ty == Type::String),
        "MessageAttributes" => attributes(shapes, member).map(MessagePart::Attributes),
        "MessageSystemAttributes" => attributes(shapes, member).map(MessagePart::SystemAttributes),
        "MD5OfBody" | "MD5OfMessageBody" => Some(MessagePart::Md5OfBody).filter(|_| member.ty == Type::String),
        "MD5OfMessageAttributes" => Some(MessagePart::Md5OfAttributes).filter(|_| member.ty == Type::String),
        "MD5OfMessageSystemAttributes" => {
            Some(MessagePart::Md5OfSystemAttributes).filter(|_| member.ty == Type::String)
        }
        _ => None,
    };
    message.members.iter().filter_map(|member| Some((part(member)?, member.field.clone()))).collect()
}

/// What gives the type, the text and the bytes of an attribute.
fn attributes(shapes: &[Shape], member: &Member) -> Option<[String; 3]> {
    let Type::Map { value, is_sparse: false, .. } = &member.ty else { return None };
    if member.presence != Presence::Optional {
        return None;
    }
    let attribute = structure_of(shapes, value)?;
    let member = |name: &str, is_meant: fn(&Member) -> bool| {
        let member = attribute.members.iter().find(|member| member.model_name == name)?;
        is_meant(member).then(|| member.field.clone())
    };
    Some([
        member("DataType", |member| is_text(member, true))?,
        member("StringValue", |member| is_text(member, false))?,
        member("BinaryValue", |member| member.ty == Type::Blob && member.presence == Presence::Optional)?,
    ])
}

fn is_text(member: &Member, is_required: bool) -> bool {
    member.ty == Type::String && is_required == matches!(member.presence, Presence::Required(_))
}
