//! In: what a member targets. Out: its Rust type together with the facts that a
//! codec needs to read and write a value of it. Exists as one tree so that type
//! and codec cannot disagree.

#![deny(clippy::wildcard_enum_match_arm)]

use crate::text::Text;

/// The type of a value, without the `Option` or `Box` that a member adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    String,
    Boolean,
    Scalar(ScalarKind),
    BigInteger,
    BigDecimal,
    Blob,
    ByteStream,
    /// A stream of events, sent or received.
    EventStream {
        event: Named,
        error: Named,
        is_sent: bool,
    },
    Timestamp(TimestampFormat),
    Document,
    Enum(Named),
    Structure(Named),
    Union(Named),
    List {
        element: Box<Type>,
        is_sparse: bool,
        /// What an item is called, in formats where it has a name.
        item: Text,
    },
    Map {
        key: Box<Type>,
        value: Box<Type>,
        is_sparse: bool,
        /// What an entry, its key and its value are called, in formats where
        /// they have names.
        entry: [Text; 3],
    },
}

/// The numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarKind {
    I8,
    I16,
    I32,
    I64,
    F32,
    F64,
}

impl ScalarKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::I8 => "i8",
            Self::I16 => "i16",
            Self::I32 => "i32",
            Self::I64 => "i64",
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }

    pub(crate) fn is_float(self) -> bool {
        matches!(self, Self::F32 | Self::F64)
    }

    fn text_function(self) -> TextFunction {
        match self {
            Self::I8 | Self::I16 | Self::I32 | Self::I64 => TextFunction::Integer,
            Self::F32 => TextFunction::Float,
            Self::F64 => TextFunction::Double,
        }
    }
}

/// How a timestamp is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimestampFormat {
    EpochSeconds,
    DateTime,
    HttpDate,
}

/// The parts of a value that is made of values of one type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Collection<'t> {
    /// The fields of [`Type::List`].
    List { element: &'t Type, is_sparse: bool, item: &'t Text },
    /// The fields of [`Type::Map`].
    Map { key: &'t Type, value: &'t Type, is_sparse: bool, entry: &'t [Text; 3] },
}

/// How a writer takes a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passed<'t> {
    /// As a copy.
    Copied,
    /// As a copy of the type that all smaller integers are written as.
    Widened,
    /// As the `str` or the slice that it derefs to.
    Slice,
    /// As the `str` that the enum makes of it.
    Enum(&'t Named),
    /// By reference.
    Reference,
}

/// What the payload of a message is, where one member is all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PayloadKind {
    Blob,
    ByteStream,
    String,
    Enum,
    /// A document in the format of the protocol.
    Document,
}

/// How a value is text in a path, in a query, in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextKind<'t> {
    String,
    Enum(&'t Named),
    /// A big number, which holds its text.
    BigNumber,
    /// A function makes the text.
    Made(TextFunction),
    Timestamp(TimestampFormat),
    /// There is none: the traits that bind members to text do not select these.
    None,
}

/// What makes the text of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFunction {
    Boolean,
    Integer,
    Float,
    Double,
    Blob,
}

/// How many texts a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum InText<'t> {
    One(TextKind<'t>),
    /// One for each element of a list.
    Each(TextKind<'t>),
}

/// An emitted type and the module that it is public in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// `ProtectedQuery`.
    pub(crate) name: String,
    /// Segments from `crate` to the private module that defines it.
    pub(crate) module: Vec<String>,
    /// Whether values of it can hold values of it; see the codec's readers.
    pub(crate) is_recursive: bool,
    pub(crate) is_deprecated: bool,
}

