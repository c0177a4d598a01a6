//! `smithy.waiters#waitable`: what a caller may wait for, and which results of the operation
//! end the wait (Smithy 2.0, "Waiters").

use crate::model::{ids, Node, Number, Traits};

/// The trait's id.
pub(crate) const ID: &str = ids::WAITABLE;

/// Seconds between two requests, where the model does not say.
const DELAYS: [i64; 2] = [2, 120];

/// A waiter.
#[derive(Debug)]
pub(crate) struct Waiter<'t> {
    pub(crate) name: &'t str,
    pub(crate) node: &'t Node,
    pub(crate) documentation: Option<&'t str>,
    pub(crate) is_deprecated: bool,
    /// In seconds.
    pub(crate) min_delay: i64,
    pub(crate) max_delay: i64,
    pub(crate) acceptors: Vec<Acceptor<'t>>,
}

/// What a result means.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acceptor<'t> {
    pub(crate) state: State,
    pub(crate) matcher: Matcher<'t>,
    /// A path in the output, of a failure.
    pub(crate) message: Option<&'t Node>,
}

/// What becomes of a waiter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Success,
    Failure,
    Retry,
}

/// Which results an acceptor is about.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Matcher<'t> {
    Output(PathMatcher<'t>),
    InputOutput(PathMatcher<'t>),
    /// The name of an error, without its namespace.
    ErrorType(&'t str),
    Success(bool),
}

/// A comparison of what is in a message.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PathMatcher<'t> {
    pub(crate) path: &'t Node,
    pub(crate) comparator: Comparator,
    pub(crate) expected: &'t Node,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparator {
    String,
    Boolean,
    AllStrings,
    AnyString,
}

/// The waiters of an operation, in the order of the model. One that is not of the form that
/// the definition of the trait asks for, which the loader has reported, is left out.
pub(crate) fn of(operation: &Traits) -> Vec<Waiter<'_>> {
    let waiters = operation.get(ID).and_then(Node::as_object).unwrap_or_default();
    waiters.iter().filter_map(|(name, node)| waiter(name, node)).collect()
}

fn waiter<'t>(name: &'t str, node: &'t Node) -> Option<Waiter<'t>> {
    let delay = |key, default| node.get(key).and_then(Node::as_number).and_then(Number::as_i64).unwrap_or(default);
    Some(Waiter {
        name,
        node,
        documentation: node.get("documentation").and_then(Node::as_str),
        is_deprecated: node.get("deprecated").and_then(Node::as_bool) == Some(true),
        min_delay: delay("minDelay", DELAYS[0]),
        max_delay: delay("maxDelay", DELAYS[1]),
        acceptors: node.get("acceptors")?.as_array()?.iter().map(acceptor).collect::<Option<_>>()?,
    })
}

fn acceptor(node: &Node) -> Option<Acceptor<'_>> {
    let state = match node.get("state")?.as_str()? {
        "success" => State::Success,
        "failure" => State::Failure,
        "retry" => State::Retry,
        _ => return None,
    };
    let message = node.get("message").filter(|_| state == State::Failure);
    let [(kind, value)] = node.get("matcher")?.as_object()? else { return None };
    let matcher = match kind.as_str() {
        "output" => Matcher::Output(path_matcher(value)?),
        "inputOutput" => Matcher::InputOutput(path_matcher(value)?),
        "errorType" => {
            let name = value.as_str()?;
            Matcher::ErrorType(name.rsplit_once('#').map_or(name, |(_, name)| name))
        }
        "success" => Matcher::Success(value.as_bool()?),
        _ => return None,
    };
    Some(Acceptor { state, matcher, message })
}

fn path_matcher(node: &Node) -> Option<PathMatcher<'_>> {
    let comparator = match node.get("comparator")?.as_str()? {
        "stringEquals" => Comparator::String,
        "booleanEquals" => Comparator::Boolean,
        "allStringEquals" => Comparator::AllStrings,
        "anyStringEquals" => Comparator::AnyString,
        _ => return None,
    };
    Some(PathMatcher { path: node.get("path")?, comparator, expected: node.get("expected")? })
}
