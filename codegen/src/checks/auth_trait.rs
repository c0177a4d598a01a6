//! `@auth` chooses among the authentication schemes of the service (Smithy 2.0,
//! "auth trait").

use std::collections::BTreeMap;

use crate::diagnostics::Severity;
use crate::model::{ids, Kind, Model, Node, Shape};

use super::trait_target::short;
use super::{own_shapes, quoted, Check, Report, Stops};

pub(super) const CHECK: Check = Check { id: "AuthTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for service in own_shapes(model).filter(|shape| matches!(shape.kind, Kind::Service(_))) {
        let schemes = schemes_of(model, service);
        check(service, service, &schemes, report);
        for operation in model.operations_of(service) {
            check(service, operation, &schemes, report);
        }
    }
}

/// The traits of a service that define how to authenticate, by their ids.
pub(super) fn schemes_of<'m>(model: &Model, service: &'m Shape) -> BTreeMap<&'m str, &'m Node> {
    let is_scheme = |id| model.shape(id).is_some_and(|definition| definition.has_trait(ids::AUTH_DEFINITION));
    service.traits.iter().filter(|(id, _)| is_scheme(id)).map(|(id, node)| (id.as_str(), node)).collect()
}

fn check(service: &Shape, shape: &Shape, schemes: &BTreeMap<&str, &Node>, report: &mut Report<'_>) {
    let Some(node) = shape.traits.get(ids::AUTH) else { return };
    let chosen = node.as_array().unwrap_or_default().iter();
    let lacks = |id: &str| match id.contains('#') {
        true => !schemes.contains_key(id),
        false => !schemes.contains_key(format!("smithy.api#{id}").as_str()),
    };
    let missing: Vec<&Node> = chosen.filter(|node| node.as_str().is_some_and(lacks)).collect();
    let Some(first) = missing.first() else { return };
    let names = quoted(missing.iter().filter_map(|node| node.as_str()).map(short));
    let message = format!("service `{}` has no authentication scheme {names}", service.id);
    let event = report.event(Severity::Danger, &shape.id, first.span, message);
    event.help(match schemes.is_empty() {
        true => "put the trait of the scheme on the service".to_owned(),
        false => format!("the service has {}", quoted(schemes.keys().map(|id| short(id)))),
    });
}
