//! A call with other settings than its client, and configurations made of others.

use std::fmt;
use std::time::Duration;

use aws_sdk_sqs::config::retry::RetryConfig;
use aws_sdk_sqs::config::timeout::TimeoutConfig;
use aws_sdk_sqs::config::{AppName, Credentials, FrameworkMetadata, Region};
use aws_sdk_sqs::{Client, Config};
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

#[derive(Debug)]
struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request is too long")
    }
}

impl std::error::Error for TooLong {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let failing = Server::start([Answer::new(500, "{}")]);
    let server = Server::start([Answer::ok("{}")]);
    let shared = shared_config()
        .endpoint_url(failing.url())
        .retry_config(quick_retries())
        .app_name(AppName::new("orders")?)
        .build();
    let config = aws_sdk_sqs::config::Builder::from(&shared)
        .framework_metadata(FrameworkMetadata::new("axum", Some("0.8"))?)
        .build();
    let client = Client::from_conf(config);

    let failed = client.list_queues().send().await;
    say("failed", failed.is_err());
    for request in failing.received() {
        say("failed, attempt", request.header("amz-sdk-request").unwrap_or_default());
    }
    client
        .list_queues()
        .customize()
        .config_override(
            Config::builder()
                .endpoint_url(server.url())
                .region(Region::new("us-west-2"))
                .credentials_provider(Credentials::from_keys("OTHER", "secret", Some("token".to_owned()))),
        )
        .send()
        .await?;
    server.say_received("override");

    let once = Config::builder().retry_config(RetryConfig::disabled());
    let failed = client.list_queues().customize().config_override(once).send().await;
    say("once", format!("{} in {} attempts", failed.is_err(), failing.received().len()));

    let other = client.config().to_builder().endpoint_url(server.url()).app_name(AppName::new("other")?).build();
    let other = Client::from_conf(other);
    other
        .list_queues()
        .queue_name_prefix("a")
        .customize()
        .mutate_request(|request| {
            request.headers_mut().insert("x-first", "1");
        })
        .map_request(|mut request| {
            request.headers_mut().insert("x-second", "2");
            if request.body().content_length() > Some(1000) {
                Err(TooLong)
            } else {
                Ok(request)
            }
        })
        .send()
        .await?;
    server.say_received("mutated");
    let refused = other.list_queues().customize().map_request(|_| Err(TooLong)).send().await;
    say_error("refused", &refused.err().ok_or("it was refused")?);
    say("refused, requests", server.received().len());

    show("region", other.config().region());
    show("app", other.config().app_name());
    show("retries", other.config().retry_config().map(RetryConfig::max_attempts));
    show("frameworks", other.config().framework_metadata().len());
    let timeouts = TimeoutConfig::builder().read_timeout(Duration::from_secs(3)).build();
    let config = other.config().to_builder().timeout_config(timeouts).region(None).build();
    show("no region", config.region());
    show("timeouts", config.timeout_config());
    show("bad app", AppName::new("no spaces").err().map(|error| error.to_string()));
    show("bad framework", FrameworkMetadata::new("a/b", None::<&str>).is_err());
    Ok(())
}
