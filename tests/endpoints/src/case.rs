//! In: a case of `smithy.rules#endpointTests`, in JSON, and a table. Out: what is wrong with
//! the answer, in words.

use std::collections::BTreeMap;

use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::Document;
use serde_json::{json, Map, Value as Json};
use whitesmith_runtime::endpoint::rules::Rules;
use whitesmith_runtime::endpoint::{evaluate, Parameters, Partition, Value};

/// The parameters of a case, by the slots of a table.
struct Given<'c>(Vec<Kept<'c>>);

enum Kept<'c> {
    Empty,
    Flag(bool),
    Text(&'c str),
    List(Vec<String>),
}

impl<'c> Kept<'c> {
    fn of(json: &'c Json) -> Self {
        match json {
            Json::Bool(flag) => Self::Flag(*flag),
            Json::String(text) => Self::Text(text),
            Json::Array(texts) => {
                Self::List(texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect())
            }
            _ => Self::Empty,
        }
    }
}

impl Parameters for Given<'_> {
    fn fill<'v>(&'v self, slots: &mut [Value<'v>]) {
        for (slot, kept) in slots.iter_mut().zip(&self.0) {
            *slot = match kept {
                Kept::Empty => Value::Empty,
                Kept::Flag(flag) => Value::Flag(*flag),
                Kept::Text(text) => Value::Text(text),
                Kept::List(list) => Value::List(list),
            };
        }
    }
}

/// What is wrong with the answer; None if it is right.
pub(crate) fn run(table: &Json, rules: &Rules<'_>, partitions: &[Partition<'_>], case: &Json) -> Option<String> {
    let expected = &case["expect"];
    let answer = given(table, &case["params"])
        .and_then(|given| evaluate(rules, partitions, &given).map_err(|error| error.to_string()));
    match answer {
        Err(error) => match expected["error"].as_str() {
            Some(message) if message == error => None,
            Some(message) => Some(format!("expected the error `{message}`, got `{error}`")),
            None => Some(format!("expected {}, got the error `{error}`", expected["endpoint"]["url"])),
        },
        Ok(endpoint) => {
            let answer = of_endpoint(&endpoint);
            let wanted = wanted(&expected["endpoint"]);
            (answer != wanted).then(|| format!("expected {wanted}, got {answer}"))
        }
    }
}

/// The parameters of the case in the order of the slots, as `Params` of a crate has them.
fn given<'c>(table: &'c Json, params: &'c Json) -> Result<Given<'c>, String> {
    let parameters = table["parameters"].as_array().map(Vec::as_slice).unwrap_or_default();
    let values = parameters.iter().map(|parameter| {
        let name = parameter["name"].as_str().unwrap_or_default();
        match (&params[name], &parameter["default"]) {
            (Json::Null, Json::Null) if parameter["required"] == true => {
                Err(format!("a required field was missing: `{}`", parameter["field"].as_str().unwrap_or_default()))
            }
            (Json::Null, default) => Ok(Kept::of(default)),
            (value, _) => Ok(Kept::of(value)),
        }
    });
    values.collect::<Result<_, _>>().map(Given)
}

/// The endpoint in the form of a case.
fn of_endpoint(endpoint: &Endpoint) -> Json {
    let mut properties: Map<String, Json> =
        endpoint.properties().iter().map(|(name, value)| (name.to_string(), of_document(value))).collect();
    let schemes: Vec<Json> = endpoint.auth_schemes().iter().map(|scheme| of_document(&scheme.as_document())).collect();
    if !schemes.is_empty() {
        properties.insert("authSchemes".to_owned(), Json::Array(schemes));
    }
    let headers: BTreeMap<String, Vec<String>> =
        endpoint.headers().map(|(name, values)| (name.to_owned(), values.map(str::to_owned).collect())).collect();
    json!({ "url": endpoint.url(), "properties": properties, "headers": headers })
}

fn of_document(document: &Document) -> Json {
    match document {
        Document::Object(members) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), of_document(value))).collect())
        }
        Document::Array(elements) => Json::Array(elements.iter().map(of_document).collect()),
        Document::Number(number) => json!(number.to_f64_lossy()),
        Document::String(text) => json!(text),
        Document::Bool(flag) => json!(flag),
        Document::Null => Json::Null,
    }
}

/// What a case expects, with what it may leave out.
fn wanted(expected: &Json) -> Json {
    let mut properties = expected["properties"].as_object().cloned().unwrap_or_default();
    // A list without schemes is what an endpoint without any has.
    properties.retain(|name, value| name != "authSchemes" || *value != json!([]));
    let headers = expected["headers"].as_object().cloned().unwrap_or_default();
    json!({ "url": expected["url"], "properties": properties, "headers": headers })
}
