//! In: the steps of a selector and the subjects to begin with. Out: the
//! subjects that are left at its end.

use std::collections::BTreeSet;

use crate::model::{Kind, Model, Node, ShapeId, Value};

use super::{Comparator, Selector, Step, Subject};

/// Whether the subject is selected, as far as it and its container tell. None
/// if the selector walks to the subject from further away.
pub(super) fn selects_alone<'m>(model: &'m Model, selector: &Selector, subject: Subject<'m>) -> Option<bool> {
    let walks: Vec<usize> = (0..selector.steps.len())
        .filter(|index| matches!(selector.steps[*index], Step::Neighbors(_) | Step::Reachable))
        .collect();
    match (walks.as_slice(), subject) {
        ([], _) => filters_select(model, &selector.steps, subject),
        // `container > member`
        ([index], Subject::Member(shape, _)) => {
            let is_plain = matches!(&selector.steps[*index], Step::Neighbors(names) if names.is_empty());
            if !is_plain || leads_to_targets(&selector.steps[..*index]) {
                return None;
            }
            let from_container = filters_select(model, &selector.steps[..*index], Subject::Shape(shape))?;
            Some(from_container && filters_select(model, &selector.steps[*index + 1..], subject)?)
        }
        _ => None,
    }
}

/// Whether `>` after these steps goes from a member to its target.
fn leads_to_targets(steps: &[Step]) -> bool {
    !matches!(steps.first(), Some(Step::Type(name)) if matches!(name.as_str(), "structure" | "union" | "list" | "map" | "enum" | "intEnum"))
        && !matches!(steps.first(), Some(Step::Is(_)))
}

/// Steps without a walk: each of them keeps the subject or not.
fn filters_select<'m>(model: &'m Model, steps: &[Step], subject: Subject<'m>) -> Option<bool> {
    for (index, step) in steps.iter().enumerate() {
        let keeps = match step {
            Step::Is(branches) if index == 0 => {
                let mut any = false;
                for branch in branches {
                    any |= selects_alone(model, branch, subject)?;
                }
                any
            }
            step => run_step(model, step, vec![subject]).iter().any(|found| found.key() == subject.key()),
        };
        if !keeps {
            return Some(false);
        }
    }
    Some(true)
}

/// Everything that the selector selects.
pub(super) fn select_all<'m>(model: &'m Model, selector: &Selector) -> Vec<Subject<'m>> {
    let shapes = model.shapes();
    let all = shapes.flat_map(|shape| {
        let members = shape.members.iter().map(move |member| Subject::Member(shape, member));
        std::iter::once(Subject::Shape(shape)).chain(members)
    });
    run(model, selector, all.collect())
}

fn run<'m>(model: &'m Model, selector: &Selector, subjects: Vec<Subject<'m>>) -> Vec<Subject<'m>> {
    selector.steps.iter().fold(subjects, |subjects, step| match subjects.is_empty() {
        true => subjects,
        false => run_step(model, step, subjects),
    })
}

fn run_step<'m>(model: &'m Model, step: &Step, subjects: Vec<Subject<'m>>) -> Vec<Subject<'m>> {
    let any = |selectors: &[Selector], subject: &Subject<'m>| {
        selectors.iter().any(|selector| !run(model, selector, vec![*subject]).is_empty())
    };
    match step {
        Step::Type(name) => subjects.into_iter().filter(|subject| is_of_type(*subject, name)).collect(),
        Step::Attribute { path, comparator, values } => {
            subjects.into_iter().filter(|subject| attribute_matches(*subject, path, *comparator, values)).collect()
        }
        Step::Is(selectors) => {
            let found = selectors.iter().flat_map(|selector| run(model, selector, subjects.clone()));
            unique(found)
        }
        Step::Test(selectors) => subjects.into_iter().filter(|subject| any(selectors, subject)).collect(),
        Step::Not(selectors) => subjects.into_iter().filter(|subject| !any(selectors, subject)).collect(),
        Step::Neighbors(names) => unique(subjects.into_iter().flat_map(|subject| neighbors(model, subject, names))),
        Step::Reachable => reachable(model, subjects),
    }
}

fn unique<'m>(subjects: impl Iterator<Item = Subject<'m>>) -> Vec<Subject<'m>> {
    let mut seen = BTreeSet::new();
    subjects.filter(|subject| seen.insert(subject.key())).collect()
}

fn reachable<'m>(model: &'m Model, subjects: Vec<Subject<'m>>) -> Vec<Subject<'m>> {
    let mut seen: BTreeSet<_> = BTreeSet::new();
    let mut found = Vec::new();
    let mut pending: Vec<Subject<'m>> = subjects;
    while let Some(subject) = pending.pop() {
        for neighbor in neighbors(model, subject, &[]) {
            if seen.insert(neighbor.key()) {
                found.push(neighbor);
                pending.push(neighbor);
            }
        }
    }
    found
}

