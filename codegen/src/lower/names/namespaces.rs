//! In: the shapes that become types, each with its name in the service. Out:
//! the same, distinguished where Smithy lets shapes of two namespaces have one name.
//!
//! It lets simple shapes of the same kind and traits (Smithy 2.0, "Service
//! closure"), and of these enums alone have a type. Enums with the same values
//! are one type; of others, the one that is nearest to the service keeps the
//! name, and the rest put their namespace before it.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ids, Kind, Shape, ShapeId};
use crate::names;
use crate::traits;

/// What becomes a type under which name, and the shapes that have the type of
/// another one. `home` is the namespace of the service.
pub(crate) fn tell_apart<'m>(
    shapes: Vec<(&'m Shape, String)>,
    home: &str,
) -> (Vec<(&'m Shape, String)>, BTreeMap<&'m ShapeId, &'m ShapeId>) {
    let mut owners: BTreeMap<String, &Shape> = BTreeMap::new();
    let mut by_distance: Vec<&(&Shape, String)> = shapes.iter().filter(|(shape, _)| is_enum(shape)).collect();
    by_distance.sort_by_key(|(shape, _)| (shape.id.namespace() != home, &shape.id));
    let mut names: BTreeMap<&ShapeId, String> = BTreeMap::new();
    let mut shared = BTreeMap::new();
    let mut taken: BTreeSet<String> = shapes.iter().map(|(_, name)| name.clone()).collect();
    for (shape, name) in by_distance {
        let Some(owner) = owners.get(name).filter(|owner| owner.id.namespace() != shape.id.namespace()) else {
            owners.insert(name.clone(), shape);
            continue;
        };
        if has_same_values(owner, shape) {
            shared.insert(&shape.id, &owner.id);
        } else {
            let name = with_namespace(name, &shape.id, |name| !taken.contains(name));
            taken.insert(name.clone());
            names.insert(&shape.id, name);
        }
    }
    let kept = shapes.into_iter().filter(|(shape, _)| !shared.contains_key(&shape.id));
    let named = kept.map(|(shape, name)| (shape, names.remove(&shape.id).unwrap_or(name))).collect();
    (named, shared)
}

fn is_enum(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Enum | Kind::String)
}

fn has_same_values(left: &Shape, right: &Shape) -> bool {
    let values = |shape: &Shape| -> BTreeMap<String, String> {
        let value = |member: &crate::model::Member| {
            traits::text(&member.traits, ids::ENUM_VALUE).unwrap_or(&member.name).to_owned()
        };
        shape.members.iter().map(|member| (member.name.clone(), value(member))).collect()
    };
    values(left) == values(right)
}

/// `com.example.paint#Color` becomes `PaintColor`, or `ExamplePaintColor` where
/// that is taken, and so on.
fn with_namespace(name: &str, id: &ShapeId, is_free: impl Fn(&str) -> bool) -> String {
    let mut long = name.to_owned();
    for segment in id.namespace().rsplit('.') {
        long = format!("{}{long}", names::type_name(segment));
        if is_free(&long) {
            break;
        }
    }
    long
}
