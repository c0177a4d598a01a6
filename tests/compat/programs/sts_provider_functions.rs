//! Credentials from functions and chains of them, that are shown without their secrets.

use std::time::Duration;

use aws_credential_types::credential_fn::provide_credentials_fn;
use aws_credential_types::provider::error::CredentialsError;
use aws_sdk_sts::config::{Credentials, IdentityCache, ProvideCredentials, Region, SharedCredentialsProvider};
use aws_sdk_sts::error::DisplayErrorContext;
use aws_sdk_sts::{Client, Config};
use compat_support::{clock, moment, quick_retries, say, say_error, show, Answer, Outcome, Server};

/// The first that has credentials.
async fn first(providers: &[SharedCredentialsProvider]) -> Result<Credentials, CredentialsError> {
    for provider in providers {
        match provider.provide_credentials().await {
            Err(CredentialsError::CredentialsNotLoaded(_)) => {}
            other => return other,
        }
    }
    Err(CredentialsError::not_loaded("no provider has credentials"))
}

async fn ask(name: &str, provider: impl ProvideCredentials + 'static) {
    let server = Server::start([Answer::ok(
        "<GetCallerIdentityResponse><GetCallerIdentityResult/></GetCallerIdentityResponse>",
    )]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(provider)
        .identity_cache(IdentityCache::lazy().load_timeout(Duration::from_millis(100)).build())
        .retry_config(quick_retries())
        .time_source(clock())
        .endpoint_url(server.url());
    match Client::from_conf(config.build()).get_caller_identity().send().await {
        Ok(_) => say(name, "answered"),
        Err(error) => {
            say_error(name, &error);
            say(&format!("{name}, in one line"), DisplayErrorContext(&error));
        }
    }
    for request in server.received() {
        say(
            &format!("{name}, key"),
            request.header("authorization").and_then(|text| text.split(['=', '/']).nth(1)).unwrap_or(""),
        );
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let none = || {
        SharedCredentialsProvider::new(provide_credentials_fn(|| async {
            Err(CredentialsError::not_loaded_no_source())
        }))
    };
    let some = || SharedCredentialsProvider::new(Credentials::from_keys("FOUND", "secret", None));
    ask("function", provide_credentials_fn(|| async { Ok(Credentials::from_keys("FN", "secret", None)) })).await;
    ask("chain", provide_credentials_fn(move || async move { first(&[none(), some()]).await })).await;
    ask("empty chain", provide_credentials_fn(|| async { first(&[]).await })).await;
    ask("unhandled", provide_credentials_fn(|| async { Err(CredentialsError::unhandled("odd")) })).await;
    ask("invalid", provide_credentials_fn(|| async { Err(CredentialsError::invalid_configuration("no key")) })).await;
    ask("too slow", provide_credentials_fn(|| async { std::future::pending().await })).await;
    let expired = Credentials::new("OLD", "secret", None, Some(moment() - Duration::from_secs(60)), "old");
    ask("expired", expired.clone()).await;
    show("credentials", &expired);
    show("expiry", expired.expiry());
    let mut named = Credentials::builder().access_key_id("A").secret_access_key("S").provider_name("mine").build();
    *named.expiry_mut() = Some(moment());
    show("named", named);
    Ok(())
}
