//! `@waitable` and the lowered messages. Out: the waiters of the operation, whose acceptors are
//! comparisons in Rust. A waiter that a client does not have is left out, and [`check`] says
//! why.
//!
//! An `errorType` is the name of the error's shape or its code, which `awsQuery` has apart:
//! models use both.

use super::{Call, Definition, Needs};
use crate::diagnostics::{Diagnostics, Span};
use crate::ir::query::Query;
use crate::ir::{
    self, AcceptorState, Attrs, Behaviour, ErrorAcceptor, ErrorCheck, ErrorVariant, OutputAcceptor, Subject,
};
use crate::jmespath::{self, Expression};
use crate::lower::shapes;
use crate::lower::values::queries::{self, Asked, Wanted};
use crate::model::Node;
use crate::names;
use crate::text::Docs;
use crate::traits::waitable::{self, Acceptor, Comparator, Matcher, PathMatcher, State, Waiter};

pub(super) const BEHAVIOUR: Definition = Definition::new(lower);

fn lower(call: &Call<'_, '_>) -> Option<Behaviour> {
    let waiters = waitable::of(&call.operation.shape.traits);
    let waiters: Vec<ir::Waiter> = waiters.iter().filter_map(|waiter| lower_waiter(call, waiter).ok()).collect();
    (!waiters.is_empty()).then_some(Behaviour::Waiters(waiters))
}

/// Reports the waiters that the client does not have, and those that get the name of another.
pub(super) fn check(call: &Call<'_, '_>, needs: &mut Needs, diagnostics: &mut Diagnostics) {
    let operation = &call.operation.shape.id;
    for waiter in waitable::of(&call.operation.shape.traits) {
        let Unsupported { span, message } = match lower_waiter(call, &waiter) {
            Err(unsupported) => unsupported,
            Ok(lowered) => {
                let snake = lowered.snake.clone();
                if let Some(first) = needs.waiters.insert(lowered.snake, waiter.name.to_owned()) {
                    let second = waiter.name;
                    let message = format!("waiters `{first}` and `{second}` both become the module `{snake}`");
                    let event = diagnostics.error("Whitesmith.NameCollision", waiter.node.span, message);
                    event.shape(operation.as_str()).label("this is the second").help("rename one in the model");
                }
                continue;
            }
        };
        let message = format!("waiter `{}` of `{operation}` is left out: {message}", waiter.name);
        diagnostics.warning("Whitesmith.NotBuiltYet", span, message).shape(operation.as_str());
        needs.absent.push(format!("the waiter {}", waiter.name));
    }
}

/// Why the client does not have a waiter.
struct Unsupported {
    span: Span,
    message: String,
}

fn lower_waiter(call: &Call<'_, '_>, waiter: &Waiter<'_>) -> Result<ir::Waiter, Unsupported> {
    let unsupported = |message: &str| Unsupported { span: waiter.node.span, message: message.to_owned() };
    if call.input.has_stream() {
        return Err(unsupported("the input is a stream, which can be sent only once"));
    }
    if call.input.members.iter().any(|member| member.field == "wait") {
        return Err(unsupported("the input has a member `wait`, and builders of waiters have that method"));
    }
    if waiter.min_delay > waiter.max_delay {
        return Err(unsupported("its minimum delay is greater than its maximum"));
    }
    let snake = names::snake(waiter.name);
    let docs = waiter.documentation.map(Docs::of_model).unwrap_or_default();
    let deprecated = waiter.is_deprecated.then_some(ir::Deprecated { note: None, since: None });
    Ok(ir::Waiter {
        attrs: Attrs { docs, deprecated },
        name: names::pascal(waiter.name),
        module: if TAKEN.contains(&snake.as_str()) { format!("{snake}_") } else { names::module(&snake) },
        snake,
        min_delay: waiter.min_delay,
        max_delay: waiter.max_delay,
        outputs: outputs(call, &waiter.acceptors)?,
        errors: errors(call, &waiter.acceptors)?,
    })
}

/// Modules that the file of an operation imports: one of such a name would hide it.
const TAKEN: [&str; 8] = ["client", "config", "error", "meta", "operation", "primitives", "rt", "types"];

