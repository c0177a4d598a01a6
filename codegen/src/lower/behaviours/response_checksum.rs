//! `@httpChecksum`: what a response says of its body.

use super::{Call, Definition};
use crate::ir::{Behaviour, Setting, SettingType, Type};
use crate::text::Text;
use crate::traits::http_checksum;

pub(super) const BEHAVIOUR: Definition = Definition { lower, feature: Some("checksums"), settings: |_| VALIDATION };

const VALIDATION: &[Setting] = &[Setting {
    name: "response_checksum_validation",
    ty: SettingType::Optional("ResponseChecksumValidation"),
    argument: "validation",
    docs: "whether responses are asked for a checksum and compared with it",
    more: " They are, by default.",
    returned: "Returns whether responses are compared with their checksum, if that was set.",
}];

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let (member, algorithms) = http_checksum::of_response(&call.operation.shape.traits)?;
    let mode = call.input.index_of(member)?;
    let is_text = matches!(call.input.member(mode).ty, Type::String | Type::Enum(_));
    let algorithms = algorithms.into_iter().map(Text::from).collect();
    is_text.then_some(Behaviour::ResponseChecksum { mode, algorithms })
}
