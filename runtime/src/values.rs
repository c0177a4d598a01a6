//! Values that emitted code needs and that no model changes: what stands in for
//! a secret, for a missing required member, for a missing time.

use aws_smithy_types::error::operation::BuildError;
use aws_smithy_types::DateTime;

/// What `Debug` shows in the place of a `@sensitive` member.
pub const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// The time that a response's missing required timestamp becomes.
pub fn epoch() -> DateTime {
    DateTime::from_secs(0)
}

/// The value of a member that a structure cannot be built without.
///
/// # Errors
/// It was not set; the error has the field and the details.
pub fn required<T>(value: Option<T>, field: &'static str, details: &'static str) -> Result<T, BuildError> {
    value.ok_or_else(|| BuildError::missing_field(field, details))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_member_is_named() {
        assert_eq!(required(Some(1), "a", "B needs it").ok(), Some(1));
        let error = required::<i32>(None, "a", "B needs it").map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.contains("B needs it")));
    }
}
