//! In: what a model says of a waiter. Out: its names, and its acceptors in terms of the lowered
//! messages: those of responses and those of errors, each in the order in which they are tried.

use super::query::Query;
use super::Attrs;
use crate::text::Text;

/// A waiter of an operation.
#[derive(Debug)]
pub(crate) struct Waiter {
    pub(crate) attrs: Attrs,
    /// `BucketExists`.
    pub(crate) name: String,
    /// `bucket_exists`.
    pub(crate) snake: String,
    /// The module; keywords have a trailing `_`.
    pub(crate) module: String,
    /// Seconds between two requests, at least and at most.
    pub(crate) min_delay: i64,
    pub(crate) max_delay: i64,
    /// What responses mean.
    pub(crate) outputs: Acceptors<Subject>,
    /// What errors mean.
    pub(crate) errors: Acceptors<ErrorAcceptor>,
}

/// Acceptors of one kind of results.
#[derive(Debug)]
pub(crate) struct Acceptors<T> {
    pub(crate) tests: Vec<T>,
    /// What becomes of the waiter if none of them matches, where the model says that.
    pub(crate) otherwise: Option<AcceptorState>,
}

/// What is compared, and with what. There is one comparison at least.
#[derive(Debug)]
pub(crate) struct Subject {
    /// The value that is compared several times, which the conditions call `it`.
    pub(crate) shared: Option<Query>,
    pub(crate) acceptors: Vec<OutputAcceptor>,
}

/// What a response means of which this is true.
#[derive(Debug)]
pub(crate) struct OutputAcceptor {
    pub(crate) condition: Query,
    pub(crate) state: AcceptorState,
}

/// What an error means of which one of these is true.
#[derive(Debug)]
pub(crate) struct ErrorAcceptor {
    pub(crate) checks: Vec<ErrorCheck>,
    pub(crate) state: AcceptorState,
}

/// What is asked of an error.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ErrorCheck {
    /// Its predicate, `is_x`.
    Is(String),
    /// Whether its metadata have this code.
    Code(Text),
}

/// What becomes of the waiter.
#[derive(Debug)]
pub(crate) enum AcceptorState {
    Success,
    Failure,
    /// A failure whose reason is a text of the output.
    FailureWith(Query),
    Retry,
}

impl Waiter {
    /// What is asked of responses.
    pub(crate) fn queries(&self) -> impl Iterator<Item = &Query> {
        let of_subjects = self.outputs.tests.iter().flat_map(|subject| {
            subject.shared.iter().chain(subject.acceptors.iter().flat_map(OutputAcceptor::queries))
        });
        of_subjects.chain(self.outputs.otherwise.iter().filter_map(AcceptorState::message))
    }
}

impl OutputAcceptor {
    fn queries(&self) -> impl Iterator<Item = &Query> {
        std::iter::once(&self.condition).chain(self.state.message())
    }
}

impl AcceptorState {
    fn message(&self) -> Option<&Query> {
        match self {
            Self::FailureWith(message) => Some(message),
            Self::Success | Self::Failure | Self::Retry => None,
        }
    }
}
