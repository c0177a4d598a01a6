//! How often a call is tried: modes, limits, kinds of errors, and what the server is told.

use std::time::Duration;

use aws_sdk_sqs::config::retry::{RetryConfig, RetryMode, RetryPartition};
use aws_sdk_sqs::config::Region;
use aws_sdk_sqs::error::ProvideErrorMetadata;
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say, show, Answer, Outcome, Server};

async fn try_with(name: &str, retries: RetryConfig, answers: Vec<Answer>) {
    let server = Server::start(answers);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(retries)
        .retry_partition(RetryPartition::new(name.to_owned()))
        .endpoint_url(server.url())
        .build();
    let client = Client::from_conf(config);
    match client.list_queues().send().await {
        Ok(output) => show(name, output),
        Err(error) => say(name, format!("{error}, {:?}", error.code())),
    }
    let received = server.received();
    for request in &received {
        say(&format!("{name}, attempt"), request.header("amz-sdk-request").unwrap_or("(none)"));
    }
    let ids: std::collections::BTreeSet<_> =
        received.iter().filter_map(|r| r.header("amz-sdk-invocation-id")).collect();
    say(&format!("{name}, ids"), ids.len());
}

fn error(status: u16, code: &str) -> Answer {
    Answer::new(status, format!(r#"{{"__type":"com.amazonaws.sqs#{code}","message":"no"}}"#))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let good = || Answer::ok("{}");
    try_with("standard", quick_retries(), vec![error(500, "A"), error(503, "B"), good()]).await;
    try_with("exhausted", quick_retries(), vec![error(500, "A"), error(502, "B"), error(504, "C"), good()]).await;
    try_with("five", quick_retries().with_max_attempts(5), vec![error(500, "A"); 7]).await;
    try_with("one", quick_retries().with_max_attempts(1), vec![error(500, "A"), good()]).await;
    try_with("disabled", RetryConfig::disabled(), vec![error(500, "A"), good()]).await;
    try_with("client error", quick_retries(), vec![error(400, "A"), good()]).await;
    try_with(
        "throttled",
        quick_retries(),
        vec![error(400, "RequestThrottled"), error(400, "ThrottlingException"), good()],
    )
    .await;
    try_with("too many requests", quick_retries(), vec![error(429, "X"), good()]).await;
    try_with("timed out", quick_retries(), vec![error(400, "RequestTimeout"), good()]).await;
    try_with("dropped", quick_retries(), vec![Answer::dropped(), good()]).await;
    try_with("empty", quick_retries(), vec![Answer::new(500, ""), Answer::new(503, "<html/>"), good()]).await;
    let after = error(500, "A").header("x-amz-retry-after", "5");
    try_with("retry after", quick_retries(), vec![after, good()]).await;
    let adaptive = RetryConfig::adaptive()
        .with_initial_backoff(Duration::from_millis(1))
        .with_max_backoff(Duration::from_millis(1));
    try_with("adaptive", adaptive, vec![error(500, "A"), good()]).await;

    let config = Config::builder().retry_config(RetryConfig::standard().with_max_attempts(7)).build();
    let retries = config.retry_config().ok_or("it was given")?;
    show("mode", retries.mode());
    show("attempts", retries.max_attempts());
    show("has retry", (retries.has_retry(), RetryConfig::disabled().has_retry(), RetryConfig::adaptive().mode()));
    show("parsed", ["standard", "Adaptive", "legacy"].map(|mode| mode.parse::<RetryMode>().ok()));
    Ok(())
}
