//! In: operations whose inputs and outputs have any name, are shared, or are
//! missing. Out: an input and an output of its own for each operation, named
//! after it, in the namespace `<service's>-synthetic`, which no model can have: names have
//! no hyphens, so nothing of a model is replaced, and no member targets one of these.

use super::{Pass, Scope};
use crate::diagnostics::Diagnostics;
use crate::model::{Kind, Model, Node, Shape, ShapeId, Value};

pub(super) const PASS: Pass = Pass { run };

/// Marks a clone; the value is the id of the shape that it was made from.
const ORIGINAL: &str = "whitesmith-synthetic#original";

/// The id of the shape that a synthetic input or output was made from.
pub(crate) fn original_id(shape: &Shape) -> Option<&str> {
    shape.traits.get(ORIGINAL)?.as_str()
}

fn run(model: &mut Model, scope: &Scope, _: &mut Diagnostics) {
    let Some(service) = model.shape(&scope.service) else { return };
    let operations: Vec<_> = model.operations_of(service).iter().map(|shape| shape.id.clone()).collect();
    for id in operations {
        let Some(Kind::Operation(operation)) = model.shape(&id).map(|shape| &shape.kind) else { continue };
        let (input, output) = (operation.input.clone(), operation.output.clone());
        let input = clone_as(model, &input, &id, "Input");
        let output = clone_as(model, &output, &id, "Output");
        if let Some(Kind::Operation(operation)) = model.shapes.get_mut(&id).map(|shape| &mut shape.kind) {
            operation.input = input;
            operation.output = output;
        }
    }
}

fn clone_as(model: &mut Model, original: &ShapeId, operation: &ShapeId, suffix: &str) -> ShapeId {
    let synthetic = ShapeId::new(format!("{}-synthetic#{}{suffix}", operation.namespace(), operation.name()));
    if *original == synthetic {
        return synthetic;
    }
    let Some(shape) = model.shape(original) else { return original.clone() };
    let mut shape = shape.clone();
    shape.kind = Kind::Structure;
    let value = Value::String(original.as_str().to_owned());
    shape.traits.insert(ShapeId::new(ORIGINAL), Node { value, span: shape.span });
    shape.id = synthetic.clone();
    model.shapes.insert(synthetic.clone(), shape);
    synthetic
}
