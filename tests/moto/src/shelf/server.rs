//! In: requests of the protocol rpcv2Cbor for the service of shelf.smithy. Out: answers,
//! from books that are kept as they came. Why: no service that is at hand speaks CBOR.

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use ciborium::Value;
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

/// The books by their ids, which begin with 1 and are not given twice.
#[derive(Default)]
struct Shelf {
    books: Vec<(i64, Value)>,
    last: i64,
}

/// Starts the server, which ends with the program; its address.
pub(super) async fn start() -> std::io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let shelf = Arc::new(Mutex::new(Shelf::default()));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let shelf = Arc::clone(&shelf);
            let service = service_fn(move |request| answer(request, Arc::clone(&shelf)));
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    Ok(url)
}

async fn answer(request: Request<Incoming>, shelf: Arc<Mutex<Shelf>>) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let is_proper = parts.method == "POST"
        && header("smithy-protocol") == Some("rpc-v2-cbor")
        && header("content-type") == Some("application/cbor")
        && header("accept") == Some("application/cbor");
    let operation = parts.uri.path().strip_prefix("/service/Shelf/operation/");
    let (status, value) = match (operation, ciborium::from_reader::<Value, _>(&body[..])) {
        (Some(operation), Ok(input)) if is_proper => {
            shelf.lock().unwrap_or_else(PoisonError::into_inner).call(operation, &input)
        }
        _ => (400, error("Malformed", format!("{} {} {:?}", parts.method, parts.uri, parts.headers), None)),
    };
    let mut bytes = Vec::new();
    let status = if ciborium::into_writer(&value, &mut bytes).is_ok() { status } else { 500 };
    let mut response = Response::new(Full::new(Bytes::from(bytes)));
    *response.status_mut() = hyper::StatusCode::from_u16(status).unwrap_or_default();
    for (name, value) in [("smithy-protocol", "rpc-v2-cbor"), ("content-type", "application/cbor")] {
        response.headers_mut().insert(name, hyper::header::HeaderValue::from_static(value));
    }
    Ok(response)
}

impl Shelf {
    /// The status and body that an operation answers with.
    fn call(&mut self, operation: &str, input: &Value) -> (u16, Value) {
        let id = member(input, "id").and_then(Value::as_integer).and_then(|id| i64::try_from(id).ok());
        let place = self.books.iter().position(|(book, _)| Some(*book) == id);
        match (operation, place) {
            ("PutBook", _) => self.put(member(input, "book")),
            ("GetBook", Some(place)) => (200, map([("book", self.books[place].1.clone())])),
            ("ListBooks", _) => (200, self.page(input)),
            ("DeleteBook", Some(place)) => {
                self.books.remove(place);
                (200, map([]))
            }
            ("GetBook" | "DeleteBook", None) => {
                let text = format!("there is no book {}", id.unwrap_or_default());
                (404, error("shelf#NoSuchBook", text, id))
            }
            _ => (400, error("Unknown", operation.to_owned(), None)),
        }
    }

    fn put(&mut self, book: Option<&Value>) -> (u16, Value) {
        let Some(Value::Map(members)) = book else { return (400, error("Malformed", "no book".to_owned(), None)) };
        let title = book.and_then(|book| member(book, "title")).and_then(Value::as_text).unwrap_or_default();
        if title.len() > 100 {
            return (507, error("shelf#ShelfIsFull", "no room".to_owned(), None));
        }
        self.last += 1;
        let mut members = members.clone();
        members.push((Value::from("id"), Value::from(self.last)));
        self.books.push((self.last, Value::Map(members)));
        (200, map([("id", Value::from(self.last)), ("replaced", Value::from(false))]))
    }

    /// Books from the number that `next` says, as many as `most` says.
    fn page(&self, input: &Value) -> Value {
        let start = member(input, "next").and_then(Value::as_text).and_then(|text| text.parse().ok()).unwrap_or(0);
        let most = member(input, "most").and_then(Value::as_integer).and_then(|most| usize::try_from(most).ok());
        let books = self.books.iter().skip(start).take(most.unwrap_or(usize::MAX));
        let books: Vec<Value> = books.map(|(_, book)| book.clone()).collect();
        let end = start + books.len();
        let next = (end < self.books.len()).then(|| ("next", Value::from(end.to_string())));
        map([Some(("books", Value::Array(books))), next].into_iter().flatten())
    }
}

fn member<'v>(value: &'v Value, name: &str) -> Option<&'v Value> {
    value.as_map()?.iter().find(|(key, _)| key.as_text() == Some(name)).map(|(_, value)| value)
}

fn map<'n>(members: impl IntoIterator<Item = (&'n str, Value)>) -> Value {
    Value::Map(members.into_iter().map(|(name, value)| (Value::from(name), value)).collect())
}

fn error(code: &str, message: String, id: Option<i64>) -> Value {
    let id = id.map(|id| ("id", Value::from(id)));
    let members = [Some(("__type", Value::from(code))), Some(("message", Value::from(message))), id];
    map(members.into_iter().flatten())
}
