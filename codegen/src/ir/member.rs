//! In: one member of a structure, lowered. Out: what its field, accessor,
//! setters and codec lines look like.

use super::{Attrs, Literal, Presence, Type};
use crate::text::Text;

/// Which member of a structure it is. It is found in the members, so there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct MemberIndex(usize);

impl MemberIndex {
    /// The first of the members of a structure of which this holds.
    pub(crate) fn find(members: &[Member], is_meant: impl Fn(&Member) -> bool) -> Option<Self> {
        members.iter().position(is_meant).map(Self)
    }

    /// All members of a structure of which this holds.
    pub(crate) fn find_all(members: &[Member], is_meant: impl Fn(&Member) -> bool) -> Vec<Self> {
        let found = members.iter().enumerate().filter(|(_, member)| is_meant(member));
        found.map(|(index, _)| Self(index)).collect()
    }

    /// The member, in the structure that the index was found in.
    pub(crate) fn of(self, members: &[Member]) -> &Member {
        &members[self.0]
    }
}

/// A member of a structure.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) attrs: Attrs,
    /// Field, accessor and setter; an escaped identifier.
    pub(crate) field: String,
    /// What follows `set_` and `get_`; never escaped.
    pub(crate) snake: String,
    /// The name in the model; the one that messages use.
    pub(crate) model_name: String,
    /// The name in a body; in XML with the declaration of its namespace.
    pub(crate) wire: Text,
    /// The name in the body of a request, where that is another one.
    pub(crate) wire_in_request: Option<Text>,
    pub(crate) place: Place,
    pub(crate) ty: Type,
    /// Whether it is there, and what happens where it is not.
    pub(crate) presence: Presence,
    /// Whether the field is a `Box`, to break a recursion.
    pub(crate) is_boxed: bool,
    pub(crate) is_sensitive: bool,
    pub(crate) binding: Binding,
}

/// How a member is in a body, in formats that have a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// As an element, or whatever the format has.
    #[default]
    Element,
    /// As an attribute of the structure's own element.
    Attribute,
    /// Each item or entry as if it were a member.
    Flattened,
}

/// Where a member is in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Binding {
    Body,
    Label,
    Header {
        name: Text,
        form: HeaderForm,
    },
    PrefixHeaders(Text),
    Query(Text),
    QueryParams,
    Payload {
        content_type: Text,
    },
    StatusCode,
    /// The body of the message is made of the events of this member.
    Events,
}

/// What the value of a header is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeaderForm {
    /// Of the type of the member.
    Typed,
    /// Text in base64, of a string with `@mediaType`.
    MediaType,
    /// Whatever came: a response is not refused because of it.
    Lenient,
}

/// A member's default value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Default {
    /// What the type's `Default` gives.
    Empty,
    /// Lists, maps, and those in documents are always empty.
    Value(Literal),
}

/// How an accessor hands a field out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Accessor {
    /// `self.x`
    Copy,
    /// `&self.x` as `&str`
    Str,
    /// `self.x.as_deref()` as `Option<&str>`
    OptionStr,
    /// `&self.x` as `&[T]`
    Slice,
    /// `self.x.as_deref().unwrap_or_default()` as `&[T]`
    OptionSlice,
    /// `&self.x`
    Ref,
    /// `self.x.as_ref()`
    OptionRef,
    /// `self.x.as_deref()` of an `Option<Box<T>>`
    OptionBox,
}

impl Member {
    /// The name in the body of a request.
    pub(crate) fn written_as(&self) -> &Text {
        self.wire_in_request.as_ref().unwrap_or(&self.wire)
    }

    pub(crate) fn accessor(&self) -> Accessor {
        match (&self.ty, self.presence.is_optional()) {
            (ty, _) if ty.is_copy() => Accessor::Copy,
            (Type::String, false) => Accessor::Str,
            (Type::String, true) => Accessor::OptionStr,
            (Type::List { .. }, false) => Accessor::Slice,
            (Type::List { .. }, true) => Accessor::OptionSlice,
            (_, false) => Accessor::Ref,
            (_, true) if self.is_boxed => Accessor::OptionBox,
            (_, true) => Accessor::OptionRef,
        }
    }

    /// Whether whoever builds the structure decides between an error and a value where it
    /// was not set. `is_read` says whether a reader builds it as well.
    pub(crate) fn asks_required(&self, is_read: bool) -> bool {
        match self.presence {
            Presence::Required(_) | Presence::Events => true,
            Presence::Excused(_) | Presence::Expected(_) | Presence::InputRequired(_) => is_read,
            Presence::Optional | Presence::Defaulted(_) | Presence::Sent(_) | Presence::Stream => false,
        }
    }
}
