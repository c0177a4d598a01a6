//! In: clients of services that are not AWS's, and a server on a loopback port. Out: what of
//! AWS is in their requests, which is nothing, and what of HTTP in its responses they respect.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use aws_smithy_async::time::StaticTimeSource;
use desk::header::config::retry::RetryConfig;
use desk::header::config::timeout::TimeoutConfig;
use desk::header::config::{AsyncSleep, IdentityCache, Sleep, StalledStreamProtectionConfig};
use desk::header::error::DisplayErrorContext;
use desk::header::operation::RequestId;
use desk::header::{Client, Config};
use desk::query;
use whitesmith_tests::loopback::{Loopback, Reply};

type Checked = Result<(), Box<dyn std::error::Error>>;

/// Sun, 06 Nov 1994 08:49:37 GMT.
const NOW: Duration = Duration::from_secs(784_111_777);

/// Sleeps no time, and keeps how long it should have been.
#[derive(Clone, Debug, Default)]
struct Sleeps(Arc<Mutex<Vec<Duration>>>);

impl AsyncSleep for Sleeps {
    fn sleep(&self, duration: Duration) -> Sleep {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(duration);
        Sleep::new(std::future::ready(()))
    }
}

#[tokio::test]
async fn a_request_has_no_header_that_the_model_and_http_do_not_ask_for() -> Checked {
    let server = Loopback::start(Reply::ok("{}")).await?;
    let client = Client::from_conf(Config::builder().endpoint_url(server.endpoint_url()).build());
    client.ask_anybody().note("hello").send().await?;
    let requests = server.requests();
    let mut names: Vec<&str> = requests[0].headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["host", "user-agent", "x-note"]);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(requests[0].header("user-agent"), Some(format!("desk/{version} whitesmith/{version}").as_str()));
    Ok(())
}

#[tokio::test]
async fn a_request_that_is_signed_has_what_the_signature_needs() -> Checked {
    use desk::signed::config::{Credentials, Region};
    let server = Loopback::start(Reply::status(429, "{}").header("x-request-id", "r")).await?;
    let config = desk::signed::Config::builder()
        .endpoint_url(server.endpoint_url())
        .retry_config(RetryConfig::disabled())
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::new("AKID", "secret", Some("token".into()), None, "test"))
        .build();
    let error = desk::signed::Client::from_conf(config).ask().send().await.err().ok_or("it is throttled")?;
    assert_eq!(error.request_id(), Some("r"));
    let requests = server.requests();
    let mut names: Vec<&str> = requests[0].headers.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["authorization", "host", "user-agent", "x-amz-date", "x-amz-security-token"]);
    let authorization = requests[0].header("authorization").unwrap_or_default();
    assert!(authorization.contains("/eu-central-1/execute-api/aws4_request"), "{authorization}");
    assert!(requests[0].header("user-agent").is_some_and(|agent| agent.starts_with("desk/")));
    Ok(())
}

#[test]
fn a_service_behind_aws_has_to_be_given_its_address() {
    let shared = |endpoint: Option<&str>| {
        let mut shared = aws_types::SdkConfig::builder();
        shared.set_endpoint_url(endpoint.map(str::to_owned));
        desk::signed::Client::try_from_conf((&shared.build()).into())
    };
    assert!(shared(None).is_err_and(|error| error.to_string().contains("`endpoint_url`")));
    assert!(shared(Some("https://desk.example")).is_ok());
}

#[tokio::test]
async fn another_user_agent_is_kept() -> Checked {
    let server = Loopback::start(Reply::ok("{}")).await?;
    let client = Client::from_conf(Config::builder().endpoint_url(server.endpoint_url()).build());
    let call = client.ask_anybody().customize().mutate_request(|request| {
        request.headers_mut().insert("user-agent", "till/7");
    });
    call.send().await?;
    assert_eq!(server.requests()[0].header("user-agent"), Some("till/7"));
    Ok(())
}

