//! Identities that are kept by the application, or found in its own way.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use aws_sdk_sts::config::{
    ConfigBag, Credentials, IdentityCache, Region, ResolveCachedIdentity, RuntimeComponents, SharedCredentialsProvider,
};
use aws_sdk_sts::{Client, Config};
use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture, ResolveIdentity, SharedIdentityResolver};
use compat_support::{clock, quick_retries, say, say_error, show, Answer, Outcome, Server};

const ANSWER: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>";

/// Keeps the first identity for ever, for all clients.
#[derive(Clone, Debug, Default)]
struct Keep(Arc<Mutex<Option<Identity>>>, Arc<AtomicUsize>);

impl ResolveCachedIdentity for Keep {
    fn resolve_cached_identity<'a>(
        &'a self,
        resolver: SharedIdentityResolver,
        components: &'a RuntimeComponents,
        bag: &'a ConfigBag,
    ) -> IdentityFuture<'a> {
        self.1.fetch_add(1, Ordering::SeqCst);
        let kept = self.0.lock().expect("nobody panics").clone();
        IdentityFuture::new(async move {
            match kept {
                Some(identity) => Ok(identity),
                None => {
                    let identity = resolver.resolve_identity(components, bag).await?;
                    show("identity", identity.data::<Credentials>().map(Credentials::access_key_id));
                    show("expires", identity.expiration());
                    self.0.lock().expect("nobody panics").replace(identity.clone());
                    Ok(identity)
                }
            }
        })
    }
}

fn client(server: &Server, key: &str, cache: impl ResolveCachedIdentity + 'static) -> Client {
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::from_keys(key, "secret", None))
        .identity_cache(cache)
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    Client::from_conf(config.build())
}

fn say_keys(name: &str, server: &Server) {
    for request in server.received() {
        let key = request.header("authorization").and_then(|value| value.split(['=', '/']).nth(1));
        say(name, key.unwrap_or("(none)"));
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::ok(ANSWER)]);
    let keep = Keep::default();
    for key in ["ONE", "TWO"] {
        client(&server, key, keep.clone()).get_caller_identity().send().await?;
    }
    say_keys("kept", &server);
    say("asked", keep.1.load(Ordering::SeqCst));

    let shared = IdentityCache::lazy().build();
    for key in ["ONE", "TWO"] {
        let client = client(&server, key, shared.clone());
        client.get_caller_identity().send().await?;
        let other = Config::builder().credentials_provider(Credentials::from_keys("THREE", "s", None));
        client.get_caller_identity().customize().config_override(other).send().await?;
        client.get_caller_identity().send().await?;
    }
    say_keys("lazy", &server);

    let provider = SharedCredentialsProvider::new(Credentials::from_keys("SHARED", "secret", None));
    let config = Config::builder().credentials_provider(provider).behavior_version_latest().build();
    #[allow(deprecated)]
    let provider = config.credentials_provider();
    show("provider", provider.is_some());
    show("cache", config.identity_cache().is_some());
    let mut builder = config.to_builder();
    builder.set_credentials_provider(None);
    builder.set_region(Some(Region::new("eu-central-1")));
    let client = Client::from_conf(builder.endpoint_url(server.url()).time_source(clock()).build());
    match client.get_caller_identity().send().await {
        Ok(_) => say_keys("taken away", &server),
        Err(error) => say_error("taken away", &error),
    }
    Ok(())
}
