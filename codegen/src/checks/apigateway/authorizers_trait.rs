//! The schemes of authorizers are authentication schemes of the service
//! (Smithy 2.0, "aws.apigateway#authorizers trait").

use crate::checks::{own_with, quoted, Check, Report, Stops};
use crate::model::{ids, Model, Node, Shape};

/// A client does not depend on how API Gateway is set up.
pub(in crate::checks) const CHECK: Check = Check { id: "AuthorizersTrait", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for (service, node) in own_with(model, ids::AUTHORIZERS) {
        let schemes = schemes_of(model, service);
        let wrong: Vec<(&str, &Node, &str)> = node
            .as_object()
            .unwrap_or_default()
            .iter()
            .filter_map(|(name, authorizer)| {
                let scheme = authorizer.get("scheme")?;
                Some((name.as_str(), scheme, scheme.as_str()?))
            })
            .filter(|(.., scheme)| !schemes.contains(scheme))
            .collect();
        if let Some((_, place, _)) = wrong.first() {
            let which: Vec<String> = wrong.iter().map(|(name, _, scheme)| format!("`{scheme}` of `{name}`")).collect();
            let message = format!("not an authentication scheme of the service: {}", which.join(", "));
            let known = quoted(schemes.iter().copied());
            let event = report.error(&service.id, place.span, message);
            event.help = (!known.is_empty()).then(|| format!("the service has {known}"));
        }
    }
}

/// The traits of the service that are authentication schemes.
fn schemes_of<'m>(model: &'m Model, service: &'m Shape) -> Vec<&'m str> {
    let is_scheme = |id: &&crate::model::ShapeId| {
        model.shape(id).is_some_and(|definition| definition.has_trait(ids::AUTH_DEFINITION))
    };
    service.traits.iter().map(|(id, _)| id).filter(is_scheme).map(|id| id.as_str()).collect()
}
