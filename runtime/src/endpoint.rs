//! Endpoints: in, the parameters of a call; out, the URL to send it to, and how it is signed
//! there. What differs between services is a table that the emitted crate brings.

mod evaluate;
mod functions;
mod partition;
mod resolver;
pub mod rules;
mod settings;
mod url;
mod value;

#[cfg(feature = "aws")]
pub(crate) use functions::are_host_labels;
pub(crate) use functions::is_host_label;
pub(crate) use url::{check_setting, Checked};

pub use evaluate::{evaluate, Parameters};
pub use partition::{Partition, PARTITIONS};
pub use resolver::Resolver;
#[cfg(feature = "aws")]
pub use settings::{account_id_endpoint_mode, region, use_dual_stack, use_fips, OutsideFlag};
pub use settings::{endpoint_url, settings, GivenSettings, SettingValue};
pub(crate) use settings::{EndpointUrl, Setting};
pub use value::Value;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointFuture;
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Display, Formatter};

pub use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};

/// Why no call can be made, and what helps.
pub(crate) const NO_ENDPOINT: &str =
    "the service has no address that a client could know: set `endpoint_url` or `endpoint_resolver`";

/// What a resolver of an emitted crate says to the parameters of another crate.
pub fn unexpected_params() -> EndpointFuture<'static> {
    EndpointFuture::ready(Err("params of expected type was not present".into()))
}

/// The parameters of a call, or why there are none.
pub type OfCall = Result<EndpointResolverParams, BoxError>;

/// The built-in `AWS::Auth::AccountId`: the account of the credentials, which are known when a
/// call is about to be signed.
#[cfg(feature = "aws")]
pub fn account_id(params: &EndpointResolverParams) -> Option<String> {
    use aws_credential_types::attributes::AccountId;
    use aws_smithy_runtime_api::client::identity::Identity;

    let identity = params.get_property::<Identity>()?;
    identity.property::<AccountId>().map(|account| account.as_str().to_owned())
}

/// A member of the input that decides about the endpoint, and without which there is none.
pub fn required(value: Option<&str>, field: &'static str) -> Result<Option<String>, BuildError> {
    match value.filter(|value| !value.trim().is_empty()) {
        Some(value) => Ok(Some(value.to_owned())),
        None => Err(BuildError::missing_field(field, "A required field was not set")),
    }
}

/// Checks the region, which becomes part of a host name.
pub fn check_region(region: Option<&str>) -> Result<(), InvalidParams> {
    if region.is_none_or(functions::are_host_labels) {
        return Ok(());
    }
    let message = "must be a valid host label";
    Err(InvalidParams::invalid_value("region", message))
}

/// The parameters of an endpoint are incomplete or wrong.
#[derive(Debug)]
pub struct InvalidParams {
    field: &'static str,
    message: Option<&'static str>,
}

impl InvalidParams {
    /// A required parameter is not set.
    pub fn missing(field: &'static str) -> Self {
        Self { field, message: None }
    }

    /// A parameter has a value that it cannot have.
    pub fn invalid_value(field: &'static str, message: &'static str) -> Self {
        Self { field, message: Some(message) }
    }
}

impl Display for InvalidParams {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let field = self.field;
        match self.message {
            Some(message) => write!(f, "invalid value for field: `{field}` - {message}"),
            None => write!(f, "a required field was missing: `{field}`"),
        }
    }
}

impl Error for InvalidParams {}

#[cfg(test)]
mod tests;
