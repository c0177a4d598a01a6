//! In: the endpoint tests that a model brings. Out: what the Rust tests do: the parameters or
//! the calls, and where they have to lead (Smithy 2.0, "endpointTests trait").

use super::endpoint::ParameterValue;
use super::Field;
use crate::text::Text;

/// A test of the rules of a service.
#[derive(Debug)]
pub(crate) struct EndpointTest {
    /// What the model says of it.
    pub(crate) name: Text,
    /// The setters of the parameters, with their values.
    pub(crate) params: Vec<(String, ParameterValue)>,
    pub(crate) expected: ExpectedEndpoint,
    /// The calls that have to lead there as well.
    pub(crate) calls: Vec<EndpointCall>,
}

/// What the rules have to answer.
#[derive(Debug)]
pub(crate) enum ExpectedEndpoint {
    Endpoint {
        url: Text,
        headers: Vec<(Text, Vec<Text>)>,
        /// The properties, in JSON.
        properties: Option<Text>,
    },
    /// An error that says this.
    Error(Text),
}

/// A call of a client.
#[derive(Debug)]
pub(crate) struct EndpointCall {
    /// `endpoint_3_call_0`
    pub(crate) function: String,
    /// The method of the client.
    pub(crate) method: String,
    pub(crate) settings: Vec<CallSetting>,
    pub(crate) params: Vec<Field>,
    /// Whether the operation puts a prefix before the host that the rules give.
    pub(crate) is_below: bool,
}

/// What the client is made with.
#[derive(Debug)]
pub(crate) enum CallSetting {
    Region(Text),
    /// Credentials of this account.
    Account(Text),
    AccountIdEndpointMode(Text),
    /// A setter of the config, with its argument.
    Set(String, ParameterValue),
    /// A field of the parameters that no setting gives.
    Parameter(String, ParameterValue),
}
