//! In: the table of a service. Out: whether its clients need an `endpoint_url`, because no
//! other answer of the table is an endpoint.

use std::collections::BTreeSet;

use crate::ir::endpoint::{Endpoint, Expr, Outcome, ParameterSource};

/// Whether no endpoint is found where the setting `endpoint_url` has no value.
pub(in crate::lower) fn is_unknown(endpoint: &Endpoint) -> bool {
    let mut seen = BTreeSet::new();
    let mut targets = vec![0];
    while let Some(target) = targets.pop() {
        if !seen.insert(target) {
            continue;
        }
        match outcome(endpoint, target) {
            Some(Outcome::Endpoint(_)) => return false,
            Some(Outcome::Error(_)) => continue,
            None => {}
        }
        let Some([condition, yes, no]) = usize::try_from(target).ok().and_then(|node| endpoint.rules.nodes.get(node))
        else {
            continue;
        };
        let condition = usize::try_from(*condition).ok().and_then(|index| endpoint.rules.conditions.get(index));
        match condition.and_then(|condition| without_url(endpoint, &condition.value)) {
            Some(true) => targets.push(*yes),
            Some(false) => targets.push(*no),
            None => targets.extend([*yes, *no]),
        }
    }
    true
}

/// A target below -1 is a result; see the runtime's `endpoint::rules`.
fn outcome(endpoint: &Endpoint, target: i32) -> Option<&Outcome> {
    let result = usize::try_from(-2 - i64::from(target)).ok()?;
    endpoint.rules.results.get(result)
}

/// Whether a condition holds where the setting has no value, if that decides it.
fn without_url(endpoint: &Endpoint, condition: &Expr) -> Option<bool> {
    match condition {
        Expr::Set(value) => match &**value {
            Expr::Slot(slot) => {
                let parameter = endpoint.parameters.get(*slot)?;
                let is_url = parameter.source == Some(ParameterSource::EndpointUrl) && parameter.default.is_none();
                is_url.then_some(false)
            }
            _ => None,
        },
        Expr::Not(value) => without_url(endpoint, value).map(|holds| !holds),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::usual;
    use super::*;
    use crate::ir::endpoint::{Condition, ParameterValue, Target};

    fn fixed() -> Outcome {
        let url = Expr::Text("https://shop.example.com".into());
        Outcome::Endpoint(Target { url, schemes: Vec::new(), headers: Vec::new(), properties: Vec::new() })
    }

    #[test]
    fn only_what_is_found_without_the_setting_counts() {
        assert!(is_unknown(&usual::given()));
        assert!(!is_unknown(&usual::regional("shop")));
    }

    #[test]
    fn an_address_in_the_rules_is_enough() {
        let mut endpoint = usual::given();
        endpoint.rules.results[1] = fixed();
        assert!(!is_unknown(&endpoint));
        // The same where rules ask the other way round.
        endpoint.rules.conditions[0].value = Expr::Not(Box::new(endpoint.rules.conditions[0].value.clone()));
        endpoint.rules.nodes[0] = [0, -3, -2];
        assert!(!is_unknown(&endpoint));
        endpoint.rules.nodes[0] = [0, -1, -3];
        assert!(is_unknown(&endpoint));
    }

    #[test]
    fn a_default_of_the_parameter_is_an_address() {
        let mut endpoint = usual::given();
        endpoint.parameters[0].default = Some(ParameterValue::Text("https://shop.example.com".into()));
        assert!(!is_unknown(&endpoint));
    }

    #[test]
    fn a_table_that_leads_in_a_circle_has_an_end() {
        let mut endpoint = usual::given();
        endpoint.rules.nodes = vec![[0, 0, 0], [0, 1, 7]];
        assert!(is_unknown(&endpoint));
        endpoint.rules.conditions = vec![Condition { value: Expr::Flag(true), assign: None }];
        assert!(is_unknown(&endpoint));
    }
}
