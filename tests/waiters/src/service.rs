//! In: the answers that a service gives one after another. Out: a client of it, whose clock
//! moves when somebody sleeps and not otherwise; the requests, and how long was slept. Why:
//! waiters wait for minutes, and tests do not.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use crate::config::http::{HttpRequest, HttpResponse};
use crate::config::retry::RetryConfig;
use crate::config::{AsyncSleep, BehaviorVersion, Sleep, StalledStreamProtectionConfig};
use crate::{Client, Config};
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;

/// One answer of the service.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What is in the result.
    Output(&'static str),
    /// The code of an error.
    Error(&'static str),
    /// None: the connection breaks.
    Nothing,
}

/// The service and the clock.
#[derive(Clone, Debug)]
pub struct Depot(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    /// The last one is given for as long as anybody asks.
    answers: Vec<Answer>,
    now: Duration,
    requests: Vec<(String, String)>,
    sleeps: Vec<Duration>,
    /// What each answer takes.
    latency: Duration,
}

impl Depot {
    /// A service that answers so.
    pub fn new(answers: &[Answer]) -> Self {
        let answers = answers.iter().rev().cloned().collect();
        let (now, latency) = (Duration::from_secs(1_700_000_000), Duration::ZERO);
        Self(Arc::new(Mutex::new(State { answers, now, requests: Vec::new(), sleeps: Vec::new(), latency })))
    }

    /// The same, where each answer takes that long.
    pub fn with_latency(self, latency: Duration) -> Self {
        self.state().latency = latency;
        self
    }

    /// A client of it.
    pub fn client(&self) -> Client {
        Client::from_conf(self.config().sleep_impl(self.clone()).time_source(self.clone()).build())
    }

    fn config(&self) -> crate::config::Builder {
        Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .endpoint_url("http://depot.example")
            .http_client(self.clone())
            .retry_config(RetryConfig::disabled())
            // It sleeps beside each body.
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
    }

    /// How many seconds each sleep took.
    pub fn sleeps(&self) -> Vec<u64> {
        self.state().sleeps.iter().map(Duration::as_secs).collect()
    }

    /// The body and the user agent of each request.
    pub fn requests(&self) -> Vec<(String, String)> {
        self.state().requests.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TimeSource for Depot {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.state().now
    }
}

impl AsyncSleep for Depot {
    fn sleep(&self, duration: Duration) -> Sleep {
        let depot = self.clone();
        // Whoever has a timeout never gets here: the service answers at once.
        Sleep::new(async move {
            let mut state = depot.state();
            state.now += duration;
            state.sleeps.push(duration);
        })
    }
}

impl HttpClient for Depot {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl HttpConnector for Depot {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let mut state = self.state();
        let body = request.body().bytes().map(|body| String::from_utf8_lossy(body).into_owned()).unwrap_or_default();
        let agent = request.headers().get("x-amz-user-agent").unwrap_or_default().to_owned();
        state.requests.push((body, agent));
        let latency = state.latency;
        state.now += latency;
        let answer = match &state.answers[..] {
            [last] => last.clone(),
            _ => state.answers.pop().unwrap_or(Answer::Nothing),
        };
        let (status, body) = match answer {
            Answer::Output(result) => {
                let root = "<DescribeJobsResponse><DescribeJobsResult>";
                (200, format!("{root}{result}</DescribeJobsResult></DescribeJobsResponse>"))
            }
            Answer::Error(code) => {
                (400, format!("<ErrorResponse><Error><Code>{code}</Code><Message>m</Message></Error></ErrorResponse>"))
            }
            Answer::Nothing => return HttpConnectorFuture::ready(Err(ConnectorError::io("no depot".into()))),
        };
        let status = u16::try_into(status).expect("a status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, body.into())))
    }
}
