//! Links to emitted items, as docs have them. Exists so that one place knows where rustdoc
//! takes a path for something else: a method and a field of one name, a struct and a derive
//! macro of one name.

use crate::ir::{Member, Role, Structure};
use crate::text::{self, Line};

/// Derive macros that are in scope everywhere.
const DERIVES: [&str; 9] = ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// A link to the structure from its own module.
pub(super) fn structure(structure: &Structure) -> Line {
    let name = text::name(&structure.name);
    if DERIVES.contains(&structure.name.as_str()) {
        text::line("[`{}`](struct@{})", &[&name, &name])
    } else {
        text::line("[`{}`]", &[&name])
    }
}

/// A link to the structure from its builder, which for inputs and outputs is in a module below.
pub(super) fn structure_from_builder(structure: &Structure) -> Line {
    match structure.role {
        Role::Shape => self::structure(structure),
        Role::Input | Role::Output => {
            let name = text::name(&structure.name);
            text::line("[`{}`](super::{})", &[&name, &name])
        }
    }
}

/// A link to a field from the accessor of its name, which it would be without `field@`.
pub(super) fn field(structure: &Structure, member: &Member) -> Line {
    let field = name(member);
    text::line("[`{}`](field@{}::{})", &[&field, &text::name(&structure.name), &field])
}

/// A link to a member of the structure from its builder.
pub(super) fn member_from_builder(structure: &Structure, member: &Member) -> Line {
    let (field, structure_name) = (name(member), text::name(&structure.name));
    match structure.role {
        Role::Shape => text::line("[`{}`]({}::{})", &[&field, &structure_name, &field]),
        Role::Input | Role::Output => text::line("[`{}`](super::{}::{})", &[&field, &structure_name, &field]),
    }
}

/// A link to the setter beside.
pub(super) fn setter(member: &Member) -> Line {
    let field = name(member);
    text::line("[`{}`](Self::{})", &[&field, &field])
}

fn name(member: &Member) -> text::Name<'_> {
    text::name(member.field.trim_start_matches("r#"))
}
