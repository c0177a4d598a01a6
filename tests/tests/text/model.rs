//! A small model with every place where a text gets into a crate.

use serde_json::{json, Value};

/// A place. In the model, its name is its text.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    /// Whether any text is right here.
    pub(crate) is_free: bool,
}

const fn free(name: &'static str) -> Place {
    Place { name, is_free: true }
}

const fn checked(name: &'static str) -> Place {
    Place { name, is_free: false }
}

/// All of them.
pub(crate) const PLACES: &[Place] = &[
    free("harmless-title"),
    free("harmless-docs-of-service"),
    free("harmless-docs-of-operation"),
    free("harmless-docs-of-structure"),
    free("harmless-docs-of-member"),
    free("harmless-docs-of-union"),
    free("harmless-docs-of-variant"),
    free("harmless-docs-of-enum"),
    free("harmless-docs-of-value"),
    free("harmless-docs-of-error"),
    free("harmless-docs-of-target"),
    free("harmless-since"),
    free("harmless-deprecated-message"),
    free("harmless-deprecated-since"),
    free("harmless-reason"),
    free("harmless-link-title"),
    checked("harmless-link-target"),
    free("harmless-example-title"),
    free("harmless-example-text"),
    free("harmless-example-key"),
    free("harmless-example-blob"),
    free("harmless-value-of-enum"),
    free("harmless-default"),
    free("harmless-default-of-document"),
    free("harmless-json-name"),
    checked("harmless-xml-name"),
    checked("harmless-xml-namespace"),
    checked("harmless-xml-prefix"),
    checked("harmless-header"),
    checked("harmless-prefix"),
    checked("harmless-query"),
    checked("harmless-path"),
    checked("harmless-literal"),
    checked("harmless-host"),
    checked("harmless-media-type"),
    checked("harmless-sdk-id"),
    checked("harmless-endpoint-prefix"),
    checked("harmless-signing-name"),
    free("harmless-version"),
    free("harmless-error-code"),
    free("harmless-test-docs"),
    free("harmless-test-body"),
    free("harmless-test-media-type"),
    checked("harmless-test-header"),
    checked("harmless-test-query"),
    checked("harmless-test-host"),
    free("harmless-test-value"),
];

/// The protocols that print texts of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocol {
    RestJson1,
    RestXml,
    AwsQuery,
}

impl Protocol {
    pub(crate) const ALL: [Self; 3] = [Self::RestJson1, Self::RestXml, Self::AwsQuery];

    fn id(self) -> &'static str {
        match self {
            Self::RestJson1 => "aws.protocols#restJson1",
            Self::RestXml => "aws.protocols#restXml",
            Self::AwsQuery => "aws.protocols#awsQuery",
        }
    }
}

/// The model as a JSON AST, with other texts where `text_of` has one.
pub(crate) fn model(protocol: Protocol, text_of: &dyn Fn(&Place) -> Option<String>) -> String {
    let mut model = json!({
        "smithy": "2.0",
        "shapes": {
            "t#Service": service(protocol),
            "t#Call": operation(protocol),
            "t#CallInput": input(),
            "t#Put": {
                "type": "operation",
                "input": { "target": "t#PutInput" },
                "traits": { "smithy.api#http": { "method": "PUT", "uri": "/put" } },
            },
            "t#PutInput": {
                "type": "structure",
                "members": { "picture": { "target": "t#Picture", "traits": { "smithy.api#httpPayload": {} } } },
                "traits": { "smithy.api#input": {} },
            },
            "t#CallOutput": {
                "type": "structure",
                "members": { "thing": { "target": "t#Thing" }, "choice": { "target": "t#Choice" } },
                "traits": { "smithy.api#output": {} },
            },
            "t#Failure": {
                "type": "structure",
                "members": { "message": { "target": "smithy.api#String" } },
                "traits": {
                    "smithy.api#error": "client",
                    "aws.protocols#awsQueryError": { "code": "harmless-error-code", "httpResponseCode": 400 },
                    "smithy.api#documentation": "harmless-docs-of-error",
                },
            },
            "t#Thing": thing(protocol),
            "t#Choice": {
                "type": "union",
                "members": {
                    "a": {
                        "target": "smithy.api#String",
                        "traits": { "smithy.api#documentation": "harmless-docs-of-variant" },
                    },
                },
                "traits": { "smithy.api#documentation": "harmless-docs-of-union" },
            },
            "t#Level": {
                "type": "enum",
                "members": {
                    "HIGH": {
                        "target": "smithy.api#Unit",
                        "traits": { "smithy.api#enumValue": "harmless-value-of-enum" },
                    },
                },
                "traits": { "smithy.api#documentation": "harmless-docs-of-enum" },
            },
            "t#Mood": {
                "type": "enum",
                "members": {
                    "GOOD": {
                        "target": "smithy.api#Unit",
                        "traits": {
                            "smithy.api#enumValue": "good",
                            "smithy.api#documentation": "harmless-docs-of-value",
                        },
                    },
                },
            },
            "t#Named": {
                "type": "string",
                "traits": { "smithy.api#documentation": "harmless-docs-of-target" },
            },
            "t#Words": {
                "type": "map",
                "key": { "target": "smithy.api#String" },
                "value": { "target": "smithy.api#String" },
            },
            "t#Picture": { "type": "blob", "traits": { "smithy.api#mediaType": "x/harmless-media-type" } },
        },
    });
    replace(&mut model, text_of);
    model.to_string()
}

