//! DynamoDB: awsJson1_0. Maps of unions that contain themselves, blobs and numbers as text.

use std::collections::HashMap;

use ::dynamodb::client::Waiters;
use ::dynamodb::operation::put_item::PutItemError;
use ::dynamodb::primitives::Blob;
use ::dynamodb::types::{
    AttributeDefinition, AttributeValue, BillingMode, DeleteRequest, KeySchemaElement, KeyType, PutRequest,
    ReturnValue, ScalarAttributeType, TableStatus, WriteRequest,
};
use ::dynamodb::Client;

use crate::calls::{is, recent, same, Calls, Checked, MAX_WAIT};

const TABLE: &str = "pets";

pub(crate) async fn run(client: &Client, calls: &mut Calls) -> Checked {
    create(client, calls).await?;
    write_and_read(client, calls).await?;
    list(client, calls).await?;
    errors(client, calls).await?;
    calls.ok("dynamodb DeleteItem", client.delete_item().table_name(TABLE).set_key(Some(key("b"))).send()).await?;
    let deleted = calls.ok("dynamodb DeleteTable", client.delete_table().table_name(TABLE).send()).await?;
    let wait = client.wait_until_table_not_exists().table_name(TABLE).wait(MAX_WAIT);
    let gone = calls.waited("dynamodb TableNotExists", wait).await?.into_result();
    same("whether there is a table", gone.is_ok(), false)?;
    same("the table", deleted.table_description().and_then(|table| table.table_name()), Some(TABLE))?;
    let error = calls.refused("dynamodb DescribeTable", client.describe_table().table_name(TABLE).send()).await?;
    is(&error, error.is_resource_not_found_exception())
}

async fn create(client: &Client, calls: &mut Calls) -> Checked {
    let name = AttributeDefinition::builder().attribute_name("name").attribute_type(ScalarAttributeType::S);
    let schema = KeySchemaElement::builder().attribute_name("name").key_type(KeyType::Hash);
    let request = client
        .create_table()
        .table_name(TABLE)
        .attribute_definitions(name.build()?)
        .key_schema(schema.build()?)
        .billing_mode(BillingMode::PayPerRequest);
    let created = calls.ok("dynamodb CreateTable", request.send()).await?;
    let table = created.table_description().ok_or("no table")?;
    same("the status", table.table_status(), Some(&TableStatus::Active))?;
    same("the key", table.key_schema().first().map(|key| key.attribute_name()), Some("name"))?;
    recent("its creation", table.creation_date_time())?;
    let wait = client.wait_until_table_exists().table_name(TABLE).wait(MAX_WAIT);
    let waited = calls.waited("dynamodb TableExists", wait).await?.into_result()?;
    same("the status", waited.table().and_then(|table| table.table_status()), Some(&TableStatus::Active))?;
    let described = calls.ok("dynamodb DescribeTable", client.describe_table().table_name(TABLE).send()).await?;
    let arn = described.table().and_then(|table| table.table_arn()).unwrap_or_default();
    same("the end of the ARN", arn.ends_with(":table/pets"), true)
}

/// An item with an attribute of each kind, nested and empty ones too.
fn item(name: &str) -> HashMap<String, AttributeValue> {
    let text = |text: &str| AttributeValue::S(text.to_owned());
    let inner = HashMap::from([
        ("list".to_owned(), AttributeValue::L(vec![text("ä\u{1F415}\n\""), AttributeValue::L(Vec::new())])),
        ("none".to_owned(), AttributeValue::M(HashMap::new())),
    ]);
    HashMap::from([
        ("name".to_owned(), text(name)),
        ("age".to_owned(), AttributeValue::N("12.50".to_owned())),
        ("chip".to_owned(), AttributeValue::B(Blob::new([0, 255, 128]))),
        ("tame".to_owned(), AttributeValue::Bool(true)),
        ("owner".to_owned(), AttributeValue::Null(true)),
        ("toys".to_owned(), AttributeValue::Ss(vec!["ball".to_owned(), "stick".to_owned()])),
        ("scores".to_owned(), AttributeValue::Ns(vec!["1".to_owned(), "2".to_owned()])),
        ("keys".to_owned(), AttributeValue::Bs(vec![Blob::new([1]), Blob::new([2])])),
        ("inner".to_owned(), AttributeValue::M(inner)),
    ])
}

fn key(name: &str) -> HashMap<String, AttributeValue> {
    HashMap::from([("name".to_owned(), AttributeValue::S(name.to_owned()))])
}

async fn write_and_read(client: &Client, calls: &mut Calls) -> Checked {
    calls.ok("dynamodb PutItem", client.put_item().table_name(TABLE).set_item(Some(item("a"))).send()).await?;
    let request = client.get_item().table_name(TABLE).set_key(Some(key("a"))).consistent_read(true);
    let read = calls.ok("dynamodb GetItem", request.send()).await?;
    same("the item", read.item(), Some(&item("a")))?;
    let read = calls.ok("dynamodb GetItem", client.get_item().table_name(TABLE).set_key(Some(key("?"))).send()).await?;
    same("no item", read.item(), None)?;
    let request = client
        .update_item()
        .table_name(TABLE)
        .set_key(Some(key("a")))
        .update_expression("SET #age = #age + :one")
        .expression_attribute_names("#age", "age")
        .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
        .return_values(ReturnValue::UpdatedNew);
    let updated = calls.ok("dynamodb UpdateItem", request.send()).await?;
    let age = updated.attributes().and_then(|attributes| attributes.get("age"));
    same("the age", age, Some(&AttributeValue::N("13.50".to_owned())))
}

async fn list(client: &Client, calls: &mut Calls) -> Checked {
    let put = PutRequest::builder().set_item(Some(item("b"))).build()?;
    let delete = DeleteRequest::builder().set_key(Some(key("c"))).build()?;
    let requests =
        vec![WriteRequest::builder().put_request(put).build(), WriteRequest::builder().delete_request(delete).build()];
    let written = calls.ok("dynamodb BatchWriteItem", client.batch_write_item().request_items(TABLE, requests).send());
    same("what is left to do", written.await?.unprocessed_items().map(HashMap::len), Some(0))?;
    let request = client
        .query()
        .table_name(TABLE)
        .key_condition_expression("#name = :name")
        .expression_attribute_names("#name", "name")
        .expression_attribute_values(":name", AttributeValue::S("b".to_owned()));
    let found = calls.ok("dynamodb Query", request.send()).await?;
    same("what was found", found.items(), [item("b")])?;
    same("their number", found.count(), 1)?;
    let mut names = client.list_tables().into_paginator().items().send();
    let first = calls.ok("dynamodb ListTables", async { names.try_next().await }).await?;
    same("the tables", first.as_deref(), Some(TABLE))
}

async fn errors(client: &Client, calls: &mut Calls) -> Checked {
    let request = client
        .put_item()
        .table_name(TABLE)
        .set_item(Some(item("a")))
        .condition_expression("attribute_not_exists(#name)")
        .expression_attribute_names("#name", "name");
    let error = calls.refused("dynamodb PutItem", request.send()).await?;
    let PutItemError::ConditionalCheckFailedException(failed) = &error else { return is(&error, false) };
    same("the message", failed.message(), Some("The conditional request failed"))?;
    let request = client.put_item().table_name("nowhere").set_item(Some(key("a")));
    let error = calls.refused("dynamodb PutItem", request.send()).await?;
    is(&error, error.is_resource_not_found_exception())
}
