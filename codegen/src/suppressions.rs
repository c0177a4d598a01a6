//! In: the events that a model gives. Out: the same events, as bad as the model
//! says that they are: `@suppress`, and the metadata `suppressions` and
//! `severityOverrides` (Smithy 2.0, "Model validation", "Suppressions").

use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::metadata::{self, Problem};
use crate::model::{ids, Model, Node};

/// The suppressions and severities that a model defines for its events.
pub(crate) struct Rules<'m> {
    suppressions: Vec<Rule<'m, Option<&'m str>>>,
    overrides: Vec<Rule<'m, Severity>>,
}

/// An entry of the metadata, with the reason or the severity.
struct Rule<'m, T> {
    id: &'m str,
    namespace: &'m str,
    value: T,
}

impl<T> Rule<'_, T> {
    fn covers(&self, event: &Diagnostic) -> bool {
        let namespace = event.shape.as_deref().and_then(|shape| shape.split_once('#')).map(|(namespace, _)| namespace);
        is_below(&event.id, self.id) && (self.namespace == "*" || namespace == Some(self.namespace))
    }
}

/// Whether an event has this id, or one below it: `Foo.Bar` is below `Foo`.
fn is_below(event_id: &str, id: &str) -> bool {
    event_id.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What the metadata says, and what is wrong with it.
pub(crate) fn read(model: &Model) -> (Rules<'_>, Vec<Problem>) {
    let mut problems = Vec::new();
    let suppressions = rules(model, "suppressions", |entry| metadata::text(entry, "reason"), &mut problems);
    let overrides = rules(model, "severityOverrides", overridden_severity, &mut problems);
    (Rules { suppressions, overrides }, problems)
}

fn rules<'m, T>(
    model: &'m Model,
    key: &str,
    value: impl Fn(&'m Node) -> Result<T, Problem>,
    problems: &mut Vec<Problem>,
) -> Vec<Rule<'m, T>> {
    let read = |entry: &'m Node| {
        let id = metadata::required_text(entry, "id")?;
        let namespace = metadata::required_text(entry, "namespace")?;
        Ok(Rule { id, namespace, value: value(entry)? })
    };
    let mut rules = Vec::new();
    for entry in metadata::entries(model, key, problems) {
        match read(entry) {
            Ok(rule) => rules.push(rule),
            Err(problem) => problems.push(problem),
        }
    }
    rules
}

fn overridden_severity(entry: &Node) -> Result<Severity, Problem> {
    let allowed = [("WARNING", Severity::Warning), ("DANGER", Severity::Danger)];
    let severity = metadata::severity(entry, &allowed)?;
    severity.ok_or_else(|| Problem::new(entry.span, "missing required member `severity`"))
}

/// Gives each event the severity that the model defines. An ERROR stays one:
/// what the specification forbids is not the model's to allow.
pub(crate) fn apply(model: &Model, diagnostics: &mut Diagnostics) {
    let (rules, _) = read(model);
    for event in diagnostics.iter_mut() {
        if matches!(event.severity, Severity::Error | Severity::Suppressed) {
            continue;
        }
        if is_suppressed_by_trait(model, event) {
            event.severity = Severity::Suppressed;
        } else if let Some(rule) = rules.suppressions.iter().find(|rule| rule.covers(event)) {
            event.severity = Severity::Suppressed;
            event.reason = rule.value.map(str::to_owned);
        } else {
            let wanted = rules.overrides.iter().filter(|rule| rule.covers(event)).map(|rule| rule.value);
            event.severity = wanted.fold(event.severity, Severity::max);
        }
    }
}

fn is_suppressed_by_trait(model: &Model, event: &Diagnostic) -> bool {
    let Some(id) = event.shape.as_deref() else { return false };
    let (shape, member) = match id.split_once('$') {
        Some((shape, member)) => (shape, Some(member)),
        None => (id, None),
    };
    let Some(shape) = model.shapes.get(shape) else { return false };
    let traits = match member {
        None => Some(&shape.traits),
        Some(member) => shape.member(member).map(|member| &member.traits),
    };
    let ids = traits.and_then(|traits| traits.get(ids::SUPPRESS)).and_then(Node::as_array).unwrap_or_default();
    ids.iter().filter_map(Node::as_str).any(|id| is_below(&event.id, id))
}

#[cfg(test)]
mod tests {
    use super::is_below;

    #[test]
    fn ids_are_hierarchical() {
        assert!(is_below("Foo", "Foo"));
        assert!(is_below("Foo.Bar", "Foo"));
        assert!(!is_below("Foo", "Foo.Bar"));
        assert!(!is_below("FooBar", "Foo"));
    }
}
