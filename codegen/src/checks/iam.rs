//! The rules of the package `smithy-aws-iam-traits`, which concern services of
//! AWS only.

use crate::model::ids;

pub(super) mod condition_key_value_trait;
pub(super) mod condition_keys;
pub(super) mod define_condition_keys_trait;
pub(super) mod iam_action;
pub(super) mod iam_resource_trait;
pub(super) mod iam_resource_trait_conflicting_name;
mod keys;

const CONDITION_KEY_VALUE: &str = ids::CONDITION_KEY_VALUE;
const RESOURCE: &str = ids::IAM_RESOURCE;
const RESOLVED: &str = ids::SERVICE_RESOLVED_CONDITION_KEYS;
