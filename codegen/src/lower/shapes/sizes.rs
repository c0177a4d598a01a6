//! In: what the variants of an enum hold. Out: whether clippy's
//! `large_enum_variant` will name it. The sizes are estimates, on the safe side: an allow that was not
//! needed does no harm, a warning in somebody's build does.

use crate::model::{Checked, Kind, Member, Shape};
use crate::transforms;

/// Clippy complains from a difference of 200 bytes on.
const THRESHOLD: usize = 120;

/// The enum of a union.
pub(crate) fn has_large_variant(model: &Checked<'_>, members: &[&Member]) -> bool {
    // The unknown variant holds two words.
    is_uneven(members.iter().map(|member| member_size(model, member, 0)).chain([16]))
}

/// An enum of errors.
pub(crate) fn has_large_error<'m>(model: &Checked<'_>, errors: impl Iterator<Item = &'m Shape>) -> bool {
    // Each has metadata, and the unhandled one a box beside it.
    const METADATA: usize = 96;
    is_uneven(errors.map(|error| size(model, error, 0) + METADATA).chain([METADATA + 16]))
}

fn is_uneven(sizes: impl Iterator<Item = usize>) -> bool {
    let mut sizes: Vec<usize> = sizes.collect();
    sizes.sort_unstable();
    match sizes[..] {
        [.., second, largest] => largest - second >= THRESHOLD,
        _ => false,
    }
}

fn member_size(model: &Checked<'_>, member: &Member, depth: usize) -> usize {
    if transforms::is_boxed(member) {
        return 8;
    }
    size(model, model.target(member), depth)
}

fn size(model: &Checked<'_>, shape: &Shape, depth: usize) -> usize {
    // What is nested deeper than this is large in any case.
    if depth > 32 {
        return 0;
    }
    match &shape.kind {
        Kind::Boolean | Kind::Byte => 1,
        Kind::Short => 4,
        Kind::Integer | Kind::IntEnum | Kind::Float => 8,
        Kind::Long | Kind::Double | Kind::Timestamp => 16,
        Kind::Map => 48,
        Kind::Document => 56,
        Kind::Structure => shape.members.iter().map(|member| member_size(model, member, depth + 1)).sum(),
        Kind::Union => {
            let largest = shape.members.iter().map(|member| member_size(model, member, depth + 1)).max();
            largest.unwrap_or_default() + 8
        }
        _ => 24,
    }
}
