//! Connections: that they are used again, and left alone after timeouts, as a server on a socket sees.

use std::time::Duration;

use aws_sdk_s3::config::retry::{ReconnectMode, RetryConfig};
use aws_sdk_s3::config::timeout::TimeoutConfig;
use aws_sdk_s3::config::{Region, StalledStreamProtectionConfig};
use aws_sdk_s3::{Client, Config};
use aws_smithy_http_client::test_util::wire::{RecordedEvent, ReplayedEvent, WireMockServer};
use aws_smithy_http_client::test_util::NeverClient;
use compat_support::{clock, credentials, quick_retries, say, say_error, Outcome};

async fn run(name: &str, events: Vec<ReplayedEvent>, calls: usize, retries: RetryConfig) {
    let mock = WireMockServer::start(events).await;
    let timeouts = TimeoutConfig::builder().operation_attempt_timeout(Duration::from_millis(300)).build();
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(retries)
        .timeout_config(timeouts)
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .force_path_style(true)
        .endpoint_url(mock.endpoint_url().replace("this-url-is-converted-to-localhost.com", "127.0.0.1"));
    let client = Client::from_conf(config.build());
    for _ in 0..calls {
        match client.delete_bucket().bucket("b").send().await {
            Ok(_) => say(name, "deleted"),
            // Its Debug has the headers, and the server sends the time of the day.
            Err(error) => say(name, format!("{error}, {:?}", error.raw_response().map(|response| response.status()))),
        }
    }
    for event in mock.events() {
        match event {
            RecordedEvent::NewConnection => say(&format!("{name}, connection"), "new"),
            RecordedEvent::Response(ReplayedEvent::HttpResponse { status, .. }) => {
                say(&format!("{name}, response"), status);
            }
            _ => say(&format!("{name}, event"), "other"),
        }
    }
    mock.shutdown();
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let (ok, status) = (ReplayedEvent::ok, ReplayedEvent::status);
    run("reused", vec![ok(), ok(), ok()], 3, quick_retries()).await;
    run("after errors", vec![status(503), status(500), ok(), ok()], 2, quick_retries()).await;
    run("after a timeout", vec![ReplayedEvent::Timeout, ok(), ok()], 2, quick_retries()).await;
    run("throttled", vec![status(429), ok()], 1, quick_retries()).await;
    let reuse = quick_retries().with_reconnect_mode(ReconnectMode::ReuseAllConnections);
    run("reuse all", vec![status(503), ok()], 1, reuse).await;

    let never = NeverClient::new();
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .retry_config(quick_retries())
        .timeout_config(TimeoutConfig::builder().operation_attempt_timeout(Duration::from_millis(20)).build())
        .http_client(never.clone());
    let error = Client::from_conf(config.build()).list_buckets().send().await.err().ok_or("nobody answers")?;
    say_error("never", &error);
    say("never, calls", never.num_calls());
    Ok(())
}
