//! The selectors in `@trait`, `@idRef` and `@traitValidators` can be read
//! (Smithy 2.0, "Selectors").

use crate::metadata::Problem;
use crate::model::{ids, Model, Node, Traits};
use crate::selectors::Selector;

use super::{own_shapes, Check, Report, Stops};

/// Where a trait may be applied changes nothing in what it does.
pub(super) const CHECK: Check = Check { id: "Model", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    for shape in own_shapes(model) {
        check(shape.id.as_str(), &shape.traits, report);
        for member in &shape.members {
            if member.has_trait(ids::ID_REF) {
                check(shape.id.with_member(&member.name).as_str(), &member.traits, report);
            }
        }
    }
}

fn check(shape: &str, traits: &Traits, report: &mut Report<'_>) {
    let own = [ids::TRAIT, ids::ID_REF].into_iter().filter_map(|id| traits.get(id)?.get("selector"));
    let validators = traits.get(ids::TRAIT_VALIDATORS).and_then(Node::as_object).unwrap_or_default();
    let of_validators = validators.iter().filter_map(|(_, validator)| validator.get("selector"));
    for node in own.chain(of_validators) {
        // What is not text is reported as a value of the wrong type.
        let Some(Err(error)) = node.as_str().map(Selector::parse) else { continue };
        let Problem { severity, span, message, help } = Problem::of_selector(node, error);
        report.event(severity, shape, span, message).help = help;
    }
}
