//! In: bodies that are streams. Out: what is sent of them, and when; what is handed out
//! of an answer before it has arrived.

use crate::{client, only, serve, Checked};
use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::mpsc;
use std::task::{Context, Poll};
use whitesmith_tests::loopback::{Loopback, Reply};
use wire::config::retry::RetryConfig;
use wire::config::{BehaviorVersion, Config, Credentials, Region};
use wire::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use wire::primitives::{ByteStream, Length};
use wire::Client;

/// A body that is read once and, if `length` is not set, does not say how long it is.
struct Once {
    data: Option<Bytes>,
    length: Option<u64>,
}

impl Body for Once {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.data.take().map(|data| Ok(Frame::data(data))))
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map(SizeHint::with_exact).unwrap_or_default()
    }
}

pub(crate) fn of_unknown_length(data: &'static str) -> ByteStream {
    ByteStream::from_body_1_x(Once { data: Some(data.into()), length: None })
}

/// Without data, and with what it says of its length.
pub(crate) fn of_length(length: u64) -> ByteStream {
    ByteStream::from_body_1_x(Once { data: None, length: Some(length) })
}

pub(crate) fn readable_once(data: &'static str) -> ByteStream {
    let length = u64::try_from(data.len()).ok();
    ByteStream::from_body_1_x(Once { data: Some(data.into()), length })
}

/// A file with this text, for the test of this name.
pub(crate) fn file(test: &str, text: &str) -> std::io::Result<PathBuf> {
    let path = std::env::temp_dir().join(format!("whitesmith-{test}-{}.txt", std::process::id()));
    std::fs::write(&path, text)?;
    Ok(path)
}

#[tokio::test]
async fn a_stream_is_the_body() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let call = client.upload().name("a b").text("t");
    call.body(ByteStream::from_static(b"some bytes")).send().await?;
    let request = only(&server)?;
    assert_eq!((request.method.as_str(), request.path()), ("PUT", "/uploads/a%20b"));
    assert_eq!(request.header("x-text"), Some("t"));
    assert_eq!(request.header("content-type"), Some("application/octet-stream"));
    assert_eq!(request.header("content-length"), Some("10"));
    assert_eq!(request.body, b"some bytes");
    Ok(())
}

#[tokio::test]
async fn a_stream_of_unknown_length_is_sent_in_chunks() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload().name("n").body(of_unknown_length("some bytes")).send().await?;
    let request = only(&server)?;
    assert_eq!((request.header("content-length"), request.header("transfer-encoding")), (None, Some("chunked")));
    assert_eq!(request.body, b"some bytes");
    Ok(())
}

#[tokio::test]
async fn a_stream_that_was_not_set_is_empty() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload().name("n").send().await?;
    let request = only(&server)?;
    assert_eq!((request.header("content-length"), request.body.len()), (Some("0"), 0));
    Ok(())
}

#[tokio::test]
async fn a_part_of_a_file_is_sent() -> Checked {
    let path = file("part", "0123456789")?;
    let body = ByteStream::read_from().path(&path).offset(3).length(Length::Exact(4)).build().await;
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload_sized().body(body?).send().await?;
    std::fs::remove_file(&path)?;
    let request = only(&server)?;
    assert_eq!((request.header("content-length"), request.body.as_slice()), (Some("4"), &b"3456"[..]));
    Ok(())
}

#[tokio::test]
async fn the_media_type_is_the_content_type_unless_a_member_is() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload_image().body(ByteStream::from_static(b"png")).send().await?;
    assert_eq!(only(&server)?.header("content-type"), Some("image/png"));
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload_sized().content_type("text/plain").send().await?;
    assert_eq!(only(&server)?.header("content-type"), Some("text/plain"));
    Ok(())
}

#[tokio::test]
async fn a_length_that_is_required_and_unknown_is_an_error_before_sending() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let result = client.upload_sized().body(of_unknown_length("some bytes")).send().await;
    let error = result.err().ok_or("it was sent")?;
    assert!(matches!(error, SdkError::ConstructionFailure(_)), "{error:?}");
    let message = DisplayErrorContext(&error).to_string();
    assert!(message.contains("UploadSized needs the length of its body"), "{message}");
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_member_can_tell_the_length() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.upload_sized().length(10).body(of_unknown_length("some bytes")).send().await?;
    let request = only(&server)?;
    assert_eq!((request.header("content-length"), request.header("transfer-encoding")), (Some("10"), None));
    assert_eq!(request.body, b"some bytes");
    Ok(())
}

/// A client that signs.
fn signing_client(server: &Loopback) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .build();
    Client::from_conf(config)
}

