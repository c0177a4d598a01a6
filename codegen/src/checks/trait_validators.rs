//! The validators in `@traitValidators` of a trait hold where the trait is
//! applied (Smithy 2.0, "Constraining traits with validators").

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Model, Node, Shape, Traits};
use crate::selectors::{members_of, Graph, Selector, Subject};

use super::trait_target::short;
use super::{own_shapes, Check, Report, Stops};

/// What an author asks of the users of a trait is not a matter of clients.
pub(super) const CHECK: Check = Check { id: "TraitValidators", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let defining = model.shapes().filter_map(|shape| Some((shape.id.as_str(), validators_of(shape)?)));
    let validators: BTreeMap<&str, Vec<Validator<'_>>> = defining.collect();
    own_shapes(model).for_each(|shape| check_keys(shape, report));
    if validators.is_empty() {
        return;
    }
    let graph = Graph::new(model);
    for shape in own_shapes(model) {
        let members = members_of(shape).iter().map(|member| Subject::Member(shape, member));
        for subject in std::iter::once(Subject::Shape(shape)).chain(members) {
            for (id, node) in subject.traits().iter() {
                for validator in validators.get(id.as_str()).into_iter().flatten() {
                    check(&graph, subject, id.as_str(), node, validator, report);
                }
            }
        }
    }
}

struct Validator<'m> {
    id: &'m str,
    selector: Selector,
    message: Option<&'m str>,
    severity: Severity,
}

/// None if there are none, or if one is wrong: that is reported once, at the
/// definition.
fn validators_of(definition: &Shape) -> Option<Vec<Validator<'_>>> {
    let validators = entries(&definition.traits)?;
    let are_in_order = validators.iter().all(|(id, _)| is_event_id(id));
    are_in_order.then(|| validators.iter().filter_map(|(id, node)| Validator::read(id, node)).collect())
}

impl<'m> Validator<'m> {
    fn read(id: &'m str, node: &'m Node) -> Option<Self> {
        let severity = match node.get("severity").and_then(Node::as_str) {
            Some("NOTE") => Severity::Note,
            Some("WARNING") => Severity::Warning,
            Some("DANGER") => Severity::Danger,
            _ => Severity::Error,
        };
        let selector = Selector::parse(node.get("selector").and_then(Node::as_str)?).ok()?;
        Some(Self { id, selector, message: node.get("message").and_then(Node::as_str), severity })
    }
}

fn entries(traits: &Traits) -> Option<&[(String, Node)]> {
    traits.get(ids::TRAIT_VALIDATORS)?.as_object()
}

/// An event id is made of names and dots, as namespaces are.
fn is_event_id(id: &str) -> bool {
    id.split('.').all(crate::model::is_identifier)
}

fn check_keys(shape: &Shape, report: &mut Report<'_>) {
    for (id, node) in entries(&shape.traits).unwrap_or_default() {
        if !is_event_id(id) {
            let message =
                format!("`{id}` in `@traitValidators` is not an event id, which consists of names separated by dots");
            let help = format!("write an id such as `{}.NoStreams`", shape.id.namespace());
            report.error(&shape.id, node.span, message).help(help);
        }
    }
}

fn check(
    graph: &Graph<'_>,
    applied_to: Subject<'_>,
    trait_id: &str,
    node: &Node,
    validator: &Validator<'_>,
    report: &mut Report<'_>,
) {
    // Too expensive for its model, it finds nothing.
    let found = validator.selector.select_from(graph, &[applied_to]).unwrap_or_default();
    for subject in found {
        let is_builtin = subject.shape().is_builtin();
        if is_builtin && validator.severity != Severity::Error {
            continue;
        }
        let reason = validator.message.map_or(String::new(), |message| format!(": {message}"));
        let (trait_name, place) = (short(trait_id), applied_to.id());
        let message = format!("`{}` is not allowed by trait `{trait_name}` of `{place}`{reason}", subject.id());
        let span = if is_builtin { node.span } else { subject.span() };
        report.event_as(validator.id.to_owned(), validator.severity, subject.id(), span, message);
    }
}
