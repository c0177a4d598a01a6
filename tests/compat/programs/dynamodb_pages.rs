//! Queries and scans whose pages go on with the last key; tables by name.

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::query::QueryError;
use aws_sdk_dynamodb::types::{AttributeValue, Select};
use aws_sdk_dynamodb::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

async fn ids(client: &Client, owner: &str) -> Result<Vec<String>, SdkError<QueryError>> {
    let mut items = client
        .query()
        .table_name("orders")
        .key_condition_expression("#o = :o")
        .expression_attribute_names("#o", "owner")
        .expression_attribute_values(":o", AttributeValue::S(owner.to_owned()))
        .into_paginator()
        .page_size(2)
        .items()
        .send();
    let mut ids = Vec::new();
    while let Some(item) = items.try_next().await? {
        ids.extend(item.get("id").and_then(|id| id.as_s().ok()).cloned());
    }
    Ok(ids)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok(r#"{"Items":[{"id":{"S":"1"}},{"id":{"S":"2"}}],"Count":2,"LastEvaluatedKey":{"id":{"S":"2"}}}"#),
        Answer::ok(r#"{"Items":[],"Count":0,"LastEvaluatedKey":{"id":{"S":"3"}}}"#),
        Answer::ok(r#"{"Items":[{"id":{"S":"4"}}],"Count":1}"#),
        Answer::ok(r#"{"Count":5,"ScannedCount":9,"LastEvaluatedKey":{"id":{"S":"2"}}}"#),
        Answer::ok(r#"{"Count":3,"ScannedCount":4,"LastEvaluatedKey":{}}"#),
        Answer::ok(r#"{"TableNames":["a","b"],"LastEvaluatedTableName":"b"}"#),
        Answer::ok(r#"{"TableNames":["c"]}"#),
        Answer::ok(r#"{"Items":[{"id":{"S":"1"}}],"LastEvaluatedKey":{"id":{"S":"1"}}}"#),
        Answer::new(400, r#"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"gone"}"#),
        Answer::ok(r#"{"Items":[{"id":{"S":"1"}}],"LastEvaluatedKey":{"id":{"S":"1"}}}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    show("ids", ids(&client, "me").await?);
    let mut pages = client.scan().table_name("orders").select(Select::Count).into_paginator().send();
    let (mut count, mut scanned) = (0, 0);
    while let Some(page) = pages.next().await {
        let page = page?;
        count += page.count();
        scanned += page.scanned_count();
    }
    show("counts", (count, scanned));
    let tables: Vec<String> = client.list_tables().into_paginator().items().send().try_collect().await?;
    show("tables", tables);
    let mut items = client.scan().table_name("gone").limit(1).into_paginator().items().send();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => show("item", item),
            Err(error) => say_error("in the middle", &error),
        }
    }
    let repeated = ids(&client, "again").await;
    say("the same key twice", repeated.map_or_else(|error| error.to_string(), |ids| ids.len().to_string()));
    for request in server.received() {
        say("request", String::from_utf8_lossy(&request.body));
    }
    Ok(())
}
