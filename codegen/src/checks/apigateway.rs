//! The rules of the package `smithy-aws-apigateway-traits`, which concern
//! models that use `aws.apigateway` only.

pub(super) mod authorizers_trait;
pub(super) mod endpoint_configuration;
pub(super) mod gateway_responses_cors;
