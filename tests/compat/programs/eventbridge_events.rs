//! Events for a bus: entries that fail, details as JSON, global endpoints of several regions.

use aws_sdk_eventbridge::config::Region;
use aws_sdk_eventbridge::types::{PutEventsRequestEntry, RuleState, Tag};
use aws_sdk_eventbridge::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use compat_support::{
    clock, credentials, quick_retries, say, say_error, say_request, shared_config, show, Answer, Outcome, Server,
};
use serde_json::json;

fn entry(kind: &str, detail: &serde_json::Value) -> PutEventsRequestEntry {
    PutEventsRequestEntry::builder()
        .event_bus_name("orders")
        .source("shop")
        .detail_type(kind)
        .detail(detail.to_string())
        .resources("arn:1")
        .time(aws_sdk_eventbridge::primitives::DateTime::from_secs_f64(1_767_225_600.5))
        .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(
            r#"{"FailedEntryCount":1,"Entries":[{"EventId":"e-1"},{"ErrorCode":"ThrottlingException","ErrorMessage":"m"}]}"#,
        ),
        Answer::new(500, r#"{"__type":"InternalException","message":"m"}"#),
        Answer::ok(r#"{"FailedEntryCount":0,"Entries":[]}"#),
        Answer::ok(r#"{"RuleArn":"arn:rule"}"#),
        Answer::new(
            400,
            r#"{"__type":"InvalidEventPatternException","message":"Event pattern is not valid. Reason: x"}"#,
        ),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let entries = [entry("placed", &json!({"id": 1, "note": "\"quoted\" \u{e9}"})), entry("paid", &json!([]))];
    show("entry", &entries[1]);
    let output = client.put_events().set_entries(Some(entries.to_vec())).send().await?;
    show("failed", output.failed_entry_count());
    for (entry, result) in entries.iter().zip(output.entries()) {
        show("result", (entry.detail_type(), result.event_id(), result.error_code()));
    }
    show("retried", client.put_events().entries(entries[0].clone()).send().await?);
    let tag = Tag::builder().key("k").value("v").build()?;
    let rule = client.put_rule().name("r").schedule_expression("rate(5 minutes)").state(RuleState::Enabled).tags(tag);
    show("rule", rule.send().await?.rule_arn());
    let error = client.put_rule().name("r").event_pattern("{").send().await.err().ok_or("the pattern is wrong")?;
    say_error("pattern", &error);
    show("pattern", error.as_service_error().map(|error| error.is_invalid_event_pattern_exception()));
    server.say_received("request");

    for (name, id, fips) in [("global", "abc.def", false), ("global, fips", "abc.def", true), ("bad id", "a/b", false)]
    {
        let (http_client, request) = capture_request(None);
        let config = Config::builder()
            .behavior_version_latest()
            .region(Region::new("eu-central-1"))
            .credentials_provider(credentials())
            .time_source(clock())
            .use_fips(fips)
            .http_client(http_client);
        let client = Client::from_conf(config.build());
        match client.put_events().endpoint_id(id).entries(entry("k", &json!({}))).send().await {
            Ok(_) => say_request(name, &request.expect_request()),
            Err(error) if error.raw_response().is_some() => say(name, request.expect_request().uri()),
            Err(error) => say_error(name, &error),
        }
    }
    Ok(())
}
