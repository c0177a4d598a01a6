//! Endpoints: in, the parameters of a call; out, the URL to send it to.
//!
//! Services differ in the rules. So far there is one set, the regional endpoint of
//! a partition, which is what most models' rule sets come down to; an engine for
//! the others becomes another [`Rules`] variant, and emitted code stays as it is,
//! because [`Parameters`] gives any parameter by its name in the rules.

mod partition;
mod url;

pub(crate) use url::{check_setting, Checked};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::EndpointFuture;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::endpoint::Endpoint;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::Region;
use partition::Partition;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::sync::{PoisonError, RwLock};

pub use aws_smithy_runtime_api::client::endpoint::{EndpointResolverParams, ResolveEndpoint};

/// The value of an endpoint parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// A `string` parameter.
    Text(&'a str),
    /// A `boolean` parameter.
    Flag(bool),
    /// A `stringArray` parameter.
    List(&'a [String]),
}

/// The endpoint parameters of a service, by their names in its rules.
pub trait Parameters {
    /// The value, or `None` where it is not set or not known.
    fn get(&self, name: &str) -> Option<Value<'_>>;
}

/// How a service finds its endpoint.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Rules {
    /// `https://{prefix}.{region}.{suffix of the partition}` and its FIPS and
    /// dual-stack forms.
    Regional {
        /// The service's label in host names.
        prefix: &'static str,
    },
    /// Nobody but the caller knows the address: the service is not one of AWS's.
    Given,
}

/// Resolves endpoints by rules, and remembers the last one: most clients have
/// only one, and a call should not pay for finding it again.
#[derive(Debug)]
pub struct Resolver {
    rules: Rules,
    last: RwLock<Option<(Key, Endpoint)>>,
}

#[derive(Debug, PartialEq)]
struct Key {
    region: Option<String>,
    endpoint: Option<String>,
    fips: bool,
    dual_stack: bool,
}

impl Resolver {
    /// A resolver for the given rules.
    pub const fn new(rules: Rules) -> Self {
        Self { rules, last: RwLock::new(None) }
    }

    /// The endpoint for `params`, as the trait of an emitted crate returns it.
    pub fn resolve(&self, params: &dyn Parameters) -> EndpointFuture<'static> {
        EndpointFuture::ready(self.endpoint(params))
    }

    fn endpoint(&self, params: &dyn Parameters) -> Result<Endpoint, BoxError> {
        let values = Standard::of(params);
        if let Some(last) = self.last(&values) {
            return Ok(last);
        }
        let endpoint = match self.rules {
            Rules::Regional { prefix } => regional(prefix, &values)?,
            Rules::Given => given(&values)?,
        };
        let entry = (values.key(), endpoint.clone());
        *self.last.write().unwrap_or_else(PoisonError::into_inner) = Some(entry);
        Ok(endpoint)
    }

    fn last(&self, values: &Standard<'_>) -> Option<Endpoint> {
        // Nothing can panic while it holds the lock.
        let last = self.last.read().unwrap_or_else(PoisonError::into_inner);
        let last = last.as_ref().filter(|last| values.is(&last.0))?;
        Some(last.1.clone())
    }
}

/// The parameters that each rule set has.
#[derive(Debug)]
struct Standard<'a> {
    region: Option<&'a str>,
    endpoint: Option<&'a str>,
    fips: bool,
    dual_stack: bool,
}

impl<'a> Standard<'a> {
    fn of(params: &'a dyn Parameters) -> Self {
        let text = |name| match params.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        };
        let flag = |name| params.get(name) == Some(Value::Flag(true));
        Self {
            region: text("Region"),
            endpoint: text("Endpoint"),
            fips: flag("UseFIPS"),
            dual_stack: flag("UseDualStack"),
        }
    }

    fn is(&self, key: &Key) -> bool {
        self.region == key.region.as_deref()
            && self.endpoint == key.endpoint.as_deref()
            && self.fips == key.fips
            && self.dual_stack == key.dual_stack
    }

    fn key(&self) -> Key {
        Key {
            region: self.region.map(str::to_owned),
            endpoint: self.endpoint.map(str::to_owned),
            fips: self.fips,
            dual_stack: self.dual_stack,
        }
    }
}

