//! A service with bearer tokens: given, made by a provider, failing, missing; and other schemes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use aws_credential_types::provider::error::TokenError;
use aws_credential_types::provider::future;
use aws_credential_types::provider::token::{ProvideToken, SharedTokenProvider};
use aws_sdk_codecatalyst::config::{Builder, Token};
use aws_sdk_codecatalyst::{Client, Config};
use compat_support::{clock, credentials, moment, quick_retries, say, say_error, show, Answer, Outcome, Server};

#[derive(Clone, Debug)]
struct Login {
    calls: Arc<AtomicUsize>,
    lifetime: Duration,
}

impl ProvideToken for Login {
    fn provide_token<'a>(&'a self) -> future::ProvideToken<'a>
    where
        Self: 'a,
    {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        future::ProvideToken::ready(match self.lifetime {
            Duration::ZERO => Err(TokenError::not_loaded("log in first")),
            lifetime => Ok(Token::new(format!("token-{call}"), Some(moment() + lifetime))),
        })
    }
}

async fn ask(name: &str, change: impl FnOnce(Builder) -> Builder) -> Outcome {
    let server = Server::start([Answer::ok(r#"{"items":[{"name":"a","regionName":"r"}]}"#)]);
    let config = Config::builder()
        .behavior_version_latest()
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    let client = Client::from_conf(change(config).build());
    for _ in 0..2 {
        match client.list_spaces().send().await {
            Ok(output) => show(name, output.items()),
            Err(error) => say_error(name, &error),
        }
    }
    for request in server.received() {
        say(&format!("{name}, sent"), request.header("authorization").unwrap_or("(none)"));
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let login = |seconds| Login { calls: Arc::default(), lifetime: Duration::from_secs(seconds) };
    ask("given", |config| config.token_provider(Token::new("given", None))).await?;
    ask("long", |config| config.token_provider(login(3600))).await?;
    ask("short", |config| config.token_provider(login(10))).await?;
    ask("logged out", |config| config.token_provider(login(0))).await?;
    ask("none", |config| config).await?;
    ask("odd characters", |config| config.token_provider(Token::new("a\nb", None))).await?;
    ask("allowed without", |config| config.allow_no_auth()).await?;
    ask("preferred without", |config| {
        config.allow_no_auth().token_provider(Token::new("unused", None)).auth_scheme_preference(["noAuth".into()])
    })
    .await?;

    let shared = aws_types::SdkConfig::builder()
        .behavior_version(aws_sdk_codecatalyst::config::BehaviorVersion::latest())
        .token_provider(SharedTokenProvider::new(Token::new("shared", None)))
        .credentials_provider(aws_credential_types::provider::SharedCredentialsProvider::new(credentials()))
        .build();
    let config = Config::from(&shared).to_builder();
    let server = Server::start([Answer::ok(r#"{"identity":"me"}"#)]);
    let client = Client::from_conf(config.endpoint_url(server.url()).build());
    show("identity", client.verify_session().send().await?.identity());
    server.say_received("shared");
    show("token", Token::new("hidden", None));
    Ok(())
}
