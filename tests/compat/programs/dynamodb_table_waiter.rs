//! Tables that are made before a test and are gone after it.

use std::time::Duration;

use aws_sdk_dynamodb::client::Waiters;
use aws_sdk_dynamodb::error::ErrorMetadata;
use aws_sdk_dynamodb::operation::describe_table::{DescribeTableError, DescribeTableOutput};
use aws_sdk_dynamodb::types::error::ResourceNotFoundException;
use aws_sdk_dynamodb::types::{
    AttributeDefinition, BillingMode, KeySchemaElement, KeyType, ScalarAttributeType, TableDescription, TableStatus,
};
use aws_sdk_dynamodb::waiters::table_exists::WaitUntilTableExistsError;
use aws_sdk_dynamodb::Client;
use aws_smithy_async::test_util::instant_time_and_sleep;
use aws_smithy_mocks::{mock, mock_client, RuleMode};
use compat_support::{moment, say, say_error, show, Outcome};

fn table(status: TableStatus) -> DescribeTableOutput {
    let table = TableDescription::builder().table_name("t").table_status(status).build();
    DescribeTableOutput::builder().table(table).build()
}

fn missing() -> DescribeTableError {
    let code = ErrorMetadata::builder().code("ResourceNotFoundException").build();
    let error = ResourceNotFoundException::builder().message("no table").meta(code).build();
    DescribeTableError::ResourceNotFoundException(error)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let created = mock!(Client::describe_table)
        .match_requests(|input| input.table_name() == Some("new"))
        .sequence()
        .error(missing)
        .output(|| table(TableStatus::Creating))
        .times(2)
        .output(|| table(TableStatus::Active))
        .build();
    let deleted = mock!(Client::describe_table)
        .match_requests(|input| input.table_name() == Some("old"))
        .sequence()
        .output(|| table(TableStatus::Deleting))
        .error(missing)
        .build();
    let stuck = mock!(Client::describe_table)
        .match_requests(|input| input.table_name() == Some("stuck"))
        .then_output(|| table(TableStatus::from("BEWITCHED")));
    let denied = mock!(Client::describe_table)
        .match_requests(|input| input.table_name() == Some("denied"))
        .then_error(|| DescribeTableError::unhandled("no access"));
    // What a mock forgets is not known to the waiter.
    let uncoded = mock!(Client::describe_table)
        .match_requests(|input| input.table_name() == Some("uncoded"))
        .then_error(|| DescribeTableError::ResourceNotFoundException(ResourceNotFoundException::builder().build()));
    let (time, sleep) = instant_time_and_sleep(moment());
    let client =
        mock_client!(aws_sdk_dynamodb, RuleMode::MatchAny, [&created, &deleted, &stuck, &denied, &uncoded], |config| {
            config.time_source(time.clone()).sleep_impl(sleep.clone())
        });
    let hour = Duration::from_secs(3600);
    let poll = client.wait_until_table_exists().table_name("new").wait(hour).await?;
    show("created", poll.into_result().ok().and_then(|output| output.table).and_then(|table| table.table_status));
    show("created, polls", created.num_calls());
    let poll = client.wait_until_table_not_exists().table_name("old").wait(hour).await?;
    show("deleted", poll.into_result().err().map(|error| error.into_service_error().to_string()));
    show("deleted, polls", deleted.num_calls());
    match client.wait_until_table_exists().table_name("stuck").wait(Duration::from_secs(15)).await {
        Err(error @ WaitUntilTableExistsError::ExceededMaxWait(_)) => say("stuck", &error),
        other => say("stuck", other.is_ok()),
    }
    match client.wait_until_table_exists().set_table_name(Some("denied".to_owned())).wait(hour).await {
        Err(WaitUntilTableExistsError::OperationFailed(failed)) => say_error("denied", failed.error()),
        other => say("denied", other.is_ok()),
    }
    match client.wait_until_table_exists().table_name("uncoded").wait(hour).await {
        Ok(_) => say("uncoded", "exists"),
        Err(error) => say("uncoded", &error),
    }
    show("slept", !sleep.logs().is_empty());

    let key = KeySchemaElement::builder().attribute_name("id").key_type(KeyType::Hash).build()?;
    let attribute =
        AttributeDefinition::builder().attribute_name("id").attribute_type(ScalarAttributeType::S).build()?;
    let call = client.create_table().table_name("t").key_schema(key).attribute_definitions(attribute);
    show("table", call.billing_mode(BillingMode::PayPerRequest).get_key_schema());
    Ok(())
}
