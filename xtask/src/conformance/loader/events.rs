//! In: models with the events that the official tools report for each, one per line. Out:
//! which of ours are missing or superfluous. Two events are equal if their severity, shape and
//! id are; messages are our own. An id below the expected one counts, too. As in the official
//! test, it does not matter how often an event is reported. The official tools stop at the
//! first errors of some kinds, where we continue: a further error in a model that has errors
//! is not a failure.

use std::collections::BTreeMap;
use std::path::Path;

use whitesmith_codegen::driver;
use whitesmith_codegen::Severity;

use super::{files_below, name_in, Family, Miss};
use crate::conformance::read;

/// Events that the official test does not mind if there are more of them.
const TOLERATED: [&str; 3] = ["ModelDeprecation", "DeprecatedTrait", "DeprecatedShape"];

/// What an event is for the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Event {
    severity: String,
    shape: String,
    id: String,
}

/// How many events of a severity are as expected.
#[derive(Default, Clone, Copy)]
struct Tally {
    expected: usize,
    found: usize,
    unexpected: usize,
    /// Unexpected, in models that are expected to have errors.
    beyond: usize,
}

/// All cases below a folder. Errors have to be as they are in the official tools; of the
/// others, advice of linters among them, the share is reported.
pub(super) fn check(folder: &Path) -> Result<Family, String> {
    let mut family = Family::default();
    let mut tallies: BTreeMap<bool, Tally> = BTreeMap::new();
    for path in files_below(folder, &["errors"])? {
        let models = ["smithy", "json"].map(|extension| path.with_extension(extension));
        let model = models.into_iter().find(|model| model.is_file());
        let model = model.ok_or_else(|| format!("there is no model beside {}", path.display()))?;
        let case = name_in(folder, &model);
        let expected: Vec<Event> = read(&path)?.lines().filter_map(parse).collect();
        family.cases += 1;
        let events = match events_of(&model) {
            Ok(events) => events,
            Err(what) => {
                family.note(true, Miss { case, what });
                continue;
            }
        };
        for event in &expected {
            let is_error = event.severity == Severity::Error.name();
            let tally = tallies.entry(is_error).or_default();
            tally.expected += 1;
            if events.iter().any(|found| event.is_met_by(found)) {
                tally.found += 1;
                continue;
            }
            family.note(is_error, Miss { case: case.clone(), what: event.to_string() });
        }
        let has_errors = expected.iter().any(|event| event.severity == Severity::Error.name());
        let is_surplus = |found: &&Event| !expected.iter().any(|event| event.is_met_by(found));
        for event in events.iter().filter(is_surplus).filter(|event| !event.is_tolerated()) {
            let is_error = event.severity == Severity::Error.name();
            let tally = tallies.entry(is_error).or_default();
            *(if has_errors { &mut tally.beyond } else { &mut tally.unexpected }) += 1;
            let what = format!("{} {event}", if has_errors { "beyond the official ones:" } else { "unexpected" });
            family.note(is_error && !has_errors, Miss { case: case.clone(), what });
        }
    }
    let share = |is_error| {
        let Tally { expected, found, unexpected, beyond } = tallies.get(&is_error).copied().unwrap_or_default();
        format!("{found} of {expected}, {unexpected} unexpected, {beyond} more in models with errors")
    };
    family.remark = format!("errors: {}; other events: {}", share(true), share(false));
    Ok(family)
}

fn events_of(model: &Path) -> Result<Vec<Event>, String> {
    let loaded = driver::load_paths(&[model.to_path_buf()]).map_err(|error| error.to_string())?;
    let events = loaded.diagnostics.iter().map(|event| Event {
        severity: event.severity.name().to_owned(),
        shape: event.shape.clone().unwrap_or_else(|| "-".to_owned()),
        id: event.id.to_string(),
    });
    Ok(events.collect())
}

/// `[SEVERITY] shape: message | Id`
fn parse(line: &str) -> Option<Event> {
    let (severity, rest) = line.strip_prefix('[')?.split_once("] ")?;
    let (shape, rest) = rest.split_once(": ")?;
    let (_, id) = rest.rsplit_once("| ")?;
    Some(Event { severity: severity.to_owned(), shape: shape.to_owned(), id: id.trim().to_owned() })
}

impl Event {
    fn is_met_by(&self, found: &Self) -> bool {
        let below = found.id.strip_prefix(&self.id);
        let has_id = below.is_some_and(|below| below.is_empty() || below.starts_with('.'));
        self.severity == found.severity && self.shape == found.shape && has_id
    }

    fn is_tolerated(&self) -> bool {
        self.severity == Severity::Suppressed.name() || TOLERATED.iter().any(|id| self.id.starts_with(id))
    }
}

impl std::fmt::Display for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "[{}] {}: {}", self.severity, self.shape, self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_an_event() {
        let event = parse("[ERROR] a#B$c: not | a value: x | Target.Below");
        let shown = event.as_ref().map(Event::to_string);
        assert_eq!(shown.as_deref(), Some("[ERROR] a#B$c: Target.Below"));
        assert_eq!(parse(""), None);
    }

    #[test]
    fn ids_are_hierarchical() {
        let event = |id: &str| Event { severity: "ERROR".to_owned(), shape: "-".to_owned(), id: id.to_owned() };
        assert!(event("Model").is_met_by(&event("Model")));
        assert!(event("Model").is_met_by(&event("Model.UnresolvedTrait")));
        assert!(!event("Model").is_met_by(&event("Models")));
        assert!(!event("Model.UnresolvedTrait").is_met_by(&event("Model")));
    }
}
