//! In: structures and unions that contain themselves. Out: the same, with a
//! mark on each member that becomes a `Box` and on each shape whose values can
//! nest without end.
//!
//! A cycle that passes a list or map needs no box. Of the others, one member is
//! boxed, the one with the smallest id, until no such cycle is left: which one
//! it is belongs to the public API, so the choice follows smithy-rs.

use std::collections::{BTreeMap, BTreeSet};

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Member, Model, Node, Shape, ShapeId, Value};

pub(super) const PASS: Pass = Pass { run };

const BOXED: &str = "whitesmith-synthetic#boxed";
const RECURSIVE: &str = "whitesmith-synthetic#recursive";

/// Whether the member's field is a `Box`.
pub(crate) fn is_boxed(member: &Member) -> bool {
    member.has_trait(BOXED)
}

/// Whether a value of the shape can contain another one, at any depth.
pub(crate) fn is_recursive(shape: &Shape) -> bool {
    shape.has_trait(RECURSIVE)
}

fn run(model: &mut Model, _: &Scope, _: &mut Diagnostics) {
    for id in recursive_shapes(model) {
        if let Some(shape) = model.shapes.get_mut(&id) {
            let node = mark(shape);
            shape.traits.insert(ShapeId::new(RECURSIVE), node);
        }
    }
    while let Some((id, name)) = next_to_box(model) {
        let Some(shape) = model.shapes.get_mut(&id) else { return };
        let node = mark(shape);
        let Some(member) = shape.members.iter_mut().find(|member| member.name == name) else { return };
        member.traits.insert(ShapeId::new(BOXED), node);
    }
}

fn mark(shape: &Shape) -> Node {
    Node { value: Value::Object(Vec::new()), span: shape.span }
}

fn is_aggregate(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Structure | Kind::Union | Kind::List | Kind::Map)
}

/// Structures and unions on a cycle of any kind, by id: those whose strongly
/// connected component has an edge inside. Walks with a stack of its own, for a
/// model may be deeper than a thread's.
fn recursive_shapes(model: &Model) -> Vec<ShapeId> {
    let targets: BTreeMap<&ShapeId, BTreeSet<&ShapeId>> = model
        .shapes()
        .filter(|shape| is_aggregate(shape))
        .map(|shape| (&shape.id, shape.members.iter().map(|member| &member.target).collect()))
        .collect();
    let mut recursive: Vec<ShapeId> = Vec::new();
    let mut state = Components::of(&targets);
    for id in targets.keys() {
        state.visit(id);
    }
    for component in &state.components {
        let is_cycle = component.len() > 1 || component.iter().any(|id| targets[*id].contains(*id));
        if is_cycle {
            recursive.extend(component.iter().map(|id| (*id).clone()));
        }
    }
    recursive.retain(|id| model.shape(id).is_some_and(|shape| matches!(shape.kind, Kind::Structure | Kind::Union)));
    recursive.sort();
    recursive
}

/// Tarjan's algorithm, without recursion.
struct Components<'m> {
    targets: &'m BTreeMap<&'m ShapeId, BTreeSet<&'m ShapeId>>,
    index: BTreeMap<&'m ShapeId, usize>,
    low: BTreeMap<&'m ShapeId, usize>,
    on_stack: BTreeSet<&'m ShapeId>,
    stack: Vec<&'m ShapeId>,
    components: Vec<Vec<&'m ShapeId>>,
}

impl<'m> Components<'m> {
    fn of(targets: &'m BTreeMap<&'m ShapeId, BTreeSet<&'m ShapeId>>) -> Self {
        Self {
            targets,
            index: BTreeMap::new(),
            low: BTreeMap::new(),
            on_stack: BTreeSet::new(),
            stack: Vec::new(),
            components: Vec::new(),
        }
    }

    fn visit(&mut self, root: &'m ShapeId) {
        if self.index.contains_key(root) {
            return;
        }
        let mut pending = vec![(root, self.enter(root))];
        while let Some((id, mut next)) = pending.pop() {
            match next.next() {
                Some(target) if !self.targets.contains_key(target) => pending.push((id, next)),
                Some(target) => {
                    pending.push((id, next));
                    if !self.index.contains_key(target) {
                        let successors = self.enter(target);
                        pending.push((target, successors));
                    } else if self.on_stack.contains(target) {
                        self.lower(id, self.index[target]);
                    }
                }
                None => {
                    if let Some((parent, _)) = pending.last() {
                        self.lower(parent, self.low[id]);
                    }
                    if self.low[id] == self.index[id] {
                        self.leave(id);
                    }
                }
            }
        }
    }

    fn enter(&mut self, id: &'m ShapeId) -> std::collections::btree_set::Iter<'m, &'m ShapeId> {
        let index = self.index.len();
        self.index.insert(id, index);
        self.low.insert(id, index);
        self.stack.push(id);
        self.on_stack.insert(id);
        self.targets[id].iter()
    }

    fn lower(&mut self, id: &'m ShapeId, value: usize) {
        let low = self.low.entry(id).or_insert(value);
        *low = value.min(*low);
    }

    fn leave(&mut self, id: &'m ShapeId) {
        let mut component = Vec::new();
        while let Some(top) = self.stack.pop() {
            self.on_stack.remove(top);
            component.push(top);
            if top == id {
                break;
            }
        }
        self.components.push(component);
    }
}

/// The member to box next: the smallest id of the first cycle that has neither
/// a list, a map nor a box on it.
fn next_to_box(model: &Model) -> Option<(ShapeId, String)> {
    let starts = model.shapes().filter(|shape| is_recursive(shape)).map(|shape| &shape.id);
    let starts: BTreeSet<_> = starts.collect();
    starts
        .iter()
        .find_map(|start| cycle_through(model, start))
        .and_then(|cycle| cycle.into_iter().min_by_key(|(id, member)| id.with_member(member)))
}

/// A shortest cycle of direct members from the shape back to itself.
fn cycle_through(model: &Model, start: &ShapeId) -> Option<Vec<(ShapeId, String)>> {
    let mut reached_by: BTreeMap<&ShapeId, (&ShapeId, &str)> = BTreeMap::new();
    let mut frontier = std::collections::VecDeque::from([model.shape(start)?]);
    while let Some(shape) = frontier.pop_front() {
        let mut members: Vec<_> = shape.members.iter().filter(|member| !is_boxed(member)).collect();
        members.sort_by(|a, b| a.name.cmp(&b.name));
        for member in members {
            let Some(target) = model.target(member) else { continue };
            if !matches!(target.kind, Kind::Structure | Kind::Union) || !is_recursive(target) {
                continue;
            }
            if target.id == *start {
                return Some(path_back(&reached_by, start, &shape.id, &member.name));
            }
            if !reached_by.contains_key(&target.id) {
                reached_by.insert(&target.id, (&shape.id, &member.name));
                frontier.push_back(target);
            }
        }
    }
    None
}

fn path_back(
    reached_by: &BTreeMap<&ShapeId, (&ShapeId, &str)>,
    start: &ShapeId,
    last: &ShapeId,
    last_member: &str,
) -> Vec<(ShapeId, String)> {
    let mut path = vec![(last.clone(), last_member.to_owned())];
    let mut at = last;
    while at != start {
        let Some((from, member)) = reached_by.get(at) else { break };
        path.push(((*from).clone(), (*member).to_owned()));
        at = from;
    }
    path
}
