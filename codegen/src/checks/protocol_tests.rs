//! The rules of the packages `smithy-protocol-test-traits` and
//! `smithy-smoke-test-traits`, which concern models that use `smithy.test`
//! only.

pub(super) mod event_stream_tests_trait;
pub(super) mod http_malformed_request_tests;
pub(super) mod http_message_tests;
mod media_type;
pub(super) mod smoke_test_case;
pub(super) mod unique_protocol_test_case_id;
pub(super) mod unique_smoke_test_case_id;

use std::fmt::Display;

use crate::model::{ids, Node};
use crate::values::Checker;

use super::given_values::check_given;
use super::Report;

const REQUEST_TESTS: &str = ids::HTTP_REQUEST_TESTS;
const RESPONSE_TESTS: &str = ids::HTTP_RESPONSE_TESTS;
const MALFORMED_TESTS: &str = ids::HTTP_MALFORMED_REQUEST_TESTS;
const SMOKE_TESTS: &str = ids::SMOKE_TESTS;

/// The text of a member, empty without one.
fn text<'n>(node: &'n Node, name: &str) -> &'n str {
    node.get(name).and_then(Node::as_str).unwrap_or_default()
}

/// Holds a value of a test against the shape of this id.
fn check_value(
    mut checker: Checker<'_>,
    node: &Node,
    shape: &str,
    what: &str,
    subject: impl Display,
    report: &mut Report<'_>,
) {
    if let Some(shape) = checker.model().shapes.get(shape) {
        check_given(&mut checker, node, shape, what, subject, |severity| severity, report);
    }
}
