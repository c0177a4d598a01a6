//! A table of users: items to structs and back, and values of kinds that are not known.

use std::collections::{BTreeMap, HashMap};

use aws_sdk_dynamodb::primitives::Blob;
use aws_sdk_dynamodb::types::{AttributeValue, ReturnConsumedCapacity, ReturnValue};
use aws_sdk_dynamodb::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};

#[derive(Debug, PartialEq)]
struct User {
    id: String,
    age: u32,
    tags: Vec<String>,
}

impl User {
    fn item(&self) -> HashMap<String, AttributeValue> {
        HashMap::from([
            ("id".to_owned(), AttributeValue::S(self.id.clone())),
            ("age".to_owned(), AttributeValue::N(self.age.to_string())),
            ("tags".to_owned(), AttributeValue::Ss(self.tags.clone())),
        ])
    }

    fn from_item(item: &HashMap<String, AttributeValue>) -> Result<Self, String> {
        let get = |name: &str| item.get(name).ok_or_else(|| format!("{name} is missing"));
        let wrong = |value: &AttributeValue| format!("not what was expected: {value:?}");
        Ok(Self {
            id: get("id")?.as_s().map_err(wrong)?.clone(),
            age: get("age")?.as_n().map_err(wrong)?.parse().map_err(|error| format!("age: {error}"))?,
            tags: get("tags")?.as_ss().map_err(wrong)?.clone(),
        })
    }
}

fn sorted(item: HashMap<String, AttributeValue>) -> BTreeMap<String, AttributeValue> {
    item.into_iter().collect()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok("{}"),
        Answer::ok(r#"{"Item":{"id":{"S":"u-1"},"age":{"N":"41"},"tags":{"SS":["a","b"]}}}"#),
        Answer::ok(r#"{"Item":{"id":{"N":"1"},"age":{"N":"41"},"tags":{"SS":[]}}}"#),
        Answer::ok("{}"),
        Answer::ok(
            r#"{"Item":{"a":{"B":"AAH/"},"b":{"BS":["YQ==","Yg=="]},"c":{"NULL":true},"d":{"BOOL":false},
                "e":{"L":[{"S":"x"},{"M":{"y":{"NS":["1","2.5e3"]}}}]},"f":{"M":{}},"g":{"L":[]}}}"#,
        ),
        Answer::ok(r#"{"Attributes":{"age":{"N":"42"}},"ConsumedCapacity":{"TableName":"users","CapacityUnits":1.5}}"#),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    let user = User { id: "u-1".to_owned(), age: 41, tags: vec!["a".to_owned(), "b".to_owned()] };
    let item = user.item();
    let call = client.put_item().table_name("users").condition_expression("attribute_not_exists(id)");
    let put = call.set_item(Some(HashMap::from([("id".to_owned(), item["id"].clone())]))).send().await?;
    show("put", &put);
    let get = |id: &str| client.get_item().table_name("users").key("id", AttributeValue::S(id.to_owned())).send();
    let found = get("u-1").await?;
    show("user", User::from_item(found.item().ok_or("it is there")?));
    show("same", User::from_item(&item)? == user);
    show("wrong", get("u-2").await?.item().map(User::from_item));
    show("missing", get("u-3").await?.item());
    let item = get("u-4").await?.item.ok_or("it is there")?;
    show("kinds", sorted(item.clone()));
    show("is", (item["a"].is_b(), item["c"].is_null(), item["d"].as_bool(), item["f"].as_m(), item["g"].as_l()));
    show("blob", item["a"].as_b().map(Blob::as_ref));

    let updated = client
        .update_item()
        .table_name("users")
        .key("id", AttributeValue::S("u-1".to_owned()))
        .update_expression("SET age = age + :one")
        .expression_attribute_values(":one", AttributeValue::N("1".to_owned()))
        .return_values(ReturnValue::UpdatedNew)
        .return_consumed_capacity(ReturnConsumedCapacity::Total)
        .send()
        .await?;
    show("updated", updated.attributes());
    show("capacity", updated.consumed_capacity().and_then(|capacity| capacity.capacity_units()));
    match get("").await {
        Ok(output) => show("empty key", output.item().is_some()),
        Err(error) => say_error("empty key", &error),
    }
    say("equal", AttributeValue::Ns(vec!["1".into()]) == AttributeValue::Ss(vec!["1".into()]));
    server.say_received("request");
    Ok(())
}
