//! In: the steps of a selector and one subject. Out: whether it is selected, as
//! far as it, its container and what they are connected to tell. Exists because
//! most selectors of traits look no further, and a model applies thousands.

use crate::model::{Kind, Model, ShapeId};

use super::budget::Budget;
use super::evaluate;
use super::graph::edges_of;
use super::{members_of, Direction, Relationships, Step, Subject};

/// None if the steps have to be asked about the whole model, or if it takes
/// more than the patience that is left.
pub(super) fn selects(model: &Model, steps: &[Step], subject: Subject<'_>, patience: &mut usize) -> Option<bool> {
    let budget = Budget::new(*patience);
    let answer = Local { model, budget: &budget }.selects(steps, subject);
    *patience = budget.left();
    answer
}

struct Local<'b, 'm> {
    model: &'m Model,
    budget: &'b Budget,
}

impl<'m> Local<'_, 'm> {
    /// Whether the steps yield the subject, from wherever they begin.
    fn selects(&self, steps: &[Step], subject: Subject<'m>) -> Option<bool> {
        let Some((last, before)) = steps.split_last() else { return Some(true) };
        match last {
            Step::Is(branches) if before.is_empty() => any(branches, |branch| self.selects(branch, subject)),
            Step::Walk(Direction::Forward, relationships) => {
                // Nothing but its container is connected to a member.
                let Subject::Member(container, _) = subject else { return None };
                match relationships.wants(Relationships::MEMBER) {
                    true => self.selects(before, Subject::Shape(container)),
                    false => Some(false),
                }
            }
            step => Some(self.keeps(step, subject)? && self.selects(before, subject)?),
        }
    }

    /// Whether the steps yield anything for the subject.
    fn yields(&self, steps: &[Step], subject: Subject<'m>) -> Option<bool> {
        self.budget.spend(1).ok()?;
        let Some((first, rest)) = steps.split_first() else { return Some(true) };
        match first {
            Step::Walk(Direction::Forward, relationships) => {
                any(self.neighbors(subject, *relationships)?, |neighbor| self.yields(rest, neighbor))
            }
            Step::Is(branches) if rest.is_empty() => any(branches, |branch| self.yields(branch, subject)),
            step => Some(self.keeps(step, subject)? && self.yields(rest, subject)?),
        }
    }

    /// Whether a step that yields the subject or nothing yields it.
    fn keeps(&self, step: &Step, subject: Subject<'m>) -> Option<bool> {
        match step {
            Step::Type(_) | Step::Attribute(..) | Step::Scoped(..) => {
                evaluate::keeps(step, subject, &|_| Vec::new(), self.budget).ok()
            }
            Step::Test(predicate) if !predicate.uses_variables => {
                any(&predicate.branches, |branch| self.yields(branch, subject))
            }
            Step::Not(predicate) if !predicate.uses_variables => {
                any(&predicate.branches, |branch| self.yields(branch, subject)).map(|yields| !yields)
            }
            Step::Is(branches) if branches.iter().all(|branch| branch.iter().all(is_filter)) => {
                any(branches, |branch| self.yields(branch, subject))
            }
            _ => None,
        }
    }

    fn neighbors(&self, subject: Subject<'m>, wanted: Relationships) -> Option<Vec<Subject<'m>>> {
        let mut found = Vec::new();
        let mut add = |relationship: Relationships, id: &ShapeId| {
            if wanted.wants(relationship) {
                found.extend(self.model.shape(id).map(Subject::Shape));
            }
        };
        if wanted.wants(Relationships::TRAIT) {
            subject.traits().iter().for_each(|(id, _)| add(Relationships::TRAIT, id));
        }
        match subject {
            Subject::Member(container, member) if !matches!(container.kind, Kind::Enum | Kind::IntEnum) => {
                add(Relationships::TARGET, &member.target);
            }
            Subject::Member(..) => {}
            Subject::Shape(shape) => {
                shape.mixins.iter().for_each(|id| add(Relationships::MIXIN, id));
                edges_of(&shape.kind, &mut add);
                if wanted.wants(Relationships::MEMBER) {
                    found.extend(members_of(shape).iter().map(|member| Subject::Member(shape, member)));
                }
            }
        }
        self.budget.spend(found.len()).ok()?;
        Some(found)
    }
}

fn is_filter(step: &Step) -> bool {
    matches!(step, Step::Type(_) | Step::Attribute(..) | Step::Scoped(..) | Step::Test(_) | Step::Not(_))
}

fn any<T>(items: impl IntoIterator<Item = T>, mut holds: impl FnMut(T) -> Option<bool>) -> Option<bool> {
    for item in items {
        if holds(item)? {
            return Some(true);
        }
    }
    Some(false)
}
