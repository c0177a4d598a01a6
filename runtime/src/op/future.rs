//! The future of a call: in, the one boxed future that all operations share; out,
//! the operation's own output and error types.

use super::Output;
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use std::error::Error;
use std::fmt::{self, Debug};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{ready, Context, Poll};

/// What a call gives before its types are known again.
pub(crate) type ErasedResult = Result<Output, SdkError<ErasedError, HttpResponse>>;
/// A call on its way.
pub(crate) type ErasedFuture = Pin<Box<dyn Future<Output = ErasedResult> + Send>>;

/// The response of an operation, which nothing is sent for until this is awaited.
#[must_use = "nothing is sent until the future is awaited"]
pub struct ResponseFuture<T, E> {
    inner: ErasedFuture,
    types: PhantomData<fn() -> (T, E)>,
}

impl<T, E> ResponseFuture<T, E> {
    pub(crate) fn new(inner: ErasedFuture) -> Self {
        Self { inner, types: PhantomData }
    }
}

impl<T, E> Future for ResponseFuture<T, E>
where
    T: Debug + Send + Sync + 'static,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    type Output = Result<T, SdkError<E, HttpResponse>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(typed(ready!(self.inner.as_mut().poll(cx))))
    }
}

/// An interceptor may put in an output or error of any type; one that the
/// operation does not have becomes an error of the call, not a panic.
#[expect(clippy::result_large_err, reason = "the SDK's error, which users have to see as it is")]
fn typed<T, E>(result: ErasedResult) -> Result<T, SdkError<E, HttpResponse>>
where
    T: Debug + Send + Sync + 'static,
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    let output = result.map_err(|error| error.map_service_error(typed_error))?;
    output.downcast().map_err(|_| SdkError::construction_failure("the output is of another type"))
}

/// An error of the operation, whatever it was made of.
pub(crate) fn typed_error<E>(error: ErasedError) -> E
where
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    let unhandled = |error| E::create_unhandled_error(Box::new(error), None);
    error.downcast().unwrap_or_else(unhandled)
}

impl<T, E> Debug for ResponseFuture<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseFuture")
    }
}
