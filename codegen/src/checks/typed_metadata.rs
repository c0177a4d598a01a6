//! The value of a key of the metadata is a value of the shape that says
//! `@metadata` with this key.

use crate::model::Model;
use crate::values::Checker;

use super::metadata_trait::types_by_key;
use super::{Check, Report, Stops};

/// Metadata is for tools.
pub(super) const CHECK: Check = Check { id: "TypedMetadata", stops: Stops::Never, run };

fn run(model: &Model, report: &mut Report<'_>) {
    let mut checker = Checker::new(model, report.suggestions);
    for (key, shapes) in types_by_key(model) {
        // Of several types none is right, which is reported.
        let ([(shape, _)], Some(node)) = (shapes.as_slice(), model.metadata.get(key)) else { continue };
        for misfit in checker.check_shape(node, shape) {
            let message = format!("metadata `{key}`: {}", misfit.message);
            report.global(format!("TypedMetadata.{key}"), misfit.severity, misfit.span, message).help = misfit.help;
        }
    }
}
