//! In: nothing. Out: a good response of each kind, with a secret at each secret place, as
//! each protocol has it. All that is broken is made of these.

use crate::seen::{MARKED_NUMBER, MARKER};
use crate::service::Answer;
use crate::value::{self, text, Value};

/// The format of bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// CBOR.
    Cbor,
    /// XML.
    Xml,
}

/// How a protocol has its responses.
#[derive(Clone, Copy, Debug)]
pub struct Protocol {
    /// The name of the module of its client.
    pub name: &'static str,
    /// The format of bodies.
    pub format: Format,
    /// Whether members are in headers, and may be the body.
    pub has_bindings: bool,
    /// The elements around an error, in XML.
    errors: &'static [&'static str],
    /// What its responses have in the header `smithy-protocol`.
    mark: Option<&'static str>,
}

/// All protocols.
pub const PROTOCOLS: [Protocol; 9] = [
    Protocol { name: "aws_json1_0", ..JSON },
    Protocol { name: "aws_json1_1", ..JSON },
    Protocol { name: "aws_query", errors: &["ErrorResponse", "Error"], ..XML },
    Protocol { name: "ec2_query", errors: &["Response", "Errors", "Error"], ..XML },
    Protocol { name: "rest_json1", has_bindings: true, ..JSON },
    Protocol { name: "rest_xml", has_bindings: true, errors: &["ErrorResponse", "Error"], ..XML },
    Protocol { name: "rest_xml_bare", has_bindings: true, errors: &["Error"], ..XML },
    Protocol { name: "rpcv2_cbor", format: Format::Cbor, mark: Some("rpc-v2-cbor"), ..JSON },
    Protocol { name: "rpcv2_json", mark: Some("rpc-v2-json"), ..JSON },
];

const JSON: Protocol = Protocol { name: "", format: Format::Json, has_bindings: false, errors: &[], mark: None };
const XML: Protocol = Protocol { format: Format::Xml, ..JSON };

/// The protocol of this name.
///
/// # Panics
/// There is none.
pub fn protocol(name: &str) -> Protocol {
    PROTOCOLS.into_iter().find(|protocol| protocol.name == name).expect("it is one of them")
}

/// What a body is.
#[derive(Clone, Debug)]
pub enum Body {
    /// The members.
    Members(Value),
    /// A member that is a document; in XML the element of this name.
    Document(&'static str, Value),
    /// A member that is the bytes.
    Bytes(Vec<u8>),
}

/// A response.
#[derive(Clone, Debug)]
pub struct Message {
    /// What it answers to.
    pub operation: &'static str,
    /// Which error it is, if it is one.
    pub error: Option<&'static str>,
    /// The status.
    pub status: u16,
    /// The headers that are members.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Body,
}

impl Message {
    /// The body in the format of a protocol.
    pub fn bytes(&self, protocol: Protocol) -> Vec<u8> {
        let (tag, value) = match &self.body {
            Body::Bytes(bytes) => return bytes.clone(),
            Body::Document(tag, value) => (Some(*tag), value.clone()),
            Body::Members(value) => (None, self.with_code(value, protocol)),
        };
        match protocol.format {
            Format::Json => value::json(&value).into_bytes(),
            Format::Cbor => {
                let mut bytes = Vec::new();
                value::cbor(&value, &mut bytes);
                bytes
            }
            Format::Xml => self.xml(tag, &value, protocol).into_bytes(),
        }
    }

    /// The members of an error with its code, where bodies have that.
    fn with_code(&self, value: &Value, protocol: Protocol) -> Value {
        let (Some(error), Value::Object(members)) = (self.error, value) else {
            return value.clone();
        };
        let key = if protocol.format == Format::Xml { "Code" } else { "__type" };
        let code = (!protocol.is_named_in_header()).then(|| (key, text(error)));
        Value::Object(code.into_iter().chain(members.clone()).collect())
    }

    fn xml(&self, tag: Option<&str>, value: &Value, protocol: Protocol) -> String {
        if let Some(tag) = tag {
            return value::xml(tag, value);
        }
        let operation = self.operation;
        if self.error.is_some() {
            let elements = protocol.errors.iter().rev();
            let wrap = |inner: Option<String>, tag: &&str| match inner {
                None => Some(value::xml(tag, value)),
                Some(inner) => Some(format!("<{tag}>{inner}<RequestId>r</RequestId></{tag}>")),
            };
            return elements.fold(None, wrap).unwrap_or_default();
        }
        match protocol.name {
            "aws_query" => {
                let result = value::xml(&format!("{operation}Result"), value);
                format!("<{operation}Response>{result}</{operation}Response>")
            }
            "ec2_query" => value::xml(&format!("{operation}Response"), value),
            _ => value::xml(&format!("{operation}Output"), value),
        }
    }

    /// The response with this body.
    pub fn answer(&self, protocol: Protocol, body: Vec<u8>) -> Answer {
        let mut headers = self.headers.clone();
        if let Some(error) = self.error.filter(|_| protocol.is_named_in_header()) {
            headers.push(("x-amzn-errortype".to_owned(), error.to_owned()));
        }
        headers.extend(protocol.marks());
        headers.push(("x-amzn-requestid".to_owned(), "r".to_owned()));
        Answer { status: self.status, headers, body }
    }
}

impl Protocol {
    fn is_named_in_header(self) -> bool {
        self.name == "rest_json1"
    }

    /// The header that is in each of its responses, if there is one.
    pub fn marks(self) -> Option<(String, String)> {
        self.mark.map(|mark| ("smithy-protocol".to_owned(), mark.to_owned()))
    }

