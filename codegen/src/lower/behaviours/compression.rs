//! `@requestCompression`, for services that take gzip.

use super::{Call, Definition};
use crate::ir::{Behaviour, Setting, SettingType};
use crate::traits::request_compression;

pub(super) const BEHAVIOUR: Definition = Definition { lower, feature: Some("compression"), settings: |_| SETTINGS };

const SETTINGS: &[Setting] = &[
    Setting {
        name: "disable_request_compression",
        ty: SettingType::Bool,
        argument: "disable",
        docs: "whether requests are sent without compression",
        more: "",
        returned: "Returns whether requests are sent without compression, if that was set.",
    },
    Setting {
        name: "request_min_compression_size_bytes",
        ty: SettingType::U32,
        argument: "size",
        docs: "the size of the smallest body that is compressed",
        more: " 10240 bytes by default, 10485760 at most.",
        returned: "Returns the size of the smallest body that is compressed, if that was set.",
    },
];

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    request_compression::has_gzip(&call.operation.shape.traits).then_some(Behaviour::Compression)
}
