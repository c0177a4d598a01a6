//! An application that brings its own credentials: a provider that fails, expires, and is counted.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::provider::error::CredentialsError;
use aws_credential_types::provider::future;
use aws_sdk_sts::config::{Builder, Credentials, IdentityCache, ProvideCredentials, Region};
use aws_sdk_sts::{Client, Config};
use compat_support::{clock, moment, quick_retries, say, say_error, Answer, Outcome, Server};

#[derive(Debug)]
struct Vault {
    calls: Arc<AtomicUsize>,
    lifetime: Duration,
    is_sealed: bool,
}

impl ProvideCredentials for Vault {
    fn provide_credentials<'a>(&'a self) -> future::ProvideCredentials<'a>
    where
        Self: 'a,
    {
        let call = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        future::ProvideCredentials::ready(if self.is_sealed {
            Err(CredentialsError::provider_error("the vault is sealed"))
        } else {
            let expiry = moment() + self.lifetime;
            Ok(Credentials::new(format!("KEY{call}"), "secret", Some("token".to_owned()), Some(expiry), "vault"))
        })
    }
}

async fn calls(name: &str, vault: Vault, change: impl Fn(Builder) -> Builder) -> Outcome {
    let server = Server::start([Answer::ok(
        "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>",
    )]);
    let calls = Arc::clone(&vault.calls);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(vault)
        .retry_config(quick_retries())
        .time_source(clock())
        .endpoint_url(server.url());
    let client = Client::from_conf(change(config).build());
    for _ in 0..3 {
        match client.get_caller_identity().send().await {
            Ok(_) => {}
            Err(error) => say_error(name, &error),
        }
    }
    let other = client.clone();
    let _ = other.get_caller_identity().send().await;
    for request in server.received() {
        let authorization = request.header("authorization").unwrap_or_default();
        say(name, authorization.split('/').next().unwrap_or_default());
        say(&format!("{name}, token"), request.header("x-amz-security-token").unwrap_or("(none)"));
    }
    say(&format!("{name}, calls of the provider"), calls.load(Ordering::SeqCst));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let vault = |seconds| Vault { calls: Arc::default(), lifetime: Duration::from_secs(seconds), is_sealed: false };
    calls("long", vault(3600), |config| config).await?;
    calls("about to expire", vault(5), |config| config).await?;
    calls("no cache", vault(3600), |config| config.identity_cache(IdentityCache::no_cache())).await?;
    calls("lazy cache", vault(60), |config| {
        config.identity_cache(IdentityCache::lazy().buffer_time(Duration::from_secs(120)).time_source(clock()).build())
    })
    .await?;
    let sealed = Vault { calls: Arc::default(), lifetime: Duration::ZERO, is_sealed: true };
    calls("sealed", sealed, |config| config).await?;
    Ok(())
}
