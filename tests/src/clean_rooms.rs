//! In: HTTP requests on a loopback port.
//! Out: answers of an in-memory Clean Rooms that knows one operation.
//! Why: the example and the wire tests need a service at the other end that needs
//! no account and no network, is as strict as the specification, and fails on demand.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use whitesmith_tests::clean_rooms::{Answer, CleanRooms};
//!
//! let service = CleanRooms::start().await?;
//! service.script([Answer::Throttle, Answer::Accept]);
//! println!("listening on {}", service.endpoint_url());
//! # Ok(())
//! # }
//! ```

mod answers;
mod contract;
pub mod sigv4;

pub use answers::Answer;
pub use contract::Fault;
pub use sigv4::Keys;

use answers::Wire;
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::header::{HeaderValue, CONTENT_TYPE};
use hyper::http::request::Parts;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::{json, Value};
use std::collections::VecDeque;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinSet};

/// The access key that the service knows. It opens nothing anywhere else.
pub const ACCESS_KEY_ID: &str = "AKIALOOPBACKEXAMPLE0";
/// The secret that belongs to [`ACCESS_KEY_ID`].
pub const SECRET_ACCESS_KEY: &str = "loopback/secret/that/opens/nothing/else0";
/// The region that the service is in.
pub const REGION: &str = "us-east-1";

const BODY_LIMIT: usize = 1 << 20;

/// A Clean Rooms in memory, for as long as the value lives.
#[derive(Debug)]
pub struct CleanRooms {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    accepting: AbortHandle,
}

/// A request as it arrived.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The HTTP method.
    pub method: String,
    /// The path and query as they were sent.
    pub target: String,
    /// The membership that the path names, percent-decoded.
    pub membership: Option<String>,
    /// Name and value of each header, in the order of arrival.
    pub headers: Vec<(String, String)>,
    /// The body, if it is JSON.
    pub body: Option<Value>,
    /// The status it was answered with; nothing if the connection was dropped.
    pub status: Option<u16>,
    /// Why the request was refused, if it was.
    pub refusal: Option<String>,
}

impl Recorded {
    /// The value of the first header of this name, given in lower case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

#[derive(Debug)]
struct State {
    keys: Keys,
    script: VecDeque<Answer>,
    requests: Vec<Recorded>,
}

impl CleanRooms {
    /// Starts to listen on a free port of the loopback interface.
    ///
    /// # Errors
    /// No port could be opened.
    pub async fn start() -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let state = Arc::new(Mutex::new(State {
            keys: Keys {
                access_key_id: ACCESS_KEY_ID.into(),
                secret_access_key: SECRET_ACCESS_KEY.into(),
                session_token: None,
                region: REGION.into(),
                service: "cleanrooms".into(),
            },
            script: VecDeque::new(),
            requests: Vec::new(),
        }));
        let accepting = tokio::spawn(accept(listener, Arc::clone(&state))).abort_handle();
        Ok(Self { address, state, accepting })
    }

    /// Where clients find the service.
    #[must_use]
    pub fn endpoint_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers the next calls in this way, and all after them with [`Answer::Accept`].
    ///
    /// Only requests that are signed and formed as they should be use up an answer;
    /// the others are refused as the real service would.
    pub fn script(&self, answers: impl IntoIterator<Item = Answer>) {
        lock(&self.state).script = answers.into_iter().collect();
    }

    /// Expects these keys from now on.
    pub fn expect_keys(&self, keys: Keys) {
        lock(&self.state).keys = keys;
    }

    /// All requests so far, the oldest first.
    #[must_use]
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.state).requests.clone()
    }
}

impl Drop for CleanRooms {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// A test that panicked while it held the lock has not broken the state.
fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes connections until it is aborted, and all connections with it.
async fn accept(listener: TcpListener, state: Arc<Mutex<State>>) {
    let mut connections = JoinSet::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let state = Arc::clone(&state);
        connections.spawn(async move {
            let service = service_fn(|request| answer(request, &state));
            // An error here is a connection that one side closed; there is nobody to tell.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
        while connections.try_join_next().is_some() {}
    }
}

/// Closes the connection when it is returned to the server.
#[derive(Debug)]
struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the script drops this connection")
    }
}

impl std::error::Error for Dropped {}

