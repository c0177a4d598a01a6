//! The rules of the packages `smithy-rules-engine` and `smithy-aws-endpoints`.
//! A folder of their own, because none of them concerns a model without the
//! traits of `smithy.rules` and `aws.endpoints`; the order is that of
//! `checks::ALL` all the same.

pub(super) mod aws_special_case_endpoint;
pub(super) mod endpoint_bdd;
pub(super) mod endpoint_rule_set;
pub(super) mod endpoint_tests_trait;
pub(super) mod operation_context_params_trait;
pub(super) mod rule_set_auth_schemes;
pub(super) mod rule_set_aws_built_in;
pub(super) mod rule_set_built_in;
pub(super) mod rule_set_param_missing_docs;
pub(super) mod rule_set_parameter;
mod rule_set_test_case;
pub(super) mod rule_set_uri;
pub(super) mod rules_engine_version;
pub(super) mod static_context_params_trait;

use crate::endpoint_rules::{self, bdd, Parameter};
use crate::model::{ids, Model, Node, Shape};

use super::own_with;

const RULE_SET: &str = ids::ENDPOINT_RULE_SET;
const BDD: &str = ids::ENDPOINT_BDD;
const TESTS: &str = ids::ENDPOINT_TESTS;

/// Each service with the parameters of its rules, once for each of the two
/// traits that has them.
fn parameters(model: &Model) -> impl Iterator<Item = (&Shape, &Node, Vec<Parameter<'_>>)> {
    // A diagram that cannot be decoded is none, and has no parameters.
    let diagrams = own_with(model, BDD).filter(|(_, node)| bdd::decode(node).is_ok());
    let with_rules = own_with(model, RULE_SET).chain(diagrams);
    with_rules.map(|(service, node)| (service, node, endpoint_rules::parse_parameters(node)))
}

/// The test cases of a service.
fn test_cases(service: &Shape) -> &[Node] {
    let tests = service.traits.get(TESTS).and_then(|tests| tests.get("testCases"));
    tests.and_then(Node::as_array).unwrap_or_default()
}

/// The members of an object that may be missing.
fn members<'n>(node: &'n Node, name: &str) -> &'n [(String, Node)] {
    node.get(name).and_then(Node::as_object).unwrap_or_default()
}

/// The elements of an array that may be missing.
fn elements<'n>(node: &'n Node, name: &str) -> &'n [Node] {
    node.get(name).and_then(Node::as_array).unwrap_or_default()
}
