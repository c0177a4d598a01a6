//! In: a structure of the model. Out: the Rust structure, its builder's rules
//! and, for an error, how it presents itself.

use super::{attrs, collisions, context::Context, errors, members};
use crate::diagnostics::Diagnostics;
use crate::ir::{Named, Role, Structure};
use crate::model::Shape;
use crate::traits;

/// Lowers a structure under its path; inputs and outputs have the operation's.
pub(super) fn lower(
    context: &Context<'_>,
    shape: &Shape,
    role: Role,
    path: Named,
    diagnostics: &mut Diagnostics,
) -> Structure {
    let mut members: Vec<_> =
        shape.members.iter().map(|member| members::lower(context, shape, member, role, diagnostics)).collect();
    collisions::check_members(shape, &members, traits::error::is_error(&shape.traits), diagnostics);
    let error = traits::error::is_error(&shape.traits).then(|| errors::facts(shape, &mut members));
    let is_build_fallible = role == Role::Input || members.iter().any(|member| member.fails_build());
    Structure {
        attrs: attrs(shape, || format!("The structure `{}` of the model.", path.name)),
        name: path.name.clone(),
        path,
        role,
        is_sensitive: shape.has_trait(traits::SENSITIVE),
        is_build_fallible,
        error,
        codec: context.directions(&shape.id),
        members,
    }
}
