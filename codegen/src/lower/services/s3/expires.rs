//! `Expires`: what S3 has stored may be anything. So outputs have what came as a text, too, and
//! are not refused because of it. That it is a time in any model is in `transforms/s3_times`.

use crate::ir::{Attrs, Binding, Deprecated, HeaderForm, Member, Operation, Presence, Type};
use crate::text;

const NAME: &str = "Expires";
const TEXT_NAME: &str = "ExpiresString";
const TEXT_FIELD: &str = "expires_string";

/// Adds the text to an output.
pub(super) fn apply(operation: &mut Operation) {
    let members = &mut operation.output.members;
    if members.iter().any(|member| member.field == TEXT_FIELD) {
        return;
    }
    let Some(member) = members.iter_mut().find(|member| member.model_name == NAME) else { return };
    let (Binding::Header { form, .. }, Type::Timestamp(_)) = (&mut member.binding, &member.ty) else { return };
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
