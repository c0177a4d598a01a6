//! STS: a token of somebody else is exchanged for credentials, so these two calls have none,
//! whether the model says so or not. Whoever gave out the token may be out of reach for a moment.

use super::{add_trait, be_secret, shape_of, Warning};
use crate::ir::{AuthScheme, Behaviour, Client};
use crate::model::{ids, Model, ShapeId, Value};

const OPEN: [&str; 2] = ["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"];

/// The model does not say that credentials are a secret, and says of somebody whom the service
/// asks that the caller is at fault.
pub(super) fn prepare(model: &mut Model, service: &ShapeId) {
    be_secret(model, service, "Credentials");
    let error = shape_of(model, service, "IDPCommunicationErrorException");
    if let Some(error) = error.filter(|error| error.has_trait(ids::ERROR)) {
        let span = error.span;
        add_trait(&mut error.traits, ids::ERROR, Value::String("server".to_owned()), span);
        add_trait(&mut error.traits, ids::RETRYABLE, Value::Object(Vec::new()), span);
    }
}

pub(super) fn apply(client: &mut Client) -> Option<Warning> {
    for operation in client.operations.iter_mut().filter(|operation| OPEN.contains(&operation.wire_name.as_str())) {
        let named = operation.behaviours.iter_mut().find_map(|behaviour| match behaviour {
            Behaviour::Auth(schemes) => Some(schemes),
            _ => None,
        });
        match named {
            Some(schemes) if schemes.contains(&AuthScheme::None) => {}
            Some(schemes) => schemes.push(AuthScheme::None),
            None => {
                let mut schemes = client.service.auth.clone();
                schemes.push(AuthScheme::None);
                operation.behaviours.push(Behaviour::Auth(schemes));
            }
        }
    }
    client.service.transient_errors = &["IDPCommunicationError"];
    None
}
