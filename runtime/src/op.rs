//! Operations: in, the few facts and functions by which one differs from another;
//! out, calls through the official orchestrator. Everything that each aws-sdk
//! operation carries as generated glue exists here once and without type
//! parameters, which is most of what makes an emitted crate quick to build.

mod future;
mod missing;
mod plugin;
mod sites;

pub use future::ResponseFuture;
pub(crate) use future::{typed_error, ErasedFuture, ErasedResult};
pub(crate) use missing::RequiredInputCheck;
pub use missing::{Missing, MissingInput};

pub use crate::retry::ErrorType;
pub use aws_smithy_runtime_api::client::interceptors::context::{Input, Output, OutputOrError};

use crate::behaviour::Behaviour;
use crate::http;
use crate::secrets::Secrets;
use crate::service::Service;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin;
pub use aws_smithy_types::config_bag::ConfigBag;
use std::fmt::{self, Debug};
use std::future::Future;
use std::pin::Pin;
use std::sync::OnceLock;

/// A request, or why there is none.
pub type Serialized = Result<HttpRequest, BoxError>;
/// Writes the request of an input.
pub type Serialize = fn(&Input, &mut ConfigBag) -> Serialized;
/// Writes the request of an input whose body is a stream, which can only be moved.
pub type SerializeStreaming = fn(Input, &mut ConfigBag) -> Result<HttpRequest, BoxError>;
/// Reads the output or the error of a response whose body is in memory.
pub type Deserialize = fn(&http::Response<'_>) -> OutputOrError;
/// An output on its way, of which a part comes after the response.
pub type Finished = Pin<Box<dyn Future<Output = Result<Output, BoxError>> + Send>>;
/// Waits for the rest of an output.
pub type Finish = fn(Output) -> Finished;
/// The input as the type that the operation takes.
pub fn input<T: Debug + Send + Sync + 'static>(input: &Input) -> Result<&T, BoxError> {
    input.downcast_ref().ok_or_else(|| OTHER_INPUT.into())
}

/// The same for an operation whose input has a body to move out of it.
pub fn take_input<T: Debug + Send + Sync + 'static>(input: Input) -> Result<T, BoxError> {
    input.downcast().map_err(|_| OTHER_INPUT.into())
}

const OTHER_INPUT: &str = "an interceptor replaced the input by another type";

#[derive(Clone, Copy, Debug)]
enum Serializer {
    Buffered(Serialize),
    Streaming(SerializeStreaming),
}

/// An operation. Emitted code declares one `static` each.
pub struct Operation {
    facts: Facts,
    errors: ErrorType,
    // Filled by the first call. An operation belongs to one service, so what
    // is made from the service is the same for each client of it.
    plugin: OnceLock<SharedRuntimePlugin>,
    sites: sites::Sites,
}

/// What is said of an operation, a call each, until its errors are: they come last, so that
/// what is added to an operation is a line of its own. What has a default is left out.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    name: &'static str,
    serialize: Serializer,
    deserialize: Deserialize,
    streaming_output: bool,
    finish: Option<Finish>,
    secrets: Secrets,
    // An array, so that a line of emitted code adds one; no operation has as many as there are.
    behaviours: [Option<&'static dyn Behaviour>; 8],
    behaviour_count: usize,
}

impl Facts {
    const fn new(name: &'static str, serialize: Serializer, deserialize: Deserialize) -> Self {
        Self {
            name,
            serialize,
            deserialize,
            streaming_output: false,
            finish: None,
            secrets: *Secrets::NONE,
            behaviours: [None; 8],
            behaviour_count: 0,
        }
    }

    /// Some of the output or of an error is `@sensitive`: bodies enter neither logs nor
    /// errors.
    pub const fn sensitive_output(mut self) -> Self {
        self.secrets.body = true;
        self
    }

    /// Some of an error is `@sensitive`: one that is not of the model, or cannot be read,
    /// keeps no message.
    pub const fn sensitive_errors(mut self) -> Self {
        self.secrets.messages = true;
        self
    }

    /// A `@sensitive` member is where the protocol has the code or the request id of an
    /// error: one that is not of the model, or cannot be read, keeps neither.
    pub const fn sensitive_error_codes(mut self) -> Self {
        self.secrets.codes = true;
        self
    }

    /// A `@sensitive` member is the status.
    pub const fn sensitive_status(mut self) -> Self {
        self.secrets.status = true;
        self
    }

    /// `@sensitive` members are in these headers; a `*` at the end stands for the keys of
    /// a map.
    pub const fn sensitive_headers(mut self, names: &'static [&'static str]) -> Self {
        self.secrets.headers = names;
        self
    }

    /// A member of the output is the body, handed out before it is read.
    pub const fn streaming_output(mut self) -> Self {
        self.streaming_output = true;
        self
    }

    /// A part of the output is in the body that is handed out: an initial response.
    pub const fn finish(mut self, finish: Finish) -> Self {
        self.finish = Some(finish);
        self
    }

    /// The operation does this beside writing its request and reading its response. In a
    /// `static`, one too many is an error of the compiler.
    pub const fn with(mut self, behaviour: &'static dyn Behaviour) -> Self {
        self.behaviours[self.behaviour_count] = Some(behaviour);
        self.behaviour_count += 1;
        self
    }

    /// The operation. `errors` is `op::ErrorType::of::<TheOperationError>()`.
    pub const fn errors(self, errors: ErrorType) -> Operation {
        Operation { facts: self, errors, plugin: OnceLock::new(), sites: sites::Sites::new() }
    }
}

impl Operation {
    /// An operation without any of the optional traits.
    #[allow(clippy::new_ret_no_self)] // There is more to say.
    pub const fn new(name: &'static str, serialize: Serialize, deserialize: Deserialize) -> Facts {
        Facts::new(name, Serializer::Buffered(serialize), deserialize)
    }

    /// The same with an input whose body is a stream.
    pub const fn streaming(name: &'static str, serialize: SerializeStreaming, deserialize: Deserialize) -> Facts {
        Facts::new(name, Serializer::Streaming(serialize), deserialize)
    }

    /// The output or the error in a response whose body is in memory or a stream.
    #[cfg(feature = "protocol-tests")]
    pub(crate) fn deserialize(
        &self,
        response: &aws_smithy_runtime_api::client::orchestrator::HttpResponse,
    ) -> OutputOrError {
        (self.facts.deserialize)(&http::Response::new(response).with_secrets(&self.facts.secrets))
    }

    /// The operation's name in the model.
    pub fn name(&self) -> &'static str {
        self.facts.name
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.facts.secrets
    }

    pub(crate) fn finishes(&self) -> Option<Finish> {
        self.facts.finish
    }

    /// The layer and the components of this operation.
    pub(crate) fn plugin(&'static self, service: &'static Service) -> SharedRuntimePlugin {
        let build = || plugin::build(self, service);
        self.plugin.get_or_init(build).clone()
    }

    pub(crate) fn span(&'static self, service: &'static Service) -> tracing::Span {
        self.sites.open(service, self.facts.name, self.errors.module())
    }

    /// Tells whoever listens the ids of a response.
    fn tell_ids(&'static self, response: &http::Response<'_>, has_extended_ids: bool) {
        if has_extended_ids {
            self.sites.extended_request_id(self.errors.module(), response.extended_request_id().as_deref());
        }
        self.sites.request_id(self.errors.module(), response.request_id().as_deref());
    }
}

impl Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Operation").field(&self.facts.name).finish()
    }
}
