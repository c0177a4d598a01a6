//! A test that replays answers and then asserts what was sent.

use std::panic::{catch_unwind, AssertUnwindSafe};

use aws_sdk_sns::config::Region;
use aws_sdk_sns::types::Topic;
use aws_sdk_sns::{Client, Config};
use aws_smithy_http_client::test_util::{ReplayEvent, StaticReplayClient};
use aws_smithy_types::body::SdkBody;
use compat_support::{clock, credentials, panic_message, say, say_error, say_request, show, Outcome};

fn event(sent: &'static str, answer: &str) -> Result<ReplayEvent, http::Error> {
    let request = http::Request::builder()
        .method("POST")
        .uri("https://sns.eu-central-1.amazonaws.com/")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(SdkBody::from(sent))?;
    Ok(ReplayEvent::new(request, http::Response::builder().status(200).body(SdkBody::from(answer))?))
}

fn page(topics: &[&str], token: &str) -> String {
    let topics: String = topics.iter().map(|arn| format!("<member><TopicArn>{arn}</TopicArn></member>")).collect();
    format!(
        "<ListTopicsResponse><ListTopicsResult><Topics>{topics}</Topics>{token}</ListTopicsResult></ListTopicsResponse>"
    )
}

fn client(http_client: &StaticReplayClient) -> Client {
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::from_static("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .http_client(http_client.clone());
    Client::from_conf(config.build())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let replay = StaticReplayClient::new(vec![
        event("Action=ListTopics&Version=2010-03-31", &page(&["a", "b"], "<NextToken>t&lt;1</NextToken>"))?,
        event("Action=ListTopics&Version=2010-03-31&NextToken=t%3C1", &page(&["c"], ""))?,
    ]);
    let topics: Vec<Topic> = client(&replay).list_topics().into_paginator().items().send().try_collect().await?;
    show("topics", topics);
    replay.assert_requests_match(&["authorization"]);
    replay.relaxed_requests_match();
    say("requests", replay.actual_requests().count());
    for request in replay.actual_requests() {
        say_request("request", request);
    }
    let error = client(&replay).list_topics().send().await.err().ok_or("there is no third answer")?;
    say_error("no answer", &error);

    std::panic::set_hook(Box::new(|_| {}));
    let replay = StaticReplayClient::new(vec![
        event("Action=ListTopics&Version=2010-03-31&NextToken=x", &page(&[], ""))?,
        event("Action=ListTopics", &page(&[], ""))?,
    ]);
    client(&replay).list_topics().next_token("y").send().await?;
    let wrong = catch_unwind(AssertUnwindSafe(|| replay.assert_requests_match(&[])));
    say("wrong", wrong.is_err());
    let replay = StaticReplayClient::new(vec![
        event("Action=ListTopics&Version=2010-03-31", "")?,
        event("Action=ListTopics&Version=2010-03-31", "")?,
    ]);
    let _ = client(&replay).list_topics().send().await;
    let missing = catch_unwind(AssertUnwindSafe(|| replay.assert_requests_match(&["authorization"])));
    say("missing", missing.err().map(panic_message).unwrap_or_default());
    Ok(())
}
