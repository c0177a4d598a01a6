//! Timeouts of calls, attempts and reads against a server that takes its time.

use std::time::Duration;

use aws_sdk_sqs::config::timeout::{TimeoutConfig, TimeoutConfigBuilder};
use aws_sdk_sqs::config::{Region, StalledStreamProtectionConfig};
use aws_sdk_sqs::error::SdkError;
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say, say_error, show, Answer, Outcome, Server};

const SHORT: Duration = Duration::from_millis(60);
const LONG: Duration = Duration::from_millis(400);

async fn ask(name: &str, timeouts: TimeoutConfigBuilder, answers: Vec<Answer>) {
    let server = Server::start(answers);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .timeout_config(timeouts.build())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .endpoint_url(server.url())
        .build();
    match Client::from_conf(config).list_queues().send().await {
        Ok(output) => show(name, output.queue_urls()),
        Err(error) => {
            match &error {
                SdkError::TimeoutError(_) => say(name, "timeout"),
                SdkError::DispatchFailure(failure) => {
                    let connector = failure.as_connector_error();
                    say(name, format!("dispatch, timeout {}, io {}", failure.is_timeout(), failure.is_io()));
                    show(name, connector.map(|error| (error.is_timeout(), error.is_user(), error.as_other())));
                }
                _ => say(name, "another kind"),
            }
            say_error(name, &error);
        }
    }
    say(&format!("{name}, requests"), server.received().len());
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let slow = || Answer::ok("{}").after(LONG);
    let fast = || Answer::ok(r#"{"QueueUrls":["a"]}"#);
    let new = TimeoutConfig::builder;
    ask("operation", new().operation_timeout(SHORT), vec![slow(), fast()]).await;
    ask("attempt", new().operation_attempt_timeout(SHORT), vec![slow(), fast()]).await;
    ask("every attempt", new().operation_attempt_timeout(SHORT), vec![slow()]).await;
    ask("read", new().read_timeout(SHORT), vec![slow(), fast()]).await;
    ask("every read", new().read_timeout(SHORT), vec![slow()]).await;
    ask("patient", new().operation_timeout(LONG * 20).operation_attempt_timeout(LONG * 10), vec![slow()]).await;

    let mut timeouts = new().connect_timeout(SHORT).disable_read_timeout().build();
    show("timeouts", &timeouts);
    timeouts.take_defaults_from(&new().read_timeout(LONG).operation_timeout(LONG).build());
    show("with defaults", (timeouts.read_timeout(), timeouts.operation_timeout(), timeouts.has_timeouts()));
    show("disabled", TimeoutConfig::disabled());
    let config = Config::builder().behavior_version_latest().timeout_config(timeouts).build();
    show("connect", config.timeout_config().and_then(TimeoutConfig::connect_timeout));
    Ok(())
}
