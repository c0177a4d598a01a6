//! Where requests go: in, what lowering made of the rules of a service; out, the parameters
//! and the table that `config/endpoint.rs` and `config/endpoint/rules.rs` print. The table
//! has the form of the runtime's `endpoint::rules`, which says what each part means.

use super::query::Query;
use super::MemberIndex;
use crate::text::{Docs, Text};

/// How the endpoints of a service are found.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    /// In the order of their slots.
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) rules: Rules,
}

impl Endpoint {
    /// Whether the rules ask for the built-in.
    pub(crate) fn asks_for(&self, source: &ParameterSource) -> bool {
        self.parameters.iter().any(|parameter| parameter.source.as_ref() == Some(source))
    }

    /// Whether endpoints come with this property.
    pub(crate) fn has_property(&self, name: &str) -> bool {
        let targets = self.rules.results.iter().filter_map(|result| match result {
            Outcome::Endpoint(target) => Some(target),
            Outcome::Error(_) => None,
        });
        targets.flat_map(|target| &target.properties).any(|(known, _)| *known == *name)
    }
}

/// What rules are asked with.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// The name in the rules.
    pub(crate) name: Text,
    /// `use_fips`, the getter and the setter.
    pub(crate) field: String,
    /// `set_use_fips`
    pub(crate) setter: String,
    /// `USE_FIPS`
    pub(crate) slot: String,
    pub(crate) docs: Docs,
    pub(crate) kind: ParameterKind,
    pub(crate) default: Option<ParameterValue>,
    /// Whether it is an error that nothing gives it.
    pub(crate) is_required: bool,
    /// What the rules call its usual source, for tests: `AWS::S3::UseGlobalEndpoint`.
    pub(crate) built_in: Option<String>,
    /// Where all calls have it from.
    pub(crate) source: Option<ParameterSource>,
}

/// The type of a parameter, and what else it has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParameterKind {
    Text,
    Flag,
    List,
    /// A text that has to be a label of a host.
    Region,
    /// A text that the identity of a call gives.
    Account,
}

/// A value that the model gives a parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParameterValue {
    Text(Text),
    Flag(bool),
    List(Vec<Text>),
}

/// Where a parameter has its value from, if the operation does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParameterSource {
    Region,
    UseDualStack,
    UseFips,
    EndpointUrl,
    AccountIdEndpointMode,
    /// A setting that the model brings.
    Setting,
}

/// What a call gives a parameter.
#[derive(Debug)]
pub(crate) enum Given {
    /// Always the same.
    Value(ParameterValue),
    /// What a member of the input is.
    Member { index: MemberIndex, is_required: bool },
    /// What is somewhere in the input; whether that is a text to be copied.
    Query { query: Query, is_text: bool },
}

/// A table of rules.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// The constants of the slots after those of the parameters.
    pub(crate) assigned: Vec<String>,
    /// Parts of values that several expressions ask for, with the names of their constants.
    pub(crate) parts: Vec<(Expr, String)>,
    /// The parameters that decide.
    pub(crate) reads: Vec<usize>,
    pub(crate) conditions: Vec<Condition>,
    pub(crate) results: Vec<Outcome>,
    /// The first is asked first.
    pub(crate) nodes: Vec<[i32; 3]>,
}

/// What a node asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Condition {
    pub(crate) value: Expr,
    /// The slot that the value goes to.
    pub(crate) assign: Option<usize>,
}

/// What has a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Expr {
    Slot(usize),
    Text(Text),
    Flag(bool),
    /// A text in which each `{}` is one of the values.
    Format(Text, Vec<Expr>),
    Set(Box<Expr>),
    Not(Box<Expr>),
    True(Box<Expr>),
    Equal(Box<[Expr; 2]>),
    Get(Box<Expr>, Attribute),
    Substring {
        of: Box<Expr>,
        start: u32,
        stop: u32,
        is_reversed: bool,
    },
    Url(Box<Expr>),
    HostLabel {
        of: Box<Expr>,
        has_dots: bool,
    },
    Encode(Box<Expr>),
    Split(Box<[Expr; 2]>, u32),
    First(Vec<Expr>),
    If(Box<[Expr; 3]>),
    Partition(Box<Expr>),
    Arn(Box<Expr>),
    Bucket {
        of: Box<Expr>,
        has_dots: bool,
    },
}

/// A part of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Attribute {
    Index(i32),
    /// By its name in the runtime.
    Named(&'static str),
}

/// What the rules answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    Endpoint(Target),
    Error(Expr),
}

/// Where requests go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Target {
    pub(crate) url: Expr,
    pub(crate) schemes: Vec<Scheme>,
    pub(crate) headers: Vec<(Text, Vec<Expr>)>,
    pub(crate) properties: Vec<(Text, Property)>,
}

/// An auth scheme of an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Scheme {
    pub(crate) name: Expr,
    pub(crate) properties: Vec<(Text, Property)>,
}

/// A property of an endpoint or of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Property {
    Value(Expr),
    Bool(bool),
    Integer(i64),
    List(Vec<Property>),
    Object(Vec<(Text, Property)>),
}
