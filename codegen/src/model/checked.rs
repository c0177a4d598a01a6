//! In: a model that was sliced, and its service. Out: the same with look-ups that cannot
//! fail. Exists so that no stage after it has to say what it does where a shape is missing:
//! that is asked here, once.

use std::ops::Deref;

use super::ids::UNIT;
use super::{Kind, Member, Model, Operation, Shape, ShapeId};
use crate::diagnostics::{Diagnostics, Span};

/// A model in which each id that a shape names is one of a shape of the kind that belongs
/// there. The checks of the loader say so with better words; this is the proof.
#[derive(Debug, Clone)]
pub(crate) struct Checked<'m> {
    model: &'m Model,
    pub(crate) service: &'m Shape,
    /// By id.
    pub(crate) operations: Vec<OperationShapes<'m>>,
}

/// An operation with its messages.
#[derive(Debug, Clone)]
pub(crate) struct OperationShapes<'m> {
    pub(crate) shape: &'m Shape,
    pub(crate) input: &'m Shape,
    pub(crate) output: &'m Shape,
    pub(crate) errors: Vec<&'m Shape>,
}

impl<'m> Checked<'m> {
    /// None after an error was reported.
    pub(crate) fn of(model: &'m Model, service: &ShapeId, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut missing = Missing { model, diagnostics, is_whole: true };
        for shape in model.shapes() {
            missing.look_at(shape);
        }
        let service = missing.find(service, service, Span::default(), |kind| matches!(kind, Kind::Service(_)))?;
        let shapes = model.operations_of(service);
        let operations = shapes.into_iter().map(|shape| missing.call(shape)).collect::<Option<_>>()?;
        missing.is_whole.then_some(Self { model, service, operations })
    }

    /// All shapes, in the order of the sources.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'m Shape> {
        self.model.shapes()
    }

    /// The shape of an id that another shape names.
    pub(crate) fn shape(&self, id: &ShapeId) -> &'m Shape {
        self.model.shape(id).expect("`of` looked for each id that a shape of the model names")
    }

    /// The shape that a member targets.
    pub(crate) fn target(&self, member: &Member) -> &'m Shape {
        self.shape(&member.target)
    }

    /// The member of a list.
    pub(crate) fn element(&self, list: &'m Shape) -> &'m Member {
        list.member("member").expect("`of` looked for the member of each list")
    }

    /// The key and the value of a map.
    pub(crate) fn entry(&self, map: &'m Shape) -> (&'m Member, &'m Member) {
        let member = |name| map.member(name).expect("`of` looked for the key and the value of each map");
        (member("key"), member("value"))
    }
}

impl Deref for Checked<'_> {
    type Target = Model;

    fn deref(&self) -> &Model {
        self.model
    }
}

/// Reports what is missing.
struct Missing<'m, 'd> {
    model: &'m Model,
    diagnostics: &'d mut Diagnostics,
    is_whole: bool,
}

impl<'m> Missing<'m, '_> {
    fn look_at(&mut self, shape: &Shape) {
        for member in &shape.members {
            let found = self.find(&shape.id, &member.target, member.target_span, |kind| {
                !matches!(kind, Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_))
            });
            if !may_target_unit(&shape.kind) && found.is_some_and(|target| target.id.as_str() == UNIT) {
                let message = format!("`{}` targets `{UNIT}`, which only a union may", shape.id);
                self.report(&shape.id, member.target_span, message);
            }
        }
        let names: &[&str] = match shape.kind {
            Kind::List => &["member"],
            Kind::Map => &["key", "value"],
            _ => &[],
        };
        for name in names.iter().filter(|name| shape.member(name).is_none()) {
            self.report(&shape.id, shape.span, format!("`{}` does not have the member `{name}`", shape.id));
        }
    }

    fn call(&mut self, shape: &'m Shape) -> Option<OperationShapes<'m>> {
        let Kind::Operation(operation) = &shape.kind else {
            self.report(&shape.id, shape.span, format!("`{}` is not an operation", shape.id));
            return None;
        };
        let Operation { input, output, errors, .. } = &**operation;
        let mut structure = |id| self.find(&shape.id, id, shape.span, |kind| *kind == Kind::Structure);
        Some(OperationShapes {
            shape,
            input: structure(input)?,
            output: structure(output)?,
            errors: errors.iter().map(structure).collect::<Option<_>>()?,
        })
    }

    fn find(&mut self, by: &ShapeId, id: &ShapeId, span: Span, fits: fn(&Kind) -> bool) -> Option<&'m Shape> {
        let found = self.model.shape(id).filter(|shape| fits(&shape.kind));
        if found.is_none() {
            self.report(by, span, format!("`{by}` names `{id}`, which is not a shape of the kind that belongs there"));
        }
        found
    }

    fn report(&mut self, id: &ShapeId, span: Span, message: String) {
        self.is_whole = false;
        self.diagnostics.error("Whitesmith.MissingShape", span, message).shape(id.as_str());
    }
}

/// A value of an enum has nothing but a name.
fn may_target_unit(kind: &Kind) -> bool {
    matches!(kind, Kind::Union | Kind::Enum | Kind::IntEnum | Kind::String)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load, LoadOptions, Sources};

    /// What the loader reports, and would be lowered to something else if nobody looked.
    #[test]
    fn what_is_missing_is_reported() {
        let broken = [
            (
                "structure I { a: Missing }",
                "`a#I` names `a#Missing`, which is not a shape of the kind that belongs there",
            ),
            ("structure I { a: S }", "`a#I` names `a#S`, which is not a shape of the kind that belongs there"),
            ("structure I { a: L } list L {}", "`a#L` does not have the member `member`"),
            ("structure I { a: Unit }", "`a#I` targets `smithy.api#Unit`, which only a union may"),
            ("string I", "`a#O` names `a#I`, which is not a shape of the kind that belongs there"),
        ];
        for (statements, expected) in broken {
            let mut sources = Sources::new();
            let service = "service S { operations: [O] } operation O { input: I }";
            sources.add(
                "a.smithy",
                format!("$version: \"2.0\"\nnamespace a\n{service}\n{statements}\n").replace("} ", "}\n"),
            );
            let (model, _) = load(&sources, &LoadOptions::default());
            let mut diagnostics = Diagnostics::new();
            assert!(Checked::of(&model, &ShapeId::new("a#S"), &mut diagnostics).is_none(), "{statements}");
            let messages: Vec<&str> = diagnostics.iter().map(|event| event.message.as_str()).collect();
            assert!(messages.contains(&expected), "{statements}: {messages:?}");
        }
    }
}
