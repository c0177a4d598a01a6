//! Required members: in, which are absent; out, one error that names them all.
//!
//! Checked at the start of serialization, as boto3 does: after interceptors and
//! the idempotency token had their turn, before anything is sent.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Whether the check is on. It is where nothing is stored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequiredInputCheck(pub(crate) bool);

impl Storable for RequiredInputCheck {
    type Storer = StoreReplace<Self>;
}

/// Collects the required members that are not set.
#[derive(Debug)]
pub struct Missing {
    operation: &'static str,
    enabled: bool,
    members: Vec<&'static str>,
}

impl Missing {
    /// Starts the check for an operation.
    pub fn new(operation: &'static str, cfg: &ConfigBag) -> Self {
        let check = cfg.load::<RequiredInputCheck>();
        Self { operation, enabled: check.is_none_or(|check| check.0), members: Vec::new() }
    }

    /// A `@required` member.
    pub fn member(&mut self, name: &'static str, is_missing: bool) {
        if is_missing && self.enabled {
            self.members.push(name);
        }
    }

    /// A member that is part of the path, where an empty text is as bad as none.
    pub fn label(&mut self, name: &'static str, value: Option<&str>) {
        self.member(name, value.unwrap_or_default().is_empty());
    }

    /// The error, if any member is missing.
    pub fn finish(self) -> Result<(), BoxError> {
        if self.members.is_empty() {
            return Ok(());
        }
        let error = MissingInput { operation: self.operation, members: self.members };
        Err(BuildError::other(error).into())
    }
}

/// Required members of an input are not set.
#[derive(Debug)]
pub struct MissingInput {
    operation: &'static str,
    members: Vec<&'static str>,
}

impl MissingInput {
    /// The operation's name.
    pub fn operation(&self) -> &str {
        self.operation
    }

    /// The names of the missing members, as the model writes them.
    pub fn members(&self) -> &[&'static str] {
        &self.members
    }
}

impl Display for MissingInput {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let members = self.members.join("`, `");
        write!(f, "the input of {} lacks `{members}`", self.operation)
    }
}

impl Error for MissingInput {}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::config_bag::Layer;

    fn check(cfg: &ConfigBag) -> Result<(), BoxError> {
        let mut missing = Missing::new("Do", cfg);
        missing.member("type", true);
        missing.member("name", false);
        missing.label("id", Some(""));
        missing.finish()
    }

    #[test]
    fn one_error_names_all_missing_members() {
        let error = check(&ConfigBag::base()).expect_err("two members are missing");
        let source = error.source().map(ToString::to_string);
        assert_eq!(source.as_deref(), Some("the input of Do lacks `type`, `id`"));
    }

    #[test]
    fn the_check_can_be_turned_off() {
        let mut layer = Layer::new("test");
        layer.store_put(RequiredInputCheck(false));
        assert!(check(&ConfigBag::of_layers(vec![layer])).is_ok());
    }
}
