//! Recursion that no value can end: lists and maps of themselves, required
//! members that lead back, and unions of nothing but themselves (Smithy 2.0,
//! "Recursive shapes").
//!
//! What leads back to itself is found for all shapes at once, by Tarjan's
//! strongly connected components: models may chain thousands of shapes.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ids, Kind, Member, Model, Shape, ShapeId};

use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "ShapeRecursion", stops: Stops::Always, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let graph = Graph::new(model);
    let components = graph.components();
    for (index, shape) in graph.shapes.iter().enumerate() {
        // Each member that leads back is a way of its own.
        for edge in graph.edges[index].iter().filter(|edge| components[edge.to] == components[index]) {
            report_way(shape, &graph.way_back(index, edge, &components), report);
        }
    }
    report_endless_unions(model, report);
}

fn report_way(shape: &Shape, way: &[String], report: &mut Report<'_>) {
    let steps = quoted(way.iter().map(String::as_str));
    let (message, help) = match shape.kind {
        Kind::Structure => {
            (format!("`{}` requires itself through {steps}", shape.id), "remove `@required` from one of these members")
        }
        _ => (format!("`{}` contains itself: {steps}", shape.id), "put a structure or union between"),
    };
    report.error(&shape.id, shape.span, message).help(help);
}

/// The lists, maps and structures of the user, and which must contain which.
struct Graph<'m> {
    shapes: Vec<&'m Shape>,
    edges: Vec<Vec<Edge<'m>>>,
}

struct Edge<'m> {
    member: &'m Member,
    to: usize,
}

/// How many shapes are looked at for the way that a message shows.
const MAX_STEPS: usize = 24;

impl<'m> Graph<'m> {
    fn new(model: &'m Model) -> Self {
        let is_node = |shape: &Shape| is_collection(shape) || shape.kind == Kind::Structure;
        let shapes: Vec<&Shape> = own_shapes(model).filter(|shape| is_node(shape)).collect();
        let indices: BTreeMap<&ShapeId, usize> =
            shapes.iter().enumerate().map(|(index, shape)| (&shape.id, index)).collect();
        let edge_of = |shape: &Shape, member: &'m Member| {
            let to = *indices.get(&member.target)?;
            let follows = match shape.kind {
                Kind::Structure => shapes[to].kind == Kind::Structure && member.has_trait(ids::REQUIRED),
                _ => is_collection(shapes[to]),
            };
            follows.then_some(Edge { member, to })
        };
        let edges_of = |shape: &&'m Shape| shape.members.iter().filter_map(|member| edge_of(shape, member)).collect();
        let edges = shapes.iter().map(edges_of).collect();
        Self { shapes, edges }
    }

    /// The strongly connected component of each shape, numbered. A shape that
    /// is one by itself may still lead to itself: its own edge says so.
    fn components(&self) -> Vec<usize> {
        const NONE: usize = usize::MAX;
        let count = self.shapes.len();
        let (mut order, mut lowest, mut component) = (vec![NONE; count], vec![0; count], vec![NONE; count]);
        let (mut reached, mut finished, mut open) = (0, 0, Vec::new());
        // What recursion would keep: a shape and how many edges are done.
        let mut calls: Vec<(usize, usize)> = Vec::new();
        for start in 0..count {
            if order[start] == NONE {
                calls.push((start, 0));
            }
            while let Some((shape, done)) = calls.pop() {
                if done == 0 {
                    (order[shape], lowest[shape]) = (reached, reached);
                    reached += 1;
                    open.push(shape);
                } else {
                    // The edge before led to what is finished or was reached earlier.
                    let to = self.edges[shape][done - 1].to;
                    if component[to] == NONE {
                        lowest[shape] = lowest[shape].min(lowest[to]);
                    }
                }
                if let Some(edge) = self.edges[shape].get(done) {
                    calls.push((shape, done + 1));
                    if order[edge.to] == NONE {
                        calls.push((edge.to, 0));
                    }
                } else if lowest[shape] == order[shape] {
                    while let Some(member) = open.pop() {
                        component[member] = finished;
                        if member == shape {
                            break;
                        }
                    }
                    finished += 1;
                }
            }
        }
        component
    }

    /// The members on a way from the shape over the edge back to the shape; of
    /// a long one only the first.
    fn way_back(&self, start: usize, first: &Edge<'m>, components: &[usize]) -> Vec<String> {
        let name = |shape: usize, member: &Member| self.shapes[shape].id.with_member(&member.name).to_string();
        // Each entry knows the one it was reached from.
        let mut reached: Vec<(usize, Option<usize>, String)> = vec![(first.to, None, name(start, first.member))];
        let mut next = 0;
        while let Some((shape, ..)) = reached.get(next).filter(|_| reached.len() < MAX_STEPS) {
            let shape = *shape;
            if shape == start {
                let mut way = Vec::new();
                let mut at = Some(next);
                while let Some((_, from, step)) = at.and_then(|index| reached.get(index)) {
                    way.push(step.clone());
                    at = *from;
                }
                way.reverse();
                return way;
            }
            for edge in self.edges[shape].iter().filter(|edge| components[edge.to] == components[start]) {
                if !reached.iter().any(|(other, ..)| *other == edge.to) {
                    reached.push((edge.to, Some(next), name(shape, edge.member)));
                }
            }
            next += 1;
        }
        vec![name(start, first.member)]
    }
}

fn is_collection(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::List | Kind::Map)
}

/// Unions all of whose members lead back to unions and structures that need
/// them again.
fn report_endless_unions(model: &Model, report: &mut Report<'_>) {
    let ends = shapes_that_end(model);
    for shape in own_shapes(model).filter(|shape| shape.kind == Kind::Union && !shape.members.is_empty()) {
        if !ends.contains(&shape.id) {
            let message = format!("no value of `{}` could ever end", shape.id);
            report.error(&shape.id, shape.span, message).help("add a member that is not recursive");
        }
    }
}

/// Which structures and unions some member leads out of, spread from those
/// that end at once to those that contain them.
fn shapes_that_end(model: &Model) -> BTreeSet<&ShapeId> {
    let is_required = |member: &&Member| member.has_trait(ids::REQUIRED);
    let ends_at_once = |shape: &Shape| match shape.kind {
        Kind::Structure => shape.members.is_empty() || shape.members.iter().any(|member| !is_required(&member)),
        Kind::Union => false,
        _ => true,
    };
    let mut containers: BTreeMap<&ShapeId, Vec<&ShapeId>> = BTreeMap::new();
    for shape in model.shapes().filter(|shape| matches!(shape.kind, Kind::Structure | Kind::Union)) {
        for member in &shape.members {
            containers.entry(&member.target).or_default().push(&shape.id);
        }
    }
    let mut ends: BTreeSet<&ShapeId> = BTreeSet::new();
    // A target that is missing is somebody else's business.
    let missing = containers.keys().filter(|id| model.shape(id).is_none()).copied();
    let mut pending: Vec<&ShapeId> = missing.collect();
    pending.extend(model.shapes().filter(|shape| ends_at_once(shape)).map(|shape| &shape.id));
    while let Some(id) = pending.pop() {
        if ends.insert(id) {
            pending.extend(containers.get(id).into_iter().flatten());
        }
    }
    ends
}
