//! In: the traits of a service, how its operations are authenticated, and its endpoint rules.
//! Out: whose service it is, the one decision about what of AWS its clients have.
//!
//! `@aws.api#service` is for services of AWS (Smithy 2.0, "aws.api#service trait"), and nothing
//! else makes one: by `@sigv4` alone a service is somebody else's, which is behind API Gateway,
//! a function URL or VPC Lattice. These check signatures, so that its clients need credentials
//! and a region. The rest of an AWS client would be wrong for it: a host below `amazonaws.com`,
//! which it does not have, and headers that nobody there reads. Rules that ask for what only
//! callers of AWS can give, a region first of all, make a service such a one, too.

use crate::ir::endpoint::{Endpoint, ParameterKind, ParameterSource};
use crate::ir::{AuthScheme, Owner};
use crate::model::Shape;
use crate::traits::aws_service;

/// Whether AWS runs the service: of another one, no host is known.
pub(super) fn is_aws(service: &Shape) -> bool {
    service.has_trait(aws_service::ID)
}

/// Whose service it is, by all schemes that its operations are tried with.
pub(super) fn of(service: &Shape, schemes: &[&AuthScheme], endpoint: &Endpoint) -> Owner {
    let is_signed = schemes.iter().any(|scheme| matches!(scheme, AuthScheme::SigV4 | AuthScheme::SigV4a));
    match is_aws(service) {
        true => Owner::Aws,
        false if is_signed || asks_for_region(endpoint) => Owner::Hosted,
        false => Owner::Own,
    }
}

/// Whether rules have parameters whose values are settings of AWS clients alone.
fn asks_for_region(endpoint: &Endpoint) -> bool {
    endpoint.parameters.iter().any(|parameter| {
        let is_setting = match parameter.source {
            Some(
                ParameterSource::Region
                | ParameterSource::UseDualStack
                | ParameterSource::UseFips
                | ParameterSource::AccountIdEndpointMode,
            ) => true,
            Some(ParameterSource::EndpointUrl | ParameterSource::Setting) | None => false,
        };
        is_setting || parameter.kind == ParameterKind::Account
    })
}
