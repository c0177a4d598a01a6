//! `@error` and `@retryable`: what an error structure says about a retry.

use crate::ir::RetryKind;
use crate::model::{ids, Node, Traits};

pub(crate) const ERROR: &str = ids::ERROR;
pub(crate) const HTTP_ERROR: &str = ids::HTTP_ERROR;
pub(crate) const RETRYABLE: &str = ids::RETRYABLE;

pub(crate) fn is_error(traits: &Traits) -> bool {
    traits.get(ERROR).is_some()
}

/// What `retryable_error_kind()` answers: throttling, else the side at fault.
pub(crate) fn retry_kind(traits: &Traits) -> Option<RetryKind> {
    let retryable = traits.get(RETRYABLE)?;
    let is_throttling = retryable.get("throttling").and_then(Node::as_bool).unwrap_or(false);
    Some(match super::text(traits, ERROR) {
        _ if is_throttling => RetryKind::Throttling,
        Some("server") => RetryKind::Server,
        _ => RetryKind::Client,
    })
}
