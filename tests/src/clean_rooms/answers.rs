//! In: an [`Answer`] and the request that it answers.
//! Out: status, headers and body to put on the wire.
//! Why: all that the service can say, the orderly and the broken, in one place.

use super::contract::Fault;
use serde_json::{json, Value};

/// How the service answers a request that is signed and formed as it should be.
#[derive(Clone, Debug)]
pub enum Answer {
    /// The query has run: status, statistics and result are there.
    Accept,
    /// Each member that the page shows is there, `error` too.
    EveryMember,
    /// Only what the specification requires is there.
    RequiredMembers,
    /// 429, a ThrottlingException.
    Throttle,
    /// 400, a ValidationException with its reason and these fields.
    Invalid(Vec<Fault>),
    /// An error by status and name, with these members beside its message.
    Error {
        /// The HTTP status.
        status: u16,
        /// The error's shape name.
        code: String,
        /// The members of the body.
        body: Value,
    },
    /// A status that the model does not have.
    UnknownStatus,
    /// A member of the output union that the model does not have.
    UnknownOutput,
    /// Two members of a union at once.
    TwoUnionMembers,
    /// A number where a string should be.
    WrongType,
    /// 502 with a page for people, as a proxy in between sends it.
    HtmlBadGateway,
    /// 200, and the body ends in the middle of a string.
    TruncatedJson,
    /// 200 with text that is not JSON.
    NotJson,
    /// 200, and an unknown member holds this many arrays, one inside the other.
    Nested(usize),
    /// 200 without a body.
    EmptyBody,
    /// The head and half of the body, then the connection closes.
    CutBody,
    /// The connection closes before a byte of the answer.
    DropConnection,
    /// Exactly these bytes.
    Raw {
        /// The HTTP status.
        status: u16,
        /// The `content-type` header.
        content_type: &'static str,
        /// The body.
        body: Vec<u8>,
    },
}

/// What is put on the wire.
pub(super) struct Wire {
    pub(super) status: u16,
    pub(super) content_type: &'static str,
    pub(super) error_type: Option<String>,
    pub(super) body: Vec<u8>,
    /// The connection ends after this many bytes of the body.
    pub(super) cut_at: Option<usize>,
}

impl Wire {
    pub(super) fn json(status: u16, body: &Value) -> Self {
        Self {
            status,
            content_type: "application/json",
            error_type: None,
            body: body.to_string().into_bytes(),
            cut_at: None,
        }
    }

    pub(super) fn error(status: u16, code: &str, body: &Value) -> Self {
        Self { error_type: Some(code.to_owned()), ..Self::json(status, body) }
    }

    pub(super) fn invalid(message: &str, faults: &[Fault]) -> Self {
        let fields: Vec<Value> = faults.iter().map(|f| json!({ "name": f.field, "message": f.message })).collect();
        let body = json!({
            "message": message,
            "reason": "FIELD_VALIDATION_FAILED",
            "fieldList": fields,
        });
        // Services of AWS are free to append an address to the name; clients cut it off.
        Self::error(400, "ValidationException:http://internal.amazon.com/coral/", &body)
    }
}

