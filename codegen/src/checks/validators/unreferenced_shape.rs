//! The validator UnreferencedShape: every shape is connected to one of the
//! roots, by default to a service. Definitions of traits are used by traits, and
//! ids in the values of traits connect as well.

use crate::diagnostics::Severity;
use crate::metadata::Problem;
use crate::model::{ids, Kind, Member, Model, Node, Shape, ShapeId, Value};
use crate::selectors::{Graph, Selector, Subject};

use super::definition::{Definition, Finding};

const ROOTS: &str = "rootShapeSelector";

pub(super) fn find<'m>(graph: &Graph<'m>, definition: &Definition<'_, 'm>) -> Result<Vec<Finding<'m>>, Problem> {
    let members = definition.configuration.and_then(Node::as_object).unwrap_or_default();
    if let Some((name, node)) = members.iter().find(|(name, _)| name != ROOTS) {
        let mut problem = Problem::new(node.span, format!("validator `UnreferencedShape` has no option `{name}`"));
        problem.help = Some(format!("its only option is `{ROOTS}`"));
        return Err(problem);
    }
    let (text, selected) = match super::selector_of(definition, ROOTS)? {
        None => ("service", Selector::parse("service").and_then(|selector| selector.select(graph)).unwrap_or_default()),
        Some((selector, node)) => {
            let selected = selector.select(graph).map_err(|error| Problem::of_selector(node, error))?;
            (node.as_str().unwrap_or_default(), selected)
        }
    };
    let model = graph.model();
    let traits = model.shapes().filter(|shape| shape.has_trait(ids::TRAIT)).map(Subject::Shape);
    let connected = graph.connected(selected.into_iter().chain(traits), &mut |subject, add| {
        for (id, node) in subject.traits().iter() {
            if let Some(definition) = model.shape(id) {
                for_each_id(model, node, definition, None, add);
            }
        }
    });
    let is_unreferenced = |shape: &&Shape| !shape.is_builtin() && !connected(Subject::Shape(shape));
    let finding = |shape: &'m Shape| Finding {
        severity: Severity::Note,
        subject: Some(Subject::Shape(shape)),
        span: shape.span,
        message: format!("`{}` is not connected to any of the shapes that `{text}` selects", shape.id.name()),
    };
    Ok(model.shapes().filter(is_unreferenced).map(finding).collect())
}

/// The ids in a value, where `@idRef` says that there are some. Nodes come from
/// readers that bound their depth, and so is this one's recursion.
fn for_each_id(model: &Model, node: &Node, shape: &Shape, member: Option<&Member>, add: &mut dyn FnMut(&ShapeId)) {
    let refers = shape.has_trait(ids::ID_REF) || member.is_some_and(|member| member.has_trait(ids::ID_REF));
    let mut enter = |name: &str, node: &Node| {
        let member = shape.member(name);
        if let Some((member, target)) = member.and_then(|member| Some((member, model.target(member)?))) {
            for_each_id(model, node, target, Some(member), add);
        }
    };
    match (&node.value, &shape.kind) {
        (Value::String(id), _) if refers => {
            // Ids in the built-in definitions may leave out their namespace.
            if let Some((id, _)) = model.shapes.get_key_value(id.as_str()) {
                add(id);
            }
        }
        (Value::Array(elements), Kind::List) => elements.iter().for_each(|element| enter("member", element)),
        (Value::Object(members), Kind::Map) => {
            for (key, value) in members {
                enter("key", &Node { value: Value::String(key.clone()), span: value.span });
                enter("value", value);
            }
        }
        (Value::Object(members), Kind::Structure | Kind::Union) => {
            members.iter().for_each(|(name, value)| enter(name, value));
        }
        _ => {}
    }
}
