//! In: a node and the shape or member that it should be a value of. Out: what
//! does not fit. Exists because values of shapes are in traits, defaults and
//! examples, and all of them have to be judged alike.

pub(crate) mod examples;
mod patterns;
mod references;
pub(crate) mod timestamps;
mod unique;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::diagnostics::{About, Severity, Span};
use crate::model::{ids, Kind, Member, Model, Node, Number, Shape, ShapeId, Traits, Value};
use crate::suggest::{self, Suggestions};

/// Why a node is not a value of a shape.
#[derive(Debug)]
pub(crate) struct Misfit {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    /// What the event id has below that of the rule that asks.
    below: Option<String>,
}

impl Misfit {
    /// The event id below the one of the rule that asks.
    pub(crate) fn event_id(&self, rule_id: &str) -> String {
        self.below.as_ref().map_or_else(|| rule_id.to_owned(), |below| format!("{rule_id}.{below}"))
    }

    /// What the place of the event is.
    pub(crate) fn about(&self) -> About {
        match self.rule {
            Rule::UnknownMember => About::KeyOfPlace,
            _ => About::Place,
        }
    }
}

/// What a node misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The type of the shape.
    Type,
    /// A member that is required.
    Missing,
    /// A member that the structure has not.
    UnknownMember,
    /// `@length`, `@pattern` or `@range`
    Constraint,
    /// `@range`, missed by a zero: what 1.0 takes for absent.
    RangeByZero,
    /// The values that an enum lists.
    Enum,
    /// What else a value of the type has to be.
    Value,
}

impl Rule {
    /// Whether an example that shows a refused value may miss it.
    pub(crate) fn is_constraint(self) -> bool {
        matches!(self, Self::Missing | Self::Constraint | Self::RangeByZero)
    }
}

/// As many names are found quickest by looking at each.
const FEW: usize = 16;

/// Judges values of the shapes of one model. It remembers the patterns and
/// selectors it came across, so one of them serves a whole rule.
pub(crate) struct Checker<'m> {
    model: &'m Model,
    suggestions: &'m Suggestions,
    patterns: patterns::Patterns<'m>,
    references: references::References<'m>,
    /// The texts that an enum takes.
    enums: BTreeMap<&'m ShapeId, BTreeSet<&'m str>>,
    /// Whether values are those of a test.
    is_of_test: bool,
    misfits: Vec<Misfit>,
}

impl<'m> Checker<'m> {
    /// Nothing is compiled before a value needs it.
    pub(crate) fn new(model: &'m Model, suggestions: &'m Suggestions) -> Self {
        let (patterns, references, enums) = Default::default();
        Self { model, suggestions, patterns, references, enums, is_of_test: false, misfits: Vec::new() }
    }

    /// For values of tests: timestamps are seconds, whatever their format, and
    /// a member may be null to say that it is not set (Smithy 2.0, "HTTP
    /// protocol compliance tests").
    pub(crate) fn of_tests(model: &'m Model, suggestions: &'m Suggestions) -> Self {
        Self { is_of_test: true, ..Self::new(model, suggestions) }
    }