    /// A good response of each kind.
    pub fn messages(self) -> Vec<Message> {
        let mut messages = self.outputs();
        messages.extend(self.errors());
        messages
    }

    fn outputs(self) -> Vec<Message> {
        let [plain, holder] = [("plainHeader", Value::Number(7)), ("value", holder())];
        let mut body = in_body();
        body.push(("byName", Value::Map(vec![("k".to_owned(), secret())])));
        body.push(("byKey", Value::Map(vec![(MARKER.to_owned(), Value::Number(1))])));
        let headers = [("x-plain".to_owned(), "7".to_owned())];
        let whole = |operation, body: Body, value: Value| match self.has_bindings {
            true => Message { operation, error: None, status: 200, headers: headers.to_vec(), body },
            false => self.message(operation, None, 200, vec![("value", value), plain.clone()]),
        };
        let status = ("status", Value::Number(MARKED_NUMBER));
        body.extend((!self.has_bindings).then_some(status));
        vec![
            self.with_headers("Reveal", None, 299, body),
            self.message("Ask", None, 200, vec![("message", secret()), ("count", Value::Number(1))]),
            whole("Carry", Body::Bytes(MARKER.into()), Value::Bytes(MARKER.into())),
            whole("Spell", Body::Bytes(MARKER.into()), secret()),
            whole("Parcel", Body::Document("Holder", self::holder()), holder.1),
        ]
    }

    fn errors(self) -> Vec<Message> {
        let count = || ("count", Value::Number(1));
        let said = ["errorMessage", "code", "RequestId", "Type"];
        let named = said.map(|name| (name, secret())).into_iter().chain([count()]).collect();
        let muted = vec![("message", text("plain")), ("list", Value::List(vec![secret()])), ("info", holder())];
        let inner = Value::Object(vec![("message", secret()), count()]);
        let returned = match self.has_bindings {
            true => Message {
                operation: "Parcel",
                error: Some("Returned"),
                status: 400,
                headers: Vec::new(),
                body: Body::Document("Inner", inner),
            },
            false => self.message("Parcel", Some("Returned"), 400, vec![("inner", inner)]),
        };
        vec![
            self.with_headers("Reveal", Some("Hush"), 400, vec![("message", secret()), ("info", holder())]),
            self.message("Reveal", Some("Muted"), 409, muted),
            self.message("Reveal", Some("Named"), 410, named),
            self.message("Reveal", Some("Wholly"), 500, vec![("message", secret()), count()]),
            // What the model does not know may be what the model knows, spelled wrong.
            self.message("Reveal", Some("Hushed"), 418, vec![("message", secret())]),
            returned,
        ]
    }

    fn message(
        self,
        operation: &'static str,
        error: Option<&'static str>,
        status: u16,
        members: Vec<(&'static str, Value)>,
    ) -> Message {
        Message { operation, error, status, headers: Vec::new(), body: Body::Members(Value::Object(members)) }
    }

    /// A message with the members that may be headers.
    fn with_headers(
        self,
        operation: &'static str,
        error: Option<&'static str>,
        status: u16,
        mut members: Vec<(&'static str, Value)>,
    ) -> Message {
        if !self.has_bindings {
            members.extend(as_members());
            return self.message(operation, error, status, members);
        }
        Message { headers: as_headers(), ..self.message(operation, error, status, members) }
    }
}

fn secret() -> Value {
    text(format!("a {MARKER} b"))
}

/// A structure that holds one.
pub fn holder() -> Value {
    Value::Object(vec![("secret", secret()), ("count", Value::Number(1))])
}

fn as_headers() -> Vec<(String, String)> {
    let number = MARKED_NUMBER.to_string();
    let media = aws_smithy_types::base64::encode(MARKER);
    let words = format!("a {MARKER}, \"{MARKER}, b\"");
    let headers = [
        ("x-token", MARKER),
        ("x-level", &number),
        ("x-big", &number),
        ("x-time", "Tue, 03 Mar 1970 10:45:47 GMT"),
        ("x-media", &media),
        ("x-pin", MARKER),
        ("x-words", &words),
        ("x-plain", "7"),
        ("x-map-s3cr3t", "a"),
        ("x-map-b", MARKER),
    ];
    headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

/// The same where a protocol has no headers.
fn as_members() -> Vec<(&'static str, Value)> {
    vec![
        ("token", secret()),
        ("level", Value::Number(MARKED_NUMBER)),
        ("time", Value::Time(MARKED_NUMBER)),
        ("media", secret()),
        ("pin", secret()),
        ("words", Value::List(vec![secret()])),
        ("plainHeader", Value::Number(7)),
        ("mapped", Value::Map(vec![("k".to_owned(), secret())])),
    ]
}

fn in_body() -> Vec<(&'static str, Value)> {
    let list = || Value::List(vec![secret(), secret()]);
    vec![
        ("text", secret()),
        ("bytes", Value::Bytes(MARKER.into())),
        ("number", Value::Number(MARKED_NUMBER)),
        ("at", Value::Time(MARKED_NUMBER)),
        ("code", secret()),
        ("list", list()),
        ("lists", Value::List(vec![list()])),
        ("holder", holder()),
        ("holders", Value::List(vec![holder()])),
        ("choice", Value::Object(vec![("holder", holder())])),
        ("hidden", Value::Object(vec![("text", secret())])),
        ("whole", Value::Object(vec![("text", secret()), ("count", Value::Number(MARKED_NUMBER))])),
        ("count", Value::Number(1)),
        ("plain", text("plain")),
    ]
}
