//! The types of values in rules, and which of them fit where.

use std::fmt;

use super::ParameterType;

/// The type of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    /// Whatever; also what is left where something is wrong already.
    Any,
    String,
    Boolean,
    Integer,
    Array(Box<Type>),
    Tuple(Vec<Type>),
    Record(Vec<(String, Type)>),
    /// A value or nothing.
    Optional(Box<Type>),
}

impl Type {
    pub(super) fn optional(self) -> Self {
        match self {
            Self::Optional(_) => self,
            inner => Self::Optional(Box::new(inner)),
        }
    }

    /// The type of what is there, if it is there.
    pub(super) fn proven(self) -> Self {
        match self {
            Self::Optional(inner) => *inner,
            other => other,
        }
    }

    /// Whether a value of the other type can stand where this one is asked for.
    pub(super) fn accepts(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Any, _) | (_, Self::Any) => true,
            (Self::Optional(wanted), Self::Optional(found)) => wanted.accepts(found),
            _ => self == other,
        }
    }
}

impl From<ParameterType> for Type {
    fn from(ty: ParameterType) -> Self {
        match ty {
            ParameterType::String => Self::String,
            ParameterType::Boolean => Self::Boolean,
            ParameterType::StringArray => Self::Array(Box::new(Self::String)),
        }
    }
}

/// "a string", "a boolean or nothing"
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Any => f.write_str("a value"),
            Self::String => f.write_str("a string"),
            Self::Boolean => f.write_str("a boolean"),
            Self::Integer => f.write_str("an integer"),
            Self::Array(_) | Self::Tuple(_) => f.write_str("an array"),
            Self::Record(_) => f.write_str("an object"),
            Self::Optional(inner) => write!(f, "{inner} or nothing"),
        }
    }
}
