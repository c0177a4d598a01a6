//! In: a path through the members of a message. Out: the fields that it leads over, and the
//! type at its end.

use crate::ir::{Member, PathField, Structure, Type};
use crate::lower::shapes::Shapes;

/// Follows `a.b.c` through structures; None if it leads nowhere.
pub(crate) fn follow(shapes: &Shapes<'_>, message: &Structure, path: &str) -> Option<(Vec<PathField>, Type)> {
    let mut fields = Vec::new();
    let mut structure = message;
    let mut names = path.split('.').peekable();
    while let Some(name) = names.next() {
        let member = structure.members.iter().find(|member| member.model_name == name)?;
        fields.push(field(member));
        match (&member.ty, names.peek()) {
            (ty, None) => return Some((fields, ty.clone())),
            (Type::Structure(named), Some(_)) => structure = shapes.structure(named)?,
            _ => return None,
        }
    }
    None
}

fn field(member: &Member) -> PathField {
    PathField { field: member.field.clone(), is_optional: member.presence.is_optional() }
}
