//! Event streams in both directions (Smithy 2.0, "Event streams" and "Amazon
//! Event Stream specification").
//!
//! In: the events that a caller sends, and a response's body. Out: a body of
//! frames that are signed one after another, and the events that a service
//! sends. It exists because all of that is the same for every stream: emitted
//! code says which header or payload a member is, and nothing else.
//!
//! Frames are the official crate's. The two ends around them are ours, since
//! the official ones log whole messages, secrets included.

mod read;
mod receiver;
mod sender;
mod write;

pub use read::{Event, HeaderRead, Read, ReadError, ReadErrorEvent};
pub use receiver::{initial_response, EventReceiver};
pub use write::{EventWriter, HeaderWrite, Write};

/// The names of headers that have a meaning of their own.
mod name {
    pub(super) const MESSAGE_TYPE: &str = ":message-type";
    pub(super) const EVENT_TYPE: &str = ":event-type";
    pub(super) const EXCEPTION_TYPE: &str = ":exception-type";
    pub(super) const CONTENT_TYPE: &str = ":content-type";
    pub(super) const ERROR_CODE: &str = ":error-code";
    pub(super) const ERROR_MESSAGE: &str = ":error-message";
    /// Values of [`EVENT_TYPE`] that no union has.
    pub(super) const INITIAL_REQUEST: &str = "initial-request";
    pub(super) const INITIAL_RESPONSE: &str = "initial-response";
}

/// The content type of a body that is a stream of events.
const MEDIA_TYPE: &str = "application/vnd.amazon.eventstream";

#[cfg(test)]
mod tests;
