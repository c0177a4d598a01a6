//! In: a test that the model brings for an operation. Out: what its Rust test
//! does: the call or response, and what has to come of it.

use super::{Field, Literal, Named, StructureLiteral};
use crate::text::{Docs, Text};

/// The tests of one operation.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ProtocolTests {
    pub(crate) requests: Vec<RequestTest>,
    /// Of the output and of errors.
    pub(crate) responses: Vec<ResponseTest>,
    /// Of streams of events, in either direction.
    pub(crate) events: Vec<EventTest>,
}

impl ProtocolTests {
    pub(crate) fn count(&self) -> usize {
        self.requests.len() + self.responses.len() + self.events.len()
    }
}

/// A call, and the request that it has to become.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RequestTest {
    pub(crate) function: String,
    pub(crate) docs: Docs,
    pub(crate) params: Vec<Field>,
    /// Scheme, host and perhaps a path.
    pub(crate) endpoint: Text,
    pub(crate) method: Text,
    pub(crate) uri: Text,
    /// The host that the request goes to, where the endpoint is not all of it.
    pub(crate) resolved_host: Option<Text>,
    pub(crate) query: Vec<Text>,
    pub(crate) forbidden_query: Vec<Text>,
    pub(crate) required_query: Vec<Text>,
    pub(crate) headers: Vec<(Text, Text)>,
    pub(crate) forbidden_headers: Vec<Text>,
    pub(crate) required_headers: Vec<Text>,
    /// None where the test says nothing of it.
    pub(crate) body: Option<Text>,
    pub(crate) media_type: Text,
}

/// A response, and what has to be read from it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ResponseTest {
    pub(crate) function: String,
    pub(crate) docs: Docs,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(Text, Text)>,
    pub(crate) body: Text,
    pub(crate) media_type: Text,
    /// Output or error.
    pub(crate) expected: StructureLiteral,
    /// Facts of an error, if it is one.
    pub(crate) error: Option<ErrorTest>,
    /// Whether NaN, which equals nothing, is among the values.
    pub(crate) has_nan: bool,
}

/// What a test of an error has beside the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ErrorTest {
    /// The variant of the operation's error.
    pub(crate) variant: String,
    /// Whether the model has the message among the members.
    pub(crate) has_message: bool,
}

/// A call that sends events, a response that has some, or both.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EventTest {
    pub(crate) function: String,
    pub(crate) docs: Docs,
    pub(crate) call: Option<EventCall>,
    pub(crate) answer: Option<EventAnswer>,
}

/// A call, and what has to be sent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EventCall {
    pub(crate) params: Vec<Field>,
    /// The request itself, if the test says something of it.
    pub(crate) request: Option<RequestTest>,
    /// The message with the members of the input, where one comes before the events.
    pub(crate) initial: Option<SentMessage>,
    pub(crate) events: Vec<SentEvent>,
}

/// An event, and the message that it has to become.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SentEvent {
    pub(crate) value: EventValue,
    pub(crate) sent: SentMessage,
}

/// What is checked of a message that is sent.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct SentMessage {
    pub(crate) message: EventMessage,
    pub(crate) forbidden_headers: Vec<Text>,
    pub(crate) required_headers: Vec<Text>,
}

/// A message of a stream.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct EventMessage {
    /// Strings, numbers, booleans, blobs and timestamps.
    pub(crate) headers: Vec<(Text, Literal)>,
    /// None where the test says nothing of it.
    pub(crate) body: Option<Text>,
    pub(crate) media_type: Text,
    /// All of it, in base64.
    pub(crate) bytes: Option<Text>,
}

/// What the model makes of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EventValue {
    Event(Literal),
    Error {
        /// The enum of the stream's errors.
        error: Named,
        variant: String,
        value: StructureLiteral,
    },
}

/// A response, and what has to be read from it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EventAnswer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(Text, Text)>,
    pub(crate) body: Text,
    pub(crate) media_type: Text,
    /// The events, after the message with the members of the output if there is one.
    pub(crate) messages: Vec<EventMessage>,
    pub(crate) expected: EventResult,
}

/// What has to come of a response.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EventResult {
    /// Members of the output, and an event for each message; None for one that
    /// the model does not have.
    Success { fields: Vec<Field>, events: Vec<Option<EventValue>> },
    /// This variant of the operation's error.
    OperationError(String),
    /// Some error, sooner or later.
    Failure,
}
