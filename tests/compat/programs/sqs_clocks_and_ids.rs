//! Clocks, sleeps and ids of calls that a test brings along, and a clock that is wrong.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_sdk_sqs::config::retry::RetryConfig;
use aws_sdk_sqs::config::{AsyncSleep, Builder, Region, Sleep};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::{Client, Config};
use aws_smithy_async::time::TimeSource;
use compat_support::{credentials, moment, say, say_error, show, Answer, Outcome, Server};

#[derive(Debug)]
struct Numbers(Mutex<u32>);

impl InvocationIdGenerator for Numbers {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        let mut number = self.0.lock().map_err(|_| "nobody panics")?;
        *number += 1;
        match *number {
            3 => Ok(None),
            4 => Err("no more numbers".into()),
            number => Ok(Some(InvocationId::new(format!("call-{number}")))),
        }
    }
}

#[derive(Clone, Debug, Default)]
struct Naps(Arc<Mutex<Vec<Duration>>>);

impl AsyncSleep for Naps {
    fn sleep(&self, duration: Duration) -> Sleep {
        self.0.lock().expect("nobody panics").push(duration);
        Sleep::new(tokio::time::sleep(Duration::from_millis(if duration > Duration::from_secs(1) { 5_000 } else { 1 })))
    }
}

#[derive(Debug)]
struct Late(Duration);

impl TimeSource for Late {
    fn now(&self) -> SystemTime {
        moment() + self.0
    }
}

fn client(server: &Server, change: impl FnOnce(Builder) -> Builder) -> Client {
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .endpoint_url(server.url());
    Client::from_conf(change(config).build())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let failure = || Answer::new(500, "{}");
    let server = Server::start([failure(), failure(), Answer::ok("{}")]);
    let naps = Naps::default();
    let retries = RetryConfig::standard().with_initial_backoff(Duration::from_millis(800));
    let numbered = client(&server, |config| {
        config.invocation_id_generator(Numbers(Mutex::new(0))).sleep_impl(naps.clone()).retry_config(retries)
    });
    for _ in 0..4 {
        if let Err(error) = numbered.list_queues().send().await {
            say_error("id", &error);
        }
    }
    for request in server.received() {
        say("id", request.header("amz-sdk-invocation-id").unwrap_or("(none)"));
    }
    show("slept", !naps.0.lock().expect("nobody panics").is_empty());

    let late = Duration::from_secs(3600);
    let skewed = Answer::new(403, r#"{"__type":"RequestExpired","message":"too late"}"#);
    let skewed = skewed.header("date", "Thu, 01 Jan 2026 00:00:00 GMT");
    let server = Server::start([skewed.clone(), Answer::ok("{}")]);
    let wrong = client(&server, |config| config.time_source(Late(late)).sleep_impl(Naps::default()));
    for name in ["first", "second"] {
        match wrong.list_queues().send().await {
            Ok(_) => say(name, "answered"),
            Err(error) => say_error(name, &error),
        }
        for request in server.received() {
            say(&format!("{name}, date"), request.header("x-amz-date").unwrap_or_default());
            say(&format!("{name}, attempt"), request.header("amz-sdk-request").unwrap_or_default());
        }
    }
    let server = Server::start([skewed, Answer::ok("{}")]);
    let stubborn = client(&server, |config| {
        config.time_source(Late(late)).sleep_impl(Naps::default()).disable_clock_skew_correction(true)
    });
    show("stubborn", stubborn.list_queues().send().await.is_ok());
    for request in server.received() {
        say("stubborn, date", request.header("x-amz-date").unwrap_or_default());
    }
    Ok(())
}
