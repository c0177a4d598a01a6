//! The property `authSchemes` of an endpoint has the form of its schemes
//! (Smithy 2.0, "Endpoint authSchemes list property", and "AWS rules engine
//! library", which has `sigv4`, `sigv4a` and those that begin with `beta-`).

use std::collections::BTreeSet;

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::diagnostics::Severity;
use crate::endpoint_rules;
use crate::model::{Model, Node, Shape};
use crate::suggest;

use super::RULE_SET;

/// A client passes a scheme on as it is; lowering reports one that has no name.
pub(in crate::checks) const CHECK: Check = Check { id: "RuleSetAuthSchemes", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, RULE_SET) {
        let Some(rules) = node.get("rules") else { continue };
        for endpoint in endpoint_rules::endpoints(rules) {
            let schemes = endpoint.get("properties").and_then(|properties| properties.get("authSchemes"));
            schemes.into_iter().for_each(|schemes| check_schemes(service, schemes, report));
        }
    }
}

fn check_schemes(service: &Shape, schemes: &Node, report: &mut Report<'_>) {
    let Some(elements) = schemes.as_array() else {
        let message = format!("`authSchemes` is a list, not {}", schemes.value.describe());
        report.error(&service.id, schemes.span, message);
        return;
    };
    let mut seen = BTreeSet::new();
    for scheme in elements {
        if scheme.as_object().is_none() {
            let message = format!("an element of `authSchemes` is an object, not {}", scheme.value.describe());
            report.error(&service.id, scheme.span, message);
            continue;
        }
        let Some(name) = scheme.get("name").and_then(Node::as_str) else {
            let (place, message) = match scheme.get("name") {
                Some(name) => (name, format!("the `name` of a scheme is a string, not {}", name.value.describe())),
                None => (scheme, "a scheme has a `name`".to_owned()),
            };
            report.error(&service.id, place.span, message).help("\"name\": \"sigv4\"");
            continue;
        };
        if !seen.insert(name) {
            let message = format!("scheme `{name}` stands in `authSchemes` twice");
            report.error(&service.id, scheme.span, message);
        }
        check_scheme(service, name, scheme, report);
    }
}

/// What a property of a scheme is.
type Property = (&'static str, &'static str, fn(&Node) -> bool);

const SIGNING_NAME: Property = ("signingName", "a string", is_string);
const SIGNING_REGION: Property = ("signingRegion", "a string", is_string);
const SIGNING_REGIONS: Property = ("signingRegionSet", "a list of strings, one at least", is_list);
const DOUBLE_ENCODING: Property = ("disableDoubleEncoding", "a boolean", is_boolean);
const NORMALIZE_PATH: Property = ("disableNormalizePath", "a boolean", is_boolean);

fn check_scheme(service: &Shape, name: &str, scheme: &Node, report: &mut Report<'_>) {
    let (known, required): (&[Property], Option<Property>) = match name {
        "sigv4" => (&[SIGNING_NAME, SIGNING_REGION, DOUBLE_ENCODING, NORMALIZE_PATH], None),
        "sigv4a" => (&[SIGNING_NAME, SIGNING_REGIONS, DOUBLE_ENCODING, NORMALIZE_PATH], Some(SIGNING_REGIONS)),
        // Such a scheme may have whatever it wants beside its name.
        name if name.starts_with("beta-") => (&[SIGNING_NAME], Some(SIGNING_NAME)),
        _ => {
            let message = format!("scheme `{name}` is none that is known here, so its properties are not checked");
            report.event(Severity::Warning, &service.id, scheme.span, message);
            return;
        }
    };
    if let Some((property, what, _)) = required.filter(|(property, ..)| scheme.get(property).is_none()) {
        report.error(&service.id, scheme.span, format!("scheme `{name}` has `{property}`, {what}"));
    }
    for (key, value) in scheme.as_object().unwrap_or_default() {
        match known.iter().find(|(property, ..)| property == key) {
            Some((_, what, is_right)) if !is_right(value) => {
                let found = value.as_array().map_or(value.value.describe(), |_: &[Node]| "this list");
                let message = format!("`{key}` of scheme `{name}` is {what}, not {found}");
                report.error(&service.id, value.span, message);
            }
            None if key != "name" && !name.starts_with("beta-") => {
                let names = || known.iter().map(|(property, ..)| *property);
                let near = suggest::list(&suggest::nearest_word(key, names()));
                let help =
                    near.map_or_else(|| format!("it has {}", quoted(names())), |near| format!("did you mean {near}?"));
                report.error(&service.id, value.span, format!("scheme `{name}` has no `{key}`")).help(help);
            }
            _ => {}
        }
    }
}

fn is_string(node: &Node) -> bool {
    node.as_str().is_some()
}

fn is_boolean(node: &Node) -> bool {
    node.as_bool().is_some()
}

fn is_list(node: &Node) -> bool {
    node.as_array().is_some_and(|elements| !elements.is_empty() && elements.iter().all(is_string))
}