    /// The model.
    pub(crate) fn model(&self) -> &'m Model {
        self.model
    }

    /// Everything in the node that is not a value of the shape. Nodes come from
    /// readers that bound their depth, and so is this one's recursion.
    pub(crate) fn check_shape(&mut self, node: &Node, shape: &'m Shape) -> Vec<Misfit> {
        self.visit_shape(node, shape, None);
        std::mem::take(&mut self.misfits)
    }

    /// The same for what the member holds: it may add constraints to those of
    /// its target.
    pub(crate) fn check_member(&mut self, node: &Node, container: &'m Shape, member: &'m Member) -> Vec<Misfit> {
        self.visit_member(node, container, member);
        std::mem::take(&mut self.misfits)
    }

    fn visit_member(&mut self, node: &Node, container: &'m Shape, member: &'m Member) {
        let Some(target) = self.model.target(member) else { return };
        let site = Site { container, member: Some(member), kind: &target.kind };
        if matches!(node.value, Value::Null) && !self.visit_null(node, site, target) {
            return;
        }
        self.visit_constraints(node, site);
        if target.kind == Kind::Timestamp {
            if let Some(format) = member.traits.get(ids::TIMESTAMP_FORMAT).and_then(Node::as_str) {
                return self.visit_timestamp(node, site, Some(format));
            }
        }
        self.visit_shape(node, target, Some(member));
    }

    /// A null without a meaning; returns whether it is still to be
    /// judged as a value.
    fn visit_null(&mut self, node: &Node, site: Site<'m>, target: &Shape) -> bool {
        let message = match site.container.kind {
            Kind::List | Kind::Map if site.container.has_trait(ids::SPARSE) => return false,
            Kind::List | Kind::Map => {
                format!("`{}` is not `@sparse` and cannot contain null", site.container.id)
            }
            Kind::Structure if site.traits().get(ids::REQUIRED).is_some() => {
                format!("the required member `{site}` cannot be null")
            }
            Kind::Structure if self.is_of_test => return false,
            Kind::Structure if target.kind != Kind::Document => {
                let message = format!("expected {} for `{site}`, found null", expected_value(&target.kind));
                self.refuse(Rule::Type, node, message).help = Some("leave out a member that has no value".to_owned());
                return false;
            }
            _ => return true,
        };
        self.refuse(Rule::Type, node, message);
        false
    }

    fn visit_shape(&mut self, node: &Node, shape: &'m Shape, from: Option<&Member>) {
        let site = Site { container: shape, member: None, kind: &shape.kind };
        match (&shape.kind, &node.value) {
            (Kind::Document, _) => return,
            (Kind::Timestamp, _) => {
                let format = shape.traits.get(ids::TIMESTAMP_FORMAT).and_then(Node::as_str);
                if from.is_none_or(|member| !member.has_trait(ids::TIMESTAMP_FORMAT)) {
                    self.visit_timestamp(node, site, format);
                }
            }
            (Kind::Structure, Value::Object(members)) => self.visit_structure(node, members, shape),
            (Kind::Union, Value::Object(members)) => self.visit_union(node, members, shape),
            (Kind::List, Value::Array(elements)) => self.visit_list(elements, shape),
            (Kind::Map, Value::Object(members)) => self.visit_map(members, shape),
            (Kind::Enum, Value::String(text)) => self.visit_enum(node, text, shape),
            (Kind::String, Value::String(text)) => self.visit_enum_trait(node, text, shape),
            (Kind::Blob, Value::String(_)) | (Kind::Boolean, Value::Bool(_)) => {}
            (Kind::Float | Kind::Double, Value::String(text)) => self.visit_float_name(node, text, site),
            (kind, Value::Number(number)) if integer_limits(kind).is_some() => {
                if !self.visit_integer(node, number, shape) {
                    return;
                }
            }
            (Kind::Float | Kind::Double, Value::Number(number)) if !number.as_f64().is_some_and(f64::is_finite) => {
                let keyword = shape.kind.with_article();
                self.refuse(Rule::Value, node, format!("`{}` does not fit in {keyword}", number.0));
            }
            (kind, Value::Number(_)) if is_decimal(kind) => {}
            (kind, value) => {
                let expected = expected_value(kind);
                let message = format!("expected {expected} for `{}`, found {}", shape.id, value.describe());
                self.refuse(Rule::Type, node, message);
                return;
            }
        }
        self.visit_constraints(node, site);
    }

    fn visit_structure(&mut self, node: &Node, members: &[(String, Node)], shape: &'m Shape) {
        // Looking each of many names up among many takes the product of both.
        let is_large = members.len() > FEW && shape.members.len() > FEW;
        let index: BTreeMap<&str, &'m Member> = match is_large {
            true => shape.members.iter().map(|member| (member.name.as_str(), member)).collect(),
            false => BTreeMap::new(),
        };
        for (name, value) in members {
            let member = if is_large { index.get(name.as_str()).copied() } else { shape.member(name) };
            match member {
                None => self.misfits.push(unknown_member(self.suggestions, value, name, shape, Severity::Warning)),
                Some(member) => self.visit_member(value, shape, member),
            }
        }
        let set: BTreeSet<&str> = match is_large {
            true => members.iter().map(|(name, _)| name.as_str()).collect(),
            false => BTreeSet::new(),
        };
        for member in shape.members.iter().filter(|member| member.has_trait(ids::REQUIRED)) {
            let is_set = if is_large { set.contains(member.name.as_str()) } else { node.get(&member.name).is_some() };
            if !is_set {
                let message = format!("missing required member `{}` of `{}`", member.name, shape.id);
                self.refuse(Rule::Missing, node, message);
            }
        }
    }

    fn visit_union(&mut self, node: &Node, members: &[(String, Node)], shape: &'m Shape) {
        let [(name, value)] = members else {
            let message = format!("a value of union `{}` has exactly one member, found {}", shape.id, members.len());
            self.refuse(Rule::Value, node, message);
            return;
        };
        match shape.member(name) {
            None => self.misfits.push(unknown_member(self.suggestions, value, name, shape, Severity::Error)),
            Some(member) => self.visit_member(value, shape, member),
        }
    }

    fn visit_list(&mut self, elements: &[Node], shape: &'m Shape) {
        let Some(member) = shape.member("member") else { return };
        for element in elements {
            self.visit_member(element, shape, member);
        }
    }

    fn visit_map(&mut self, members: &[(String, Node)], shape: &'m Shape) {
        let (key, value) = (shape.member("key"), shape.member("value"));
        for (name, element) in members {
            if let Some(key) = key {
                // Keys have no place of their own.
                let as_node = Node { value: Value::String(name.clone()), span: element.span };
                self.visit_member(&as_node, shape, key);
            }
            if let Some(value) = value {
                self.visit_member(element, shape, value);
            }
        }
    }

    fn visit_enum(&mut self, node: &Node, text: &str, shape: &'m Shape) {
        let values =
            || shape.members.iter().filter_map(|member| member.traits.get(ids::ENUM_VALUE).and_then(Node::as_str));
        if !self.enums.entry(&shape.id).or_insert_with(|| values().collect()).contains(text) {
            let values: Vec<&str> = values().collect();
            self.refuse_other_than(node, text, &values, shape);
        }
    }

    /// A string that lists its values without names, which keeps it a string.
    fn visit_enum_trait(&mut self, node: &Node, text: &str, shape: &Shape) {
        let Some(definitions) = shape.traits.get(ids::ENUM).and_then(Node::as_array) else { return };
        let values: Vec<&str> =
            definitions.iter().filter_map(|definition| definition.get("value").and_then(Node::as_str)).collect();
        if !values.contains(&text) {
            self.refuse_other_than(node, text, &values, shape);
        }
    }

    fn refuse_other_than(&mut self, node: &Node, text: &str, values: &[&str], shape: &Shape) {
        let message = format!("`{text}` is not a value of enum `{}`", shape.id);
        let near = self.suggestions.nearest(text, values.iter().copied());
        let help = if near.is_empty() { suggest::list(values) } else { suggest::list(&near) };
        self.refuse(Rule::Enum, node, message).help = help.map(|values| format!("write {values}"));
    }

    fn visit_float_name(&mut self, node: &Node, text: &str, site: Site<'m>) {
        if !matches!(text, "NaN" | "Infinity" | "-Infinity") {
            let message = format!("`{text}` is not a number, which `{site}` requires");
            self.refuse(Rule::Value, node, message).help =
                Some("write a number, NaN, Infinity or -Infinity".to_owned());
        }
    }

    /// Whether the number is one of the integer type at all.
    fn visit_integer(&mut self, node: &Node, number: &Number, shape: &Shape) -> bool {
        let Some(value) = number.as_f64() else { return false };
        if !is_written_whole(number) {
            self.refuse(Rule::Value, node, format!("`{}` is not an integer, which `{}` is", number.0, shape.id));
            return false;
        }
        let is_beyond = match shape.kind {
            // Floats do not tell the greatest long from the next number.
            Kind::Long => number.as_i64().is_none(),
            _ => integer_limits(&shape.kind).is_some_and(|(lowest, highest)| value < lowest || value > highest),
        };
        if is_beyond {
            let keyword = shape.kind.with_article();
            self.refuse(Rule::Value, node, format!("`{}` does not fit in {keyword}", number.0));
            return false;
        }
        if shape.kind == Kind::IntEnum {
            self.visit_int_enum(node, number, shape);
        }
        true
    }

    fn visit_int_enum(&mut self, node: &Node, number: &Number, shape: &Shape) {
        let values =
            shape.members.iter().filter_map(|member| member.traits.get(ids::ENUM_VALUE).and_then(Node::as_number));
        let values: Vec<&Number> = values.collect();
        if !values.iter().any(|value| value.as_f64() == number.as_f64()) {
            let message = format!("`{}` is not a value of enum `{}`", number.0, shape.id);
            let known: Vec<&str> = values.iter().map(|value| value.0.as_str()).collect();
            self.refuse(Rule::Value, node, message).help =
                suggest::list(&known).map(|values| format!("write {values}"));
        }
    }

    fn visit_timestamp(&mut self, node: &Node, site: Site<'m>, format: Option<&str>) {
        let format = if self.is_of_test { Some("epoch-seconds") } else { format };
        if let Some(expected) = timestamps::expected(&node.value, format) {
            let (rule, found) = match &node.value {
                Value::String(text) => (Rule::Value, format!("`{text}`")),
                other => (Rule::Type, other.describe().to_owned()),
            };
            self.refuse(rule, node, format!("expected {expected} for `{site}`, found {found}"));
        }
    }

    /// What the traits of the shape or of the member ask of a value of the
    /// right type. Both are asked, each for itself.
    fn visit_constraints(&mut self, node: &Node, site: Site<'m>) {
        for (id, value) in site.traits().iter() {
            match id.as_str() {
                ids::LENGTH => self.visit_length(node, site, value),
                ids::RANGE => self.visit_range(node, site, value),
                ids::PATTERN => self.visit_pattern(node, site, value),
                ids::ID_REF => self.visit_reference(node, site, value),
                ids::UNIQUE_ITEMS => self.visit_unique_items(node, site),
                _ => {}
            }
        }
    }

    fn visit_length(&mut self, node: &Node, site: Site<'m>, limits: &Node) {
        let (length, unit) = match (site.kind, &node.value) {
            (Kind::List, Value::Array(elements)) => (elements.len(), "element"),
            (Kind::Map, Value::Object(members)) => (members.len(), "entr"),
            (Kind::Blob, Value::String(text)) => (text.len(), "byte"),
            (Kind::String | Kind::Enum, Value::String(text)) => (text.chars().count(), "character"),
            _ => return,
        };
        let units = |count: f64| match (unit, count == 1.0) {
            ("entr", true) => "entry".to_owned(),
            ("entr", false) => "entries".to_owned(),
            (unit, true) => unit.to_owned(),
            (unit, false) => format!("{unit}s"),
        };
        let count = length as f64;
        let message = |bound: &str, limit: f64| {
            format!("`{site}` takes {bound} {limit} {}, but the value has {length}", units(limit))
        };
        if let Some(lowest) = limit_of(limits, "min").filter(|lowest| count < *lowest) {
            self.refuse(Rule::Constraint, node, message("at least", lowest));
        }
        if let Some(highest) = limit_of(limits, "max").filter(|highest| count > *highest) {
            self.refuse(Rule::Constraint, node, message("at most", highest));
        }
    }

    fn visit_range(&mut self, node: &Node, site: Site<'m>, limits: &Node) {
        let (lowest, highest) = (limit_of(limits, "min"), limit_of(limits, "max"));
        let (value, text) = match &node.value {
            Value::Number(number) => (number.as_f64(), number.0.as_str()),
            Value::String(text) => (float_of_name(text), text.as_str()),
            _ => return,
        };
        let Some(value) = value else { return };
        let is_zero = value == 0.0 && matches!(node.value, Value::Number(_));
        let rule = if is_zero { Rule::RangeByZero } else { Rule::Constraint };
        let below = if site.member.is_some() { "Member.InvalidRange" } else { "Target.InvalidRange" };
        let message = if value.is_nan() {
            format!("`{site}` has a range, which `{text}` is not in")
        } else if let Some(lowest) = lowest.filter(|lowest| value < *lowest) {
            format!("`{site}` takes numbers from {lowest} on, but found `{text}`")
        } else if let Some(highest) = highest.filter(|highest| value > *highest) {
            format!("`{site}` takes numbers up to {highest}, but found `{text}`")
        } else {
            return;
        };
        self.refuse(rule, node, message).below = Some(below.to_owned());
    }

    fn visit_pattern(&mut self, node: &Node, site: Site<'m>, pattern: &'m Node) {
        let Some((text, pattern)) = site.text_of(node).zip(pattern.as_str()) else { return };
        if !self.patterns.may_match(pattern, text) {
            let message = format!("`{text}` does not match the pattern of `{site}`: `{pattern}`");
            self.refuse(Rule::Constraint, node, message);
        }
    }

    fn visit_reference(&mut self, node: &Node, site: Site<'m>, reference: &'m Node) {
        let Some(text) = site.text_of(node) else { return };
        if let Some(complaint) = self.references.complaint(self.model, self.suggestions, text, reference) {
            self.refuse(Rule::Value, node, complaint.message).help = complaint.help;
        }
    }

    fn visit_unique_items(&mut self, node: &Node, site: Site<'m>) {
        let elements = node.as_array().filter(|_| *site.kind == Kind::List);
        if let Some(repeated) = elements.and_then(unique::first_repeated) {
            self.refuse(Rule::Value, repeated, format!("the elements of `{site}` must be unique"));
        }
    }

    fn refuse(&mut self, rule: Rule, node: &Node, message: impl Into<String>) -> &mut Misfit {
        let (severity, span, message) = (Severity::Error, node.span, message.into());
        let index = self.misfits.len();
        self.misfits.push(Misfit { rule, severity, span, message, help: None, below: None });
        &mut self.misfits[index]
    }
}

