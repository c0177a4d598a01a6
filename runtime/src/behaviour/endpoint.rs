//! What a call says of where it goes: in, its input; out, the parameters of the endpoint rules
//! instead of those that all calls have.

use super::{Behaviour, Registration};
use crate::service::EndpointParams;

/// The parameters of the call.
#[derive(Debug)]
pub struct Endpoint(pub EndpointParams);

impl Behaviour for Endpoint {
    fn register(&'static self, plugin: &mut Registration) {
        plugin.endpoint_params = self.0;
    }
}
