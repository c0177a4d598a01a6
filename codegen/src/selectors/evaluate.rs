//! In: a selector and the subjects that are sent through it. Out: the subjects
//! that it yields, with the variables that are set then. Sets go through the
//! steps, one for each assignment of the variables: a step does not care from
//! where a subject came.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::attributes::{self, Attribute};
use super::budget::{Budget, Exhausted};
use super::{
    source_of_enum, Direction, Graph, Operand, Predicate, Relationships, Selector, SelectorError, Set, Step, Subject,
    Template,
};

/// An assignment of the variables, by its number.
type Environment = usize;

/// Subjects by the assignment that they are reached with, each once.
type Groups = BTreeMap<Environment, Vec<u32>>;

/// The assignment that selectors begin with: no variable is set.
const START: Environment = 0;

pub(super) struct Evaluator<'e, 'm> {
    pub(super) graph: &'e Graph<'m>,
    selector: &'e Selector,
    pub(super) budget: Budget,
    /// The subjects for which a predicate without variables holds, by its id.
    answers: Vec<Option<Rc<Set>>>,
    /// The subjects that a `:root` function yields, by its id.
    roots: Vec<Option<Rc<Vec<u32>>>>,
    environments: Vec<Rc<Variables>>,
    environment_ids: BTreeMap<Rc<Variables>, Environment>,
    /// When each subject was last seen, and how many times there were.
    seen: Vec<u32>,
    time: u32,
    /// For subjects that are seen: two others that lead there, or one twice.
    origins: Vec<(u32, u32)>,
}

/// The value of each variable, sorted; None if it is nott set.
type Variables = Vec<Option<Rc<Vec<u32>>>>;

impl<'e, 'm> Evaluator<'e, 'm> {
    pub(super) fn new(graph: &'e Graph<'m>, selector: &'e Selector) -> Self {
        // Sensible selectors stay below ten visits a subject.
        let budget = Budget::new(2_000_000 + 100 * graph.len());
        let unset: Rc<Variables> = Rc::new(vec![None; selector.variables.len()]);
        Self {
            graph,
            selector,
            budget,
            answers: vec![None; selector.predicates],
            roots: vec![None; selector.predicates],
            environments: vec![unset.clone()],
            environment_ids: BTreeMap::from([(unset, START)]),
            seen: vec![0; graph.len()],
            time: 0,
            origins: Vec::new(),
        }
    }

    /// What the selector yields for these subjects, ascending.
    pub(super) fn select(&mut self, start: Vec<u32>) -> Result<Vec<u32>, SelectorError> {
        let groups = self.run(&self.selector.steps, Groups::from([(START, start)]))?;
        Ok(flattened(groups))
    }

    /// What the selector yields, with the text of the template for each.
    pub(super) fn expand(
        &mut self,
        start: Vec<u32>,
        template: &Template,
    ) -> Result<Vec<(Subject<'m>, String)>, SelectorError> {
        let groups = self.run(&self.selector.steps, Groups::from([(START, start)]))?;
        let mut texts = BTreeSet::new();
        for (environment, nodes) in groups {
            for node in nodes {
                self.budget.spend(template.parts.len())?;
                texts.insert((node, self.text_of(template, node, environment)));
            }
        }
        Ok(texts.into_iter().map(|(node, text)| (self.graph.subject(node), text)).collect())
    }

    fn text_of(&self, template: &Template, node: u32, environment: Environment) -> String {
        let subject = self.graph.subject(node);
        let parts = template.parts.iter().map(|part| match part {
            Operand::Text(text) => text.clone(),
            Operand::Path(path) => {
                Attribute::Subject(subject).follow(path, &|name| self.variable(environment, name)).shown()
            }
        });
        parts.collect()
    }