// What codecs and sections ask about a type. Each question is one match that names all types,
// so that a new one is an error of the compiler here, once, and not in every place that asks.
impl Type {
    /// The parts of a value, where it is a list or a map.
    pub(crate) fn collection(&self) -> Option<Collection<'_>> {
        match self {
            Self::List { element, is_sparse, item } => Some(Collection::List { element, is_sparse: *is_sparse, item }),
            Self::Map { key, value, is_sparse, entry } => {
                Some(Collection::Map { key, value, is_sparse: *is_sparse, entry })
            }
            Self::String | Self::Boolean | Self::Scalar(_) | Self::BigInteger | Self::BigDecimal => None,
            Self::Blob | Self::ByteStream | Self::EventStream { .. } | Self::Timestamp(_) | Self::Document => None,
            Self::Enum(_) | Self::Structure(_) | Self::Union(_) => None,
        }
    }

    /// The shape whose values can hold values of it: a reader makes boxes of these.
    pub(crate) fn recursive(&self) -> Option<&Named> {
        match self {
            Self::Structure(named) | Self::Union(named) => named.is_recursive.then_some(named),
            Self::String | Self::Boolean | Self::Scalar(_) | Self::BigInteger | Self::BigDecimal => None,
            Self::Blob | Self::ByteStream | Self::EventStream { .. } | Self::Timestamp(_) | Self::Document => None,
            Self::Enum(_) | Self::List { .. } | Self::Map { .. } => None,
        }
    }

    /// How a writer takes a value.
    pub(crate) fn passed(&self) -> Passed<'_> {
        match self {
            Self::Boolean | Self::Scalar(ScalarKind::I64 | ScalarKind::F32 | ScalarKind::F64) => Passed::Copied,
            Self::Scalar(ScalarKind::I8 | ScalarKind::I16 | ScalarKind::I32) => Passed::Widened,
            Self::String | Self::List { .. } => Passed::Slice,
            Self::Enum(named) => Passed::Enum(named),
            Self::BigInteger | Self::BigDecimal | Self::Blob | Self::Timestamp(_) | Self::Document => Passed::Reference,
            Self::Structure(_) | Self::Union(_) | Self::Map { .. } => Passed::Reference,
            Self::ByteStream | Self::EventStream { .. } => Passed::Reference,
        }
    }

    /// What the payload of a message is that is a value of this type.
    pub(crate) fn payload_kind(&self) -> PayloadKind {
        match self {
            Self::Blob => PayloadKind::Blob,
            Self::ByteStream => PayloadKind::ByteStream,
            Self::String => PayloadKind::String,
            Self::Enum(_) => PayloadKind::Enum,
            Self::Boolean | Self::Scalar(_) | Self::BigInteger | Self::BigDecimal => PayloadKind::Document,
            Self::Timestamp(_) | Self::Document | Self::Structure(_) | Self::Union(_) => PayloadKind::Document,
            Self::List { .. } | Self::Map { .. } => PayloadKind::Document,
            // Never a payload: the events are bound as such.
            Self::EventStream { .. } => PayloadKind::Document,
        }
    }

    /// How a value is text.
    pub(crate) fn text_kind(&self) -> TextKind<'_> {
        match self {
            Self::String => TextKind::String,
            Self::Enum(named) => TextKind::Enum(named),
            Self::BigInteger | Self::BigDecimal => TextKind::BigNumber,
            Self::Boolean => TextKind::Made(TextFunction::Boolean),
            Self::Scalar(kind) => TextKind::Made(kind.text_function()),
            Self::Blob => TextKind::Made(TextFunction::Blob),
            Self::Timestamp(format) => TextKind::Timestamp(*format),
            Self::ByteStream | Self::EventStream { .. } | Self::Document | Self::Structure(_) | Self::Union(_) => {
                TextKind::None
            }
            Self::List { .. } | Self::Map { .. } => TextKind::None,
        }
    }

    /// How a value is one text or several.
    pub(crate) fn in_text(&self) -> InText<'_> {
        match self.collection() {
            Some(Collection::List { element, .. }) => InText::Each(element.text_kind()),
            Some(Collection::Map { .. }) | None => InText::One(self.text_kind()),
        }
    }

    /// Whether a value is a text that may be empty.
    pub(crate) fn is_text(&self) -> bool {
        match self.text_kind() {
            TextKind::String | TextKind::Enum(_) => true,
            TextKind::BigNumber | TextKind::Made(_) | TextKind::Timestamp(_) | TextKind::None => false,
        }
    }

    /// Whether the Rust type is `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self.passed() {
            Passed::Copied | Passed::Widened => true,
            Passed::Slice | Passed::Enum(_) | Passed::Reference => false,
        }
    }

    /// Whether a value can be read once only, as it comes.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self, Self::ByteStream | Self::EventStream { .. })
    }

    /// Whether the type names something deprecated.
    pub(crate) fn is_deprecated(&self) -> bool {
        match self {
            Self::Enum(named) | Self::Structure(named) | Self::Union(named) => named.is_deprecated,
            Self::EventStream { event, .. } => event.is_deprecated,
            Self::List { element, .. } => element.is_deprecated(),
            Self::Map { key, value, .. } => key.is_deprecated() || value.is_deprecated(),
            Self::String | Self::Boolean | Self::Scalar(_) | Self::BigInteger | Self::BigDecimal => false,
            Self::Blob | Self::ByteStream | Self::Timestamp(_) | Self::Document => false,
        }
    }
}
