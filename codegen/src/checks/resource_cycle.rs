//! Resources do not contain themselves (Smithy 2.0, "Resource").

use std::collections::BTreeMap;

use crate::model::{Kind, Model, Shape, ShapeId};

use super::{own_shapes, Check, Report, Stops};

/// A client has operations, and takes each once, whatever resources it is found in.
pub(super) const CHECK: Check = Check { id: "ResourceCycle", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let resources: Vec<&Shape> = model.shapes().filter(|shape| matches!(shape.kind, Kind::Resource(_))).collect();
    let is_cyclic = cyclic(&resources);
    let of_user = own_shapes(model).filter(|shape| is_cyclic.get(&shape.id).copied().unwrap_or(false));
    for shape in of_user {
        let message = format!("resource `{}` contains itself", shape.id);
        report.error(&shape.id, shape.span, message);
    }
}

/// Whether a resource leads back to itself. Tarjan's strongly connected
/// components, without recursion: a chain may be as long as the model.
fn cyclic<'m>(resources: &[&'m Shape]) -> BTreeMap<&'m ShapeId, bool> {
    let index: BTreeMap<&ShapeId, usize> = (0..).zip(resources).map(|(index, shape)| (&shape.id, index)).collect();
    let children: Vec<Vec<usize>> = resources.iter().map(|shape| children_of(shape, &index)).collect();
    let mut visits = Visits { entered: vec![None; resources.len()], ..Visits::default() };
    visits.lowest.resize(resources.len(), 0);
    visits.is_open.resize(resources.len(), false);
    let mut is_cyclic = vec![false; resources.len()];
    for start in 0..resources.len() {
        if visits.entered[start].is_some() {
            continue;
        }
        visits.enter(start);
        let mut path = vec![(start, 0)];
        while let Some((resource, next)) = path.last_mut() {
            let resource = *resource;
            let child = children[resource].get(*next).copied();
            *next += 1;
            match child {
                Some(child) if visits.entered[child].is_none() => {
                    visits.enter(child);
                    path.push((child, 0));
                }
                Some(child) if visits.is_open[child] => visits.lower(resource, visits.entered[child].unwrap_or(0)),
                Some(_) => {}
                None => {
                    path.pop();
                    if let Some((parent, _)) = path.last() {
                        visits.lower(*parent, visits.lowest[resource]);
                    }
                    let component = visits.leave(resource);
                    let is_cycle = component.len() > 1 || children[resource].contains(&resource);
                    component.into_iter().for_each(|member| is_cyclic[member] = is_cycle);
                }
            }
        }
    }
    index.into_iter().map(|(id, index)| (id, is_cyclic[index])).collect()
}

fn children_of(shape: &Shape, index: &BTreeMap<&ShapeId, usize>) -> Vec<usize> {
    match &shape.kind {
        Kind::Resource(resource) => resource.resources.iter().filter_map(|child| index.get(child).copied()).collect(),
        _ => Vec::new(),
    }
}

#[derive(Default)]
struct Visits {
    /// When each was entered first.
    entered: Vec<Option<usize>>,
    /// The first entered of those that it leads to and that are still open.
    lowest: Vec<usize>,
    is_open: Vec<bool>,
    open: Vec<usize>,
    count: usize,
}

impl Visits {
    fn enter(&mut self, resource: usize) {
        self.entered[resource] = Some(self.count);
        self.lowest[resource] = self.count;
        self.is_open[resource] = true;
        self.open.push(resource);
        self.count += 1;
    }

    fn lower(&mut self, resource: usize, to: usize) {
        self.lowest[resource] = self.lowest[resource].min(to);
    }

    /// The component that the resource closes; empty if it belongs to one that
    /// was entered before.
    fn leave(&mut self, resource: usize) -> Vec<usize> {
        if self.entered[resource] != Some(self.lowest[resource]) {
            return Vec::new();
        }
        let first = self.open.iter().rposition(|open| *open == resource).unwrap_or(0);
        let component = self.open.split_off(first);
        component.iter().for_each(|member| self.is_open[*member] = false);
        component
    }
}