async fn answer(request: Request<Incoming>, state: &Mutex<State>) -> Result<Response<WireBody>, Dropped> {
    let (parts, body) = request.into_parts();
    let body = match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => return Err(Dropped),
    };
    let mut state = lock(state);
    let mut recorded = record(&parts, &body);
    let wire = match examine(&parts, &body, &recorded, &state.keys) {
        Ok(()) => {
            let answer = state.script.pop_front().unwrap_or(Answer::Accept);
            let membership = recorded.membership.as_deref().unwrap_or_default();
            answers::render(answer, membership, recorded.body.as_ref().unwrap_or(&Value::Null))
        }
        Err((refusal, wire)) => {
            recorded.refusal = Some(refusal);
            Some(wire)
        }
    };
    recorded.status = wire.as_ref().map(|wire| wire.status);
    state.requests.push(recorded);
    let request_id = format!("loopback-{:04}", state.requests.len());
    wire.map(|wire| respond(wire, &request_id)).ok_or(Dropped)
}

fn record(parts: &Parts, body: &[u8]) -> Recorded {
    let headers = parts.headers.iter();
    Recorded {
        method: parts.method.to_string(),
        target: parts.uri.to_string(),
        membership: membership(parts.uri.path()),
        headers: headers
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect(),
        body: serde_json::from_slice(body).ok(),
        status: None,
        refusal: None,
    }
}

/// Checks a request in the order in which the real service does: who, what, how.
fn examine(parts: &Parts, body: &[u8], recorded: &Recorded, keys: &Keys) -> Result<(), (String, Wire)> {
    let refuse = |status, code: &str, message: &str| {
        let wire = Wire::error(status, code, &json!({ "message": message }));
        Err((format!("{code}: {message}"), wire))
    };
    let signed = sigv4::Signed {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &parts.headers,
        body,
    };
    if let Err(message) = sigv4::verify(signed, keys) {
        return refuse(403, "InvalidSignatureException", &message);
    }
    let Some(membership) = &recorded.membership else {
        return refuse(404, "UnknownOperationException", "there is no operation at this path");
    };
    if parts.method != "POST" || parts.uri.query().is_some() {
        return refuse(405, "UnknownOperationException", "the operation is a POST without a query");
    }
    if parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes) != Some(b"application/json") {
        return refuse(415, "UnsupportedMediaTypeException", "the body must be application/json");
    }
    let Some(value) = &recorded.body else {
        return refuse(400, "SerializationException", "the body is not JSON");
    };
    let mut faults = contract::check_membership(membership);
    faults.extend(contract::check_body(value));
    if faults.is_empty() {
        return Ok(());
    }
    let summary: Vec<String> = faults.iter().map(|f| format!("{} {}", f.field, f.message)).collect();
    let wire = Wire::invalid("the request does not satisfy its specification", &faults);
    Err((summary.join("; "), wire))
}

/// The membership in `/memberships/{membershipIdentifier}/protectedQueries`.
fn membership(path: &str) -> Option<String> {
    let label = path.strip_prefix("/memberships/")?.strip_suffix("/protectedQueries")?;
    if label.is_empty() || label.contains('/') {
        return None;
    }
    percent_decode(label)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        rest = tail;
        if byte == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            decoded.push(u8::from_str_radix(digits, 16).ok()?);
            rest = rest.get(2..)?;
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn respond(wire: Wire, request_id: &str) -> Response<WireBody> {
    let mut response = Response::new(WireBody {
        announced: wire.body.len(),
        cut: wire.cut_at.is_some(),
        bytes: Some(match wire.cut_at {
            Some(at) => Bytes::from(wire.body).slice(..at),
            None => Bytes::from(wire.body),
        }),
    });
    *response.status_mut() = StatusCode::from_u16(wire.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(wire.content_type));
    if let Ok(value) = HeaderValue::from_str(request_id) {
        headers.insert("x-amzn-requestid", value);
    }
    if let Some(Ok(value)) = wire.error_type.map(|code| HeaderValue::from_str(&code)) {
        headers.insert("x-amzn-errortype", value);
    }
    response
}

/// A body that can end before the length it announced.
struct WireBody {
    announced: usize,
    cut: bool,
    bytes: Option<Bytes>,
}

impl Body for WireBody {
    type Data = Bytes;
    type Error = Dropped;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Dropped>>> {
        let frame = match self.bytes.take() {
            Some(bytes) => Some(Ok(Frame::data(bytes))),
            None if self.cut => Some(Err(Dropped)),
            None => None,
        };
        Poll::Ready(frame)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.announced as u64)
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && !self.cut
    }
}
