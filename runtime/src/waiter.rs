//! Waiters: in, an operation, an input, and which of its results end a wait; out, the result
//! that did. Exists because a model says of a waiter no more than that.
//!
//! The loop is the official one, which has the delays, the last poll and the events that are
//! logged. It is generic: here it runs over results whose types are erased, so that it is
//! compiled once, and not for each operation.

use crate::builder::Holds;
use crate::client::Handle;
use crate::feature;
use crate::modeled::Unhandled;
use crate::official::SmithySdkFeature;
use crate::op::{typed_error, ErasedResult, Input, Operation, Output};
use aws_smithy_runtime::client::waiters::{attach_waiter_tracing_span, WaiterOrchestrator};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
use aws_smithy_runtime_api::client::waiters;
use aws_smithy_runtime_api::client::waiters::error::{FailureState, OperationFailed};
use aws_smithy_types::error::metadata::ErrorMetadata;
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Debug, Display, Formatter};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

pub use aws_smithy_runtime::client::waiters::AcceptorState;
pub use aws_smithy_runtime_api::client::waiters::error::WaiterError;

/// The last result of an operation that was waited for.
pub type FinalPoll<T, E> = waiters::FinalPoll<T, SdkError<E, HttpResponse>>;

/// A waiter of the model, of an operation with these types.
pub trait Waiter<I, T, E>: 'static {
    /// Seconds between two requests, at least and at most.
    const DELAY_SECS: (u64, u64);

    /// What a response means: the state of the first acceptor that matches.
    fn accept_output(_input: &I, _output: &T) -> AcceptorState {
        AcceptorState::NoAcceptorsMatched
    }

    /// The same of an error.
    fn accept_error(_error: &E) -> AcceptorState {
        AcceptorState::NoAcceptorsMatched
    }
}

/// The state of a failure for which the service gives a reason. The official error has no
/// place for it, so it is an event.
pub fn failure(message: Option<&str>) -> AcceptorState {
    if let Some(message) = message {
        tracing::debug!("waiter failure: {message}");
    }
    AcceptorState::Failure
}

/// A builder for a waiter.
pub trait Builder {
    /// Without any members so far.
    fn with_handle(handle: Handle) -> Self;
}

/// The builder of a client's waiter.
#[inline]
pub fn builder<B: Builder>(handle: &Handle) -> B {
    B::with_handle(handle.clone())
}

/// What a builder keeps for a waiter: a call, and which waiter it is.
pub struct Wait<C, W> {
    call: C,
    waiter: PhantomData<fn() -> W>,
}

impl<C, W> Wait<C, W> {
    /// `call` holds what the builder is given.
    #[inline]
    pub fn new(call: C) -> Self {
        Self { call, waiter: PhantomData }
    }

    /// What it was made with.
    #[inline]
    pub fn call(&self) -> &C {
        &self.call
    }

    /// The same by value.
    #[inline]
    pub fn into_call(self) -> C {
        self.call
    }
}

impl<C: Clone, W> Clone for Wait<C, W> {
    fn clone(&self) -> Self {
        Self::new(self.call.clone())
    }
}

impl<C: Debug, W> Debug for Wait<C, W> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait").field("call", &self.call).finish()
    }
}

impl<M, C: Holds<M>, W> Holds<M> for Wait<C, W> {
    #[inline]
    fn members(&self) -> &M {
        self.call.members()
    }

    #[inline]
    fn members_mut(&mut self) -> &mut M {
        self.call.members_mut()
    }
}

/// Calls the operation until a result ends the wait.
///
/// # Errors
/// The input cannot be built, the result is a failure, nothing ended the wait in `max_wait`,
/// or there is an error that the waiter says nothing of.
pub async fn wait<W, I, T, E>(
    handle: Handle,
    operation: &'static Operation,
    input: Result<I, BuildError>,
    max_wait: Duration,
) -> Result<FinalPoll<T, E>, WaiterError<T, E>>
where
    W: Waiter<I, T, E>,
    I: Clone + Debug + Send + Sync + 'static,
    T: Debug + Send + Sync + 'static,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    let input = input.map_err(WaiterError::construction_failure)?;
    let polls = Arc::new(Typed { input, accept_output: W::accept_output, accept_error: W::accept_error });
    let (min, max) = W::DELAY_SECS;
    let delays = Delays { min: Duration::from_secs(min), max: Duration::from_secs(max), max_wait };
    typed(run(handle, operation, polls, delays).await)
}

/// How long to wait between polls, and in all.
struct Delays {
    min: Duration,
    max: Duration,
    max_wait: Duration,
}

/// The result of the loop, before its types are known again.
type ErasedWait = Result<FinalPoll<Output, Erased>, WaiterError<Output, Erased>>;

