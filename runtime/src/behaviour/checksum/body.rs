//! Bodies that are read once: in, a body; out, the same bytes, and with the last of them its
//! checksum, as a trailer of a request or compared with what a response says.

use super::algorithm::{Algorithm, State};
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use http_body::{Body, Frame, SizeHint};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use std::pin::Pin;
use std::sync::{Arc, OnceLock};
use std::task::{ready, Context, Poll};

/// What happens at the end.
pub(super) enum Then {
    /// The checksum follows as a trailer. It stays the one that was sent first when the body is
    /// sent again.
    Trailer(Arc<OnceLock<String>>),
    /// The checksum is what the response of this operation says, or reading is an error.
    Compare { expected: String, operation: String },
}

/// A body whose bytes are counted in as they pass.
pub(super) struct Checked {
    inner: SdkBody,
    algorithm: &'static Algorithm,
    /// None when the end was reached.
    state: Option<State>,
    then: Then,
}

impl Checked {
    pub(super) fn new(inner: SdkBody, algorithm: &'static Algorithm, then: Then) -> Self {
        Self { inner, algorithm, state: Some(algorithm.start()), then }
    }

    /// What comes after the last byte.
    fn finish(&mut self, state: State) -> Option<Result<Frame<Bytes>, BoxError>> {
        let checksum = state.finish();
        match &self.then {
            Then::Compare { expected, .. } if *expected == checksum => None,
            Then::Compare { expected, operation } => {
                let (expected, operation) = (expected.clone(), operation.clone());
                Some(Err(Mismatch { operation, algorithm: self.algorithm.name, expected, actual: checksum }.into()))
            }
            Then::Trailer(first) => {
                let sent = first.get_or_init(|| checksum.clone());
                if *sent != checksum {
                    // The words of the official crates, which applications may filter by.
                    let headers = |value: &str| BTreeMap::from([(self.algorithm.header, value.to_owned())]);
                    let (cached, calculated) = (headers(sent), headers(&checksum));
                    tracing::warn!(?cached, ?calculated, "calculated checksum differs from cached checksum!");
                }
                let value = HeaderValue::from_str(sent).map_err(BoxError::from);
                let trailers = value.map(|value| {
                    let mut trailers = HeaderMap::new();
                    trailers.insert(HeaderName::from_static(self.algorithm.header), value);
                    Frame::trailers(trailers)
                });
                Some(trailers)
            }
        }
    }
}

impl Body for Checked {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        if self.state.is_none() {
            return Poll::Ready(None);
        }
        let frame = ready!(Pin::new(&mut self.inner).poll_frame(cx));
        if let Some(Ok(frame)) = &frame {
            if let (Some(bytes), Some(state)) = (frame.data_ref(), &mut self.state) {
                state.update(bytes);
            }
        }
        // Trailers of the body itself are the end of its data, and nobody sends any.
        let is_end = frame.as_ref().is_none_or(|frame| frame.as_ref().is_ok_and(|frame| !frame.is_data()));
        match self.state.take_if(|_| is_end) {
            Some(state) => Poll::Ready(self.finish(state)),
            None => Poll::Ready(frame),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.state.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

/// A body is not what its checksum says.
#[derive(Debug)]
struct Mismatch {
    operation: String,
    algorithm: &'static str,
    expected: String,
    actual: String,
}

impl Display for Mismatch {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { operation, algorithm, expected, actual } = self;
        write!(
            f,
            "body checksum mismatch: the {algorithm} in the response of {operation} is {expected}, \
             but that of its bytes is {actual}"
        )
    }
}

impl Error for Mismatch {}
