//! In: bodies that callers leave out of the signature. Out: what the request says is signed.

use crate::{config, only, serve, streamed, Checked};
use aws_smithy_runtime_api::client::http::{http_client_fn, HttpConnector, HttpConnectorFuture, SharedHttpConnector};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use boxes::client::customize::CustomizableOperation;
use boxes::config::Builder;
use boxes::primitives::ByteStream;
use boxes::Client;
use std::sync::{Arc, Mutex, PoisonError};
use whitesmith_tests::loopback::{Loopback, Reply};

const UNSIGNED: &str = "UNSIGNED-PAYLOAD";
/// Of `text`.
const HASH: &str = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

/// What a request says is signed.
fn signed(server: &Loopback) -> Result<String, Box<dyn std::error::Error>> {
    Ok(only(server)?.header("x-amz-content-sha256").unwrap_or_default().to_owned())
}

#[tokio::test]
async fn a_body_is_left_out_if_the_caller_says_so() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    client.put_object().key("a").body(ByteStream::from_static(b"text")).send().await?;
    assert_eq!(signed(&server)?, HASH);
    let (server, client) = serve(Reply::ok("")).await?;
    let call = client.put_object().key("a").body(ByteStream::from_static(b"text")).customize();
    call.disable_payload_signing().send().await?;
    assert_eq!(signed(&server)?, UNSIGNED);
    // Settings of the call do not change it, wherever they come.
    let (server, client) = serve(Reply::ok("")).await?;
    let call = client.upload_part().key("a").body(ByteStream::from_static(b"text")).customize();
    let call = call.config_override(Builder::new()).disable_payload_signing().config_override(Builder::new());
    call.send().await?;
    assert_eq!(signed(&server)?, UNSIGNED);
    Ok(())
}

#[tokio::test]
async fn chunks_over_http_are_signed_all_the_same() -> Checked {
    let (server, client) = serve(Reply::ok("")).await?;
    let call = client.put_object().key("a").body(streamed("text")).customize();
    call.disable_payload_signing().send().await?;
    assert_eq!(signed(&server)?, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");
    Ok(())
}

/// Keeps what requests say is signed, in place of a server with TLS.
#[derive(Clone, Debug, Default)]
struct Https(Arc<Mutex<Vec<String>>>);

impl HttpConnector for Https {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let signed = request.headers().get("x-amz-content-sha256").unwrap_or_default().to_owned();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(signed);
        let status = 200_u16.try_into().expect("it is a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::empty())))
    }
}

#[tokio::test]
async fn over_https_chunks_are_never_signed() -> Checked {
    let (server, https) = (Loopback::start(Reply::ok("")).await?, Https::default());
    let connector = SharedHttpConnector::new(https.clone());
    let http_client = http_client_fn(move |_, _| connector.clone());
    let config = config(&server).endpoint_url("https://boxes.example.com").http_client(http_client);
    let client = Client::from_conf(config.build());
    client.put_object().key("a").body(streamed("text")).send().await?;
    let call = || client.put_object().key("a").customize();
    call().disable_payload_signing().send().await?;
    let call = client.put_object().key("a").body(streamed("text")).customize();
    call.disable_payload_signing().send().await?;
    let signed = https.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let chunks = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    assert_eq!(signed, [chunks, UNSIGNED, chunks]);
    Ok(())
}

/// What is called where the operation has no method of this name.
trait Otherwise: Sized {
    fn disable_payload_signing(self) -> &'static str {
        "there is none"
    }
}

impl<T, E, B> Otherwise for CustomizableOperation<T, E, B> {}

#[tokio::test]
async fn other_operations_cannot_leave_it_out() -> Checked {
    let (_server, client) = serve(Reply::ok("")).await?;
    assert_eq!(client.copy_object().customize().disable_payload_signing(), "there is none");
    assert_eq!(client.get_object().customize().disable_payload_signing(), "there is none");
    Ok(())
}
