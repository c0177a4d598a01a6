//! The rules of the package `smithy-aws-cloudformation-traits`, which concern
//! models that use `aws.cloudformation` only.

use crate::model::ids;

pub(super) mod cfn_mutability_trait;
pub(super) mod cfn_resource_property;
pub(super) mod cfn_resource_trait;

const RESOURCE: &str = ids::CFN_RESOURCE;
