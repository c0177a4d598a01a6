//! In: one member of a structure, lowered. Out: what its field, accessor,
//! setters and codec lines look like.

use super::{Attrs, Literal, Type};
use crate::text::Text;

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
    /// Whether the field is an `Option`.
    pub(crate) is_optional: bool,
    /// Whether the field is a `Box`, to break a recursion.
    pub(crate) is_boxed: bool,
    /// Whether the model requires it.
    pub(crate) is_required: bool,
    pub(crate) is_sensitive: bool,
    /// What `build()` uses where the field was not set.
    pub(crate) default: Option<Default>,
    /// What a reader uses where a response leaves a required member out.
    pub(crate) correction: Option<Correction>,
    pub(crate) binding: Binding,
}

/// How a member stands in a body, in formats that have a choice.
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

/// Where a member stands in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Binding {
    Body,
    Label,
    Header {
        name: Text,
        is_media_type: bool,
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

/// A member's default value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Default {
    /// What the type's `Default` gives.
    Empty,
    /// Lists, maps, and those in documents are always empty.
    Value(Literal),
}

/// What stands in for a required member that a response left out
/// (Smithy 2.0, section "Client error correction").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Correction {
    /// What the type's `Default` gives.
    Default,
    /// The unknown variant of an enum.
    UnknownEnum,
    /// The unknown variant of a union.
    UnknownUnion,
    /// The epoch.
    Epoch,
    /// An empty blob.
    EmptyBlob,
    /// What the structure's builder gives when nothing is set.
    BuilderDefault,
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
        match (&self.ty, self.is_optional) {
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
        let is_asked = self.correction.is_some() && (is_read || !self.is_optional);
        self.default.is_none() && (is_asked || self.binding == Binding::Events)
    }

    /// Whether `build()` fails where it was not set.
    pub(crate) fn fails_build(&self) -> bool {
        !self.is_optional && self.default.is_none()
    }
}
