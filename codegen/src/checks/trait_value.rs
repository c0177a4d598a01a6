//! The values of traits are values of the shapes that define them.

use crate::diagnostics::{Severity, Span};
use crate::model::{ids, Model, Node, Traits, Value};
use crate::traits::audience_of;
use crate::values::{Checker, Misfit, Rule};

use super::trait_target::short;
use super::{own_shapes, place_of_trait, Check, Report, Stops};

/// The value of a trait without effect has none either.
pub(super) const CHECK: Check = Check { id: "TraitValue", stops: Stops::Partly, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model, report.suggestions);
    for shape in own_shapes(model) {
        check(model, &mut checker, shape.id.as_str(), &shape.traits, shape.span, report);
        for member in &shape.members {
            if !member.traits.is_empty() {
                let id = shape.id.with_member(&member.name);
                check(model, &mut checker, id.as_str(), &member.traits, member.span, report);
            }
        }
    }
}

fn check<'m>(
    model: &'m Model,
    checker: &mut Checker<'m>,
    shape: &str,
    traits: &'m Traits,
    span: Span,
    report: &mut Report<'_>,
) {
    for (id, node) in traits.iter() {
        let Some(definition) = model.shape(id) else { continue };
        if !definition.has_trait(ids::TRAIT) {
            // It is the shape that lacks something, wherever that shows.
            let message = format!("`{id}` is not a trait and cannot be applied to `{shape}`");
            let place = place_of_trait(traits, id, span);
            let event = report.event_as("Model", Severity::Error, id, place, message);
            event.help(format!("put `@trait` on `{id}`")).audience(audience_of(id.as_str()));
            continue;
        }
        // Most traits are documentation, which any text is.
        if id.as_str() == ids::DOCUMENTATION {
            continue;
        }
        for misfit in checker.check_shape(node, definition) {
            if !(definition.is_builtin() && is_unreadable(id.as_str(), &misfit)) {
                let place = if misfit.span.source == u32::MAX { span } else { misfit.span };
                // A value that its trait cannot be read from does not have to fit its shape.
                if report.is_refused(place) {
                    continue;
                }
                let (event_id, severity, about) = (misfit.event_id("TraitValue"), misfit.severity, misfit.about());
                let (message, help) = words_of(traits, id.as_str(), node, misfit);
                let event = report.event_as(event_id, severity, shape, place, message);
                event.about(about).help = help;
                if severity == Severity::Error {
                    event.audience(audience_of(id.as_str()));
                }
            }
        }
    }
}

/// Message and help. What replaces a value that was left out has the place
/// of the trait: nobody wrote that null.
pub(super) fn words_of(traits: &Traits, trait_id: &str, node: &Node, misfit: Misfit) -> (String, Option<String>) {
    let name = short(trait_id);
    if matches!(node.value, Value::Null) && traits.place_of(trait_id) == node.span {
        return (format!("trait `{name}` needs a value"), Some(format!("@{name}(..)")));
    }
    (format!("trait `{name}`: {}", misfit.message), misfit.help)
}

/// Whether somebody who knows a built-in trait could not even read its value,
/// which is more than a wrong value: see `trait_syntax`.
pub(super) fn is_unreadable(trait_id: &str, misfit: &Misfit) -> bool {
    match misfit.rule {
        Rule::Type | Rule::Missing => true,
        Rule::Enum => trait_id != ids::TIMESTAMP_FORMAT,
        _ => false,
    }
}
