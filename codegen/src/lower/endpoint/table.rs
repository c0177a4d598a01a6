//! In: rules or a decision diagram, checked. Out: a table of nodes, each of which asks a
//! condition. Conditions, results and nodes that are the same are there once.
//!
//! Rules become a diagram by walking them backwards: each condition is a node whose "no" is
//! the next rule, or, after the last rule of a tree, that no rule matches: a tree that was
//! entered is not left.

use std::collections::{BTreeMap, BTreeSet};

use super::expressions::{Slots, Unsupported};
use super::{constants, walk};
use crate::endpoint_rules::bdd::{Diagram, Reference};
use crate::endpoint_rules::{self as rules, Decisions, Outcome, Rule, RuleSet};
use crate::ir::endpoint as ir;

/// The target that says that no rule matches.
const NO_MATCH: i32 = -1;

/// A table before its nodes have their final numbers.
#[derive(Default)]
struct Builder<'n> {
    slots: Slots<'n>,
    conditions: Numbered<ir::Condition>,
    results: Numbered<ir::Outcome>,
    nodes: Numbered<[i32; 3]>,
}

/// Values by their numbers; equal ones have one.
struct Numbered<T> {
    values: Vec<T>,
    numbers: BTreeMap<T, i32>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { values: Vec::new(), numbers: BTreeMap::new() }
    }
}

impl<T: Clone + Ord> Numbered<T> {
    fn number(&mut self, value: T) -> i32 {
        if let Some(number) = self.numbers.get(&value) {
            return *number;
        }
        let number = i32::try_from(self.values.len()).expect("a model has less than 2 GiB, and so less than that");
        self.values.push(value.clone());
        self.numbers.insert(value, number);
        number
    }
}

/// The table of a rule set.
pub(super) fn of_rules(rule_set: &RuleSet<'_>) -> Result<ir::Rules, Unsupported> {
    let mut builder = Builder::new(&rule_set.parameters);
    let root = builder.rules(&rule_set.rules, NO_MATCH)?;
    let nodes = std::mem::take(&mut builder.nodes.values);
    Ok(builder.finish(root, &nodes, rule_set.parameters.len()))
}

/// The table of a diagram.
pub(super) fn of_diagram(decisions: &Decisions<'_>, diagram: &Diagram) -> Result<ir::Rules, Unsupported> {
    let mut builder = Builder::new(&decisions.parameters);
    let mut conditions = Vec::new();
    for condition in &decisions.conditions {
        conditions.push(builder.condition(condition)?);
    }
    let mut results = Vec::new();
    for outcome in &decisions.results {
        let span = decisions.parameters.first().map(|parameter| parameter.span).unwrap_or_default();
        let outcome = builder.slots.outcome(outcome, span)?;
        results.push(builder.result(outcome));
    }
    // Each node twice, since whoever refers to it may mean its complement. Nothing refers to
    // most of these, and they are left out.
    let target = |reference: Reference| match reference {
        Reference::NoMatch => NO_MATCH,
        Reference::Result(index) => results.get(index).copied().unwrap_or(NO_MATCH),
        Reference::Node { index, is_complement } => {
            i32::try_from(2 * index).unwrap_or(NO_MATCH) + i32::from(is_complement)
        }
    };
    let mut nodes = Vec::new();
    for decision in diagram.decisions() {
        let condition = conditions.get(decision.condition).copied().unwrap_or_default();
        let (yes, no) = (target(decision.yes), target(decision.no));
        nodes.extend([[condition, yes, no], [condition, no, yes]]);
    }
    Ok(builder.finish(target(diagram.root()), &nodes, decisions.parameters.len()))
}