/// Whose traits a value has to satisfy: those of a shape, or of a member of it.
#[derive(Clone, Copy)]
struct Site<'m> {
    container: &'m Shape,
    member: Option<&'m Member>,
    /// The kind of the shape, or of what the member targets.
    kind: &'m Kind,
}

impl<'m> Site<'m> {
    fn traits(self) -> &'m Traits {
        self.member.map_or(&self.container.traits, |member| &member.traits)
    }

    /// The value of a string or enum.
    fn text_of(self, node: &Node) -> Option<&str> {
        node.as_str().filter(|_| matches!(self.kind, Kind::String | Kind::Enum))
    }
}

impl fmt::Display for Site<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.member {
            Some(member) => write!(formatter, "{}${}", self.container.id, member.name),
            None => write!(formatter, "{}", self.container.id),
        }
    }
}

/// One end of `@length` or `@range`.
fn limit_of(limits: &Node, key: &str) -> Option<f64> {
    limits.get(key).and_then(Node::as_number).and_then(Number::as_f64)
}

fn unknown_member(suggestions: &Suggestions, node: &Node, name: &str, shape: &Shape, severity: Severity) -> Misfit {
    let known = shape.members.iter().map(|member| member.name.as_str());
    let help = suggest::list(&suggestions.nearest(name, known)).map(|near| format!("did you mean {near}?"));
    let message = format!("`{}` has no member `{name}`", shape.id);
    let below = Some(format!("UnknownMember.{}.{name}", shape.id));
    Misfit { rule: Rule::UnknownMember, severity, span: node.span, message, help, below }
}