fn service(protocol: Protocol) -> Value {
    let mut traits = json!({
        "smithy.api#title": "harmless-title",
        "smithy.api#documentation": "harmless-docs-of-service",
        "smithy.api#xmlNamespace": { "uri": "harmless-xml-namespace", "prefix": "harmless-xml-prefix" },
        "aws.api#service": { "sdkId": "harmless-sdk-id", "endpointPrefix": "harmless-endpoint-prefix" },
        "aws.auth#sigv4": { "name": "harmless-signing-name" },
    });
    traits[protocol.id()] = json!({});
    json!({
        "type": "service",
        "version": "harmless-version",
        "operations": [{ "target": "t#Call" }, { "target": "t#Put" }],
        "traits": traits,
    })
}

fn operation(protocol: Protocol) -> Value {
    json!({
        "type": "operation",
        "input": { "target": "t#CallInput" },
        "output": { "target": "t#CallOutput" },
        "errors": [{ "target": "t#Failure" }],
        "traits": {
            "smithy.api#documentation": "harmless-docs-of-operation",
            "smithy.api#http": { "method": "POST", "uri": "/harmless-path/{label}?harmless-literal" },
            "smithy.api#endpoint": { "hostPrefix": "harmless-host." },
            "smithy.api#examples": [{
                "title": "harmless-example-title",
                "input": {
                    "label": "harmless-example-text",
                    "words": { "harmless-example-key": "harmless-example-text" },
                    "blob": "harmless-example-blob",
                    "level": "harmless-value-of-enum",
                },
                "output": {},
            }, {
                "title": "harmless-example-title",
                "input": { "label": "harmless-example-text", "blob": "harmless-example-blob" },
            }],
            "smithy.test#httpRequestTests": [{
                "id": "Asks",
                "documentation": "harmless-test-docs",
                "protocol": protocol.id(),
                "method": "POST",
                "uri": "/",
                "host": "harmless-test-host",
                "resolvedHost": "harmless-test-host",
                "queryParams": ["harmless-test-query"],
                "forbidQueryParams": ["harmless-test-query"],
                "headers": { "harmless-test-header": "harmless-test-value" },
                "forbidHeaders": ["harmless-test-header"],
                "body": "harmless-test-body",
                "bodyMediaType": "harmless-test-media-type",
                "params": { "label": "harmless-test-value", "words": { "a": "harmless-test-value" } },
            }],
            "smithy.test#httpResponseTests": [{
                "id": "Tells",
                "documentation": "harmless-test-docs",
                "protocol": protocol.id(),
                "code": 200,
                "headers": { "harmless-test-header": "harmless-test-value" },
                "body": "harmless-test-body",
                "bodyMediaType": "harmless-test-media-type",
                "params": { "choice": { "a": "harmless-test-value" } },
            }],
        },
    })
}

fn input() -> Value {
    let string = "smithy.api#String";
    json!({
        "type": "structure",
        "members": {
            "label": {
                "target": string,
                "traits": { "smithy.api#httpLabel": {}, "smithy.api#required": {} },
            },
            "header": { "target": string, "traits": { "smithy.api#httpHeader": "harmless-header" } },
            "query": { "target": string, "traits": { "smithy.api#httpQuery": "harmless-query" } },
            "prefixed": { "target": "t#Words", "traits": { "smithy.api#httpPrefixHeaders": "harmless-prefix" } },
            "words": { "target": "t#Words" },
            "blob": { "target": "smithy.api#Blob" },
            "level": { "target": "t#Level" },
            "thing": { "target": "t#Thing" },
            "choice": { "target": "t#Choice" },
            "mood": { "target": "t#Mood" },
        },
        "traits": { "smithy.api#input": {} },
    })
}

fn thing(protocol: Protocol) -> Value {
    let string = "smithy.api#String";
    let mut thing = json!({
        "type": "structure",
        "members": {
            "name": {
                "target": "t#Named",
                "traits": {
                    "smithy.api#jsonName": "harmless-json-name",
                    "smithy.api#recommended": { "reason": "harmless-reason" },
                },
            },
            "tag": {
                "target": string,
                "traits": {
                    "smithy.api#documentation": "harmless-docs-of-member",
                    "smithy.api#xmlName": "harmless-xml-name",
                    "smithy.api#deprecated": {
                        "message": "harmless-deprecated-message",
                        "since": "harmless-deprecated-since",
                    },
                },
            },
            "text": { "target": string, "traits": { "smithy.api#default": "harmless-default" } },
        },
        "traits": {
            "smithy.api#documentation": "harmless-docs-of-structure",
            "smithy.api#since": "harmless-since",
            "smithy.api#externalDocumentation": { "harmless-link-title": "https://harmless-link-target" },
        },
    });
    if protocol == Protocol::RestJson1 {
        thing["members"]["document"] = json!({
            "target": "smithy.api#Document",
            "traits": { "smithy.api#default": "harmless-default-of-document" },
        });
    }
    thing
}

/// Puts the texts into all strings and keys.
fn replace(value: &mut Value, text_of: &dyn Fn(&Place) -> Option<String>) {
    match value {
        Value::String(text) => *text = replaced(text, text_of),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, text_of)),
        Value::Object(members) => {
            for (key, mut value) in std::mem::take(members) {
                replace(&mut value, text_of);
                members.insert(replaced(&key, text_of), value);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn replaced(text: &str, text_of: &dyn Fn(&Place) -> Option<String>) -> String {
    // The longest first: some names begin with others.
    let mut places: Vec<&Place> = PLACES.iter().filter(|place| text.contains(place.name)).collect();
    places.sort_by_key(|place| std::cmp::Reverse(place.name.len()));
    places.first().and_then(|place| Some(text.replace(place.name, &text_of(place)?))).unwrap_or_else(|| text.to_owned())
}