    fn variable(&self, environment: Environment, name: &str) -> Vec<Subject<'m>> {
        let index = self.selector.variables.iter().position(|known| known == name);
        let nodes = index.and_then(|index| self.environments[environment][index].as_deref());
        nodes.into_iter().flatten().map(|node| self.graph.subject(*node)).collect()
    }

    fn run(&mut self, steps: &[Step], mut groups: Groups) -> Result<Groups, Exhausted> {
        for step in steps {
            let mut next = Groups::new();
            for (environment, nodes) in groups {
                self.step(step, environment, nodes, &mut next)?;
            }
            // Groups of several assignments may have become one.
            for nodes in next.values_mut() {
                nodes.sort_unstable();
                nodes.dedup();
            }
            groups = next;
            groups.retain(|_, nodes| !nodes.is_empty());
        }
        Ok(groups)
    }

    /// What one step makes of subjects that are reached with one assignment.
    fn step(
        &mut self,
        step: &Step,
        environment: Environment,
        nodes: Vec<u32>,
        next: &mut Groups,
    ) -> Result<(), Exhausted> {
        self.budget.spend(nodes.len())?;
        let same = match step {
            Step::Type(_) | Step::Attribute(..) | Step::Scoped(..) => self.filtered(step, environment, nodes)?,
            Step::Test(predicate) | Step::Not(predicate) if !predicate.uses_variables => {
                let wanted = matches!(step, Step::Test(_));
                let answer = self.answer(predicate)?;
                nodes.into_iter().filter(|node| answer.contains(*node) == wanted).collect()
            }
            Step::Test(predicate) => {
                for node in nodes {
                    if let Some(found) = self.first_match(predicate, environment, node)? {
                        // What the test assigned stays assigned.
                        next.entry(found).or_default().push(node);
                    }
                }
                return Ok(());
            }
            Step::Not(predicate) => {
                let mut kept = Vec::new();
                for node in nodes {
                    if self.first_match(predicate, environment, node)?.is_none() {
                        kept.push(node);
                    }
                }
                kept
            }
            Step::In(predicate) => self.contained(predicate, environment, nodes)?,
            Step::Is(branches) => {
                for branch in branches {
                    for (environment, nodes) in self.run(branch, Groups::from([(environment, nodes.clone())]))? {
                        next.entry(environment).or_default().extend(nodes);
                    }
                }
                return Ok(());
            }
            Step::Root(predicate) if !nodes.is_empty() => self.root(predicate)?.to_vec(),
            Step::Load(variable) if !nodes.is_empty() => {
                self.environments[environment][*variable].as_deref().cloned().unwrap_or_default()
            }
            Step::Root(_) | Step::Load(_) | Step::UnknownFunction => Vec::new(),
            Step::Store(variable, steps) => {
                for node in nodes {
                    let value = flattened(self.run(steps, Groups::from([(environment, vec![node])]))?);
                    let environment = self.assigned(environment, *variable, value)?;
                    next.entry(environment).or_default().push(node);
                }
                return Ok(());
            }
            Step::Walk(direction, relationships) => self.walked(*direction, *relationships, &nodes)?,
            Step::Reachable => self.reachable(Direction::Forward, &nodes)?,
            Step::TopDown(qualifier, disqualifier) => {
                self.top_down(qualifier, disqualifier.as_ref(), environment, nodes)?
            }
            Step::Recursive(steps) => return self.repeated(steps, environment, nodes, next),
        };
        next.entry(environment).or_default().extend(same);
        Ok(())
    }

    fn filtered(&self, step: &Step, environment: Environment, nodes: Vec<u32>) -> Result<Vec<u32>, Exhausted> {
        let mut kept = Vec::new();
        for node in nodes {
            if self.keeps(step, environment, node)? {
                kept.push(node);
            }
        }
        Ok(kept)
    }

    /// Whether a step that looks at nothing but the subject keeps it.
    fn keeps(&self, step: &Step, environment: Environment, node: u32) -> Result<bool, Exhausted> {
        let subject = self.graph.subject(node);
        keeps(step, subject, &|name| self.variable(environment, name), &self.budget)
    }

    /// Like `keeps`, for selectors without variables.
    pub(super) fn keeps_alone(&self, step: &Step, node: u32) -> Result<bool, Exhausted> {
        self.keeps(step, START, node)
    }

    /// Where a predicate without variables holds.
    pub(super) fn answer(&mut self, predicate: &Predicate) -> Result<Rc<Set>, Exhausted> {
        if let Some(answer) = &self.answers[predicate.id] {
            return Ok(answer.clone());
        }
        let mut answer = Set::empty(self.graph.len());
        for branch in &predicate.branches {
            answer.unite(&self.preimage(branch, Set::full(self.graph.len()))?);
        }
        let answer = Rc::new(answer);
        self.answers[predicate.id] = Some(answer.clone());
        Ok(answer)
    }

    /// The assignment that the first match makes; None for no match.
    fn first_match(
        &mut self,
        predicate: &Predicate,
        environment: Environment,
        node: u32,
    ) -> Result<Option<Environment>, Exhausted> {
        for branch in &predicate.branches {
            let found = self.run(branch, Groups::from([(environment, vec![node])]))?;
            if let Some(environment) = found.into_keys().next() {
                return Ok(Some(environment));
            }
        }
        Ok(None)
    }

    /// The subjects that are in what the predicate yields for them.
    fn contained(
        &mut self,
        predicate: &Predicate,
        environment: Environment,
        nodes: Vec<u32>,
    ) -> Result<Vec<u32>, Exhausted> {
        let steps: &[Step] = predicate.branches.first().map_or(&[], |steps| steps);
        // What begins elsewhere yields the same for each subject.
        if matches!(steps.first(), Some(Step::Root(_) | Step::Load(_))) {
            let Some(any) = nodes.first() else { return Ok(nodes) };
            let yielded = flattened(self.run(steps, Groups::from([(environment, vec![*any])]))?);
            return Ok(nodes.into_iter().filter(|node| yielded.binary_search(node).is_ok()).collect());
        }
        let mut kept = Vec::new();
        for node in nodes {
            let yielded = flattened(self.run(steps, Groups::from([(environment, vec![node])]))?);
            if yielded.binary_search(&node).is_ok() {
                kept.push(node);
            }
        }
        Ok(kept)
    }

    /// `contained`, for selectors without variables.
    pub(super) fn contained_alone(&mut self, predicate: &Predicate, nodes: Vec<u32>) -> Result<Vec<u32>, Exhausted> {
        self.contained(predicate, START, nodes)
    }

    pub(super) fn root(&mut self, predicate: &Predicate) -> Result<Rc<Vec<u32>>, Exhausted> {
        if let Some(root) = &self.roots[predicate.id] {
            return Ok(root.clone());
        }
        let steps: &[Step] = predicate.branches.first().map_or(&[], |steps| steps);
        self.budget.spend(self.graph.len())?;
        let root = Rc::new(flattened(self.run(steps, Groups::from([(START, self.graph.all())]))?));
        self.roots[predicate.id] = Some(root.clone());
        Ok(root)
    }

    fn assigned(
        &mut self,
        environment: Environment,
        variable: usize,
        value: Vec<u32>,
    ) -> Result<Environment, Exhausted> {
        self.budget.spend(1 + value.len())?;
        let mut variables = Variables::clone(&self.environments[environment]);
        variables[variable] = Some(Rc::new(value));
        let variables = Rc::new(variables);
        let new = self.environments.len();
        let id = *self.environment_ids.entry(variables.clone()).or_insert(new);
        if id == new {
            self.environments.push(variables);
        }
        Ok(id)
    }

    /// Whether the subject is seen for the first time since `time` was set.
    fn see(&mut self, node: u32) -> bool {
        let last = &mut self.seen[node as usize];
        let is_first = *last != self.time;
        *last = self.time;
        is_first
    }

    fn walked(
        &mut self,
        direction: Direction,
        relationships: Relationships,
        nodes: &[u32],
    ) -> Result<Vec<u32>, Exhausted> {
        let mut found = Vec::new();
        self.time += 1;
        let graph = self.graph;
        for node in nodes {
            let mut visits = 0;
            let mut visit = |neighbor| {
                visits += 1;
                if self.see(neighbor) {
                    found.push(neighbor);
                }
            };
            match direction {
                Direction::Forward => graph.for_each_neighbor(*node, relationships, &mut visit),
                Direction::Reverse => graph.for_each_source(*node, relationships, &mut visit),
            }
            self.budget.spend(visits)?;
        }
        Ok(found)
    }

    /// What can be reached from a subject other than itself, in this direction.
    /// For that it is enough to know two subjects that lead to each.
    pub(super) fn reachable(&mut self, direction: Direction, nodes: &[u32]) -> Result<Vec<u32>, Exhausted> {
        let graph = self.graph;
        self.time += 1;
        self.origins.resize(graph.len(), (0, 0));
        let mut found = Vec::new();
        let mut pending: Vec<(u32, u32)> = nodes.iter().map(|node| (*node, *node)).collect();
        while let Some((node, origin)) = pending.pop() {
            let mut visits = 0;
            let mut visit = |neighbor: u32| {
                visits += 1;
                let is_first = self.see(neighbor);
                let (first, second) = &mut self.origins[neighbor as usize];
                if is_first {
                    (*first, *second) = (origin, origin);
                    found.push(neighbor);
                } else if *first == *second && *first != origin {
                    *second = origin;
                } else {
                    return;
                }
                pending.push((neighbor, origin));
            };
            match direction {
                Direction::Forward => graph.for_each_neighbor(node, Relationships::ALL, &mut visit),
                Direction::Reverse => graph.for_each_source(node, Relationships::ALL, &mut visit),
            }
            self.budget.spend(visits)?;
        }
        found.retain(|node| self.origins[*node as usize] != (*node, *node));
        Ok(found)
    }

    /// `:topdown`: subjects inherit from what they are bound to.
    fn top_down(
        &mut self,
        qualifier: &Predicate,
        disqualifier: Option<&Predicate>,
        environment: Environment,
        nodes: Vec<u32>,
    ) -> Result<Vec<u32>, Exhausted> {
        let mut visited = BTreeSet::new();
        let mut pending: Vec<(u32, bool)> = nodes.into_iter().map(|node| (node, false)).collect();
        pending.retain(|(node, _)| self.is_bindable(*node));
        let mut found = BTreeSet::new();
        while let Some((node, is_qualified)) = pending.pop() {
            if !visited.insert((node, is_qualified)) {
                continue;
            }
            let is_qualified = (is_qualified || self.holds(qualifier, environment, node)?)
                && !match disqualifier {
                    Some(disqualifier) => self.holds(disqualifier, environment, node)?,
                    None => false,
                };
            if is_qualified {
                found.insert(node);
            }
            let graph = self.graph;
            let before = pending.len();
            graph.for_each_neighbor(node, Relationships::BINDINGS, |bound| pending.push((bound, is_qualified)));
            self.budget.spend(1 + pending.len() - before)?;
        }
        Ok(found.into_iter().collect())
    }

    fn holds(&mut self, predicate: &Predicate, environment: Environment, node: u32) -> Result<bool, Exhausted> {
        match predicate.uses_variables {
            true => Ok(self.first_match(predicate, environment, node)?.is_some()),
            false => Ok(self.answer(predicate)?.contains(node)),
        }
    }

    /// Whether it is a service, or can be bound to one.
    pub(super) fn is_bindable(&self, node: u32) -> bool {
        use crate::model::Kind;
        matches!(self.graph.subject(node), Subject::Shape(shape)
            if matches!(shape.kind, Kind::Service(_) | Kind::Resource(_) | Kind::Operation(_)))
    }

    /// `:recursive`: what the steps yield, what they yield for that, and so on.
    fn repeated(
        &mut self,
        steps: &[Step],
        environment: Environment,
        nodes: Vec<u32>,
        next: &mut Groups,
    ) -> Result<(), Exhausted> {
        let mut found = BTreeSet::new();
        let mut pending = Groups::from([(environment, nodes)]);
        while !pending.is_empty() {
            let mut news = Groups::new();
            for (environment, nodes) in self.run(steps, pending)? {
                self.budget.spend(nodes.len())?;
                let new = nodes.into_iter().filter(|node| found.insert((environment, *node)));
                news.insert(environment, new.collect());
            }
            news.retain(|_, nodes| !nodes.is_empty());
            pending = news;
        }
        for (environment, node) in found {
            next.entry(environment).or_default().push(node);
        }
        Ok(())
    }
}

