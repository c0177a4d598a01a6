//! In: what a model says of whether a member is there. Out: the one word for it that fields,
//! builders, readers and requests go by.

use super::Default;

/// Whether a member is there, and what happens where it is not. Decided once; a field, a
/// builder, a reader or a request that needs a part of it asks here.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Presence {
    /// It may be absent.
    Optional,
    /// It may be absent, and the model requires it of the service only (`@clientOptional`): a
    /// reader corrects what a response leaves out.
    Excused(Correction),
    /// It may be absent in the type, but the model requires it: a reader corrects.
    Expected(Correction),
    /// It may be absent until the request is sent, which has to have it; where a response has
    /// the same shape, a reader corrects.
    InputRequired(Correction),
    /// It is there: `build()` fails without it, and a reader corrects what is missing.
    Required(Correction),
    /// It is there: where it was not set, it is this.
    Defaulted(Default),
    /// It may be absent in the type, but is sent in any case: required, with a default.
    Sent(Default),
    /// It is a stream of bytes, which is empty where it was not set.
    Stream,
    /// It is a stream of events, without which there is no message.
    Events,
}

/// What replaces a required member that a response left out
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

impl Presence {
    /// Whether the field is an `Option`.
    pub(crate) fn is_optional(&self) -> bool {
        match self {
            Self::Optional | Self::Excused(_) | Self::Expected(_) | Self::InputRequired(_) | Self::Sent(_) => true,
            Self::Required(_) | Self::Defaulted(_) | Self::Stream | Self::Events => false,
        }
    }

    /// Whether a caller, or a response, must have it, and nothing replaces it.
    pub(crate) fn is_required(&self) -> bool {
        matches!(self, Self::Expected(_) | Self::InputRequired(_) | Self::Required(_) | Self::Events)
    }

    /// Whether `build()` fails where it was not set.
    pub(crate) fn fails_build(&self) -> bool {
        matches!(self, Self::Required(_) | Self::Events)
    }
}