/// A comparison with what is in a response, and what it means.
struct Comparison<'c, 't> {
    asked: Asked<'c>,
    path: &'t Node,
    comparator: Comparator,
    /// It is true of each of them.
    expected: Vec<&'t Node>,
    acceptor: Acceptor<'t>,
}

impl<'t> Comparison<'_, 't> {
    /// Whether the other one compares the same value, in the same Rust type.
    fn has_subject_of(&self, other: &Self) -> bool {
        let is_list = |comparison: &Self| match comparison.comparator {
            Comparator::AllStrings | Comparator::AnyString => Some(true),
            Comparator::String => Some(false),
            Comparator::Boolean => None,
        };
        let is_same_kind = is_list(self).is_some() && is_list(self) == is_list(other);
        let is_of_both = |comparison: &Self| matches!(comparison.acceptor.matcher, Matcher::InputOutput(_));
        is_same_kind && is_of_both(self) == is_of_both(other) && self.path.as_str() == other.path.as_str()
    }

    /// Whether it differs from another one in the expected text only.
    fn is_alternative_to(&self, other: &Self) -> bool {
        let message = |comparison: &Self| comparison.acceptor.message.and_then(Node::as_str).map(str::to_owned);
        self.has_subject_of(other)
            && self.comparator == other.comparator
            && self.acceptor.state == other.acceptor.state
            && message(self) == message(other)
    }

    fn wanted(&self) -> Result<Wanted<'t>, Unsupported> {
        let expected: Vec<&str> = self.expected.iter().filter_map(|node| node.as_str()).collect();
        Ok(match (self.comparator, &expected[..]) {
            (Comparator::String, _) => Wanted::IsText(expected),
            (Comparator::AllStrings, _) => Wanted::AllAre(expected),
            (Comparator::AnyString, _) => Wanted::AnyIs(expected),
            (Comparator::Boolean, ["true"]) => Wanted::IsFlag(true),
            (Comparator::Boolean, ["false"]) => Wanted::IsFlag(false),
            (Comparator::Boolean, _) => {
                let span = self.expected.first().map_or(self.path.span, |node| node.span);
                let message = "`booleanEquals` expects \"true\" or \"false\"".to_owned();
                return Err(Unsupported { span, message });
            }
        })
    }
}

