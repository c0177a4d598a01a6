//! In: the client that tests/boxes emits, and a server on a loopback port. Out: what goes over
//! the wire, in each direction, that is so only with S3.

mod expires;
mod ids;
mod keys;
mod pages;
mod parts;
mod signatures;

use boxes::config::retry::RetryConfig;
use boxes::config::{BehaviorVersion, Builder, Credentials, Region};
use boxes::primitives::ByteStream;
use boxes::{Client, Config};
use http_body_util::Full;
use hyper::body::Bytes;
use whitesmith_tests::loopback::{Arrived, Loopback, Reply};

const SECRET: &str = "secret of nobody";

type Checked = Result<(), Box<dyn std::error::Error>>;

/// Settings of a client of a server, which signs and asks once.
fn config(server: &Loopback) -> Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .credentials_provider(Credentials::new("AKIDEXAMPLE", SECRET, None, None, "tests"))
        .endpoint_url(server.endpoint_url())
        .region(Region::new("us-east-1"))
        .retry_config(RetryConfig::disabled())
}

/// A server that gives this answer, and a client of it.
async fn serve(reply: Reply) -> Result<(Loopback, Client), Box<dyn std::error::Error>> {
    let server = Loopback::start(reply).await?;
    let client = Client::from_conf(config(&server).build());
    Ok((server, client))
}

/// A body that is read as it is sent.
fn streamed(data: impl Into<Bytes>) -> ByteStream {
    ByteStream::from_body_1_x(Full::new(data.into()))
}

/// The one request that arrived.
fn only(server: &Loopback) -> Result<Arrived, Box<dyn std::error::Error>> {
    let [request] = <[Arrived; 1]>::try_from(server.requests()).map_err(|requests| format!("{requests:?}"))?;
    Ok(request)
}
