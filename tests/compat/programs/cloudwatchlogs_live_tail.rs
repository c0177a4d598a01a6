//! Logs as they come: a session that is a stream of events, on a host of its own.

use aws_sdk_cloudwatchlogs::config::Region;
use aws_sdk_cloudwatchlogs::types::StartLiveTailResponseStream as Event;
use aws_sdk_cloudwatchlogs::{Client, Config};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use compat_support::{clock, credentials, event, exception, say, say_error, say_header, show, Outcome};

const JSON: &str = "application/x-amz-json-1.1";

async fn tail(name: &str, client: &Client) -> Outcome {
    let call = client.start_live_tail().log_group_identifiers("arn:group").log_event_filter_pattern("ERROR");
    let mut output = match call.send().await {
        Ok(output) => output,
        Err(error) => {
            say_error(name, &error);
            return Ok(());
        }
    };
    loop {
        match output.response_stream.recv().await {
            Ok(Some(Event::SessionStart(start))) => show(name, start),
            Ok(Some(Event::SessionUpdate(update))) => {
                show(name, update.session_metadata());
                for line in update.session_results() {
                    say(name, line.message().unwrap_or_default());
                }
            }
            Ok(Some(event)) => show(name, event.as_session_start().is_err()),
            Ok(None) => break,
            Err(error) => {
                say_error(name, &error);
                show(name, error.as_service_error().map(|error| error.is_session_timeout_exception()));
                break;
            }
        }
    }
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let first = || event("initial-response", JSON, "{}");
    let start = || event("sessionStart", JSON, r#"{"sessionId":"s","logGroupIdentifiers":["arn:group"]}"#);
    let update = r#"{"sessionMetadata":{"sampled":true},"sessionResults":[{"message":"ERROR 1","timestamp":5}]}"#;
    let update = || event("sessionUpdate", JSON, update);
    let timeout = exception("SessionTimeoutException", JSON, r#"{"message":"three hours"}"#);
    let answers = [
        ("ends", [first(), start(), update(), update()].concat()),
        ("times out", [first(), start(), timeout].concat()),
        ("no first event", [start(), update()].concat()),
        ("news", [first(), event("sessionNews", JSON, "{}")].concat()),
    ];
    let names: Vec<&str> = answers.iter().map(|(name, _)| *name).collect();
    let events = answers.into_iter().map(|(_, body)| {
        let request = http::Request::builder().uri("https://a/").body(SdkBody::empty())?;
        Ok(ReplayEvent::new(request, http::Response::builder().status(200).body(SdkBody::from(body))?))
    });
    let http_client = StaticReplayClient::new(events.collect::<Result<_, http::Error>>()?);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .http_client(http_client.clone());
    let client = Client::from_conf(config.build());
    for name in names {
        tail(name, &client).await?;
    }
    let request = http_client.actual_requests().next().ok_or("there was one")?;
    say_header("request", request, "x-amz-target");
    say("request, on a host of its own", request.uri().starts_with("https://stream"));
    say("request, body", String::from_utf8_lossy(request.body().bytes().unwrap_or_default()));
    say_error(
        "no answer",
        &client.start_live_tail().log_group_identifiers("arn:group").send().await.err().ok_or("there are no more")?,
    );
    Ok(())
}
