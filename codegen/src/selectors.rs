//! In: the text of a selector and a model. Out: the shapes and members that it
//! selects, or where the text is wrong. Exists for every selector that a model
//! holds: of trait definitions, of validators, of closures.
//!
//! Invariant: what a selector costs is bounded, whoever wrote it. Sets of
//! subjects pass through its steps, each once; tests are answered for the whole
//! model at once; a budget ends what is left.

mod attributes;
mod budget;
mod describe;
mod evaluate;
mod graph;
mod local;
mod parse;
mod preimage;
mod set;

use std::fmt;

use crate::diagnostics::Span;
use crate::model::{Definition, Kind, Member, Model, Shape, ShapeId, Traits};

pub(crate) use describe::describe;
pub(crate) use graph::Graph;
pub(crate) use parse::Template;

use attributes::{Comparator, Path};
use evaluate::Evaluator;
use graph::Relationships;
use set::Set;

/// The ids of everything that the selector selects, in the order of the model.
/// Members have ids such as `ns.name#Shape$member`.
pub fn select(model: &Model, selector: &str) -> Result<Vec<ShapeId>, SelectorError> {
    let graph = Graph::new(model);
    let selector = Selector::parse(selector)?;
    let selected = selector.select(&graph)?;
    Ok(selected.into_iter().map(Subject::id).collect())
}

/// What is wrong with the text of a selector, or why it cannot be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectorError {
    /// The byte of the text where it is wrong. None if the text is right, but
    /// the selector takes too many steps on the model.
    pub offset: Option<usize>,
    /// What was expected there: lower case, no final period.
    pub message: String,
    /// What to change, where that is known.
    pub help: Option<String>,
}

impl SelectorError {
    /// That a selector is too expensive is found when it is evaluated.
    fn exhausted() -> Self {
        let message = "the selector takes too many steps on this model".to_owned();
        Self { offset: None, message, help: None }
    }
}

impl fmt::Display for SelectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.offset {
            Some(offset) => write!(f, "{} at offset {offset}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for SelectorError {}

/// What a selector selects: a shape, or a member with its container.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject<'m> {
    Shape(&'m Shape),
    Member(&'m Shape, &'m Member),
}

impl<'m> Subject<'m> {
    /// The id of the shape or member.
    pub(crate) fn id(self) -> ShapeId {
        match self {
            Self::Shape(shape) => shape.id.clone(),
            Self::Member(shape, member) => shape.id.with_member(&member.name),
        }
    }

    /// The shape itself, or the one that contains the member.
    pub(crate) fn shape(self) -> &'m Shape {
        match self {
            Self::Shape(shape) | Self::Member(shape, _) => shape,
        }
    }

    /// The traits on the shape or member.
    pub(crate) fn traits(self) -> &'m Traits {
        match self {
            Self::Shape(shape) => source_of_enum(shape).map_or(&shape.traits, |source| &source.traits),
            Self::Member(_, member) => &member.traits,
        }
    }

    /// Where the shape or member is defined.
    pub(crate) fn span(self) -> Span {
        match self {
            Self::Shape(shape) => shape.span,
            Self::Member(_, member) => member.span,
        }
    }
}

/// What the source says of a string with the `@enum` trait of 1.0. Selectors
/// see that string and its trait; the enum that it is to others, they do not.
fn source_of_enum(shape: &Shape) -> Option<&Definition> {
    let is_enum = shape.kind == Kind::Enum;
    shape.definition.as_deref().filter(|definition| is_enum && definition.kind == Kind::String)
}

/// The members of a shape that selectors see.
pub(crate) fn members_of(shape: &Shape) -> &[Member] {
    match source_of_enum(shape) {
        Some(_) => &[],
        None => &shape.members,
    }
}

/// A selector that was understood (Smithy 2.0, "Selectors").
#[derive(Debug, Clone)]
pub(crate) struct Selector {
    steps: Steps,
    /// The names of variables; steps know them by their index.
    variables: Vec<String>,
    /// How many predicates the steps hold; each has an id below this.
    predicates: usize,
}

type Steps = Vec<Step>;

