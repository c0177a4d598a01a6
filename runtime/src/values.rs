//! Values that emitted code needs and that no model changes: what replaces
//! a secret, for a missing required member, for a missing time.

use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::DateTime;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What `Debug` shows in the place of a `@sensitive` member.
pub const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// A structure that a builder made, or what it lacks.
pub type Finished<T> = Result<T, BuildError>;

/// What becomes of a required member that was not set.
///
/// A caller who leaves one out made a mistake; a service that does must not make
/// the whole response unreadable (Smithy 2.0, section "Client error correction").
#[derive(Clone, Copy, Debug)]
pub enum Required {
    /// It is an error of building the structure of this name.
    Checked(&'static str),
    /// It gets the value that the specification gives it.
    Corrected,
}

impl Required {
    /// The value, or the type's default.
    ///
    /// # Errors
    /// It is checked and was not set.
    pub fn or_default<T: Default>(self, value: Option<T>, field: &'static str) -> Result<T, BuildError> {
        match value {
            Some(value) => Ok(value),
            None => self.missing(field).map(|()| T::default()),
        }
    }

    /// The value, or an enum's unknown one.
    ///
    /// # Errors
    /// It is checked and was not set.
    pub fn or_unknown<T: for<'a> From<&'a str>>(self, value: Option<T>, field: &'static str) -> Result<T, BuildError> {
        match value {
            Some(value) => Ok(value),
            None => self.missing(field).map(|()| unknown()),
        }
    }

    /// The value, or the epoch.
    ///
    /// # Errors
    /// It is checked and was not set.
    pub fn or_epoch(self, value: Option<DateTime>, field: &'static str) -> Result<DateTime, BuildError> {
        match value {
            Some(value) => Ok(value),
            None => self.missing(field).map(|()| DateTime::from_secs(0)),
        }
    }

    /// The value of a member that nothing can replace: a stream of events.
    ///
    /// # Errors
    /// It was not set.
    pub fn or_error<T>(self, value: Option<T>, field: &'static str) -> Result<T, BuildError> {
        let structure = match self {
            Self::Checked(structure) => structure,
            Self::Corrected => "the output",
        };
        value.ok_or_else(|| BuildError::missing_field(field, details(field, structure)))
    }

    /// A required member whose field is an option: it is never checked, for the
    /// service may take the requirement back.
    pub fn optional<T>(self, value: Option<T>, corrected: fn() -> Option<T>) -> Option<T> {
        match (self, value) {
            (Self::Corrected, None) => corrected(),
            (_, value) => value,
        }
    }

    fn missing(self, field: &'static str) -> Result<(), BuildError> {
        match self {
            Self::Checked(structure) => Err(BuildError::missing_field(field, details(field, structure))),
            Self::Corrected => Ok(()),
        }
    }
}

/// The words of the official crates, which the official error takes as static
/// text. Each is made once: there are as many as a program has required members.
#[cold]
fn details(field: &'static str, structure: &'static str) -> &'static str {
    type Texts = BTreeMap<(&'static str, &'static str), &'static str>;
    static TEXTS: Mutex<Texts> = Mutex::new(BTreeMap::new());
    // Nothing panics while it holds the lock.
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    texts.entry((field, structure)).or_insert_with(|| {
        let text = format!("{field} was not specified but it is required when building {structure}");
        Box::leak(text.into_boxed_str())
    })
}

/// The value of an enum that a response left out.
pub fn unknown<T: for<'a> From<&'a str>>() -> T {
    T::from("no value was set")
}

/// Builds what was read of a recursive shape, in a frame that is gone before the
/// next value is read.
#[inline(never)]
#[expect(clippy::boxed_local, reason = "to unbox in a frame of its own is what this is for")]
pub fn boxed<B, T>(builder: Box<B>, build: fn(B) -> Option<T>) -> Option<Box<T>> {
    build(*builder).map(Box::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_required_member_is_checked_or_corrected() {
        let checked = Required::Checked("B");
        assert_eq!(checked.or_default(Some(1), "a").ok(), Some(1));
        let error = checked.or_default(None::<i32>, "a").map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("a was not specified but it is required when building B")));
        assert!(checked.or_epoch(None, "a").is_err());
        assert_eq!(checked.optional(None, || Some(1)), None);
        let corrected = Required::Corrected;
        assert_eq!(corrected.or_default(None::<i32>, "a").ok(), Some(0));
        assert_eq!(corrected.or_unknown(None::<String>, "a").ok().as_deref(), Some("no value was set"));
        assert_eq!(corrected.or_epoch(None, "a").ok(), Some(DateTime::from_secs(0)));
        assert_eq!(corrected.optional(None, || Some(1)), Some(1));
    }
}