#[tokio::test]
async fn a_payload_that_is_not_signed_says_so() -> Checked {
    let server = Loopback::start(Reply::ok("")).await?;
    signing_client(&server).upload_unsigned().body(ByteStream::from_static(b"some bytes")).send().await?;
    let request = only(&server)?;
    assert_eq!(request.header("x-amz-content-sha256"), Some("UNSIGNED-PAYLOAD"));
    let authorization = request.header("authorization").unwrap_or_default();
    assert!(authorization.contains(";x-amz-content-sha256;"), "{authorization}");
    let server = Loopback::start(Reply::ok("")).await?;
    signing_client(&server).upload_signed().body(ByteStream::from_static(b"some bytes")).send().await?;
    let request = only(&server)?;
    assert_eq!(request.header("x-amz-content-sha256"), None);
    assert!(request.header("authorization").is_some());
    Ok(())
}

/// How often a body is sent to a server that is never available.
async fn attempts(body: ByteStream) -> Result<usize, Box<dyn std::error::Error>> {
    let server = Loopback::start(Reply::status(503, "{}")).await?;
    let retry = RetryConfig::standard().with_initial_backoff(std::time::Duration::from_millis(1));
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .retry_config(retry)
        .build();
    let result = Client::from_conf(config).upload().name("n").body(body).send().await;
    assert!(result.is_err());
    assert!(server.requests().iter().all(|request| request.body == b"some bytes"));
    Ok(server.requests().len())
}

#[tokio::test]
async fn only_a_body_that_can_be_read_again_is_sent_again() -> Checked {
    assert_eq!(attempts(ByteStream::from_static(b"some bytes")).await?, 3);
    assert_eq!(attempts(readable_once("some bytes")).await?, 1);
    let path = file("again", "some bytes")?;
    let body = ByteStream::from_path(&path).await?;
    assert_eq!(attempts(body).await?, 3);
    std::fs::remove_file(&path)?;
    Ok(())
}

#[tokio::test]
async fn an_output_has_its_other_members_and_the_body() -> Checked {
    let reply = Reply::ok("some bytes").header("x-count", "7").header("x-amzn-requestid", "id-1");
    let (_server, client) = serve(reply).await?;
    let output = client.download().send().await?;
    assert_eq!((output.count(), output.status()), (Some(7), Some(200)));
    assert_eq!(wire::operation::RequestId::request_id(&output), Some("id-1"));
    assert_eq!(output.body().bytes(), None, "it has not been read");
    assert_eq!(output.body.collect().await?.to_vec(), b"some bytes");
    Ok(())
}

/// A server that sends the head of an answer and one half of its body, and the other
/// half when it is told so; if it is told nothing, it hangs up.
fn serve_in_halves() -> std::io::Result<(String, mpsc::Sender<()>)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let url = format!("http://{}", listener.local_addr()?);
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || -> std::io::Result<()> {
        let (mut connection, _) = listener.accept()?;
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            connection.read_exact(&mut byte)?;
            request.extend(byte);
        }
        connection.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nfirst")?;
        if told.recv().is_ok() {
            connection.write_all(b" half")?;
        }
        Ok(())
    });
    Ok((url, tell))
}

fn client_of(url: &str) -> Client {
    Client::from_conf(Config::builder().behavior_version(BehaviorVersion::latest()).endpoint_url(url).build())
}

#[tokio::test]
async fn an_output_is_there_before_its_body() -> Checked {
    let (url, rest) = serve_in_halves()?;
    let mut output = client_of(&url).download().send().await?;
    assert_eq!(output.body.try_next().await?.as_deref(), Some(&b"first"[..]));
    rest.send(())?;
    assert_eq!(output.body.try_next().await?.as_deref(), Some(&b" half"[..]));
    assert_eq!(output.body.try_next().await?, None);
    Ok(())
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error_of_the_body() -> Checked {
    let (url, rest) = serve_in_halves()?;
    let output = client_of(&url).download().send().await?;
    drop(rest);
    assert!(output.body.collect().await.is_err());
    Ok(())
}

#[tokio::test]
async fn an_error_is_read_whole() -> Checked {
    let (server, client) = serve(Reply::status(410, r#"{"code":"Gone","message":"told"}"#)).await?;
    let error = client.download().send().await.err().ok_or("it succeeded")?;
    assert_eq!((error.code(), error.message()), (Some("Gone"), Some("told")));
    assert!(error.as_service_error().is_some_and(|error| error.is_gone()));
    only(&server)?;
    Ok(())
}

#[tokio::test]
async fn a_header_that_cannot_be_read_is_an_error_of_the_call() -> Checked {
    let server = Loopback::start(Reply::ok("some bytes").header("x-count", "many")).await?;
    let error = client(&server).download().send().await.err().ok_or("it was read")?;
    let message = DisplayErrorContext(&error).to_string();
    assert!(message.contains("expected a value of its type in the header `X-Count`"), "{message}");
    Ok(())
}