#[derive(Debug, Clone)]
enum Step {
    /// A type such as `structure`, or a group such as `number`.
    Type(Type),
    /// `[key]` or `[key comparator value, value]`
    Attribute(Path, Option<Comparison>),
    /// `[@key: value comparator value && ..]`
    Scoped(Path, Vec<Assertion>),
    /// `:is(..)`
    Is(Vec<Steps>),
    /// `:test(..)`
    Test(Predicate),
    /// `:not(..)`
    Not(Predicate),
    /// `:in(..)`
    In(Predicate),
    /// `:root(..)`
    Root(Predicate),
    /// `:topdown(qualifier, disqualifier)`
    TopDown(Predicate, Option<Predicate>),
    /// `:recursive(..)`
    Recursive(Steps),
    /// A function of another version of the specification: it yields nothing.
    UnknownFunction,
    /// `>`, `-[relationship]->`, `<` or `<-[relationship]-`
    Walk(Direction, Relationships),
    /// `~>`
    Reachable,
    /// `$name(..)`
    Store(usize, Steps),
    /// `${name}`
    Load(usize),
}

/// Selectors that are asked whether they yield anything.
#[derive(Debug, Clone)]
struct Predicate {
    id: usize,
    branches: Vec<Steps>,
    uses_variables: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Forward,
    Reverse,
}

/// `comparator value, value i`
#[derive(Debug, Clone)]
struct Comparison {
    comparator: Comparator,
    values: Vec<String>,
    ignores_case: bool,
}

/// One part of a scoped attribute selector.
#[derive(Debug, Clone)]
struct Assertion {
    left: Operand,
    comparator: Comparator,
    right: Vec<Operand>,
    ignores_case: bool,
}

#[derive(Debug, Clone)]
enum Operand {
    Text(String),
    /// `@{path}`
    Path(Path),
}

/// What a word in a selector stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Number,
    Simple,
    Aggregate,
    Service,
    Data,
    Member,
    /// By the keyword of the kind.
    Kind(&'static str),
}

impl Selector {
    /// Reads the text of a selector.
    pub(crate) fn parse(text: &str) -> Result<Self, SelectorError> {
        parse::parse(text)
    }

    /// What the selector selects, in the order of the model.
    pub(crate) fn select<'m>(&self, graph: &Graph<'m>) -> Result<Vec<Subject<'m>>, SelectorError> {
        let selected = Evaluator::new(graph, self).select(graph.all())?;
        Ok(selected.into_iter().map(|node| graph.subject(node)).collect())
    }

    /// What the selector yields when only these subjects are sent through it.
    pub(crate) fn select_from<'m>(
        &self,
        graph: &Graph<'m>,
        start: &[Subject<'m>],
    ) -> Result<Vec<Subject<'m>>, SelectorError> {
        let start = start.iter().filter_map(|subject| graph.node(*subject)).collect();
        let selected = Evaluator::new(graph, self).select(start)?;
        Ok(selected.into_iter().map(|node| graph.subject(node)).collect())
    }

    /// What the selector selects, with the text of a template for each. A
    /// subject comes once for each of its texts: variables may differ.
    pub(crate) fn expand<'m>(
        &self,
        graph: &Graph<'m>,
        template: &Template,
    ) -> Result<Vec<(Subject<'m>, String)>, SelectorError> {
        Evaluator::new(graph, self).expand(graph.all(), template)
    }
}

/// A selector that is asked about many subjects of one model.
pub(crate) struct Query<'g, 'm> {
    graph: &'g Graph<'m>,
    selector: Selector,
    /// How much may still be spent on judging subjects one by one. Where that
    /// is too expensive, all are judged at once.
    patience: usize,
    /// Everything that is selected, once it was asked for. None inside if that
    /// is too expensive as well.
    selected: Option<Option<Set>>,
}

impl<'g, 'm> Query<'g, 'm> {
    /// A query for the text of a selector.
    pub(crate) fn new(graph: &'g Graph<'m>, selector: &str) -> Result<Self, SelectorError> {
        let selector = Selector::parse(selector)?;
        Ok(Self { graph, selector, patience: 10_000 + 4 * graph.len(), selected: None })
    }

    /// The selector.
    pub(crate) fn selector(&self) -> &Selector {
        &self.selector
    }

    /// Whether the selector selects the subject. It does as well if that is too
    /// expensive to tell: the answer is used to complain.
    pub(crate) fn selects(&mut self, subject: Subject<'m>) -> bool {
        // What variables hold depends on the way to the subject.
        if self.selected.is_none() && self.selector.variables.is_empty() {
            let model = self.graph.model();
            if let Some(answer) = local::selects(model, &self.selector.steps, subject, &mut self.patience) {
                return answer;
            }
        }
        let (graph, selector) = (self.graph, &self.selector);
        let selected = self.selected.get_or_insert_with(|| {
            let nodes = Evaluator::new(graph, selector).select(graph.all()).ok()?;
            Some(Set::of(graph.len(), &nodes))
        });
        match (selected, graph.node(subject)) {
            (Some(selected), Some(node)) => selected.contains(node),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests;
