//! Endpoint tests: in, parameters or a call, and where they have to lead; out, a panic that
//! says what is different (Smithy 2.0, "endpointTests trait").

use super::{block_on, Capture};
use crate::json::Reader;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_types::endpoint::Endpoint;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::Document;
use std::collections::HashMap;
use std::error::Error;
use std::future::Future;

/// What a test expects.
#[derive(Clone, Debug)]
pub struct Expected {
    url: Option<&'static str>,
    error: &'static str,
    headers: Vec<(&'static str, &'static [&'static str])>,
    properties: HashMap<String, Document>,
    has_prefix: bool,
}

impl Expected {
    /// An error that says this.
    pub fn error(error: &'static str) -> Self {
        Self { url: None, error, headers: Vec::new(), properties: HashMap::new(), has_prefix: false }
    }

    /// An endpoint at this URL.
    pub fn endpoint(url: &'static str) -> Self {
        Self { url: Some(url), ..Self::error("") }
    }

    /// A header of the endpoint.
    pub fn header(mut self, name: &'static str, values: &'static [&'static str]) -> Self {
        self.headers.push((name, values));
        self
    }

    /// The properties of the endpoint, in JSON.
    pub fn properties(mut self, json: &'static str) -> Self {
        if let Some(Document::Object(properties)) = Reader::new(json.as_bytes()).document() {
            self.properties = properties;
        }
        self
    }

    /// The operation puts a prefix before the host of the endpoint.
    pub fn below_its_host(mut self) -> Self {
        self.has_prefix = true;
        self
    }

    /// Whether a request to `uri` goes to the endpoint.
    fn is_at(&self, url: &str, uri: &str) -> bool {
        let without_prefix = || {
            let (scheme, rest) = uri.split_once("://")?;
            Some(format!("{scheme}://{}", rest.split_once('.')?.1))
        };
        let uri = if self.has_prefix { without_prefix().unwrap_or_default() } else { uri.to_owned() };
        uri.strip_prefix(url).is_some_and(|rest| rest.is_empty() || url.ends_with('/') || rest.starts_with(['/', '?']))
    }

    fn difference(&self, answer: &Result<Endpoint, BoxError>) -> Option<String> {
        let endpoint = match answer {
            Ok(endpoint) => endpoint,
            Err(error) if self.url.is_none() && error.to_string() == self.error => return None,
            Err(error) => return Some(format!("got the error `{error}`")),
        };
        let mut headers: Vec<(&str, Vec<&str>)> =
            endpoint.headers().map(|(name, values)| (name, values.collect())).collect();
        let mut wanted: Vec<(&str, Vec<&str>)> =
            self.headers.iter().map(|(name, values)| (*name, values.to_vec())).collect();
        headers.sort();
        wanted.sort();
        let mut properties: HashMap<String, Document> =
            endpoint.properties().iter().map(|(name, value)| (name.to_string(), value.clone())).collect();
        let schemes: Vec<Document> = endpoint.auth_schemes().iter().map(|scheme| scheme.as_document()).collect();
        if !schemes.is_empty() {
            properties.insert("authSchemes".to_owned(), Document::Array(schemes));
        }
        let is_same = self.url == Some(endpoint.url()) && headers == wanted && properties == self.wanted();
        (!is_same).then(|| format!("got {endpoint:?}"))
    }

    /// A list without schemes is what an endpoint without any has.
    fn wanted(&self) -> HashMap<String, Document> {
        let mut wanted = self.properties.clone();
        wanted.retain(|name, value| name != "authSchemes" || *value != Document::Array(Vec::new()));
        wanted
    }
}

/// Tries each case of the rules.
///
/// # Panics
/// An answer is another one than expected; the message has all of them.
#[track_caller]
pub fn endpoints<P>(
    resolve: impl Fn(P) -> Result<Endpoint, BoxError>,
    cases: impl IntoIterator<Item = (&'static str, P, Expected)>,
) {
    let mut differences = Vec::new();
    for (name, params, expected) in cases {
        let answer = resolve(params);
        differences.extend(expected.difference(&answer).map(|got| format!("{name}: expected {expected:?}, {got}")));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// Tries a call.
///
/// # Panics
/// The request goes elsewhere, or the call ends in another error.
#[track_caller]
pub fn leads_to<T, E, F>(expected: Expected, call: impl FnOnce(Capture) -> F)
where
    E: Error,
    F: Future<Output = Result<T, E>>,
{
    let capture = Capture::default();
    let result = block_on(call(capture.clone()));
    let sent = capture.0.lock().expect("no test panics with the lock").take();
    match (expected.url, sent) {
        (Some(url), Some(sent)) => {
            assert!(expected.is_at(url, sent.uri()), "expected {url}, sent to {}", sent.uri());
            check_scope(&expected, sent.headers().get("authorization").unwrap_or_default());
        }
        (None, None) => {
            let error = result.err().map(|error| DisplayErrorContext(error).to_string()).unwrap_or_default();
            assert!(error.contains(expected.error), "expected `{}`, got {error}", expected.error);
        }
        (expected, sent) => panic!("expected {expected:?}, sent {sent:?}"),
    }
}

/// The region and the name that the endpoint says a request is signed with.
#[track_caller]
fn check_scope(expected: &Expected, authorization: &str) {
    let Some(Document::Array(schemes)) = expected.properties.get("authSchemes") else { return };
    let Some(Document::Object(scheme)) = schemes.first() else { return };
    // Those that are for one region.
    if !matches!(scheme.get("name").and_then(Document::as_string), Some("sigv4" | "sigv4-s3express")) {
        return;
    }
    for key in ["signingRegion", "signingName"] {
        if let Some(value) = scheme.get(key).and_then(Document::as_string) {
            assert!(authorization.contains(&format!("/{value}/")), "expected the {key} {value} in {authorization}");
        }
    }
}
