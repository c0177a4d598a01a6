//! In: members of a service that speaks ec2Query. Out: the same, of which those
//! with the default zero or false have none.
//!
//! EC2's models in Smithy 1.0 leave out `@box`, so that all its numbers and
//! booleans would be zero where nobody set them, and be sent: not to say how many
//! addresses there are would ask for none. The official crate has them optional, too.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::nullability::has_zero_default;
use crate::model::{ids, Kind, Model, ShapeId};

pub(super) const PASS: Pass = Pass { run };

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    if !model.shape(&scope.service).is_some_and(|service| service.has_trait(ids::EC2_QUERY)) {
        return;
    }
    let has_zero = |container: &ShapeId, name: &str| {
        let member = model.shape(container).and_then(|shape| shape.member(name))?;
        let target = model.target(member)?;
        has_zero_default(&member.traits, &target.kind).then(|| (container.clone(), name.to_owned()))
    };
    let structures = model.shapes().filter(|shape| shape.kind == Kind::Structure);
    let members: Vec<(ShapeId, String)> = structures
        .flat_map(|shape| shape.members.iter().filter_map(|member| has_zero(&shape.id, &member.name)))
        .collect();
    for (container, name) in members {
        let shape = model.shapes.get_mut(&container);
        let member = shape.and_then(|shape| shape.members.iter_mut().find(|member| member.name == name));
        if let Some(member) = member {
            member.traits.remove(ids::DEFAULT);
        }
    }
}
