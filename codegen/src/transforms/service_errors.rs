//! In: a service with errors of its own. Out: operations that list them.
//! Exists because lowering looks at operations only.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model};

pub(super) const PASS: Pass = Pass { run };

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    let Some(service) = model.shape(&scope.service) else { return };
    let Kind::Service(facts) = &service.kind else { return };
    let errors = facts.errors.clone();
    let operations: Vec<_> = model.operations_of(service).iter().map(|shape| shape.id.clone()).collect();
    for id in operations {
        if let Some(Kind::Operation(operation)) = model.shapes.get_mut(&id).map(|shape| &mut shape.kind) {
            for error in &errors {
                if !operation.errors.contains(error) {
                    operation.errors.push(error.clone());
                }
            }
        }
    }
}
