//! In: the clients that tests/events emit, and a server on a loopback port that answers
//! while it listens. Out: what goes over the wire when events go in both directions.

mod rest;
mod rpc;
mod server;

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::mpsc::{unbounded_channel, UnboundedReceiver, UnboundedSender};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A stream of what is sent on a channel, until its other end is dropped.
struct Sent<T>(UnboundedReceiver<T>);

impl<T> Stream for Sent<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        self.0.poll_recv(cx)
    }
}

fn channel<T>() -> (UnboundedSender<T>, Sent<T>) {
    let (sender, receiver) = unbounded_channel();
    (sender, Sent(receiver))
}