#[test]
fn a_client_without_an_address_names_the_setting() {
    let said = |config: Config| Client::try_from_conf(config).err().map(|error| error.to_string()).unwrap_or_default();
    let message = said(Config::builder().build());
    assert!(message.contains("set `endpoint_url`"), "{message}");
    assert_eq!(said(Config::builder().endpoint_url("https://desk.example").build()), "");
    let message = said(Config::builder().endpoint_url("desk.example").build());
    assert!(message.contains("`endpoint_url` has no scheme"), "{message}");
}

/// How long the client waited between two attempts, and how many there were.
async fn waited(reply: Reply) -> Result<(Option<Duration>, usize), Box<dyn std::error::Error>> {
    let server = Loopback::start(reply).await?;
    let sleeps = Sleeps::default();
    let config = Config::builder()
        .endpoint_url(server.endpoint_url())
        // What else would sleep.
        .identity_cache(IdentityCache::no_cache())
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        // A backoff by itself is less than a second.
        .retry_config(RetryConfig::standard().with_max_attempts(2).with_initial_backoff(Duration::from_millis(100)))
        .sleep_impl(sleeps.clone())
        .time_source(StaticTimeSource::new(UNIX_EPOCH + NOW))
        .build();
    let result = Client::from_conf(config).ask_anybody().send().await;
    result.err().ok_or("the server answers with an error")?;
    let sleeps = sleeps.0.lock().unwrap_or_else(PoisonError::into_inner);
    assert!(sleeps.len() < 2, "{sleeps:?}");
    Ok((sleeps.first().copied(), server.requests().len()))
}

#[tokio::test]
async fn a_retry_waits_as_long_as_the_service_asks() -> Checked {
    let after = |status, value: &str| Reply::status(status, "{}").header("Retry-After", value);
    // Without a clock of the server's, which adds one if there is none.
    let at = |value: &str| after(503, value).header("date", "");
    let seconds = |seconds| (Some(Duration::from_secs(seconds)), 2);
    assert_eq!(waited(after(503, "7")).await?, seconds(7));
    assert_eq!(waited(after(429, "7")).await?, seconds(7));
    assert_eq!(waited(after(500, "0")).await?, seconds(0));
    assert_eq!(waited(after(409, "7").header("x-amzn-errortype", "Busy")).await?, seconds(7));
    for date in ["Sun, 06 Nov 1994 08:49:47 GMT", "Sunday, 06-Nov-94 08:49:47 GMT", "Sun Nov  6 08:49:47 1994"] {
        assert_eq!(waited(at(date)).await?, seconds(10), "{date}");
    }
    // What has passed, and what is longer than the longest backoff.
    assert_eq!(waited(at("Sun, 06 Nov 1994 08:49:00 GMT")).await?, seconds(0));
    for long in ["21", "86400", "18446744073709551615", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        assert_eq!(waited(at(long)).await?, seconds(20), "{long}");
    }
    Ok(())
}

#[tokio::test]
async fn a_date_of_the_service_is_compared_with_its_clock() -> Checked {
    let reply = Reply::status(503, "{}").header("Retry-After", "Sun, 06 Nov 2094 08:49:47 GMT");
    let reply = reply.header("Date", "Sun, 06 Nov 2094 08:49:41 GMT");
    assert_eq!(waited(reply).await?, (Some(Duration::from_secs(6)), 2));
    Ok(())
}

#[tokio::test]
async fn what_is_not_a_delay_is_ignored() -> Checked {
    for value in ["-5", "1.5", "soon", "", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:47 GMT", "7, 8"] {
        let (delay, attempts) = waited(Reply::status(503, "{}").header("Retry-After", value)).await?;
        assert!(delay.is_some_and(|delay| delay < Duration::from_secs(1)), "{value}: {delay:?}");
        assert_eq!(attempts, 2, "{value}");
    }
    // Of several lines the first counts, as of any header that is not a list.
    let two = Reply::status(503, "{}").header("Retry-After", "3").header("Retry-After", "9");
    assert_eq!(waited(two).await?, (Some(Duration::from_secs(3)), 2));
    Ok(())
}

