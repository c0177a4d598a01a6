//! Writes with conditions: what is in the errors of those that fail.

use aws_sdk_dynamodb::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::{AttributeValue, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem, Update};
use aws_sdk_dynamodb::{Client, Error};
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn transfer(client: &Client, token: Option<&str>) -> Result<(), SdkError<TransactWriteItemsError>> {
    let id = AttributeValue::S("1".to_owned());
    let update = Update::builder().table_name("accounts").key("id", id.clone()).update_expression("SET a = :a");
    let put = Put::builder().table_name("log").item("id", id).condition_expression("attribute_not_exists(id)");
    client
        .transact_write_items()
        .transact_items(TransactWriteItem::builder().update(update.build()?).build())
        .transact_items(TransactWriteItem::builder().put(put.build()?).build())
        .set_client_request_token(token.map(str::to_owned))
        .send()
        .await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let cancelled = r#"{"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
        "Message":"Transaction cancelled","CancellationReasons":[{"Code":"None"},
        {"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"id":{"S":"1"}}}]}"#;
    let server = Server::start([
        Answer::ok("{}"),
        Answer::new(400, cancelled),
        Answer::new(400, r#"{"__type":"x#TransactionInProgressException","Message":"busy"}"#),
        Answer::ok("{}"),
        Answer::new(400, r#"{"__type":"x#IdempotentParameterMismatchException","Message":"other"}"#),
        Answer::new(400, r#"{"__type":"x#ConditionalCheckFailedException","message":"no","Item":{"v":{"N":"7"}}}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    transfer(&client, None).await?;
    match transfer(&client, Some("token")).await {
        Err(SdkError::ServiceError(error)) => match error.into_err() {
            TransactWriteItemsError::TransactionCanceledException(error) => {
                for reason in error.cancellation_reasons() {
                    show("reason", reason);
                }
                say_error("cancelled", &error);
            }
            error => say_error("other", &error),
        },
        other => say("other", other.is_ok()),
    }
    match transfer(&client, Some("token")).await {
        Ok(()) => say("in progress", "done"),
        Err(error) => say_error("in progress", &error),
    }
    say_error("mismatch", &Error::from(transfer(&client, Some("token")).await.err().ok_or("an error was expected")?));
    let put = client.put_item().table_name("t").item("v", AttributeValue::N("8".to_owned()));
    let put = put.return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld);
    let error = put.send().await.err().ok_or("the condition fails")?.into_service_error();
    show("code", error.code());
    if let aws_sdk_dynamodb::operation::put_item::PutItemError::ConditionalCheckFailedException(error) = error {
        show("old", error.item());
        say_error("condition", &error);
    }
    for request in server.received() {
        let body: serde_json::Value = serde_json::from_slice(&request.body)?;
        say("request", &body);
    }
    say_error("incomplete", &Put::builder().table_name("t").build().err().ok_or("the item is required")?);
    Ok(())
}
