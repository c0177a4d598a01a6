//! In: `put` or `get`, and a number. Out: nothing; so many objects of 1 MiB were written with a
//! CRC32, or read and compared with it, on a canned HTTP client. Built once with our crate
//! and once with the official one, under the name `s3`. Why: a checksum is on the way of each byte.

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use s3::config::{BehaviorVersion, Credentials, Region};
use s3::{Client, Config};
use std::env::args;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;

static OBJECT: [u8; 1 << 20] = [b'x'; 1 << 20];
/// Of the object, as base64.
const CRC32: &str = "FTucMg==";

#[derive(Clone, Debug)]
struct Canned;

impl HttpConnector for Canned {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        black_box(&request);
        let is_read = request.method() == "GET";
        // Not a copy: that is not what is counted.
        let object = || ByteStream::from_static(&OBJECT).into_inner();
        let body = if is_read { object() } else { SdkBody::empty() };
        let mut response = HttpResponse::new(200.try_into().expect("a status"), body);
        if is_read {
            response.headers_mut().insert("x-amz-checksum-crc32", CRC32);
            response.headers_mut().insert("content-length", "1048576");
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Canned {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Canned)
    }
}

async fn put(client: &Client) -> Result<(), Box<dyn Error>> {
    let put = client.put_object().bucket("bucket").key("a/key").body(ByteStream::from_static(&OBJECT));
    black_box(put.send().await?);
    Ok(())
}

async fn get(client: &Client) -> Result<(), Box<dyn Error>> {
    let object = client.get_object().bucket("bucket").key("a/key").send().await?;
    let read = object.body.collect().await?.into_bytes();
    assert_eq!(read.len(), OBJECT.len());
    black_box(read);
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (task, times) = (args().nth(1).unwrap_or_default(), args().nth(2).and_then(|times| times.parse().ok()));
    let Some(times) = times else { return ExitCode::FAILURE };
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKIDEXAMPLE", "secret", None, None, "bench"))
        .http_client(Canned);
    let client = Client::from_conf(config.build());
    for _ in 0..times {
        let done = match &*task {
            "put" => put(&client).await,
            "get" => get(&client).await,
            _ => return ExitCode::FAILURE,
        };
        if let Err(error) = done {
            eprintln!("error: {error:?}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
