//! In: the steps of a test without variables. Out: the subjects of the model
//! for which they yield something. Answered backwards for all subjects at once,
//! since asking for each of them alone is what makes nested tests expensive.

use super::budget::Exhausted;
use super::evaluate::Evaluator;
use super::{Direction, Predicate, Relationships, Set, Step};

impl Evaluator<'_, '_> {
    /// The subjects for which the steps yield something that is wanted.
    pub(super) fn preimage(&mut self, steps: &[Step], wanted: Set) -> Result<Set, Exhausted> {
        steps.iter().rev().try_fold(wanted, |wanted, step| match wanted.is_empty() {
            true => Ok(wanted),
            false => self.preimage_of_step(step, wanted),
        })
    }

    fn preimage_of_step(&mut self, step: &Step, mut wanted: Set) -> Result<Set, Exhausted> {
        let length = self.graph.len();
        self.budget.spend(1 + length / 64)?;
        match step {
            Step::Type(_) | Step::Attribute(..) | Step::Scoped(..) => self.kept_alone(step, &wanted),
            Step::Test(predicate) => {
                wanted.intersect(&*self.answer(predicate)?);
                Ok(wanted)
            }
            Step::Not(predicate) => {
                wanted.subtract(&*self.answer(predicate)?);
                Ok(wanted)
            }
            Step::In(predicate) => {
                let nodes = wanted.iter().collect();
                Ok(Set::of(length, &self.contained_alone(predicate, nodes)?))
            }
            Step::Is(branches) => {
                let mut found = Set::empty(length);
                for branch in branches {
                    found.unite(&self.preimage(branch, wanted.clone())?);
                }
                Ok(found)
            }
            Step::Root(predicate) => {
                let yields_wanted = self.root(predicate)?.iter().any(|node| wanted.contains(*node));
                Ok(if yields_wanted { Set::full(length) } else { Set::empty(length) })
            }
            Step::Walk(Direction::Forward, relationships) => self.sources(*relationships, &wanted),
            Step::Walk(Direction::Reverse, relationships) => self.destinations(*relationships, &wanted),
            Step::Reachable => {
                let nodes: Vec<u32> = wanted.iter().collect();
                Ok(Set::of(length, &self.reachable(Direction::Reverse, &nodes)?))
            }
            Step::TopDown(qualifier, disqualifier) => self.heirs(qualifier, disqualifier.as_ref(), &wanted),
            Step::Recursive(steps) => self.preimage_of_recursion(steps, wanted),
            Step::UnknownFunction => Ok(Set::empty(length)),
            // Predicates with variables are asked forwards.
            Step::Store(..) | Step::Load(_) => Ok(Set::empty(length)),
        }
    }

    /// Those of the subjects that a step keeps, each looked at by itself.
    fn kept_alone(&mut self, step: &Step, wanted: &Set) -> Result<Set, Exhausted> {
        let mut kept = Set::empty(self.graph.len());
        for node in wanted.iter() {
            if self.keeps_alone(step, node)? {
                kept.insert(node);
            }
        }
        Ok(kept)
    }

    /// The subjects for which the steps, repeated any number of times, yield one of these.
    fn preimage_of_recursion(&mut self, steps: &[Step], wanted: Set) -> Result<Set, Exhausted> {
        let mut found = self.preimage(steps, wanted)?;
        loop {
            let mut more = self.preimage(steps, found.clone())?;
            more.unite(&found);
            if more == found {
                return Ok(found);
            }
            found = more;
        }
    }

    /// The subjects that one of these is connected to.
    fn destinations(&self, relationships: Relationships, wanted: &Set) -> Result<Set, Exhausted> {
        let mut found = Set::empty(self.graph.len());
        for node in wanted.iter() {
            let mut visits = 1;
            self.graph.for_each_neighbor(node, relationships, |neighbor| {
                visits += 1;
                found.insert(neighbor);
            });
            self.budget.spend(visits)?;
        }
        Ok(found)
    }

    /// The subjects that are connected to one of these.
    fn sources(&self, relationships: Relationships, wanted: &Set) -> Result<Set, Exhausted> {
        let mut found = Set::empty(self.graph.len());
        for node in 0..self.graph.len() as u32 {
            let mut visits = 1;
            let mut is_connected = false;
            self.graph.for_each_neighbor(node, relationships, |neighbor| {
                visits += 1;
                is_connected |= wanted.contains(neighbor);
            });
            if is_connected {
                found.insert(node);
            }
            self.budget.spend(visits)?;
        }
        Ok(found)
    }

    /// The subjects for which `:topdown` yields one of these: found from the
    /// subjects that it yields up to those that hand the mark down to them.
    fn heirs(
        &mut self,
        qualifier: &Predicate,
        disqualifier: Option<&Predicate>,
        wanted: &Set,
    ) -> Result<Set, Exhausted> {
        let qualified = self.answer(qualifier)?;
        let disqualified = match disqualifier {
            Some(disqualifier) => Some(self.answer(disqualifier)?),
            None => None,
        };
        // Whether a subject has the mark, when what it is bound to has it or not.
        let is_marked = |node: u32, inherits: bool| {
            (inherits || qualified.contains(node)) && !disqualified.as_ref().is_some_and(|set| set.contains(node))
        };
        let length = self.graph.len();
        let mut found = [Set::empty(length), Set::empty(length)];
        let mut pending: Vec<(u32, bool)> = Vec::new();
        for node in wanted.iter() {
            pending
                .extend([false, true].into_iter().filter(|inherits| is_marked(node, *inherits)).map(|it| (node, it)));
        }
        while let Some((node, inherits)) = pending.pop() {
            let found = &mut found[usize::from(inherits)];
            if found.contains(node) {
                continue;
            }
            found.insert(node);
            let before = pending.len();
            self.graph.for_each_source(node, Relationships::BINDINGS, |source| {
                let handing_down = [false, true].into_iter().filter(|it| is_marked(source, *it) == inherits);
                pending.extend(handing_down.map(|it| (source, it)));
            });
            self.budget.spend(1 + pending.len() - before)?;
        }
        let [found, _] = found;
        let bindable: Vec<u32> = found.iter().filter(|node| self.is_bindable(*node)).collect();
        Ok(Set::of(length, &bindable))
    }
}