/// What responses mean. Acceptors of errors between those of responses change nothing.
fn outputs(call: &Call<'_, '_>, all: &[Acceptor<'_>]) -> Result<ir::Acceptors<Subject>, Unsupported> {
    let mut comparisons: Vec<Comparison<'_, '_>> = Vec::new();
    let mut otherwise = None;
    for acceptor in all {
        let (asked, matcher) = match acceptor.matcher {
            Matcher::Output(matcher) => (Asked::Output(call.output), matcher),
            Matcher::InputOutput(matcher) => (Asked::Both(call.input, call.output), matcher),
            Matcher::Success(true) => {
                // The acceptors after it are never reached.
                otherwise = Some(output_state(call, acceptor)?);
                break;
            }
            Matcher::Success(false) | Matcher::ErrorType(_) => continue,
        };
        let PathMatcher { path, comparator, expected } = matcher;
        let comparison = Comparison { asked, path, comparator, expected: vec![expected], acceptor: *acceptor };
        match comparisons.last_mut() {
            Some(last) if comparison.is_alternative_to(last) => last.expected.push(expected),
            _ => comparisons.push(comparison),
        }
    }
    let groups = comparisons.chunk_by(Comparison::has_subject_of);
    Ok(ir::Acceptors { tests: groups.map(|group| subject(call, group)).collect::<Result<_, _>>()?, otherwise })
}

/// Comparisons with one value.
fn subject(call: &Call<'_, '_>, comparisons: &[Comparison<'_, '_>]) -> Result<Subject, Unsupported> {
    let mut wanted = comparisons.iter().map(Comparison::wanted).collect::<Result<Vec<_>, _>>()?;
    let states = comparisons.iter().map(|comparison| output_state(call, &comparison.acceptor));
    let states = states.collect::<Result<Vec<_>, _>>()?;
    let Some(Comparison { asked, path, .. }) = comparisons.first() else {
        return Ok(Subject { shared: None, acceptors: Vec::new() });
    };
    let (shared, conditions) = match (wanted.pop(), wanted.is_empty()) {
        (Some(only), true) => (None, vec![query(call, *asked, path, only)?]),
        (last, _) => {
            wanted.extend(last);
            let lower = |expression: &Expression| queries::lower_shared(call.shapes, *asked, expression, wanted);
            let (shared, conditions) = parsed(path, lower)?;
            (Some(shared), conditions)
        }
    };
    let acceptors = conditions.into_iter().zip(states);
    let acceptors = acceptors.map(|(condition, state)| OutputAcceptor { condition, state }).collect();
    Ok(Subject { shared, acceptors })
}

/// What errors mean.
fn errors(call: &Call<'_, '_>, all: &[Acceptor<'_>]) -> Result<ir::Acceptors<ErrorAcceptor>, Unsupported> {
    let variants = shapes::error_variants(call.context, &call.operation.errors);
    let mut errors = ir::Acceptors { tests: Vec::new(), otherwise: None };
    for acceptor in all {
        // The reason of a failure is in an output, and an error has none.
        let state = match acceptor.state {
            State::Success => AcceptorState::Success,
            State::Failure => AcceptorState::Failure,
            State::Retry => AcceptorState::Retry,
        };
        match acceptor.matcher {
            Matcher::ErrorType(name) => {
                errors.tests.push(ErrorAcceptor { checks: error_checks(call, &variants, name), state });
            }
            Matcher::Success(false) => {
                errors.otherwise = Some(state);
                break;
            }
            Matcher::Success(true) | Matcher::Output(_) | Matcher::InputOutput(_) => {}
        }
    }
    Ok(errors)
}

fn query(call: &Call<'_, '_>, asked: Asked<'_>, path: &Node, wanted: Wanted<'_>) -> Result<Query, Unsupported> {
    parsed(path, |expression| queries::lower(call.shapes, asked, expression, wanted))
}

/// What is made of a path, or why a client cannot evaluate it.
fn parsed<T>(path: &Node, lower: impl FnOnce(&Expression) -> Result<T, String>) -> Result<T, Unsupported> {
    let text = path.as_str().unwrap_or_default();
    let lowered = jmespath::parse(text).map_err(|error| error.message).and_then(|expression| lower(&expression));
    lowered.map_err(|message| Unsupported {
        span: path.span,
        message: format!("a client cannot evaluate `{text}`: {message}"),
    })
}

/// The state of an acceptor of responses.
fn output_state(call: &Call<'_, '_>, acceptor: &Acceptor<'_>) -> Result<AcceptorState, Unsupported> {
    Ok(match (acceptor.state, acceptor.message) {
        (State::Success, _) => AcceptorState::Success,
        (State::Retry, _) => AcceptorState::Retry,
        (State::Failure, None) => AcceptorState::Failure,
        (State::Failure, Some(message)) => {
            let message = query(call, Asked::Output(call.output), message, Wanted::Text)?;
            match message.touches_secret {
                // It would be in the log.
                true => AcceptorState::Failure,
                false => AcceptorState::FailureWith(message),
            }
        }
    })
}

/// What an error of that name is known by.
fn error_checks(call: &Call<'_, '_>, variants: &[ErrorVariant], name: &str) -> Vec<ErrorCheck> {
    let is_named =
        |error: &&&crate::model::Shape| error.id.name() == name || call.context.service_name(&error.id) == name;
    let modeled = call.operation.errors.iter().find(is_named);
    let variant =
        modeled.and_then(|error| variants.iter().find(|variant| call.context.named(&error.id) == Some(&variant.shape)));
    let mut checks = Vec::new();
    let mut codes = vec![name];
    if let (Some(error), Some(variant)) = (modeled, variant) {
        let code = call.context.protocol.error_code(error);
        match &variant.code {
            Some(_) => checks.push(ErrorCheck::Is(variant.predicate.clone())),
            // A response with that code becomes another variant.
            None if code != name => codes.push(code),
            None => {}
        }
        // The variant is what such a code is read as.
        if variant.code.is_some() && code == name {
            codes.clear();
        }
    }
    checks.extend(codes.into_iter().map(|code| ErrorCheck::Code(code.into())));
    checks
}
