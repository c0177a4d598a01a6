//! `@httpChecksum` and `@httpChecksumRequired`: what a request says of its body.

use super::{Call, Definition};
use crate::ir::{Behaviour, Binding, Checksum, Setting, SettingType};
use crate::traits::http_checksum::RequestChecksum;

pub(super) const BEHAVIOUR: Definition = Definition { lower, feature: Some("checksums"), settings };

const CALCULATION: &[Setting] = &[Setting {
    name: "request_checksum_calculation",
    ty: SettingType::Optional("RequestChecksumCalculation"),
    argument: "calculation",
    docs: "whether requests get a checksum if it is optional",
    more: " They do, by default.",
    returned: "Returns whether requests get a checksum if it is optional, if that was set.",
}];

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    Some(Behaviour::Checksum(match RequestChecksum::of(&call.operation.shape.traits)? {
        RequestChecksum::ContentMd5 => Checksum::ContentMd5,
        RequestChecksum::Flexible { algorithm_member, is_required } => {
            let algorithm = algorithm_member.and_then(|name| call.input.index_of(name));
            let header = algorithm.and_then(|index| match &call.input.member(index).binding {
                Binding::Header { name, .. } => Some(name.clone()),
                _ => None,
            });
            Checksum::Flexible { algorithm, header, is_required }
        }
    }))
}

/// A checksum that is required leaves nothing to choose.
fn settings(behaviour: &Behaviour) -> &'static [Setting] {
    match behaviour {
        Behaviour::Checksum(Checksum::Flexible { .. }) => CALCULATION,
        _ => &[],
    }
}
