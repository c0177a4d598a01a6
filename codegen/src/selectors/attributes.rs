//! In: a subject and a path such as `trait|tags|(values)`. Out: what it leads
//! to, compared or as text. Exists because selectors and the templates of
//! messages look into shapes in the same way.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::model::{Kind, Node, Service, ShapeId, Value};

use super::budget::{Budget, Exhausted};
use super::{Assertion, Comparison, Operand, Subject};

pub(super) type Path = Vec<String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparator {
    Equal,
    NotEqual,
    StartsWith,
    EndsWith,
    Contains,
    Exists,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    SetEqual,
    SetNotEqual,
    Subset,
    ProperSubset,
}

impl Comparator {
    /// By their tokens, longer ones before those that they begin with.
    pub(super) const ALL: [(&'static str, Self); 14] = [
        ("=", Self::Equal),
        ("!=", Self::NotEqual),
        ("^=", Self::StartsWith),
        ("$=", Self::EndsWith),
        ("*=", Self::Contains),
        ("?=", Self::Exists),
        (">=", Self::GreaterOrEqual),
        (">", Self::Greater),
        ("<=", Self::LessOrEqual),
        ("<", Self::Less),
        ("{=}", Self::SetEqual),
        ("{!=}", Self::SetNotEqual),
        ("{<<}", Self::ProperSubset),
        ("{<}", Self::Subset),
    ];
}

/// What a path leads to (Smithy 2.0, "Selectors", section "Attributes").
#[derive(Debug, Clone)]
pub(super) enum Attribute<'m> {
    /// What is not there.
    Empty,
    Text(Cow<'m, str>),
    /// The key of an object.
    Key(&'m str),
    Id(ShapeId),
    Node(&'m Node),
    Projection(Vec<Attribute<'m>>),
    Service(Subject<'m>, &'m Service),
    Traits(Subject<'m>),
    Subject(Subject<'m>),
    Variables,
}

/// Asked for the values of a variable.
pub(super) type Variables<'v, 'm> = &'v dyn Fn(&str) -> Vec<Subject<'m>>;

/// Whether `[path comparator values]` holds for the subject.
pub(super) fn matches<'m>(
    subject: Subject<'m>,
    path: &Path,
    comparison: Option<&Comparison>,
    variables: Variables<'_, 'm>,
    budget: &Budget,
) -> Result<bool, Exhausted> {
    let actual = Attribute::Subject(subject).follow(path, variables);
    let Some(Comparison { comparator, values, ignores_case }) = comparison else { return Ok(actual.is_present()) };
    for value in values {
        let expected = Attribute::Text(Cow::Borrowed(value));
        if compare(*comparator, &actual, &expected, *ignores_case, budget)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether all assertions hold for one of the values that the path leads to.
pub(super) fn matches_scoped<'m>(
    subject: Subject<'m>,
    path: &Path,
    assertions: &[Assertion],
    variables: Variables<'_, 'm>,
    budget: &Budget,
) -> Result<bool, Exhausted> {
    let scope = Attribute::Subject(subject).follow(path, variables);
    if !scope.is_present() {
        return Ok(false);
    }
    for value in scope.flattened() {
        if all_hold(value, assertions, variables, budget)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn all_hold<'m>(
    scope: &Attribute<'m>,
    assertions: &[Assertion],
    variables: Variables<'_, 'm>,
    budget: &Budget,
) -> Result<bool, Exhausted> {
    let resolve = |operand: &Operand| match operand {
        Operand::Text(text) => Attribute::Text(Cow::Owned(text.clone())),
        Operand::Path(path) => scope.clone().follow(path, variables),
    };
    for assertion in assertions {
        let left = resolve(&assertion.left);
        let mut holds = false;
        for right in &assertion.right {
            holds = holds || compare(assertion.comparator, &left, &resolve(right), assertion.ignores_case, budget)?;
        }
        if !holds {
            return Ok(false);
        }
    }
    Ok(true)
}

impl<'m> Attribute<'m> {
    pub(super) fn follow(self, path: &[String], variables: Variables<'_, 'm>) -> Self {
        let mut current = self;
        for key in path {
            if !current.is_present() {
                return Self::Empty;
            }
            current = current.property(key, variables);
        }
        current
    }

    fn is_present(&self) -> bool {
        match self {
            Self::Empty => false,
            Self::Node(node) => !matches!(node.value, Value::Null),
            Self::Projection(values) => !values.is_empty(),
            _ => true,
        }
    }

    fn property(&self, key: &str, variables: Variables<'_, 'm>) -> Self {
        match self {
            Self::Empty => Self::Empty,
            Self::Text(text) => Self::length(key, text),
            Self::Key(text) => Self::length(key, text),
            Self::Id(id) => Self::of_id(id, key),
            Self::Node(node) => Self::of_node(node, key),
            Self::Projection(values) if key == "(first)" => {
                values.iter().flat_map(Self::flattened).next().cloned().unwrap_or(Self::Empty)
            }
            Self::Projection(values) => {
                let nested = values.iter().map(|value| value.property(key, variables));
                Self::Projection(nested.filter(Self::is_present).collect())
            }
            Self::Service(subject, service) => match key {
                "id" => Self::Id(subject.id()),
                "version" => Self::Text(Cow::Borrowed(&service.version)),
                _ => Self::Empty,
            },
            Self::Traits(subject) => Self::of_traits(*subject, key),
            Self::Subject(subject) => match (key, &subject.shape().kind) {
                ("id", _) => Self::Id(subject.id()),
                ("trait", _) => Self::Traits(*subject),
                ("var", _) => Self::Variables,
                ("service", Kind::Service(service)) => Self::Service(*subject, service),
                _ => Self::Empty,
            },
            Self::Variables => Self::Projection(variables(key).into_iter().map(Self::Subject).collect()),
        }
    }

    fn count(number: usize) -> Self {
        Self::Text(Cow::Owned(number.to_string()))
    }

    /// The only property of a text.
    fn length(key: &str, text: &str) -> Self {
        match key {
            // As Java counts, whose figures the official tools compare.
            "(length)" => Self::count(text.encode_utf16().count()),
            _ => Self::Empty,
        }
    }

    fn of_id(id: &ShapeId, key: &str) -> Self {
        let text = match key {
            "name" => id.name(),
            "namespace" => id.namespace(),
            "member" => match id.member() {
                Some(member) => member,
                None => return Self::Empty,
            },
            _ => return Self::length(key, id.as_str()),
        };
        Self::Text(Cow::Owned(text.to_owned()))
    }

    fn of_node(node: &'m Node, key: &str) -> Self {
        match (&node.value, key) {
            (Value::Object(members), "(keys)") => {
                Self::Projection(members.iter().map(|(name, _)| Self::Key(name)).collect())
            }
            (Value::Object(members), "(values)") => {
                Self::Projection(members.iter().map(|(_, value)| Self::Node(value)).collect())
            }
            (Value::Object(members), "(length)") => Self::count(members.len()),
            (Value::Object(_), key) => node.get(key).map_or(Self::Empty, Self::Node),
            (Value::Array(elements), "(values)") => Self::Projection(elements.iter().map(Self::Node).collect()),
            (Value::Array(elements), "(length)") => Self::count(elements.len()),
            (Value::String(text), key) => Self::length(key, text),
            _ => Self::Empty,
        }
    }

    fn of_traits(subject: Subject<'m>, key: &str) -> Self {
        let traits = subject.traits();
        match key {
            "(keys)" => Self::Projection(traits.iter().map(|(id, _)| Self::Id(id.clone())).collect()),
            "(values)" => Self::Projection(traits.iter().map(|(_, node)| Self::Node(node)).collect()),
            "(length)" => Self::count(traits.iter().count()),
            key if key.contains('#') => traits.get(key).map_or(Self::Empty, Self::Node),
            key => {
                let is_meant = |id: &ShapeId| id.as_str().strip_prefix("smithy.api#") == Some(key);
                let found = traits.iter().find(|(id, _)| is_meant(id));
                found.map_or(Self::Empty, |(_, node)| Self::Node(node))
            }
        }
    }

    /// The values in nested projections, or the one value.
    fn flattened(&self) -> Vec<&Self> {
        match self {
            Self::Projection(values) => values.iter().flat_map(Self::flattened).collect(),
            value => vec![value],
        }
    }

    /// What comparators see.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Key(text) => Cow::Borrowed(text),
            Self::Id(id) => Cow::Borrowed(id.as_str()),
            Self::Service(subject, _) | Self::Subject(subject) => Cow::Owned(subject.id().as_str().to_owned()),
            Self::Node(node) => match &node.value {
                Value::String(text) => Cow::Borrowed(text),
                Value::Bool(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
                Value::Number(number) => Cow::Borrowed(&number.0),
                Value::Null | Value::Array(_) | Value::Object(_) => Cow::Borrowed(""),
            },
            Self::Empty | Self::Projection(_) | Self::Traits(_) | Self::Variables => Cow::Borrowed(""),
        }
    }

    /// What templates of messages show.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Node(node) => {
                let mut text = String::new();
                write_json(node, &mut text);
                text
            }
            Self::Key(key) => serde_json::Value::from(*key).to_string(),
            Self::Projection(_) => {
                let mut values: Vec<String> = self.flattened().into_iter().map(Self::shown).collect();
                values.sort();
                format!("[{}]", values.join(", "))
            }
            _ => self.text().into_owned(),
        }
    }
}

/// JSON without white space. Nodes come from readers that bound their depth.
fn write_json(node: &Node, text: &mut String) {
    match &node.value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&number.0),
        Value::String(value) => text.push_str(&serde_json::Value::from(value.as_str()).to_string()),
        Value::Array(elements) => {
            text.push('[');
            for (index, element) in elements.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                write_json(element, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            text.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                text.push_str(&serde_json::Value::from(name.as_str()).to_string());
                text.push(':');
                write_json(value, text);
            }
            text.push('}');
        }
    }
}

fn compare(
    comparator: Comparator,
    left: &Attribute<'_>,
    right: &Attribute<'_>,
    ignores_case: bool,
    budget: &Budget,
) -> Result<bool, Exhausted> {
    if comparator == Comparator::Exists {
        let wanted = right.text();
        return Ok(wanted == if left.is_present() { "true" } else { "false" });
    }
    let texts = |attribute: &Attribute<'_>| -> Vec<String> {
        let present = attribute.flattened().into_iter().filter(|value| value.is_present());
        present
            .map(|value| if ignores_case { value.text().to_lowercase() } else { value.text().into_owned() })
            .collect()
    };
    let are_sets = matches!((left, right), (Attribute::Projection(_), Attribute::Projection(_)));
    let (all_left, all_right) = (left.flattened().len(), right.flattened().len());
    let (left, right) = (texts(left), texts(right));
    let (left_set, right_set) = (BTreeSet::from_iter(&left), BTreeSet::from_iter(&right));
    // Values that are not present, nulls in lists, equal nothing.
    let is_subset = || left.len() == all_left && left_set.is_subset(&right_set);
    let is_superset = || right.len() == all_right && right_set.is_subset(&left_set);
    budget.spend(1 + left.len() + right.len())?;
    let answer = match comparator {
        Comparator::Equal => !left_set.is_disjoint(&right_set),
        Comparator::NotEqual => !left.is_empty() && !right.is_empty() && left_set.union(&right_set).nth(1).is_some(),
        Comparator::SetEqual => are_sets && is_subset() && is_superset(),
        Comparator::SetNotEqual => !(are_sets && is_subset() && is_superset()),
        Comparator::Subset => are_sets && is_subset(),
        Comparator::ProperSubset => are_sets && is_subset() && !is_superset(),
        Comparator::StartsWith => any_pair(&left, &right, budget, |left, right| left.starts_with(right))?,
        Comparator::EndsWith => any_pair(&left, &right, budget, |left, right| left.ends_with(right))?,
        Comparator::Contains => any_pair(&left, &right, budget, |left, right| left.contains(right))?,
        Comparator::Greater => {
            any_pair(&left, &right, budget, |left, right| order(left, right).is_some_and(Ordering::is_gt))?
        }
        Comparator::GreaterOrEqual => {
            any_pair(&left, &right, budget, |left, right| order(left, right).is_some_and(Ordering::is_ge))?
        }
        Comparator::Less => {
            any_pair(&left, &right, budget, |left, right| order(left, right).is_some_and(Ordering::is_lt))?
        }
        Comparator::LessOrEqual => {
            any_pair(&left, &right, budget, |left, right| order(left, right).is_some_and(Ordering::is_le))?
        }
        // Answered above.
        Comparator::Exists => false,
    };
    Ok(answer)
}

fn any_pair(
    left: &[String],
    right: &[String],
    budget: &Budget,
    holds: impl Fn(&str, &str) -> bool,
) -> Result<bool, Exhausted> {
    for left in left {
        for right in right {
            budget.spend(1 + left.len() / 64)?;
            if holds(left, right) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// None if one of them is not a number.
fn order(left: &str, right: &str) -> Option<Ordering> {
    number(left)?.partial_cmp(&number(right)?)
}

fn number(text: &str) -> Option<f64> {
    // Rust reads `inf` and `nan`, which are not numbers here.
    let is_written_in_digits = text.ends_with(|c: char| c.is_ascii_digit() || c == '.');
    text.parse().ok().filter(|_| is_written_in_digits)
}
