//! The endpoints that Timestream tells: where calls go, and when it is asked again.

use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use services::timestream::config::http::{HttpRequest, HttpResponse};
use services::timestream::config::retry::RetryConfig;
use services::timestream::config::{AsyncSleep, Sleep, StalledStreamProtectionConfig};
use services::timestream::endpoint_discovery::ReloadEndpoint;
use services::timestream::{Client, Config};
use tokio::sync::Notify;

use crate::{BoxError, Checked};

/// A service that tells other hosts each time, and a clock.
#[derive(Clone, Debug)]
struct Times(Arc<Mutex<State>>, Arc<Notify>);

#[derive(Debug)]
struct State {
    /// What it tells: `{}` is how often it was asked.
    answer: (u16, String),
    asked: u32,
    /// The hosts of the other calls.
    called: Vec<String>,
    now: Duration,
    sleeps: Vec<u64>,
}

impl Times {
    /// A host that is good for that long.
    fn new(host: &str, minutes: i64) -> Self {
        let answer = format!(r#"{{"Endpoints":[{{"Address":"{host}","CachePeriodInMinutes":{minutes}}}]}}"#);
        Self::answering(200, answer)
    }

    fn answering(status: u16, answer: impl Into<String>) -> Self {
        let state = State {
            answer: (status, answer.into()),
            asked: 0,
            called: Vec::new(),
            now: Duration::from_secs(1_700_000_000),
            sleeps: Vec::new(),
        };
        Self(Arc::new(Mutex::new(state)), Arc::default())
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enable(&self) -> impl Future<Output = Result<(Client, ReloadEndpoint), BoxError>> {
        let config = Config::builder()
            .with_test_defaults_v2()
            .http_client(self.clone())
            .sleep_impl(self.clone())
            .time_source(self.clone())
            .retry_config(RetryConfig::disabled())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled());
        Client::from_conf(config.build()).with_endpoint_discovery_enabled()
    }
}

impl TimeSource for Times {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.state().now
    }
}

impl AsyncSleep for Times {
    /// Until the test says that the time has passed. Timeouts never do.
    fn sleep(&self, duration: Duration) -> Sleep {
        let times = self.clone();
        Sleep::new(async move {
            times.1.notified().await;
            let mut state = times.state();
            state.now += duration;
            state.sleeps.push(duration.as_secs());
        })
    }
}

impl HttpClient for Times {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Times {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.state();
        let (mut status, mut body) = (200, "{}".to_owned());
        if request.headers().get("x-amz-target") == Some("Times.DescribeEndpoints") {
            state.asked += 1;
            (status, body) = (state.answer.0, state.answer.1.replace("{}", &state.asked.to_string()));
        } else {
            state.called.push(request.uri().to_owned());
        }
        let status = status.try_into().expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, body.into())))
    }
}

#[tokio::test]
async fn calls_go_where_the_service_says() -> Checked {
    let times = Times::new("cell-{}.example.com", 10);
    let (client, reload) = times.enable().await?;
    client.query().send().await?;
    client.query().send().await?;
    reload.reload_once().await;
    client.query().send().await?;
    assert_eq!(
        times.state().called,
        ["https://cell-1.example.com/", "https://cell-1.example.com/", "https://cell-2.example.com/"]
    );
    Ok(())
}

#[tokio::test]
async fn what_is_not_an_endpoint_is_an_error() -> Checked {
    let nowhere = Times::answering(200, r#"{"Endpoints":[]}"#);
    let broken = Times::answering(400, r#"{"__type":"ThrottlingException","message":"later"}"#);
    let wrong = Times::new("evil.example/path", 10);
    let endless = Times::new("cell.example.com", i64::MAX);
    for (times, message) in [
        (nowhere, "returned none"),
        (broken, "ThrottlingException"),
        (wrong, "not a host name"),
        (Times::new("cell.example.com:0x50", 10), "not a host name"),
        (endless, "no end"),
    ] {
        let error = times.enable().await.err().ok_or("there is a client")?;
        let text = services::timestream::error::DisplayErrorContext(&*error).to_string();
        assert!(text.contains(message), "{text}");
    }
    Ok(())
}

#[tokio::test]
async fn an_endpoint_may_have_a_port() -> Checked {
    let times = Times::new("cell-{}.example.com:8443", 10);
    let (client, _reload) = times.enable().await?;
    client.query().send().await?;
    assert_eq!(times.state().called, ["https://cell-1.example.com:8443/"]);
    Ok(())
}

/// What fails later is not an error as long as there is an endpoint.
#[tokio::test]
async fn an_endpoint_stays_until_there_is_another() -> Checked {
    let times = Times::new("cell-{}.example.com", 10);
    let (client, reload) = times.enable().await?;
    times.state().answer = (500, String::new());
    reload.reload_once().await;
    client.query().send().await?;
    assert_eq!(times.state().called, ["https://cell-1.example.com/"]);
    Ok(())
}

#[tokio::test]
async fn the_task_asks_again_two_minutes_before_the_end() -> Checked {
    let times = Times::new("cell-{}.example.com", 5);
    let (client, reload) = times.enable().await?;
    let task = tokio::spawn(reload.reload_task());
    let mut asked = Vec::new();
    for _ in 0..8 {
        // The task runs until it sleeps, and the next look sees a minute more.
        tokio::task::yield_now().await;
        asked.push(times.state().asked);
        times.1.notify_one();
        tokio::task::yield_now().await;
    }
    // After 0 to 7 minutes: four minutes leave one.
    assert_eq!(asked, [1, 1, 1, 1, 2, 2, 2, 2]);
    assert!(times.state().sleeps.iter().all(|seconds| *seconds == 60));
    drop(client);
    times.1.notify_one();
    task.await?;
    Ok(())
}
