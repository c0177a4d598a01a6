//! Host prefixes: in, literals and members of an input; out, what the orchestrator
//! puts before the host of the endpoint. Members are checked here, because a host that
//! is put together from anything may be somebody else's.

use crate::endpoint::{is_host_label, EndpointUrl};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointPrefix;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::operation::BuildError;

/// A prefix that is being put together.
#[derive(Debug, Default)]
pub struct HostPrefix {
    text: String,
    error: Option<BuildError>,
}

impl HostPrefix {
    /// Starts a prefix.
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends what is the same for each call.
    pub fn literal(&mut self, text: &'static str) {
        self.text.push_str(text);
    }

    /// Appends a member: labels of a host, as there may be several with dots between.
    pub fn label(&mut self, name: &'static str, value: Option<&str>) {
        let error = match value.unwrap_or_default() {
            "" => BuildError::missing_field(name, "it forms part of the endpoint host, and cannot be empty or unset"),
            value if value.split('.').all(is_host_label) => return self.text.push_str(value),
            _ => BuildError::invalid_field(
                name,
                "it forms part of the endpoint host, and has another character than letters, digits and `-`",
            ),
        };
        self.error.get_or_insert(error);
    }

    /// Leaves the prefix where the orchestrator finds it.
    ///
    /// # Errors
    /// The first member that cannot be in a host.
    pub fn store(self, cfg: &mut ConfigBag) -> Result<(), BoxError> {
        if let Some(error) = self.error {
            return Err(error.into());
        }
        // The orchestrator would print the request with the host that it cannot make of it.
        let has_address = |url: &EndpointUrl| url.0.split_once("://").is_some_and(|(_, host)| host.starts_with('['));
        if cfg.load::<EndpointUrl>().is_some_and(has_address) {
            return Err("`endpoint_url` has an IPv6 address, and the operation a prefix for the name of a host".into());
        }
        let prefix = EndpointPrefix::new(self.text)?;
        cfg.interceptor_state().store_put(prefix);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(value: Option<&str>) -> Result<String, String> {
        let mut host = HostPrefix::new();
        host.label("shop", value);
        host.literal(".data.");
        let mut cfg = ConfigBag::base();
        host.store(&mut cfg).map_err(|error| error.to_string())?;
        let stored = cfg.load::<EndpointPrefix>().map(|prefix| prefix.as_str().to_owned());
        stored.ok_or_else(|| "nothing is stored".to_owned())
    }

    #[test]
    fn labels_are_letters_digits_and_hyphens() {
        for value in ["a", "A-1", "0123", "a.b-c"] {
            assert_eq!(prefix(Some(value)), Ok(format!("{value}.data.")));
        }
    }

    #[test]
    fn what_would_lead_elsewhere_is_refused_without_being_quoted() {
        let long = "a".repeat(64);
        for value in ["evil.example/", "a b", "a@b", "a:1", "a#", "a?", "-a", "a..b", ".a", "\u{E4}", "%41", &long] {
            let message = prefix(Some(value)).expect_err(value);
            assert!(message.contains("shop"), "{message}");
            assert!(!message.contains(value), "{message}");
        }
    }

    #[test]
    fn an_address_takes_no_prefix() {
        for (url, is_taken) in [("http://[::1]:80", false), ("http://127.0.0.1:80", true), ("http://localhost", true)] {
            let mut cfg = ConfigBag::base();
            cfg.interceptor_state().store_put(EndpointUrl(url.to_owned()));
            let mut host = HostPrefix::new();
            host.literal("data.");
            assert_eq!(host.store(&mut cfg).is_ok(), is_taken, "{url}");
        }
    }

    #[test]
    fn nothing_is_refused_too() {
        for value in [None, Some("")] {
            let message = prefix(value).expect_err("there is no label");
            assert!(message.contains("shop"), "{message}");
        }
    }
}
