//! In: the value of `@endpointRuleSet` or `@endpointBdd`. Out: the rules in
//! types, what is wrong with them, and what they answer. Exists because the
//! traits are documents: no shape says how a rule looks.
//!
//! Invariant: this module knows rules and values, and no shapes; whoever asks
//! brings the parameters. Nodes come from readers that bound their depth, and
//! with it that of every walk here.

pub(crate) mod bdd;
mod check;
mod evaluate;
mod functions;
mod parse;
mod template;
mod types;

pub(crate) use check::check;
pub(crate) use evaluate::{evaluate, Answer, Failure, Value};
pub(crate) use functions::Function;
pub(crate) use parse::{parse, parse_decisions, parse_parameters, Version};
pub(crate) use template::{Part, Step, Template};
pub(crate) use types::Type;

use std::collections::BTreeMap;

use crate::diagnostics::Span;
use crate::model::Node;

/// The rules of a service (Smithy 2.0, "Rules engine specification").
#[derive(Debug, Clone)]
pub(crate) struct RuleSet<'n> {
    pub(crate) parameters: Vec<Parameter<'n>>,
    pub(crate) rules: Vec<Rule<'n>>,
    /// Every name in the rules with its number.
    names: BTreeMap<&'n str, usize>,
}

/// What a decision diagram is over.
#[derive(Debug, Clone)]
pub(crate) struct Decisions<'n> {
    pub(crate) parameters: Vec<Parameter<'n>>,
    pub(crate) conditions: Vec<Condition<'n>>,
    /// Endpoints and errors.
    pub(crate) results: Vec<Outcome<'n>>,
}

/// A name that has a value in rules. Its number is its place among all names
/// of the rules, so that nobody who evaluates has to look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Name<'n> {
    pub(crate) text: &'n str,
    number: usize,
}

/// What the rules are asked with.
#[derive(Debug, Clone)]
pub(crate) struct Parameter<'n> {
    pub(crate) name: &'n str,
    /// The number of the name.
    number: usize,
    pub(crate) ty: ParameterType,
    pub(crate) is_required: bool,
    pub(crate) default: Option<&'n Node>,
    /// Where the value comes from, if not from the model or the caller.
    pub(crate) built_in: Option<&'n Node>,
    pub(crate) is_documented: bool,
    pub(crate) span: Span,
}

/// The types a parameter can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParameterType {
    String,
    Boolean,
    StringArray,
}

impl ParameterType {
    /// The type in the words of the model.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Boolean => "boolean",
            Self::StringArray => "stringArray",
        }
    }

    /// The type that a value has; None for one that no parameter has.
    pub(crate) fn of_node(node: &Node) -> Option<Self> {
        if node.as_str().is_some() {
            return Some(Self::String);
        }
        if node.as_bool().is_some() {
            return Some(Self::Boolean);
        }
        let is_text = |element: &Node| element.as_str().is_some();
        node.as_array().filter(|elements| elements.iter().all(is_text)).map(|_| Self::StringArray)
    }
}

/// One rule: what it asks for, and what it says then.
#[derive(Debug, Clone)]
pub(crate) struct Rule<'n> {
    pub(crate) conditions: Vec<Condition<'n>>,
    pub(crate) outcome: Outcome<'n>,
    pub(crate) span: Span,
}

/// What a rule says when its conditions hold.
#[derive(Debug, Clone)]
pub(crate) enum Outcome<'n> {
    Endpoint(Endpoint<'n>),
    Error(Expression<'n>),
    Tree(Vec<Rule<'n>>),
}

/// A call that has to give something other than nothing or false.
#[derive(Debug, Clone)]
pub(crate) struct Condition<'n> {
    pub(crate) call: Call<'n>,
    /// The name that what it gives has in later conditions and in the outcome.
    pub(crate) assign: Option<(Name<'n>, Span)>,
}

/// Where requests go.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint<'n> {
    pub(crate) url: Expression<'n>,
    pub(crate) headers: Vec<(&'n str, Vec<Expression<'n>>)>,
    pub(crate) properties: Vec<(&'n str, Literal<'n>)>,
}

/// What has a value.
#[derive(Debug, Clone)]
pub(crate) enum Expression<'n> {
    /// `{"ref": name}`
    Reference {
        name: Name<'n>,
        span: Span,
    },
    Literal(Literal<'n>),
    /// `{"fn": name, "argv": [..]}`
    Call(Box<Call<'n>>),
}

/// A function with its arguments.
#[derive(Debug, Clone)]
pub(crate) struct Call<'n> {
    pub(crate) function: Function,
    pub(crate) arguments: Vec<Expression<'n>>,
    /// The second argument of `getAttr`; empty for other functions.
    pub(crate) path: Vec<Step<'n>>,
    pub(crate) span: Span,
}

/// A value that is written out, with templates in its strings.
#[derive(Debug, Clone)]
pub(crate) enum Literal<'n> {
    Boolean(bool),
    Integer(i64),
    Text { template: Template<'n>, span: Span },
    Tuple(Vec<Literal<'n>>),
    Record(Vec<(&'n str, Literal<'n>)>),
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
}

impl Problem {
    fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: None }
    }
}

/// Every endpoint object below the rules of a node, whatever else is wrong with
/// them: those who only look at endpoints need no parsed rules.
pub(crate) fn endpoints(rules: &Node) -> Vec<&Node> {
    let mut found = Vec::new();
    let mut pending: Vec<&Node> = rules.as_array().unwrap_or_default().iter().rev().collect();
    while let Some(rule) = pending.pop() {
        found.extend(rule.get("endpoint"));
        pending.extend(rule.get("rules").and_then(Node::as_array).unwrap_or_default().iter().rev());
    }
    found
}
