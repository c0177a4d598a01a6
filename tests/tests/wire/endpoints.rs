//! In: addresses that nothing can be sent to. Out: an error that says why, where the
//! client is made or the call is.

use crate::{serve, Checked};
use whitesmith_tests::loopback::Reply;
use wire::config::endpoint::{Endpoint, EndpointFuture, Params, ResolveEndpoint};
use wire::config::BehaviorVersion;
use wire::error::DisplayErrorContext;
use wire::{Client, Config};

const UNUSABLE: [&str; 9] = [
    "",
    " ",
    "127.0.0.1:80",
    "http://",
    "ftp://x",
    "http://me:secret@x",
    "http://x?secret=1",
    "http://x y",
    "http://x:99999",
];

fn config(url: &str) -> Config {
    Config::builder().behavior_version(BehaviorVersion::latest()).endpoint_url(url).build()
}

#[test]
fn a_client_of_an_unusable_address_is_not_made() {
    for url in UNUSABLE {
        let error = Client::try_from_conf(config(url)).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.starts_with("Invalid client configuration: `endpoint_url` "), "{url}: {error}");
        assert!(!error.contains('\n') && !error.contains("secret"), "{url}: {error}");
        assert!(std::panic::catch_unwind(|| Client::from_conf(config(url))).is_err(), "{url}");
    }
    assert!(Client::try_from_conf(config("http://[::1]:1/base/")).is_ok());
}

#[tokio::test]
async fn a_call_to_an_unusable_address_is_an_error() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    for url in UNUSABLE {
        for call in [client.body().customize(), client.body().text("secret").customize()] {
            let call = call.config_override(wire::config::Builder::new().endpoint_url(url));
            let error = call.send().await.err().ok_or("it was sent")?;
            let text = DisplayErrorContext(&error).to_string();
            assert!(text.contains("`endpoint_url` ") && !text.contains("secret"), "{url}: {text}");
        }
    }
    assert!(server.requests().is_empty());
    Ok(())
}

/// Resolves to whatever text.
#[derive(Clone, Copy, Debug)]
struct Fixed(&'static str);

impl ResolveEndpoint for Fixed {
    fn resolve_endpoint<'a>(&'a self, _: &'a Params) -> EndpointFuture<'a> {
        EndpointFuture::ready(Ok(Endpoint::builder().url(self.0).build()))
    }
}

#[tokio::test]
async fn a_resolver_of_an_unusable_address_is_an_error_of_the_call() -> Checked {
    let (server, client) = serve(Reply::ok("{}")).await?;
    // The builder of endpoints takes no empty text.
    for url in UNUSABLE.into_iter().filter(|url| !url.is_empty()) {
        let builder = Config::builder().behavior_version(BehaviorVersion::latest()).endpoint_resolver(Fixed(url));
        let own = Client::from_conf(builder.build());
        let over = wire::config::Builder::new().endpoint_resolver(Fixed(url));
        for call in [own.body().customize(), client.body().customize().config_override(over)] {
            let error = call.send().await.err().ok_or("it was sent")?;
            let text = DisplayErrorContext(&error).to_string();
            assert!(text.contains("the URL that the endpoint resolver gives ") && !text.contains("secret"), "{text}");
        }
    }
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test]
async fn a_resolver_may_take_the_setting_for_what_it_likes() -> Checked {
    let (server, _) = serve(Reply::ok("{}")).await?;
    let url: &'static str = server.endpoint_url().leak();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url("blue")
        .endpoint_resolver(Fixed(url))
        .build();
    Client::try_from_conf(config)?.body().send().await?;
    assert_eq!(server.requests().len(), 1);
    Ok(())
}
