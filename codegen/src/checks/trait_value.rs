//! The values of traits are values of the shapes that define them.

use crate::diagnostics::Span;
use crate::model::{Model, Traits};
use crate::values::{self, Rule};

use super::trait_target::short;
use super::{own_shapes, Report};

pub(super) fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(model, shape.id.as_str(), &shape.traits, shape.span, report);
        for member in &shape.members {
            if !member.traits.is_empty() {
                let id = shape.id.with_member(&member.name);
                check(model, id.as_str(), &member.traits, member.span, report);
            }
        }
    }
}

fn check(model: &Model, shape: &str, traits: &Traits, span: Span, report: &mut Report<'_>) {
    for (id, node) in traits.iter() {
        let Some(definition) = model.shape(id) else { continue };
        if !definition.has_trait("smithy.api#trait") {
            let message = format!("`{id}` is no trait");
            report.error(shape, node.span, message).help("@trait");
            continue;
        }
        for misfit in values::check_value(model, node, definition) {
            let place = if misfit.span.source == u32::MAX { span } else { misfit.span };
            let message = format!("trait `{}`: {}", short(id.as_str()), misfit.message);
            let id = match misfit.rule {
                Rule::Shape => "TraitValue",
                Rule::UnknownMember => "TraitValue.UnknownMember",
                Rule::Range | Rule::RangeByZero => "TraitValue.Member.InvalidRange",
            };
            report.event_as(id, misfit.severity, shape, place, message).help = misfit.help;
        }
    }
}