/// Where the relationships of these names lead; without names, all of them.
fn neighbors<'m>(model: &'m Model, subject: Subject<'m>, names: &[String]) -> Vec<Subject<'m>> {
    let wants = |name: &str| names.is_empty() || names.iter().any(|wanted| wanted == name);
    let mut found = Vec::new();
    let mut add = |name: &str, id: &ShapeId| {
        if wants(name) {
            found.extend(model.shape(id).map(Subject::Shape));
        }
    };
    let shape = match subject {
        Subject::Member(_, member) => {
            add("target", &member.target);
            return found;
        }
        Subject::Shape(shape) => shape,
    };
    match &shape.kind {
        Kind::Service(service) => {
            service.operations.iter().for_each(|id| add("operation", id));
            service.resources.iter().for_each(|id| add("resource", id));
            service.errors.iter().for_each(|id| add("error", id));
        }
        Kind::Operation(operation) => {
            add("input", &operation.input);
            add("output", &operation.output);
            operation.errors.iter().for_each(|id| add("error", id));
        }
        Kind::Resource(resource) => {
            resource.identifiers.values().for_each(|id| add("identifier", id));
            resource.properties.values().for_each(|id| add("property", id));
            resource.lifecycle.iter().for_each(|(name, id)| add(name, id));
            resource.operations.iter().for_each(|id| add("operation", id));
            resource.collection_operations.iter().for_each(|id| add("collectionOperation", id));
            resource.resources.iter().for_each(|id| add("resource", id));
        }
        _ if wants("member") => {
            found.extend(shape.members.iter().map(|member| Subject::Member(shape, member)));
        }
        _ => {}
    }
    found
}

fn is_of_type(subject: Subject<'_>, name: &str) -> bool {
    let Subject::Shape(shape) = subject else { return matches!(name, "member" | "*") };
    let kind = &shape.kind;
    match name {
        "*" => true,
        "simpleType" => is_simple(kind),
        "number" => is_number(kind),
        // An enum is a string and an intEnum an integer (Smithy 2.0, "Selectors").
        "string" => matches!(kind, Kind::String | Kind::Enum),
        "integer" => matches!(kind, Kind::Integer | Kind::IntEnum),
        "collection" => *kind == Kind::List,
        "dataType" => is_simple(kind) || matches!(kind, Kind::List | Kind::Map | Kind::Structure | Kind::Union),
        name => kind.keyword() == name,
    }
}

fn is_number(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Byte
            | Kind::Short
            | Kind::Integer
            | Kind::IntEnum
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::BigInteger
            | Kind::BigDecimal
    )
}

fn is_simple(kind: &Kind) -> bool {
    is_number(kind)
        || matches!(kind, Kind::Blob | Kind::Boolean | Kind::String | Kind::Enum | Kind::Timestamp | Kind::Document)
}

fn attribute_matches(subject: Subject<'_>, path: &[String], comparator: Option<Comparator>, values: &[String]) -> bool {
    let actual = attribute(subject, path);
    let Some(comparator) = comparator else { return actual.is_some() };
    let Some(actual) = actual else { return false };
    values.iter().any(|value| match comparator {
        Comparator::Equal => actual == *value,
        Comparator::NotEqual => actual != *value,
        Comparator::StartsWith => actual.starts_with(value.as_str()),
        Comparator::EndsWith => actual.ends_with(value.as_str()),
        Comparator::Contains => actual.contains(value.as_str()),
    })
}

/// The text of an attribute; empty for one that is there but is no scalar.
fn attribute(subject: Subject<'_>, path: &[String]) -> Option<String> {
    let (shape, member) = match subject {
        Subject::Shape(shape) => (shape, None),
        Subject::Member(shape, member) => (shape, Some(member)),
    };
    let parts: Vec<&str> = path.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["id"] => Some(match member {
            Some(member) => shape.id.with_member(&member.name).to_string(),
            None => shape.id.to_string(),
        }),
        ["id", "namespace"] => Some(shape.id.namespace().to_owned()),
        ["id", "name"] => Some(shape.id.name().to_owned()),
        ["id", "member"] => member.map(|member| member.name.clone()),
        ["service", "version"] => match &shape.kind {
            Kind::Service(service) => Some(service.version.clone()),
            _ => None,
        },
        ["trait", name, keys @ ..] => {
            let traits = member.map_or(&shape.traits, |member| &member.traits);
            let node = match name.contains('#') {
                true => traits.get(name),
                false => traits.get(&format!("smithy.api#{name}")),
            };
            keys.iter().try_fold(node?, |node, key| node.get(key)).map(text_of)
        }
        _ => None,
    }
}

fn text_of(node: &Node) -> String {
    match &node.value {
        Value::String(text) => text.clone(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => number.0.clone(),
        _ => String::new(),
    }
}
