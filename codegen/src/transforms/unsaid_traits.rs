//! In: shapes of services of AWS whose models do not say what they are. Out: the same with the
//! traits that say so, as in the official crates: credentials are secret, and an error of which
//! the documentation says that it passes is worth another try.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Model, Node, Shape, ShapeId, Value};

pub(super) const PASS: Pass = Pass { run };

/// What is done to a shape.
type Edit = fn(&mut Shape);

const ALL: &[(&str, Edit)] = &[
    ("com.amazonaws.sso#RoleCredentials", is_secret),
    ("com.amazonaws.sts#Credentials", is_secret),
    ("com.amazonaws.sts#IDPCommunicationErrorException", passes),
];

fn run(model: &mut Model, _: &Scope, _: &mut Diagnostics) {
    for (id, edit) in ALL {
        if let Some(shape) = model.shapes.get_mut(&ShapeId::new(*id)) {
            edit(shape);
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