/// The answer on the wire; nothing when the connection is to be dropped.
pub(super) fn render(answer: Answer, membership: &str, request: &Value) -> Option<Wire> {
    let query = |changes: Value| {
        let mut query = succeeded(membership, request);
        merge(&mut query, changes);
        Wire::json(200, &json!({ "protectedQuery": query }))
    };
    Some(match answer {
        Answer::Accept => query(json!({})),
        Answer::EveryMember => query(json!({
            "status": "FAILED",
            "error": { "message": "the bucket is in another region", "code": "BUCKET_REGION" },
            "result": { "output": { "memberList": [{ "accountId": "111122223333" }] } },
        })),
        Answer::RequiredMembers => query(json!({
            "sqlParameters": null,
            "resultConfiguration": null,
            "statistics": null,
            "result": null,
        })),
        Answer::Throttle => Wire::error(429, "ThrottlingException", &json!({ "message": "Rate exceeded" })),
        Answer::Invalid(faults) => Wire::invalid("the request was not understood", &faults),
        Answer::Error { status, code, body } => Wire::error(status, &code, &body),
        Answer::UnknownStatus => query(json!({ "status": "QUEUED_FOR_REVIEW" })),
        Answer::UnknownOutput => query(json!({
            "result": { "output": { "stream": { "arn": "arn:aws:kinesis:us-east-1:111122223333:stream/rows" } } }
        })),
        Answer::TwoUnionMembers => query(json!({
            "result": { "output": {
                "s3": { "location": "s3://amzn-demo-bucket/rows.csv" },
                "memberList": [],
            }}
        })),
        Answer::WrongType => query(json!({ "membershipId": 17 })),
        Answer::HtmlBadGateway => Wire {
            content_type: "text/html",
            body: b"<html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>".to_vec(),
            ..Wire::json(502, &Value::Null)
        },
        Answer::TruncatedJson => {
            let mut wire = query(json!({}));
            wire.body.truncate(wire.body.len() / 2);
            wire
        }
        Answer::NotJson => Wire { body: b"all is well".to_vec(), ..Wire::json(200, &Value::Null) },
        Answer::Nested(depth) => {
            Wire { body: nested(depth, &succeeded(membership, request)), ..Wire::json(200, &Value::Null) }
        }
        Answer::EmptyBody => Wire { body: Vec::new(), ..Wire::json(200, &Value::Null) },
        Answer::CutBody => {
            let wire = query(json!({}));
            Wire { cut_at: Some(wire.body.len() / 2), ..wire }
        }
        Answer::DropConnection => return None,
        Answer::Raw { status, content_type, body } => {
            Wire { status, content_type, body, ..Wire::json(status, &Value::Null) }
        }
    })
}

/// The query with a member that the model does not have, as deep as that.
fn nested(depth: usize, query: &Value) -> Vec<u8> {
    let mut body = br#"{"protectedQuery":{"surprise":"#.to_vec();
    body.extend(std::iter::repeat_n(b'[', depth));
    body.extend(std::iter::repeat_n(b']', depth));
    body.extend_from_slice(b",");
    body.extend_from_slice(query.to_string().trim_start_matches('{').as_bytes());
    body.extend_from_slice(b"}");
    body
}

/// A query that has run: what was asked for is repeated, the result is where it was sent.
fn succeeded(membership: &str, request: &Value) -> Value {
    let location = match request.pointer("/resultConfiguration/outputConfiguration/s3") {
        Some(s3) => {
            let part = |name| s3.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("s3://{}/{}{QUERY_ID}", part("bucket"), part("keyPrefix"))
        }
        None => format!("s3://amzn-demo-bucket/{QUERY_ID}"),
    };
    let mut query = json!({
        "id": QUERY_ID,
        "membershipId": membership,
        "membershipArn": format!("arn:aws:cleanrooms:us-east-1:111122223333:membership/{membership}"),
        // A fixed moment, so that the same calls always print the same.
        "createTime": 1_751_891_445.123,
        "status": "SUCCESS",
        "statistics": { "totalDurationInMillis": 4821 },
        "result": { "output": { "s3": { "location": location } } },
    });
    for echoed in ["sqlParameters", "resultConfiguration"] {
        if let Some(value) = request.get(echoed) {
            query[echoed] = value.clone();
        }
    }
    query
}

/// The id of every query that this service accepts.
pub(super) const QUERY_ID: &str = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

/// Overwrites top-level members of `value`; null removes one.
fn merge(value: &mut Value, changes: Value) {
    let (Value::Object(members), Value::Object(changes)) = (value, changes) else {
        return;
    };
    for (name, change) in changes {
        if change.is_null() {
            members.remove(&name);
        } else {
            members.insert(name, change);
        }
    }
}
