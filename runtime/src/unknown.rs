//! What a response holds that the model did not know when it was compiled.
//!
//! The text of an enum and the name of a union's member are kept, so that an
//! unknown thing can still be logged, compared and asked for.

use std::error::Error;
use std::fmt;

/// The member of a union that this version does not know.
///
/// The payload of the variant `Unknown`. It is made by reading a response and
/// cannot be sent.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct UnknownMember {
    tag: Option<Box<str>>,
}

impl UnknownMember {
    /// The unknown member `tag`.
    pub fn new(tag: &str) -> Self {
        Self { tag: Some(tag.into()) }
    }

    /// The name of the member; `None` where this stands for a required union
    /// that the response left out.
    pub fn tag(&self) -> Option<&str> {
        self.tag.as_deref()
    }
}

/// The text of an enum that this version does not know.
///
/// The payload of the variant `Unknown`. It is made by `From<&str>` of the
/// enum.
#[non_exhaustive]
#[derive(Clone, Eq, Ord, PartialEq, PartialOrd, Debug, Hash)]
pub struct UnknownVariantValue(String);

impl UnknownVariantValue {
    /// Keeps `value`.
    pub fn new(value: &str) -> Self {
        Self(value.to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The given enum value failed to parse since it is not a known value.
#[derive(Debug)]
pub struct UnknownVariantError {
    value: String,
}

impl UnknownVariantError {
    /// The error of a `try_parse` that met `value`.
    pub fn new(value: impl Into<String>) -> Self {
        Self { value: value.into() }
    }
}

impl fmt::Display for UnknownVariantError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown enum variant: '{}'", self.value)
    }
}

impl Error for UnknownVariantError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_unknown_keeps_its_name() {
        assert_eq!(UnknownMember::new("s4").tag(), Some("s4"));
        assert_eq!(UnknownMember::default().tag(), None);
        assert_eq!(UnknownVariantValue::new("PAUSED").as_str(), "PAUSED");
        assert_eq!(UnknownVariantValue::new("PAUSED").to_string(), "PAUSED");
        assert_eq!(UnknownVariantError::new("PAUSED").to_string(), "unknown enum variant: 'PAUSED'");
    }
}
