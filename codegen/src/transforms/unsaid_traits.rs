//! In: shapes of services of AWS whose models do not say what they are. Out: the same with the
//! traits that say so, as in the official crates: credentials are secret, an error of which the
//! documentation says that it passes is worth another try, and an account that clients fill in
//! is not required of their callers.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Model, Node, Shape, ShapeId, Value};
use crate::traits::aws_service::AwsService;

pub(super) const PASS: Pass = Pass { run };

/// What is done to a shape.
type Edit = fn(&mut Shape);

const ALL: &[(&str, Edit)] = &[
    ("com.amazonaws.sso#RoleCredentials", is_secret),
    ("com.amazonaws.sts#Credentials", is_secret),
    ("com.amazonaws.sts#IDPCommunicationErrorException", passes),
];

/// The member in which requests of a service have the account of the caller, whom nobody has to
/// name. By `sdkId`.
const OWN_ACCOUNT: &[(&str, &str)] = &[("Glacier", "accountId")];

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    for (id, edit) in ALL {
        if let Some(shape) = model.shapes.get_mut(&ShapeId::new(*id)) {
            edit(shape);
        }
    }
    let sdk_id = model.shape(&scope.service).and_then(AwsService::sdk_id_of);
    let member = OWN_ACCOUNT.iter().find(|(id, _)| Some(*id) == sdk_id);
    if let Some((_, name)) = member {
        for member in model.shapes.values_mut().flat_map(|shape| &mut shape.members) {
            if member.name == *name && member.has_trait(ids::HTTP_LABEL) {
                member.traits.remove(ids::REQUIRED);
            }
        }
    }
}

/// The whole structure.
fn is_secret(shape: &mut Shape) {
    set(shape, ids::SENSITIVE, Value::Object(Vec::new()));
}

/// The model says that the client is at fault, but it is somebody whom the service asks.
fn passes(shape: &mut Shape) {
    set(shape, ids::ERROR, Value::String("server".to_owned()));
    set(shape, ids::RETRYABLE, Value::Object(Vec::new()));
}

fn set(shape: &mut Shape, id: &str, value: Value) {
    let span = shape.span;
    shape.traits.insert(ShapeId::new(id), Node { value, span });
}
