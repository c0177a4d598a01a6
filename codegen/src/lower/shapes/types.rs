//! In: the target of a member. Out: its Rust type, with the facts that codecs
//! need. Lists and maps get no type of their own.

use crate::ir::{ScalarKind, TimestampFormat, Type};
use crate::lower::names::Context;
use crate::model::{ids, Kind, Member};
use crate::traits::timestamp_format;

/// The type of a member's value. `timestamps` is the format of the place that
/// the value is written to.
pub(crate) fn lower(context: &Context<'_>, member: &Member, timestamps: TimestampFormat) -> Type {
    let target = context.model.target(member);
    let element = |element: &Member| Box::new(lower(context, element, timestamps));
    let is_sparse = target.has_trait(ids::SPARSE);
    match &target.kind {
        Kind::Boolean => Type::Boolean,
        Kind::Byte => Type::Scalar(ScalarKind::I8),
        Kind::Short => Type::Scalar(ScalarKind::I16),
        Kind::Integer | Kind::IntEnum => Type::Scalar(ScalarKind::I32),
        Kind::Long => Type::Scalar(ScalarKind::I64),
        Kind::Float => Type::Scalar(ScalarKind::F32),
        Kind::Double => Type::Scalar(ScalarKind::F64),
        Kind::BigInteger => Type::BigInteger,
        Kind::BigDecimal => Type::BigDecimal,
        Kind::Blob if context.model.member_trait(member, ids::STREAMING).is_some() => Type::ByteStream,
        Kind::Blob => Type::Blob,
        Kind::Timestamp => {
            let format = context.model.member_trait(member, timestamp_format::ID).and_then(timestamp_format::parse);
            Type::Timestamp(format.unwrap_or(timestamps))
        }
        Kind::List => {
            let item = context.model.element(target);
            Type::List { element: element(item), is_sparse, item: context.protocol.item_name(item) }
        }
        Kind::Map => {
            let entry = context.protocol.entry_names(member, target);
            let (key, value) = context.model.entry(target);
            Type::Map { key: element(key), value: element(value), is_sparse, entry }
        }
        Kind::String if !target.has_trait(ids::ENUM) => Type::String,
        Kind::String | Kind::Enum => Type::Enum(context.type_of(target)),
        Kind::Structure => Type::Structure(context.type_of(target)),
        Kind::Union => Type::Union(context.type_of(target)),
        Kind::Document => Type::Document,
        Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_) => {
            unreachable!("`Checked::of` looked for a shape of data as the target of each member")
        }
    }
}

/// Whether a value of the target shows a secret when printed with Debug: the
/// target or what lists and maps of it hold. Structures hide their own.
pub(crate) fn is_sensitive(context: &Context<'_>, member: &Member) -> bool {
    if context.model.member_trait(member, ids::SENSITIVE).is_some() {
        return true;
    }
    let target = context.model.target(member);
    matches!(target.kind, Kind::List | Kind::Map) && target.members.iter().any(|element| is_sensitive(context, element))
}