#[tokio::test]
async fn the_header_alone_is_no_reason_to_retry() -> Checked {
    for (status, error) in [(400, "Wrong"), (404, "Other")] {
        let reply = Reply::status(status, "{}").header("Retry-After", "7").header("x-amzn-errortype", error);
        assert_eq!(waited(reply).await?, (None, 1), "{status}");
    }
    // Milliseconds are for services of AWS.
    let reply = Reply::status(503, "{}").header("x-amz-retry-after", "7000");
    assert!(waited(reply).await?.0.is_some_and(|delay| delay < Duration::from_secs(1)));
    Ok(())
}

/// The ids in the output, in the error, and in the response of the error.
macro_rules! ids {
    ($module:ident, $headers:expr) => {{
        use desk::$module::config::retry::RetryConfig;
        let with = |reply: Reply| $headers.iter().fold(reply, |reply: Reply, (name, value)| reply.header(name, value));
        let mut found = Vec::new();
        for reply in [Reply::ok("{}"), Reply::status(400, "{}").header("x-amzn-errortype", "Wrong"), Reply::ok("[")] {
            let server = Loopback::start(with(reply)).await?;
            let config = desk::$module::Config::builder()
                .endpoint_url(server.endpoint_url())
                .retry_config(RetryConfig::disabled())
                .build();
            match desk::$module::Client::from_conf(config).ask_anybody().send().await {
                Ok(output) => found.push(output.request_id().map(str::to_owned)),
                Err(error) => {
                    found.push(error.request_id().map(str::to_owned));
                    assert_eq!(error.request_id(), error.as_service_error().and_then(RequestId::request_id));
                    let error = desk::$module::Error::from(error);
                    assert_eq!(error.request_id().map(str::to_owned), found[found.len() - 1]);
                    assert!(!DisplayErrorContext(&error).to_string().contains("aws"));
                }
            }
        }
        found
    }};
}

#[tokio::test]
async fn a_request_id_is_in_the_first_of_the_usual_headers_that_is_there() -> Checked {
    let usual = ["X-Request-Id", "Request-Id", "x-amzn-RequestId", "x-amz-request-id", "X-Correlation-ID"];
    for (index, name) in usual.iter().enumerate() {
        // The preferred one is the last that is sent.
        let headers: Vec<(&str, &str)> = usual[index..].iter().rev().map(|name| (*name, *name)).collect();
        assert_eq!(ids!(header, headers), [*name; 3].map(|name| Some(name.to_owned())), "{name}");
    }
    let none: [(&str, &str); 2] = [("X-Trace-Id", "t"), ("X-Request-Id", "")];
    assert_eq!(ids!(header, none), [const { None::<String> }; 3]);
    Ok(())
}

#[tokio::test]
async fn a_request_id_is_in_the_header_that_was_chosen_and_no_other() -> Checked {
    let headers = [("X-Request-Id", "r"), ("X-Trace-Id", "t")];
    assert_eq!(ids!(query, headers), ["t"; 3].map(|id| Some(id.to_owned())));
    let others = [("X-Request-Id", "r"), ("x-amzn-requestid", "a")];
    assert_eq!(ids!(query, others), [const { None::<String> }; 3]);
    Ok(())
}

#[tokio::test]
async fn a_call_may_have_the_address_of_another_server() -> Checked {
    let [first, second] = [Loopback::start(Reply::ok("{}")).await?, Loopback::start(Reply::ok("{}")).await?];
    let client = query::Client::from_conf(query::Config::builder().endpoint_url(first.endpoint_url()).build());
    let other = query::Config::builder().endpoint_url(second.endpoint_url());
    client.ask_anybody().customize().config_override(other).send().await?;
    assert_eq!((first.requests().len(), second.requests().len()), (0, 1));
    Ok(())
}
