//! Throughput that is exceeded: how often is tried, in each version of behavior and mode.

use aws_sdk_dynamodb::config::retry::RetryConfig;
use aws_sdk_dynamodb::config::{BehaviorVersion, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::{Client, Config};
use aws_smithy_async::test_util::instant_time_and_sleep;
use aws_smithy_http_client::test_util::infallible_client_fn;
use compat_support::{credentials, moment, say, show, Outcome};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;

async fn count(name: &str, version: BehaviorVersion, retries: Option<RetryConfig>, code: &'static str) {
    let calls = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&calls);
    let http_client = infallible_client_fn(move |_| {
        counter.fetch_add(1, Ordering::SeqCst);
        let status = if code == "InternalServerError" { 500 } else { 400 };
        http::Response::builder().status(status).body(format!(r#"{{"__type":"a#{code}"}}"#)).expect("valid parts")
    });
    let (time, sleep) = instant_time_and_sleep(moment());
    let mut config = Config::builder()
        .behavior_version(version)
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(time)
        .sleep_impl(sleep)
        .http_client(http_client);
    config.set_retry_config(retries);
    let client = Client::from_conf(config.build());
    let result = client.get_item().table_name("t").key("k", AttributeValue::Bool(true)).send().await;
    let error = result.err().map(|error| error.into_service_error());
    say(name, format!("{code}: {} calls", calls.load(Ordering::SeqCst)));
    show(&format!("{name}, {code}"), error.map(|error| error.is_provisioned_throughput_exceeded_exception()));
}

#[tokio::main(flavor = "current_thread")]
#[allow(deprecated)]
async fn main() -> Outcome {
    let versions = [
        ("2023-11-09", BehaviorVersion::v2023_11_09()),
        ("2024-03-28", BehaviorVersion::v2024_03_28()),
        ("2025-01-17", BehaviorVersion::v2025_01_17()),
        ("2025-08-07", BehaviorVersion::v2025_08_07()),
        ("2026-01-12", BehaviorVersion::v2026_01_12()),
        ("latest", BehaviorVersion::latest()),
    ];
    for (name, version) in versions {
        for code in ["ProvisionedThroughputExceededException", "InternalServerError", "ValidationException"] {
            count(name, version, None, code).await;
        }
        let standard = RetryConfig::standard();
        count(&format!("{name}, standard"), version, Some(standard), "InternalServerError").await;
        count(&format!("{name}, disabled"), version, Some(RetryConfig::disabled()), "InternalServerError").await;
        let more = RetryConfig::standard().with_max_attempts(6);
        count(&format!("{name}, six"), version, Some(more), "ThrottlingException").await;
    }
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).build();
    show("retries", config.retry_config());
    Ok(())
}
