//! In: what two crates offer, the model of ours, and the list of intended differences. Out: how
//! many items are the same, and each difference that has no reason.

use super::known::{Known, Side};
use super::model::{Age, Model};
use super::surface::Surface;

/// How the line of a deprecated item begins.
const DEPRECATED: &str = "deprecated ";

/// What came of one service.
#[derive(Default)]
pub(super) struct Comparison {
    same: usize,
    intended: usize,
    only_ours: usize,
    of_newer_model: Vec<String>,
    unexpected: Vec<String>,
}

/// Compares the crates of one service.
pub(super) fn compare(service: &str, official: &Surface, ours: &Surface, model: &Model, known: &Known) -> Comparison {
    let mut result = Comparison::default();
    let mut differs = |item: &str, side: Side, what: String, intended: &mut usize| {
        if known.has(service, item, side) {
            *intended += 1;
        } else {
            result.unexpected.push(what);
        }
    };
    let age = Age::new(model, official);
    for (key, line) in &official.items {
        match ours.items.get(key) {
            Some(own) if own == line => result.same += 1,
            Some(own) => match deprecation(line, own) {
                Some(is_ours) if is_ours == age.deprecates(key) => result.of_newer_model.push(key.clone()),
                is_deprecation => {
                    let side = if is_deprecation.is_some() { Side::Deprecation } else { Side::Both };
                    let what = format!("{key}\n  official: {line}\n  ours:     {own}");
                    differs(key, side, what, &mut result.intended);
                }
            },
            None if age.lacks(key) => result.of_newer_model.push(key.clone()),
            None => differs(key, Side::Official, format!("only official: {key}\n  {line}"), &mut result.intended),
        }
    }
    for (key, line) in ours.items.iter().filter(|(key, _)| !official.items.contains_key(*key)) {
        differs(key, Side::Ours, format!("only ours: {key}\n  {line}"), &mut result.only_ours);
    }
    for (path, theirs) in &official.orders {
        if !official.items.contains_key(&format!("{path}: core::cmp::PartialOrd")) {
            continue;
        }
        let Some(own) = ours.orders.get(path) else { continue };
        let both: Vec<&String> = theirs.iter().filter(|name| own.contains(name)).collect();
        let own: Vec<&String> = own.iter().filter(|name| theirs.contains(name)).collect();
        if both != own {
            let what = format!("{path}: order of the variants\n  official: {both:?}\n  ours:     {own:?}");
            differs(path, Side::Both, what, &mut result.intended);
        }
    }
    result
}

/// If one side is deprecated and nothing else differs: whether it is ours.
fn deprecation(official: &str, ours: &str) -> Option<bool> {
    match (official.strip_prefix(DEPRECATED), ours.strip_prefix(DEPRECATED)) {
        (Some(official), None) if official == ours => Some(false),
        (None, Some(ours)) if official == ours => Some(true),
        _ => None,
    }
}

impl Comparison {
    pub(super) fn summary(&self) -> String {
        let compared = self.same + self.unexpected.iter().filter(|what| !what.starts_with("only ours")).count();
        format!(
            "{} of {compared} items; {} intended differences, {} items only in ours, {} of a newer model",
            self.same,
            self.intended,
            self.only_ours,
            self.of_newer_model.len()
        )
    }

    /// The items that the model is too old for, a line each.
    pub(super) fn of_newer_model(&self) -> String {
        self.of_newer_model.iter().fold(String::new(), |text, item| text + "  newer model: " + item + "\n")
    }

    /// The differences without a reason; None if there is none.
    pub(super) fn unexpected(&self) -> Option<String> {
        (!self.unexpected.is_empty()).then(|| self.unexpected.join("\n") + "\n")
    }
}
