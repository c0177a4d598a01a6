//! In: a name, and what it is looked up in. Out: the accessor of that member.

use super::parts::{self, certain, Built};
use super::Queries;
use crate::ir::query::{self, Entries, Message, Name, Node, Type, Value};
use crate::ir::{Accessor, Member, Structure, Union, Variant};
use crate::suggest::{self, Suggestions};

/// Members of a message or a structure, or those of a union.
pub(super) enum Members<'a> {
    Fields(&'a [Member]),
    Variants(&'a [Variant]),
}

impl<'a> Queries<'a, '_> {
    /// `name`
    pub(super) fn field(&mut self, name: &str, current: &Value) -> Built {
        parts::then(current.clone(), |it| match &it.ty {
            Type::Messages => both(name),
            Type::Map(entries) => entry(name, entries, it),
            ty => match self.members(ty)? {
                Members::Fields(members) => {
                    let found = members.iter().find(|member| member.model_name == name);
                    let names = members.iter().map(|member| member.model_name.as_str());
                    let member = found.ok_or_else(|| unknown(name, names))?;
                    self.touches_deprecated |= member.attrs.deprecated.is_some();
                    self.touches_secret |= member.is_sensitive;
                    Ok(member_of(member, it))
                }
                Members::Variants(variants) => {
                    let found = variants.iter().find(|variant| variant.model_name == name);
                    let names = variants.iter().map(|variant| variant.model_name.as_str());
                    let variant = found.ok_or_else(|| unknown(name, names))?;
                    self.touches_deprecated |= variant.attrs.deprecated.is_some();
                    self.touches_secret |= variant.is_sensitive;
                    variant_of(variant, it)
                }
            },
        })
    }

    /// The members that a value of this type may have.
    pub(super) fn members(&self, ty: &Type) -> Result<Members<'a>, String> {
        let of_structure = |structure: Option<&'a Structure>| structure.map(|of| Members::Fields(&of.members));
        let of_union = |union: Option<&'a Union>| union.map(|of| Members::Variants(&of.variants));
        let found = match ty {
            Type::Structure(named) => of_structure(self.shapes.structure(named)),
            Type::Union(named) => of_union(self.shapes.union(named)),
            Type::Message(Message::Input) => of_structure(self.input),
            Type::Message(Message::Output) => of_structure(self.output),
            Type::Text | Type::Enum | Type::Boolean | Type::Number(_) | Type::Map(_) | Type::List(_) => None,
            Type::Other(_) | Type::Messages => None,
        };
        found.ok_or_else(|| format!("{} has no members", parts::describe(ty)))
    }

    /// All members, in the order of the model.
    pub(super) fn all_members(&mut self, of: &Value) -> Result<Vec<Value>, String> {
        match self.members(&of.ty)? {
            Members::Fields(members) => {
                self.touches_deprecated |= members.iter().any(|member| member.attrs.deprecated.is_some());
                self.touches_secret |= members.iter().any(|member| member.is_sensitive);
                Ok(members.iter().map(|member| member_of(member, of)).collect())
            }
            Members::Variants(variants) => {
                self.touches_deprecated |= variants.iter().any(|variant| variant.attrs.deprecated.is_some());
                self.touches_secret |= variants.iter().any(|variant| variant.is_sensitive);
                variants.iter().map(|variant| variant_of(variant, of)).collect()
            }
        }
    }

    /// The names of the members that are there.
    pub(super) fn names(&mut self, of: &Value) -> Result<Vec<Name>, String> {
        match self.members(&of.ty)? {
            Members::Fields(members) => {
                self.touches_deprecated |= members.iter().any(|member| member.attrs.deprecated.is_some());
                Ok(members.iter().map(|member| name_of(member, of)).collect())
            }
            Members::Variants(variants) => {
                self.touches_deprecated |= variants.iter().any(|variant| variant.attrs.deprecated.is_some());
                let known = |variant: &Variant| {
                    Name::Variant(variant.model_name.as_str().into(), of.clone(), variant.snake.clone())
                };
                Ok(variants.iter().map(known).chain([Name::Unknown(of.clone())]).collect())
            }
        }
    }
}

fn unknown<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    let near = suggest::list(&Suggestions::default().nearest(name, known));
    let help = near.map(|near| format!(", did you mean {near}?")).unwrap_or_default();
    format!("`{name}` is not a member{help}")
}

/// A message, of the object that has both.
fn both(name: &str) -> Built {
    let message = match name {
        "input" => Message::Input,
        "output" => Message::Output,
        _ => return Err(format!("`{name}` is neither `input` nor `output`")),
    };
    Ok(certain(Node::Message(message), Type::Message(message)))
}

fn member_of(member: &Member, of: &Value) -> Value {
    let field = member.field.clone();
    let found = match member.accessor() {
        Accessor::OptionSlice => query::Member::Slice(field),
        Accessor::Copy | Accessor::Str | Accessor::OptionStr | Accessor::Slice => query::Member::Accessor(field),
        Accessor::Ref | Accessor::OptionRef | Accessor::OptionBox => query::Member::Accessor(field),
    };
    Value { is_optional: member.presence.is_optional(), ..found_in(of, found, parts::type_of(&member.ty)) }
}

fn name_of(member: &Member, of: &Value) -> Name {
    let name = member.model_name.as_str().into();
    match member.presence.is_optional() {
        true => Name::If(name, member_of(member, of)),
        false => Name::Always(name),
    }
}

fn variant_of(variant: &Variant, of: &Value) -> Built {
    let Some(ty) = &variant.ty else { return Err(format!("`{}` is a member without a value", variant.model_name)) };
    let ty = parts::type_of(ty);
    let convert = parts::conversion(&ty, false);
    Ok(found_in(of, query::Member::Variant(variant.snake.clone(), convert), ty))
}

fn found_in(of: &Value, member: query::Member, ty: Type) -> Value {
    Value { node: Node::Member { of: Box::new(of.clone()), member }, ty, is_optional: true }
}

/// What a map has under a key.
fn entry(name: &str, entries: &Entries, of: &Value) -> Built {
    if entries.is_keyed_by_enum || entries.is_sparse {
        let what = if entries.is_sparse { "values that may be null" } else { "an enum as its keys" };
        return Err(format!("`{name}` is looked up in a map with {what}, which is not supported"));
    }
    let ty = parts::type_of(&entries.value);
    let convert = parts::conversion(&ty, false);
    Ok(found_in(of, query::Member::Entry(name.into(), convert), ty))
}