/// The loop. Nothing in it depends on the types of the operation.
fn run(
    handle: Handle,
    operation: &'static Operation,
    polls: Arc<dyn Polls>,
    delays: Delays,
) -> Pin<Box<dyn Future<Output = ErasedWait> + Send>> {
    Box::pin(attach_waiter_tracing_span(async move {
        let time = handle.time_components().map_err(WaiterError::construction_failure)?;
        let missing = |what: &str| WaiterError::construction_failure(format!("a waiter needs {what} in the config"));
        let sleep_impl = time.sleep_impl().ok_or_else(|| missing("a `sleep_impl`"))?;
        let time_source = time.time_source().ok_or_else(|| missing("a `time_source`"))?;
        let accepted = polls.clone();
        let orchestrator = WaiterOrchestrator::builder()
            .min_delay(delays.min)
            .max_delay(delays.max)
            .max_wait(delays.max_wait)
            .time_source(time_source)
            .sleep_impl(sleep_impl)
            .acceptor(move |poll: Result<&Output, &Erased>| accepted.accept(poll.map_err(|error| &error.0)))
            .operation(move || {
                let (call, polls) = (handle.send_erased(operation, polls.input(), plugin()), polls.clone());
                async move { polls.checked(call.await) }
            })
            .build();
        orchestrator.orchestrate().await
    }))
}

/// What the loop asks of an operation.
trait Polls: Send + Sync {
    /// The input once more.
    fn input(&self) -> Input;

    /// What a result means.
    fn accept(&self, poll: Result<&Output, &ErasedError>) -> AcceptorState;

    /// The result, if it is one of the operation: interceptors may put in any other.
    #[expect(clippy::result_large_err, reason = "the SDK's error, which users have to see as it is")]
    fn checked(&self, result: ErasedResult) -> Result<Output, SdkError<Erased, HttpResponse>>;
}

/// The types of an operation.
struct Typed<I, T, E> {
    input: I,
    accept_output: fn(&I, &T) -> AcceptorState,
    accept_error: fn(&E) -> AcceptorState,
}

impl<I, T, E> Polls for Typed<I, T, E>
where
    I: Clone + Debug + Send + Sync + 'static,
    T: Debug + Send + Sync + 'static,
    E: Error + Send + Sync + 'static,
{
    fn input(&self) -> Input {
        Input::erase(self.input.clone())
    }

    fn accept(&self, poll: Result<&Output, &ErasedError>) -> AcceptorState {
        let accepted = match poll {
            Ok(output) => output.downcast_ref().map(|output| (self.accept_output)(&self.input, output)),
            Err(error) => error.downcast_ref().map(self.accept_error),
        };
        accepted.unwrap_or(AcceptorState::NoAcceptorsMatched)
    }

    fn checked(&self, result: ErasedResult) -> Result<Output, SdkError<Erased, HttpResponse>> {
        match result {
            Ok(output) if output.downcast_ref::<T>().is_some() => Ok(output),
            Ok(_) => Err(SdkError::construction_failure(OTHER_OUTPUT)),
            Err(error) => Err(error.map_service_error(Erased)),
        }
    }
}

const OTHER_OUTPUT: &str = "the output is of another type";

/// The result of the loop, with the types of the operation.
#[expect(clippy::result_large_err, reason = "the SDK's error, which users have to see as it is")]
fn typed<T, E>(result: ErasedWait) -> Result<FinalPoll<T, E>, WaiterError<T, E>>
where
    T: Debug + Send + Sync + 'static,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    let error = |error: SdkError<Erased, HttpResponse>| error.map_service_error(|error| typed_error(error.0));
    let other_output = |_| WaiterError::construction_failure(OTHER_OUTPUT);
    match result {
        Ok(poll) => Ok(FinalPoll::new(match poll.into_result() {
            Ok(output) => Ok(output.downcast().map_err(other_output)?),
            Err(failed) => Err(error(failed)),
        })),
        Err(WaiterError::FailureState(state)) => {
            let poll = match state.into_final_poll().into_result() {
                Ok(output) => Ok(output.downcast().map_err(other_output)?),
                Err(failed) => Err(typed_error(failed.0)),
            };
            Err(WaiterError::FailureState(FailureState::new(waiters::FinalPoll::new(poll))))
        }
        Err(WaiterError::OperationFailed(failed)) => {
            Err(WaiterError::OperationFailed(OperationFailed::new(error(failed.into_error()))))
        }
        Err(WaiterError::ExceededMaxWait(exceeded)) => Err(WaiterError::ExceededMaxWait(exceeded)),
        Err(WaiterError::ConstructionFailure(failure)) => Err(WaiterError::ConstructionFailure(failure)),
        Err(other) => Err(WaiterError::construction_failure(other)),
    }
}

/// The error of an operation, as the loop wants one to be.
#[derive(Debug)]
struct Erased(ErasedError);

impl Display for Erased {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl Error for Erased {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl CreateUnhandledError for Erased {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self(ErasedError::erase(Unhandled::new(source, meta)))
    }
}

/// Says in the user agent that a waiter made the call.
fn plugin() -> SharedRuntimePlugin {
    static PLUGIN: OnceLock<SharedRuntimePlugin> = OnceLock::new();
    let (name, interceptor) = ("WaiterFeatureTrackerRuntimePlugin", "WaiterFeatureTrackerInterceptor");
    PLUGIN.get_or_init(|| feature::plugin(name, interceptor, || SmithySdkFeature::Waiter)).clone()
}
