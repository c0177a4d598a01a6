//! The client without TLS against a socket: what comes back, and what each failure means for a
//! retry.

use super::*;
use aws_smithy_async::rt::sleep::Sleep;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;

const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi";

/// A server that answers each request on each connection, until it has to close it.
fn server(answer: &'static str, requests_of_connection: usize) -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let address = listener.local_addr().expect("it has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream, answer, requests_of_connection));
        }
    });
    format!("http://{address}/path?query")
}

fn serve(mut stream: TcpStream, answer: &str, requests: usize) {
    let mut buffer = [0; 4096];
    for _ in 0..requests {
        // A request without a body is one packet.
        if !matches!(stream.read(&mut buffer), Ok(1..)) || stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

fn connector(limit: Option<(Duration, SharedAsyncSleep)>) -> PlainConnector {
    PlainConnector { pool: PlainClient::default().pool(Some(Duration::from_secs(5))), limit }
}

async fn call(connector: &PlainConnector, url: &str) -> Result<HttpResponse, ConnectorError> {
    connector.call(HttpRequest::get(url).expect("it is a URL")).await
}

#[tokio::test]
async fn a_response_has_its_status_headers_and_body() {
    let response = call(&connector(None), &server(OK, 1)).await.expect("there is a response");
    assert_eq!((response.status().as_u16(), response.headers().get("content-length")), (200, Some("2")));
    let body = aws_smithy_types::byte_stream::ByteStream::new(response.into_body());
    assert_eq!(body.collect().await.expect("the body is whole").to_vec(), b"hi");
}

#[tokio::test]
async fn a_url_that_needs_tls_is_a_mistake_that_names_the_feature() {
    let error = call(&connector(None), "https://localhost/").await.expect_err("there is no TLS");
    assert!(error.is_user(), "{error:?}");
    assert!(error.into_source().to_string().contains("`default-https-client`"));
}

#[tokio::test]
async fn a_server_that_is_not_there_or_goes_away_may_be_tried_again() {
    let nobody = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    let nobody = format!("http://{}", nobody.expect("a port is free"));
    let error = call(&connector(None), &nobody).await.expect_err("nobody listens");
    assert!(error.is_io(), "{error:?}");
    let error = call(&connector(None), &server("", 1)).await.expect_err("it closes the connection");
    assert!(error.is_io() || error.as_other() == Some(ErrorKind::TransientError), "{error:?}");
    let error = call(&connector(None), &server("what?\r\n\r\n", 1)).await.expect_err("this is not HTTP");
    assert!(!error.is_io() && !error.is_user() && error.as_other().is_none(), "{error:?}");
}

/// It has been long enough at once.
#[derive(Debug)]
struct Now;

impl AsyncSleep for Now {
    fn sleep(&self, _: Duration) -> Sleep {
        Sleep::new(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_response_that_does_not_come_in_time_is_a_timeout() {
    let limit = Some((Duration::from_secs(7), SharedAsyncSleep::new(Now)));
    let error = call(&connector(limit), &server(OK, 1)).await.expect_err("the call times out");
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.into_source().to_string(), "no response within 7s");
}

/// The port of our end: another one is another connection.
async fn port(connector: &PlainConnector, url: &str, is_poisoned: bool) -> Option<u16> {
    let mut request = HttpRequest::get(url).expect("it is a URL");
    let asked = CaptureSmithyConnection::new();
    request.add_extension(asked.clone());
    let response = connector.call(request).await.expect("there is a response");
    let connection = asked.get()?;
    if is_poisoned {
        connection.poison();
    }
    let body = aws_smithy_types::byte_stream::ByteStream::new(response.into_body());
    body.collect().await.expect("the body is whole");
    // The pool gets the connection back a moment later.
    tokio::task::yield_now().await;
    connection.local_addr().map(|address| address.port())
}

#[tokio::test]
async fn a_connection_is_used_again_until_it_is_poisoned() {
    let (connector, url) = (connector(None), server(OK, 9));
    let first = port(&connector, &url, false).await;
    assert!(first.is_some());
    assert_eq!(port(&connector, &url, true).await, first);
    assert_ne!(port(&connector, &url, false).await, first);
}

#[test]
fn limits_that_differ_have_pools_that_differ_and_only_some_are_kept() {
    let client = PlainClient::default();
    for seconds in 0..100 {
        client.pool(Some(Duration::from_secs(seconds % 20)));
    }
    assert_eq!(client.0.read().expect("nothing panics").len(), POOLS);
}