/// The rules that AWS generates for a regional service, texts of errors included:
/// programs match on them.
fn regional(prefix: &str, params: &Standard<'_>) -> Result<Endpoint, BoxError> {
    if let Some(endpoint) = params.endpoint {
        if params.fips {
            return Err("Invalid Configuration: FIPS and custom endpoint are not supported".into());
        }
        if params.dual_stack {
            return Err("Invalid Configuration: Dualstack and custom endpoint are not supported".into());
        }
        return custom(endpoint);
    }
    let Some(region) = params.region else {
        return Err("Invalid Configuration: Missing Region".into());
    };
    let partition = Partition::of(region);
    let lacks_fips = params.fips && !partition.supports_fips;
    let lacks_dual_stack = params.dual_stack && !partition.supports_dual_stack;
    if params.fips && params.dual_stack && (lacks_fips || lacks_dual_stack) {
        return Err("FIPS and DualStack are enabled, but this partition does not support one or both".into());
    }
    if lacks_fips {
        return Err("FIPS is enabled but this partition does not support FIPS".into());
    }
    if lacks_dual_stack {
        return Err("DualStack is enabled but this partition does not support DualStack".into());
    }
    let fips = if params.fips { "-fips" } else { "" };
    let suffix = match params.dual_stack {
        true => partition.dual_stack_dns_suffix,
        false => partition.dns_suffix,
    };
    let url = format!("https://{prefix}{fips}.{region}.{suffix}");
    Ok(Endpoint::builder().url(url).build())
}

/// The rule of a service that has no address but the one that it is given.
fn given(params: &Standard<'_>) -> Result<Endpoint, BoxError> {
    params.endpoint.map_or_else(|| Err(NO_ENDPOINT.into()), custom)
}

/// Why no call can be made, and what helps.
pub(crate) const NO_ENDPOINT: &str =
    "the service has no address that a client could know: set `endpoint_url` or `endpoint_resolver`";

fn custom(url: &str) -> Result<Endpoint, BoxError> {
    check_setting(url)?;
    Ok(Endpoint::builder().url(url.to_owned()).build())
}

/// What a resolver of an emitted crate says to the parameters of another crate.
pub fn unexpected_params() -> EndpointFuture<'static> {
    EndpointFuture::ready(Err("params of expected type was not present".into()))
}

/// The built-in `AWS::Region`.
pub fn region(cfg: &ConfigBag) -> Option<String> {
    cfg.load::<Region>().map(|region| region.as_ref().to_owned())
}

/// The built-in `AWS::UseDualStack`.
pub fn use_dual_stack(cfg: &ConfigBag) -> Option<bool> {
    cfg.load::<UseDualStack>().map(|setting| setting.0)
}

/// The built-in `AWS::UseFIPS`.
pub fn use_fips(cfg: &ConfigBag) -> Option<bool> {
    cfg.load::<UseFips>().map(|setting| setting.0)
}

/// The built-in `SDK::Endpoint`.
pub fn endpoint_url(cfg: &ConfigBag) -> Option<String> {
    cfg.load::<EndpointUrl>().map(|setting| setting.0.clone())
}

/// Checks the region, which becomes part of a host name.
pub fn check_region(region: Option<&str>) -> Result<(), InvalidParams> {
    if region.is_none_or(|region| region.split('.').all(is_host_label)) {
        return Ok(());
    }
    let message = "must be a valid host label";
    Err(InvalidParams::invalid_value("region", message))
}

/// Whether the text can be a label of a host.
pub(crate) fn is_host_label(label: &str) -> bool {
    let bytes = label.as_bytes();
    matches!(bytes.len(), 1..=63) && bytes[0] != b'-' && bytes.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-')
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
