//! `@httpChecksum` and `@httpChecksumRequired`: what a request says of its body.

use super::{Call, Definition};
use crate::ir::{Behaviour, Binding, Checksum, Setting, SettingType, Type};
use crate::lower::owner;
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
            let is_streamed = call.input.members.iter().any(|member| matches!(member.ty, Type::ByteStream));
            // The encoding with trailers is one of AWS's.
            let is_trailer = is_streamed && owner::is_aws(call.context.service);
            Checksum::Flexible { algorithm, header, is_required, is_trailer }
        }
    }))
}

/// What a body in chunks leaves to choose, beside the others.
const CHUNKS: &[Setting] = &[
    CALCULATION[0],
    Setting {
        name: "aws_chunked_encoding_chunk_size",
        ty: SettingType::Limit,
        argument: "size",
        docs: "the size of the chunks in which a streamed body is sent if it has a checksum",
        more: " It is 64 KiB by default, and 8192 bytes at least; `None` sends the body in one chunk.",
        returned: "",
    },
];

/// A checksum that is required leaves nothing to choose.
fn settings(behaviour: &Behaviour) -> &'static [Setting] {
    match behaviour {
        Behaviour::Checksum(Checksum::Flexible { is_trailer: true, .. }) => CHUNKS,
        Behaviour::Checksum(Checksum::Flexible { .. }) => CALCULATION,
        _ => &[],
    }
}
