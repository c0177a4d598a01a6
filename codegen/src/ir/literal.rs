//! In: a value that the model gives: of an example, of a test. Out: the same
//! value of a Rust type. Docs and tests print it, each in its own way.

use super::{Named, ScalarKind};
use crate::text::{Number, Text};

/// A value of a [`Type`](super::Type).
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Boolean(bool),
    Scalar(ScalarKind, Number),
    /// Digits.
    BigInteger(Text),
    BigDecimal(Text),
    String(Text),
    /// The wire value of an enum.
    Enum(Named, Text),
    Blob(Vec<u8>),
    ByteStream(Vec<u8>),
    /// Seconds and nanoseconds since the epoch.
    Timestamp(i64, u32),
    Document(Document),
    List(Vec<Item>),
    Map(Vec<(Self, Item)>),
    Structure(StructureLiteral),
    Union {
        named: Named,
        variant: String,
        /// None for a member without content.
        value: Option<Box<Self>>,
        is_boxed: bool,
    },
}

impl Literal {
    /// Whether its Rust type is `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            Self::Boolean(_) | Self::Scalar(..) => true,
            Self::BigInteger(_) | Self::BigDecimal(_) | Self::String(_) | Self::Enum(..) => false,
            Self::Blob(_) | Self::ByteStream(_) | Self::Timestamp(..) | Self::Document(_) => false,
            Self::List(_) | Self::Map(_) | Self::Structure(_) | Self::Union { .. } => false,
        }
    }

    /// Whether its expression costs nothing, so that it need not be a closure where it may not
    /// be needed.
    pub(crate) fn is_free(&self) -> bool {
        match self {
            Self::Boolean(_) | Self::Scalar(..) | Self::Timestamp(..) => true,
            Self::Document(document) => document.is_free(),
            Self::BigInteger(_) | Self::BigDecimal(_) | Self::String(_) | Self::Enum(..) => false,
            Self::Blob(_) | Self::ByteStream(_) => false,
            Self::List(_) | Self::Map(_) | Self::Structure(_) | Self::Union { .. } => false,
        }
    }
}

/// An element or the value of an entry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    Dense(Literal),
    /// Of a collection that may hold null.
    Sparse(Option<Literal>),
}

impl Item {
    /// The value; None for null.
    pub(crate) fn value(&self) -> Option<&Literal> {
        match self {
            Self::Dense(value) => Some(value),
            Self::Sparse(value) => value.as_ref(),
        }
    }
}

/// A value of a structure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct StructureLiteral {
    pub(crate) named: Named,
    pub(crate) fields: Vec<Field>,
    /// Whether `build()` returns a Result.
    pub(crate) is_build_fallible: bool,
}

/// A member that is set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Field {
    /// The setter, escaped.
    pub(crate) field: String,
    /// What follows `set_`.
    pub(crate) snake: String,
    pub(crate) value: Literal,
    pub(crate) is_boxed: bool,
}

/// Any value of a document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Document {
    Null,
    Boolean(bool),
    Integer(i64),
    /// One that only an unsigned integer holds.
    Natural(u64),
    Float(Number),
    String(Text),
    Array(Vec<Self>),
    Object(Vec<(Text, Self)>),
}

impl Document {
    /// As of a [`Literal`].
    fn is_free(&self) -> bool {
        match self {
            Self::Null | Self::Boolean(_) => true,
            Self::Integer(_) | Self::Natural(_) | Self::Float(_) | Self::String(_) => false,
            Self::Array(_) | Self::Object(_) => false,
        }
    }
}
