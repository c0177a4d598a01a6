//! Calls that are signed and not sent: in, a call; out, a future of its presigned request.

use super::{Call, Handle};
use crate::config::SettingsBuilder;
use crate::op::{typed_error, Input, Operation};
use crate::presigning::{self, PresignedBody, PresignedRequest, PresigningConfig};
use aws_smithy_runtime::client::orchestrator::{self, StopPoint};
use aws_smithy_runtime_api::client::interceptors::context::Error as ErasedError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::{CreateUnhandledError, SdkError};
use aws_smithy_types::error::operation::BuildError;
use std::error::Error;
use std::fmt::{self, Debug};
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{ready, Context, Poll};
use tracing::Instrument;

type ErasedPresigned = Result<PresignedRequest, SdkError<ErasedError, HttpResponse>>;

/// The presigned request of an operation; nothing is signed until this is awaited.
#[must_use = "nothing is signed until the future is awaited"]
pub struct PresignedFuture<E> {
    inner: Pin<Box<dyn Future<Output = ErasedPresigned> + Send>>,
    error: PhantomData<fn() -> E>,
}

impl<E> Future for PresignedFuture<E>
where
    E: Error + CreateUnhandledError + Send + Sync + 'static,
{
    type Output = Result<PresignedRequest, SdkError<E, HttpResponse>>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = ready!(self.inner.as_mut().poll(cx));
        Poll::Ready(result.map_err(|error| error.map_service_error(typed_error)))
    }
}

impl<E> Debug for PresignedFuture<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PresignedFuture")
    }
}

impl Handle {
    /// Prepares a call that is signed and not sent.
    pub fn presign<I, E>(
        &self,
        operation: &'static Operation,
        input: Result<I, BuildError>,
        config_override: Option<SettingsBuilder>,
        body: PresignedBody,
        config: &PresigningConfig,
    ) -> PresignedFuture<E>
    where
        I: Debug + Send + Sync + 'static,
    {
        let input = input.map(Input::erase);
        let extra = Some(presigning::plugin(body, config));
        let call = Call { handle: self.clone(), operation, config_override, extra };
        PresignedFuture { inner: Box::pin(call.presign(input)), error: PhantomData }
    }
}

impl Call {
    async fn presign(self, input: Result<Input, BuildError>) -> ErasedPresigned {
        let input = input.map_err(SdkError::construction_failure)?;
        let (operation, service) = (self.operation, self.handle.0.service);
        let span = operation.span(service);
        let plugins = self.plugins();
        let stopped = orchestrator::invoke_with_stop_point("", "", input, &plugins, StopPoint::BeforeTransmit);
        match stopped.instrument(span).await {
            Ok(mut context) => {
                let request = context
                    .take_request()
                    .ok_or("the orchestrator returned no request")
                    .map_err(SdkError::construction_failure)?;
                presigning::signed(request).map_err(SdkError::construction_failure)
            }
            Err(error) if operation.secrets().any() => Err(operation.secrets().redact(error)),
            Err(error) => Err(error),
        }
    }
}
