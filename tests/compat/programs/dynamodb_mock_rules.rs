//! Mocks by rules: in order, by what matches, with sequences, and with HTTP responses.

use aws_sdk_dynamodb::operation::get_item::{GetItemError, GetItemOutput};
use aws_sdk_dynamodb::operation::put_item::PutItemOutput;
use aws_sdk_dynamodb::types::error::{ProvisionedThroughputExceededException, ResourceNotFoundException};
use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::Client;
use aws_smithy_mocks::{mock, mock_client, MockResponse, RuleMode};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::http::StatusCode;
use compat_support::{panic_message, quick_retries, say, say_error, show, Outcome};

fn found(value: &str) -> GetItemOutput {
    GetItemOutput::builder().item("v", AttributeValue::S(value.to_owned())).build()
}

async fn get(name: &str, client: &Client, table: &str) {
    match client.get_item().table_name(table).key("k", AttributeValue::Bool(true)).send().await {
        Ok(output) => show(name, output.item()),
        Err(error) => say_error(name, &error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let first = mock!(Client::get_item).then_output(|| found("first"));
    let put = mock!(Client::put_item).then_output(|| PutItemOutput::builder().build());
    let last = mock!(Client::get_item).then_error(|| {
        GetItemError::ResourceNotFoundException(ResourceNotFoundException::builder().message("none").build())
    });
    let client = mock_client!(aws_sdk_dynamodb, [&first, &put, &last]);
    get("in order", &client, "a").await;
    show("in order", client.put_item().table_name("a").send().await?.attributes());
    get("in order", &client, "a").await;
    show("calls", [&first, &put, &last].map(|rule| rule.num_calls()));

    let sequence = mock!(Client::get_item)
        .match_requests(|input| input.table_name() == Some("s"))
        .sequence()
        .error(|| {
            let slow = ProvisionedThroughputExceededException::builder().message("slow").build();
            GetItemError::ProvisionedThroughputExceededException(slow)
        })
        .http_status(503, None)
        .http_response(|| {
            let body = r#"{"Item":{"v":{"N":"3"}}}"#;
            HttpResponse::new(StatusCode::try_from(200).expect("a status"), body.into())
        })
        .output(|| found("sequence"))
        .times(2)
        .build();
    let computed = mock!(Client::get_item)
        .match_requests(|input| input.table_name() == Some("c"))
        .then_compute_response(|input| {
            let keys = input.key().map_or(0, |key| key.len());
            match input.consistent_read() {
                Some(true) => MockResponse::Http(HttpResponse::new(400.try_into().expect("a status"), "{}".into())),
                _ => MockResponse::Output(found(&keys.to_string())),
            }
        });
    let client = mock_client!(aws_sdk_dynamodb, RuleMode::MatchAny, [&sequence, &computed], |config| config
        .retry_config(quick_retries())
        .endpoint_url("http://localhost:8000"));
    get("sequence", &client, "s").await;
    show("sequence, calls", sequence.num_calls());
    get("computed", &client, "c").await;
    let error = client.get_item().table_name("c").consistent_read(true).send().await.err().ok_or("status 400")?;
    say_error("computed", &error);
    get("sequence", &client, "s").await;
    get("sequence", &client, "s").await;
    show("exhausted", (sequence.is_exhausted(), sequence.num_calls(), computed.num_calls()));

    std::panic::set_hook(Box::new(|_| {}));
    let none = tokio::spawn(async move { get("no rule", &client, "x").await }).await;
    match none {
        Ok(()) => say("no rule", "no panic"),
        Err(error) => say("no rule", panic_message(error.into_panic()).lines().next().unwrap_or_default()),
    }
    Ok(())
}
