//! In: the names of rules. Out: the names of constants, each another one: of slots, and of
//! parts of values that are asked for more than once, as suffixes of hosts are.

use std::collections::BTreeMap;

use super::walk;
use crate::ir::endpoint::{Attribute, Condition, Expr, Outcome};
use crate::names;

/// The names of slots.
pub(super) struct Names {
    slots: Vec<String>,
}

impl Names {
    pub(super) fn new(names: &[&str]) -> Self {
        let mut slots = Vec::new();
        for name in names {
            let name = unique(constant(name), &slots);
            slots.push(name);
        }
        Self { slots }
    }

    pub(super) fn into_slots(self) -> Vec<String> {
        self.slots
    }

    /// The parts of values that are asked for more than once, inner ones before outer ones.
    pub(super) fn parts(&self, conditions: &[Condition], results: &[Outcome]) -> Vec<(Expr, String)> {
        let (mut counts, mut order) = (BTreeMap::new(), Vec::new());
        walk::each(conditions, results, &mut |expression| {
            if let Expr::Get(..) = expression {
                let count = counts.entry(expression.clone()).or_insert(0);
                *count += 1;
                if *count == 2 {
                    order.push(expression.clone());
                }
            }
        });
        let mut taken = self.slots.clone();
        let mut parts = Vec::new();
        for part in order {
            let name = unique(self.name(&part), &taken);
            taken.push(name.clone());
            parts.push((part, name));
        }
        parts
    }

    /// The name of a part, after what it is, or, of an element of a list, where it is.
    fn name(&self, expression: &Expr) -> String {
        match expression {
            Expr::Get(_, Attribute::Named(name)) => constant(name),
            Expr::Get(of, Attribute::Index(index)) if *index < 0 => {
                format!("{}_LAST_{}", self.name(of), index.unsigned_abs())
            }
            Expr::Get(of, Attribute::Index(index)) => format!("{}_{index}", self.name(of)),
            Expr::Slot(slot) => self.slots.get(*slot).cloned().unwrap_or_default(),
            _ => "VALUE".to_owned(),
        }
    }
}

fn constant(name: &str) -> String {
    names::field(&names::snake(name)).trim_start_matches("r#").to_uppercase()
}

/// The name, or with a number if another one has it.
fn unique(name: String, taken: &[String]) -> String {
    if !taken.contains(&name) {
        return name;
    }
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or(name)
}
