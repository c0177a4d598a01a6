//! What bodies say about errors: code, message and request id, in each format.

use super::Response;
use crate::json;
use std::borrow::Cow;

/// How a protocol's errors look.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Envelope {
    /// An object with `code` or `__type`, and `message`.
    Json,
    /// A map with `__type` and `message`.
    #[cfg(feature = "cbor")]
    Cbor,
    /// Of another protocol.
    #[cfg(feature = "cbor")]
    Foreign,
    /// `Code` and `Message` in the element at this path, the root being the first;
    /// without one, in the root, whatever its name.
    #[cfg(feature = "xml")]
    Xml(&'static [&'static str]),
}

impl Envelope {
    /// Whether the header `x-amzn-errortype` counts.
    pub(super) fn has_code_in_header(self) -> bool {
        matches!(self, Self::Json)
    }

    /// Whether the body of a response is an error, whatever its status says.
    #[cfg_attr(not(feature = "xml"), allow(unused_variables))] // Only XML says it by its root.
    pub(crate) fn is_in(self, response: &Response<'_>) -> bool {
        #[cfg(feature = "xml")]
        if let Self::Xml([root, ..]) = self {
            return response.xml().child() == Some(root);
        }
        false
    }
}

/// What the body says about the error.
#[derive(Clone, Default)]
pub(super) struct ErrorBody {
    pub(super) code: Option<String>,
    pub(super) message: Option<String>,
    pub(super) request_id: Option<String>,
    /// Whose fault it is, as the query protocols say it.
    pub(super) ty: Option<String>,
    /// Why the body does not help, where it does not.
    pub(super) problem: Option<Cow<'static, str>>,
}

impl ErrorBody {
    pub(super) fn read(response: &Response<'_>, envelope: Envelope) -> Self {
        if response.body().is_empty() {
            return Self::without_body(response.inner().status().as_u16(), envelope)
                .unwrap_or_else(|| Self::useless("an empty body"));
        }
        let body = match envelope {
            Envelope::Json => Self::read_json(response),
            #[cfg(feature = "cbor")]
            Envelope::Cbor => Self::read_cbor(response),
            #[cfg(feature = "cbor")]
            Envelope::Foreign => Self::useless("a body of another protocol"),
            #[cfg(feature = "xml")]
            Envelope::Xml(path) => Self::read_xml(response, path),
        };
        if body.problem.is_none() && body.code.is_none() && body.message.is_none() {
            return Self { problem: Some("a body that names no error".into()), ..body };
        }
        body
    }

    /// What S3, whose errors stand in no envelope, means by an answer to HEAD: it names no
    /// error there, but its model has one for this status.
    fn without_body(status: u16, envelope: Envelope) -> Option<Self> {
        match (envelope, status) {
            #[cfg(feature = "xml")]
            (Envelope::Xml(["Error"]), 404) => Some(Self { code: Some("NotFound".to_owned()), ..Self::default() }),
            _ => None,
        }
    }

    fn useless(problem: impl Into<Cow<'static, str>>) -> Self {
        Self { problem: Some(problem.into()), ..Self::default() }
    }

    fn read_json(response: &Response<'_>) -> Self {
        let mut reader = response.json();
        let mut body = Self::default();
        let mut ty = None;
        let is_object = reader.begin_object().is_some();
        while let Some(key) = is_object.then(|| reader.key()).flatten() {
            match &*key {
                "code" => body.code = string_or_skip(&mut reader).or(body.code),
                "__type" => ty = string_or_skip(&mut reader).or(ty),
                "message" | "Message" | "errorMessage" => {
                    body.message = string_or_skip(&mut reader).or(body.message);
                }
                _ => reader.skip(),
            }
        }
        match reader.finish(()) {
            Err(_) if is_json(response.json()) => Self::useless("a body that is not a JSON object"),
            Err(_) => Self::useless("a body that is not JSON"),
            Ok(()) => Self { code: body.code.or(ty), ..body },
        }
    }

    #[cfg(feature = "cbor")]
    fn read_cbor(response: &Response<'_>) -> Self {
        let mut reader = response.cbor();
        let mut body = Self::default();
        reader.begin_document();
        while let Some(key) = reader.key() {
            let target = match &*key {
                "__type" => &mut body.code,
                "message" | "Message" => &mut body.message,
                _ => {
                    reader.skip();
                    continue;
                }
            };
            if reader.next_is_string() {
                *target = reader.string();
            } else {
                reader.skip();
            }
        }
        reader.finish(body).unwrap_or_else(|_| Self::useless("a body that is not a CBOR map"))
    }

    #[cfg(feature = "xml")]
    fn read_xml(response: &Response<'_>, path: &[&str]) -> Self {
        let mut reader = response.xml();
        let mut body = Self::default();
        let Some(root) = reader.child() else {
            return Self::useless("a body that is not XML");
        };
        let path = match path.split_first() {
            Some((expected, _)) if *expected != root => {
                let found = match response.secrets().messages {
                    // A member that is the whole body may be XML of its own.
                    true => "*".to_owned(),
                    false => crate::xml::shown_name(root),
                };
                return Self::useless(format!("the root element `{found}` in place of `{expected}`"));
            }
            Some((_, path)) => path,
            None => path,
        };
        body.read_element(&mut reader, path);
        reader.finish(body).unwrap_or_else(|_| Self::useless("a body that is not XML"))
    }

    /// The error in the first element at the path. Request ids stand on any level.
    #[cfg(feature = "xml")]
    fn read_element(&mut self, reader: &mut crate::xml::Reader<'_>, path: &[&str]) {
        let mut has_found = false;
        while let Some(tag) = reader.child() {
            match (tag, path.split_first()) {
                ("RequestId" | "RequestID", _) => self.request_id = reader.text_or_skip(),
                (tag, Some((next, rest))) if tag == *next && !has_found => {
                    has_found = true;
                    self.read_element(reader, rest);
                }
                ("Code", None) => self.code = reader.text_or_skip(),
                ("Message" | "message", None) => self.message = reader.text_or_skip(),
                ("Type", None) => self.ty = reader.text_or_skip(),
                _ => reader.skip(),
            }
        }
    }
}

fn is_json(mut reader: json::Reader<'_>) -> bool {
    reader.skip();
    reader.finish(()).is_ok()
}

/// The string that is next; a value of another kind is passed over.
fn string_or_skip(reader: &mut json::Reader<'_>) -> Option<String> {
    if reader.next_is_string() {
        reader.string()
    } else {
        reader.skip();
        None
    }
}