/// The subjects of all groups, ascending, each once.
fn flattened(groups: Groups) -> Vec<u32> {
    let mut nodes: Vec<u32> = groups.into_values().flatten().collect();
    nodes.sort_unstable();
    nodes.dedup();
    nodes
}

/// Whether a step that looks at nothing but the subject keeps it.
pub(super) fn keeps<'m>(
    step: &Step,
    subject: Subject<'m>,
    variables: attributes::Variables<'_, 'm>,
    budget: &Budget,
) -> Result<bool, Exhausted> {
    budget.spend(1)?;
    match step {
        Step::Type(expected) => Ok(expected.covers(subject)),
        Step::Attribute(path, comparison) => attributes::matches(subject, path, comparison.as_ref(), variables, budget),
        Step::Scoped(path, assertions) => attributes::matches_scoped(subject, path, assertions, variables, budget),
        _ => Ok(true),
    }
}

impl super::Type {
    fn covers(self, subject: Subject<'_>) -> bool {
        use crate::model::Kind;
        let Subject::Shape(shape) = subject else { return self == Self::Member };
        let is_number = matches!(
            shape.kind,
            Kind::Byte
                | Kind::Short
                | Kind::Integer
                | Kind::IntEnum
                | Kind::Long
                | Kind::Float
                | Kind::Double
                | Kind::BigInteger
                | Kind::BigDecimal
        );
        let is_aggregate = matches!(shape.kind, Kind::List | Kind::Map | Kind::Structure | Kind::Union);
        let is_service_type = matches!(shape.kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_));
        match self {
            Self::Member => false,
            Self::Number => is_number,
            Self::Simple => !is_aggregate && !is_service_type,
            Self::Aggregate => is_aggregate,
            Self::Service => is_service_type,
            Self::Data => !is_service_type,
            // An enum is a string and an intEnum an integer.
            Self::Kind("string") => matches!(shape.kind, Kind::String | Kind::Enum),
            Self::Kind("integer") => matches!(shape.kind, Kind::Integer | Kind::IntEnum),
            Self::Kind("enum") => shape.kind == Kind::Enum && source_of_enum(shape).is_none(),
            Self::Kind(keyword) => shape.kind.keyword() == keyword,
        }
    }
}
