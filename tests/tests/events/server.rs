//! In: what to say first, and what to answer to a message. Out: a server on a loopback
//! port that takes messages while it answers, and keeps what it has heard.

use aws_smithy_eventstream::frame::{read_message_from, write_message_to, DecodedFrame, MessageFrameDecoder};
use aws_smithy_types::event_stream::{Header, HeaderValue, Message};
use bytes::{Bytes, BytesMut};
use hyper::body::{Body, Frame, Incoming};
use hyper::header::HeaderMap;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{ready, Context, Poll};
use tokio::net::TcpListener;
use tokio::task::AbortHandle;

/// What a server does.
#[derive(Clone)]
pub(crate) struct Script {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, &'static str)>,
    /// What it says before it has heard anything.
    pub(crate) first: Vec<Message>,
    /// What it says to a message, which is without its signature.
    pub(crate) answer: fn(&Message) -> Vec<Message>,
}

/// What it has heard.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    pub(crate) target: String,
    pub(crate) headers: HeaderMap,
    /// As they came, signatures included.
    pub(crate) messages: Vec<Message>,
    pub(crate) is_complete: bool,
}

pub(crate) struct Server {
    address: SocketAddr,
    heard: Arc<Mutex<Heard>>,
    accepting: AbortHandle,
}

impl Server {
    pub(crate) async fn start(script: Script) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let heard = Arc::default();
        let accepting = tokio::spawn(accept(listener, script, Arc::clone(&heard))).abort_handle();
        Ok(Self { address, heard, accepting })
    }

    pub(crate) fn endpoint_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn heard(&self) -> Heard {
        lock(&self.heard).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

fn lock(heard: &Mutex<Heard>) -> MutexGuard<'_, Heard> {
    heard.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, script: Script, heard: Arc<Mutex<Heard>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let (script, heard) = (script.clone(), Arc::clone(&heard));
        let service = service_fn(move |request| {
            let response = respond(request, &script, &heard);
            async move { response }
        });
        // An error here is a connection that the client closed; there is nobody to tell.
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

fn respond(
    request: Request<Incoming>,
    script: &Script,
    heard: &Arc<Mutex<Heard>>,
) -> Result<Response<Conversation>, hyper::http::Error> {
    let (parts, incoming) = request.into_parts();
    *lock(heard) = Heard { target: parts.uri.to_string(), headers: parts.headers, ..Heard::default() };
    let mut response = Response::builder().status(script.status);
    for (name, value) in &script.headers {
        response = response.header(*name, *value);
    }
    response.body(Conversation {
        incoming,
        decoder: MessageFrameDecoder::new(),
        buffer: BytesMut::new(),
        pending: script.first.iter().map(frame).collect(),
        answer: script.answer,
        heard: Arc::clone(heard),
    })
}

/// A body that answers to the one of the request while that still comes.
struct Conversation {
    incoming: Incoming,
    decoder: MessageFrameDecoder,
    buffer: BytesMut,
    pending: VecDeque<Bytes>,
    answer: fn(&Message) -> Vec<Message>,
    heard: Arc<Mutex<Heard>>,
}

impl Conversation {
    fn hear(&mut self) {
        while let Ok(DecodedFrame::Complete(message)) = self.decoder.decode_frame(&mut self.buffer) {
            if let Some(inner) = unsigned(&message) {
                self.pending.extend((self.answer)(&inner).iter().map(frame));
            }
            lock(&self.heard).messages.push(message);
        }
    }
}

impl Body for Conversation {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        loop {
            if let Some(frame) = self.pending.pop_front() {
                return Poll::Ready(Some(Ok(Frame::data(frame))));
            }
            match ready!(Pin::new(&mut self.incoming).poll_frame(cx)) {
                Some(Ok(frame)) => {
                    self.buffer.extend_from_slice(frame.data_ref().map_or(&[], |data| data));
                    self.hear();
                }
                Some(Err(_)) => return Poll::Ready(None),
                None => {
                    lock(&self.heard).is_complete = true;
                    return Poll::Ready(None);
                }
            }
        }
    }
}

/// The message in a signed one; none in the one that ends a stream.
pub(crate) fn unsigned(message: &Message) -> Option<Message> {
    match header(message, ":chunk-signature") {
        None => Some(message.clone()),
        Some(_) => read_message_from(&mut message.payload().clone()).ok(),
    }
}

pub(crate) fn header<'m>(message: &'m Message, name: &str) -> Option<&'m HeaderValue> {
    message.headers().iter().find(|header| header.name().as_str() == name).map(|header| header.value())
}

pub(crate) fn text<'m>(message: &'m Message, name: &str) -> &'m str {
    header(message, name).and_then(|value| value.as_string().ok()).map_or("", |value| value.as_str())
}

/// A message with headers that are strings.
pub(crate) fn message(headers: &[(&'static str, &'static str)], payload: impl Into<Bytes>) -> Message {
    let headers = headers.iter().map(|(name, value)| Header::new(*name, HeaderValue::String((*value).into())));
    Message::new_from_parts(headers.collect(), payload)
}

fn frame(message: &Message) -> Bytes {
    let mut frame = Vec::new();
    // Too long a message is the only error, and then the client misses it.
    let _ = write_message_to(message, &mut frame);
    frame.into()
}
