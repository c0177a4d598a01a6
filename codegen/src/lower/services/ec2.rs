//! EC2: every member is optional to a client, as in the official crate.
//!
//! Its model in Smithy 1.0 leaves out `@box`, so that all its numbers and booleans would be zero
//! where nobody set them, and be sent: not to say how many addresses there are would ask for
//! none. And EC2 leaves out of responses what its model requires.

use super::add_trait;
use crate::model::{ids, Kind, Model, ShapeId, Value};

pub(super) fn prepare(model: &mut Model, _: &ShapeId) {
    let structures = model.shapes.values_mut().filter(|shape| shape.kind == Kind::Structure && !shape.is_builtin());
    for member in structures.flat_map(|shape| &mut shape.members) {
        member.traits.remove(ids::DEFAULT);
        add_trait(&mut member.traits, ids::CLIENT_OPTIONAL, Value::Object(Vec::new()), member.span);
    }
}
