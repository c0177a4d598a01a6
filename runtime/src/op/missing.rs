//! Required members: in, which are absent; out, one error that names them all.
//!
//! Checked at the start of serialization, as boto3 does: after interceptors and
//! the idempotency token had their turn, before anything is sent.

#[cfg(feature = "aws")]
use crate::presigning::PresignedBody;
use crate::test_client::is_test_client;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

/// Whether the check is on. Where nothing is stored it is, but for clients of tests.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequiredInputCheck(pub(crate) bool);

impl Storable for RequiredInputCheck {
    type Storer = StoreReplace<Self>;
}

/// Collects the required members that are not set.
#[derive(Debug)]
pub struct Missing<'c> {
    operation: &'static str,
    cfg: &'c ConfigBag,
    members: Vec<&'static str>,
    empty: Vec<&'static str>,
    /// What a request cannot be sent without, if the check is off.
    indispensable: Option<&'static str>,
}

impl<'c> Missing<'c> {
    /// Starts the check for an operation.
    pub fn new(operation: &'static str, cfg: &'c ConfigBag) -> Self {
        Self { operation, cfg, members: Vec::new(), empty: Vec::new(), indispensable: None }
    }

    /// A `@required` member.
    pub fn member(&mut self, name: &'static str, is_missing: bool) {
        if is_missing {
            self.members.push(name);
        }
    }

    /// A `@required` member that is the whole body; a presigned request has the body of its sender.
    #[cfg(feature = "aws")]
    pub fn payload(&mut self, name: &'static str, is_missing: bool, cfg: &ConfigBag) {
        self.member(name, is_missing && cfg.load::<PresignedBody>() != Some(&PresignedBody::Unsigned));
    }

    /// A member that is part of the path, where an empty text is as bad as none.
    pub fn label(&mut self, name: &'static str, value: Option<&str>) {
        self.member(name, value.unwrap_or_default().is_empty());
        if value == Some("") {
            self.empty.push(name);
        }
    }

    /// A member in the query, as a label; `field` is its name in Rust. The official crates check
    /// these in any case.
    pub fn query(&mut self, name: &'static str, field: &'static str, value: Option<impl AsRef<str>>) {
        let value = value.as_ref().map(AsRef::as_ref);
        self.label(name, value);
        if value.unwrap_or_default().is_empty() {
            self.indispensable.get_or_insert(field);
        }
    }

    /// The error, if any member is missing.
    pub fn finish(self) -> Result<(), BoxError> {
        if self.members.is_empty() {
            return Ok(());
        }
        let is_checked = match self.cfg.load::<RequiredInputCheck>() {
            Some(check) => check.0,
            None => !is_test_client(self.cfg),
        };
        if !is_checked {
            let error = |field| Err(BuildError::missing_field(field, "cannot be empty or unset").into());
            return self.indispensable.map_or(Ok(()), error);
        }
        let error = MissingInput { operation: self.operation, members: self.members, empty: self.empty };
        Err(BuildError::other(error).into())
    }
}

/// Required members of an input are not set.
#[derive(Debug)]
pub struct MissingInput {
    operation: &'static str,
    members: Vec<&'static str>,
    /// Those of the members that are set, to a text without a character.
    empty: Vec<&'static str>,
}

impl MissingInput {
    /// The operation's name.
    pub fn operation(&self) -> &str {
        self.operation
    }

    /// The names of the members that are missing, or empty and a part of the path, as the
    /// model writes them.
    pub fn members(&self) -> &[&'static str] {
        &self.members
    }
}

impl Display for MissingInput {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let absent: Vec<&str> = self.members.iter().copied().filter(|name| !self.empty.contains(name)).collect();
        let empty = self.empty.join("`, `");
        let are = if self.empty.len() == 1 { "is" } else { "are" };
        match (absent.is_empty(), self.empty.is_empty()) {
            (true, _) => write!(f, "`{empty}` {are} empty in the input of {}", self.operation),
            (false, true) => write!(f, "the input of {} lacks `{}`", self.operation, absent.join("`, `")),
            (false, false) => {
                write!(f, "the input of {} lacks `{}`, and `{empty}` {are} empty", self.operation, absent.join("`, `"))
            }
        }
    }
}

impl Error for MissingInput {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_client::CallersClient;
    use aws_smithy_runtime_api::client::http::SharedHttpClient;
    use aws_smithy_runtime_api::shared::IntoShared;
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
        assert_eq!(source.as_deref(), Some("the input of Do lacks `type`, and `id` is empty"));
    }

    #[test]
    fn what_is_set_to_nothing_is_empty_and_not_absent() {
        let said = |values: [Option<&str>; 2]| {
            let cfg = ConfigBag::base();
            let mut missing = Missing::new("Do", &cfg);
            missing.label("id", values[0]);
            missing.label("name", values[1]);
            let error = missing.finish().err();
            error.and_then(|error| error.source().map(ToString::to_string)).unwrap_or_default()
        };
        assert_eq!(said([None, None]), "the input of Do lacks `id`, `name`");
        assert_eq!(said([Some(""), None]), "the input of Do lacks `name`, and `id` is empty");
        assert_eq!(said([Some(""), Some("x")]), "`id` is empty in the input of Do");
        assert_eq!(said([Some(""), Some("")]), "`id`, `name` are empty in the input of Do");
        assert_eq!(said([Some("x"), Some("x")]), "");
    }

    #[test]
    fn the_check_can_be_turned_off() {
        let mut layer = Layer::new("test");
        layer.store_put(RequiredInputCheck(false));
        assert!(check(&ConfigBag::of_layers(vec![layer])).is_ok());
    }

    #[test]
    fn clients_of_tests_turn_it_off_unless_the_caller_asks_for_it() {
        let client = aws_smithy_http_client::test_util::NeverClient::new();
        let client: SharedHttpClient = client.into_shared();
        for is_asked_for in [false, true] {
            let mut layer = Layer::new("test");
            layer.store_put(CallersClient(client.clone()));
            layer.store_or_unset(is_asked_for.then_some(RequiredInputCheck(true)));
            assert_eq!(check(&ConfigBag::of_layers(vec![layer])).is_err(), is_asked_for);
        }
    }

    #[test]
    fn what_the_query_cannot_do_without_is_checked_in_any_case() {
        let mut layer = Layer::new("test");
        layer.store_put(RequiredInputCheck(false));
        let cfg = ConfigBag::of_layers(vec![layer]);
        for value in [None, Some("")] {
            let mut missing = Missing::new("Do", &cfg);
            missing.query("uploadId", "upload_id", value);
            let expected = BuildError::missing_field("upload_id", "cannot be empty or unset").to_string();
            assert_eq!(missing.finish().map_err(|error| error.to_string()), Err(expected));
        }
    }
}
