//! Traits are applied to what their selector selects (Smithy 2.0, "Selectors").

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::model::{ids, Model, Node, Traits};
use crate::selectors::{describe, members_of, Graph, Query, Subject};
use crate::traits::audience_of;

use super::{own_shapes, place_of_trait, Check, Report, Stops};

/// Where a trait without effect is applied has none either.
pub(super) const CHECK: Check = Check { id: "TraitTarget", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let graph = Graph::new(model);
    // None where a selector is wrong, which is the mistake of the definition.
    let mut queries: Queries<'_, '_> = BTreeMap::new();
    for shape in own_shapes(model) {
        check(&graph, Subject::Shape(shape), &shape.traits, shape.span, &mut queries, report);
        for member in members_of(shape) {
            check(&graph, Subject::Member(shape, member), &member.traits, member.span, &mut queries, report);
        }
    }
}

/// By their selectors, which many traits share.
type Queries<'g, 'm> = BTreeMap<&'m str, Option<Query<'g, 'm>>>;

fn check<'g, 'm>(
    graph: &'g Graph<'m>,
    subject: Subject<'m>,
    traits: &'m Traits,
    span: Span,
    queries: &mut Queries<'g, 'm>,
    report: &mut Report<'_>,
) {
    let model = graph.model();
    // What the name leads to is needed to judge; that it is missing is known.
    if matches!(subject, Subject::Member(_, member) if model.target(member).is_none()) {
        return;
    }
    for (id, _) in traits.iter() {
        if model.shape(id).is_some_and(|definition| definition.has_trait(ids::MIXIN)) {
            let message = format!("trait `{id}` is a mixin and cannot be applied to `{}`", subject.id());
            let event = report.error(subject.id(), place_of_trait(traits, id, span), message);
            event.audience(audience_of(id.as_str()));
        }
        let Some(selector) = selector_of(model, id.as_str()) else { continue };
        let query = queries.entry(selector).or_insert_with(|| Query::new(graph, selector).ok());
        let Some(query) = query else { continue };
        if query.selects(subject) {
            continue;
        }
        let shape = subject.id();
        let message = format!("trait `{}` cannot be applied to `{shape}`", short(id.as_str()));
        let span = place_of_trait(traits, id, span);
        let lacks_required = selector.contains("[trait|required]")
            && matches!(subject, Subject::Member(_, member) if !member.has_trait(ids::REQUIRED));
        let help = match lacks_required {
            true if short(id.as_str()) == "httpLabel" => "a label must be `@required`: @required @httpLabel".to_owned(),
            true => "@required".to_owned(),
            false => match describe(query.selector()) {
                Some(phrase) => format!("`@{}` can be applied to {phrase}", short(id.as_str())),
                None => format!("`@{}` can be applied to what the selector `{selector}` selects", short(id.as_str())),
            },
        };
        report.error(shape, span, message).help(help).audience(audience_of(id.as_str()));
    }
}

/// The selector of a trait's definition.
fn selector_of<'m>(model: &'m Model, trait_id: &str) -> Option<&'m str> {
    let definition = model.shapes.get(trait_id)?;
    definition.traits.get(ids::TRAIT)?.get("selector").and_then(Node::as_str)
}

/// The id as it may be written where the prelude is in scope.
pub(super) fn short(id: &str) -> &str {
    id.strip_prefix("smithy.api#").unwrap_or(id)
}
