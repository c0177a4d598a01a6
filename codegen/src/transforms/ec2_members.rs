//! In: structures of EC2. Out: the same, of which each member is optional to a client.
//!
//! EC2's model in Smithy 1.0 leaves out `@box`, so that all its numbers and booleans would be
//! zero where nobody set them, and be sent: not to say how many addresses there are would ask
//! for none. And EC2 leaves out of responses what its model requires. The official crate has
//! every member optional.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{ids, Kind, Model, Node, ShapeId, Value};
use crate::traits::aws_service::AwsService;

pub(super) const PASS: Pass = Pass { run };

const EC2: &str = "EC2";

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    if model.shape(&scope.service).and_then(AwsService::sdk_id_of) != Some(EC2) {
        return;
    }
    let structures = model.shapes.values_mut().filter(|shape| shape.kind == Kind::Structure && !shape.is_builtin());
    for member in structures.flat_map(|shape| &mut shape.members) {
        member.traits.remove(ids::DEFAULT);
        if !member.has_trait(ids::CLIENT_OPTIONAL) {
            let node = Node { value: Value::Object(Vec::new()), span: member.span };
            member.traits.insert(ShapeId::new(ids::CLIENT_OPTIONAL), node);
        }
    }
}