fn expected_value(kind: &Kind) -> &'static str {
    match kind {
        Kind::Structure | Kind::Union | Kind::Map => "an object",
        Kind::List => "an array",
        Kind::Boolean => "a boolean",
        Kind::Enum | Kind::String | Kind::Blob => "a string",
        Kind::Timestamp => "a number or a string",
        Kind::Service(_) | Kind::Operation(_) | Kind::Resource(_) => "no value",
        _ => "a number",
    }
}

/// The limits of an integer type; the big one has none that matter here.
fn integer_limits(kind: &Kind) -> Option<(f64, f64)> {
    match kind {
        Kind::Byte => Some((-128.0, 127.0)),
        Kind::Short => Some((-32768.0, 32767.0)),
        Kind::Integer | Kind::IntEnum => Some((-2147483648.0, 2147483647.0)),
        Kind::Long => Some((-9223372036854775808.0, 9223372036854775807.0)),
        Kind::BigInteger => Some((f64::NEG_INFINITY, f64::INFINITY)),
        _ => None,
    }
}

fn is_decimal(kind: &Kind) -> bool {
    matches!(kind, Kind::Float | Kind::Double | Kind::BigDecimal)
}

/// Whether the number is written as an integer: `1.0` is none, as a client in
/// another language would not read it as one.
fn is_written_whole(number: &Number) -> bool {
    !number.0.contains(['.', 'e', 'E'])
}

/// What a float is by the name that JSON gives it.
fn float_of_name(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}
