//! In: the client that tests/wire emits, and a server on a loopback port. Out: what goes
//! over the wire in each direction, for every place that a member can be bound to.

mod bodies;
mod checksums;
mod deep;
mod endpoints;
mod errors;
mod hosts;
mod queries;
mod requests;
mod responses;
mod streams;

use whitesmith_tests::loopback::{Arrived, Loopback, Reply};
use wire::config::retry::RetryConfig;
use wire::config::BehaviorVersion;
use wire::{Client, Config};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// A client of a server, which asks once.
fn client(server: &Loopback) -> Client {
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .retry_config(RetryConfig::disabled())
        .build();
    Client::from_conf(config)
}

/// A server that gives this answer, and a client of it.
async fn serve(reply: Reply) -> Result<(Loopback, Client), Box<dyn std::error::Error>> {
    let server = Loopback::start(reply).await?;
    let client = client(&server);
    Ok((server, client))
}

/// The one request that arrived.
fn only(server: &Loopback) -> Result<Arrived, Box<dyn std::error::Error>> {
    let [request] = <[Arrived; 1]>::try_from(server.requests()).map_err(|requests| format!("{requests:?}"))?;
    Ok(request)
}
