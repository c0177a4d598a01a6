//! The rules of the package `smithy-aws-cloudformation-traits`, which concern
//! models that use `aws.cloudformation` only.

pub(super) mod cfn_mutability_trait;
pub(super) mod cfn_resource_property;
pub(super) mod cfn_resource_trait;

const RESOURCE: &str = "aws.cloudformation#cfnResource";
