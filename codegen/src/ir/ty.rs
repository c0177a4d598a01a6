//! In: what a member targets. Out: its Rust type together with the facts that a
//! codec needs to read and write a value of it. Exists as one tree so that type
//! and codec cannot disagree.

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
}

/// How a timestamp is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TimestampFormat {
    EpochSeconds,
    DateTime,
    HttpDate,
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

impl Type {
    /// Whether the Rust type is `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        matches!(self, Self::Boolean | Self::Scalar(_))
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
            _ => false,
        }
    }
}
