//! Test cases of rules get what they expect. Where the answer depends on the
//! partitions of AWS, which are not known here, nothing is said.

use crate::checks::Report;
use crate::diagnostics::{Audience, Severity};
use crate::endpoint_rules::{self, Answer, Failure, RuleSet, Value};
use crate::model::{Node, Shape};

use super::{members, test_cases};

/// Runs the test cases of the service; its rules are known to be well-formed.
pub(super) fn check(service: &Shape, rule_set: &RuleSet<'_>, report: &mut Report<'_>) {
    for case in test_cases(service) {
        if let Some(message) = failure(rule_set, case) {
            let event = report.event_as("RuleSetTestCase", Severity::Error, &service.id, case.span, message);
            // A client follows the rules, whatever their author expects of them.
            event.audience(Audience::Author);
        }
    }
}

/// Why the case fails; None if it does not, or if that is not known.
fn failure(rule_set: &RuleSet<'_>, case: &Node) -> Option<String> {
    let expected = case.get("expect")?;
    let answer = match endpoint_rules::evaluate(rule_set, members(case, "params")) {
        Ok(answer) => answer,
        Err(Failure::Undecided) => return None,
        Err(Failure::Mistake(message)) => return Some(format!("the rules have no answer to this: {message}")),
    };
    match (answer, expected.get("endpoint"), expected.get("error")) {
        (Answer::Endpoint { url, headers, properties }, Some(endpoint), _) => {
            let wanted = endpoint.get("url").map(Value::of)?;
            let given = shown(&url);
            if url.same(&wanted) == Some(false) {
                return Some(format!("the rules give {given}, expected {}", shown(&wanted)));
            }
            let headers = headers.into_iter().map(|(name, values)| (name, Value::Array(values))).collect();
            let differs = |given: Value<'_>, name: &str| {
                let wanted = Value::Record(
                    members(endpoint, name).iter().map(|(key, node)| (key.as_str(), Value::of(node))).collect(),
                );
                given.same(&wanted) == Some(false)
            };
            if differs(Value::Record(headers), "headers") {
                return Some(format!("the rules give {given} with other headers than expected"));
            }
            differs(Value::Record(properties), "properties")
                .then(|| format!("the rules give {given} with other properties than expected"))
        }
        (Answer::Error(given), _, Some(wanted)) => {
            let wanted = Value::of(wanted);
            let differs = given.same(&wanted) == Some(false);
            differs.then(|| format!("the rules end in the error {}, expected {}", shown(&given), shown(&wanted)))
        }
        (Answer::Endpoint { url, .. }, None, Some(_)) => {
            Some(format!("the rules give {}, expected an error", shown(&url)))
        }
        (Answer::Error(error), Some(_), None) => {
            Some(format!("the rules end in the error {}, expected an endpoint", shown(&error)))
        }
        _ => None,
    }
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        _ => "an endpoint".to_owned(),
    }
}