impl<'n> Builder<'n> {
    fn new(parameters: &[rules::Parameter<'n>]) -> Self {
        let mut builder = Self::default();
        for parameter in parameters {
            builder.slots.of(parameter.name);
        }
        builder
    }

    fn result(&mut self, outcome: ir::Outcome) -> i32 {
        NO_MATCH - 1 - self.results.number(outcome)
    }

    fn condition(&mut self, condition: &rules::Condition<'n>) -> Result<i32, Unsupported> {
        let value = self.slots.call(&condition.call)?;
        let assign = condition.assign.map(|(name, _)| self.slots.of(name.text));
        Ok(self.conditions.number(ir::Condition { value, assign }))
    }

    /// A decision; none where both answers lead to the same place and the condition gives
    /// nothing a name.
    fn decision(&mut self, condition: i32, yes: i32, no: i32) -> i32 {
        let index = usize::try_from(condition).unwrap_or_default();
        let assigns = self.conditions.values.get(index).is_some_and(|condition| condition.assign.is_some());
        if yes == no && !assigns {
            return yes;
        }
        self.nodes.number([condition, yes, no])
    }

    /// Rules of which the first that holds counts.
    fn rules(&mut self, rules: &[Rule<'n>], otherwise: i32) -> Result<i32, Unsupported> {
        let mut next = otherwise;
        for rule in rules.iter().rev() {
            let mut target = match &rule.outcome {
                Outcome::Tree(rules) => self.rules(rules, NO_MATCH)?,
                outcome => {
                    let outcome = self.slots.outcome(outcome, rule.span)?;
                    self.result(outcome)
                }
            };
            for condition in rule.conditions.iter().rev() {
                let condition = self.condition(condition)?;
                target = self.decision(condition, target, next);
            }
            next = target;
        }
        Ok(next)
    }

    /// The table with its nodes in the order in which they are asked, and with conditions and
    /// results in the order in which nodes name them. What nothing leads to is left out.
    fn finish(mut self, root: i32, nodes: &[[i32; 3]], parameters: usize) -> ir::Rules {
        // Rules that ask nothing still have a node to begin with.
        let always = ir::Condition { value: ir::Expr::Flag(true), assign: None };
        let only = [[if root < 0 { self.conditions.number(always) } else { 0 }, root, root]];
        let (root, nodes) = if root < 0 { (0, only.as_slice()) } else { (root, nodes) };
        let (mut conditions, mut results) = (Kept::default(), Kept::default());
        let order = order(root, nodes);
        let place = |target: i32, results: &mut Kept| match usize::try_from(target) {
            Ok(node) => order.get(&node).copied().unwrap_or(NO_MATCH),
            Err(_) if target == NO_MATCH => NO_MATCH,
            Err(_) => NO_MATCH - 1 - results.place(NO_MATCH - 1 - target),
        };
        let mut ordered = vec![[0; 3]; order.len()];
        let mut by_place: Vec<(usize, i32)> = order.iter().map(|(node, place)| (*node, *place)).collect();
        by_place.sort_by_key(|(_, place)| *place);
        for ((node, _), row) in by_place.into_iter().zip(&mut ordered) {
            let [condition, yes, no] = nodes[node];
            *row = [conditions.place(condition), place(yes, &mut results), place(no, &mut results)];
        }
        let conditions = conditions.values(self.conditions.values);
        let results = results.values(self.results.values);
        let mut reads = BTreeSet::new();
        walk::each(&conditions, &results, &mut |expression| match expression {
            ir::Expr::Slot(slot) if *slot < parameters => _ = reads.insert(*slot),
            _ => {}
        });
        let names = self.slots.into_names();
        let names = constants::Names::new(&names);
        let parts = names.parts(&conditions, &results);
        let assigned = names.into_slots().split_off(parameters);
        ir::Rules { assigned, parts, reads: reads.into_iter().collect(), conditions, results, nodes: ordered }
    }
}

/// The nodes that the root leads to, and the order in which they are asked: what follows if a
/// condition holds is before what follows if it does not.
fn order(root: i32, nodes: &[[i32; 3]]) -> BTreeMap<usize, i32> {
    let mut order = BTreeMap::new();
    let mut pending = vec![root];
    while let Some(target) = pending.pop() {
        let Some(node) = usize::try_from(target).ok().filter(|node| !order.contains_key(node)) else { continue };
        let Some([_, yes, no]) = nodes.get(node) else { continue };
        let place = i32::try_from(order.len()).unwrap_or(NO_MATCH);
        order.insert(node, place);
        pending.extend([*no, *yes]);
    }
    order
}

/// Which of some values are needed, in the order in which they were asked for.
#[derive(Default)]
struct Kept {
    places: BTreeMap<i32, i32>,
    order: Vec<i32>,
}

impl Kept {
    fn place(&mut self, number: i32) -> i32 {
        let next = i32::try_from(self.order.len()).unwrap_or_default();
        *self.places.entry(number).or_insert_with(|| {
            self.order.push(number);
            next
        })
    }

    fn values<T: Clone>(&self, all: Vec<T>) -> Vec<T> {
        let index = |number: &i32| usize::try_from(*number).ok();
        self.order.iter().filter_map(|number| all.get(index(number)?).cloned()).collect()
    }
}
