//! `smithy.test#httpRequestTests`, `httpResponseTests` and `eventStreamTests`:
//! what a protocol makes of given values (Smithy 2.0, "HTTP protocol compliance tests").

use crate::model::{ids, Node, Shape};
use crate::text::Text;

/// Requests, on operations.
pub(crate) const REQUESTS: &str = ids::HTTP_REQUEST_TESTS;
/// Responses, on operations and errors.
pub(crate) const RESPONSES: &str = ids::HTTP_RESPONSE_TESTS;

/// Streams of events, on operations.
pub(crate) const EVENTS: &str = ids::EVENT_STREAM_TESTS;

/// A test for clients; each kind has the members that it has.
pub(crate) struct Test<'m>(&'m Node);

/// The tests of a trait that are for clients and for this protocol.
pub(crate) fn of<'m>(shape: &'m Shape, trait_id: &str, protocol: &str) -> Vec<Test<'m>> {
    let tests = shape.traits.get(trait_id).and_then(Node::as_array).unwrap_or_default();
    tests
        .iter()
        .filter(|test| test.get("protocol").and_then(Node::as_str) == Some(protocol))
        .filter(|test| test.get("appliesTo").and_then(Node::as_str) != Some("server"))
        .map(Test)
        .collect()
}

impl<'m> Test<'m> {
    pub(crate) fn node(&self) -> &'m Node {
        self.0
    }

    /// A member that is a string.
    pub(crate) fn text(&self, name: &str) -> Option<&'m str> {
        self.0.get(name).and_then(Node::as_str)
    }

    /// A member that is a part of the test.
    pub(crate) fn part(&self, name: &str) -> Option<Self> {
        self.0.get(name).map(Self)
    }

    /// A member that is a list of parts of the test.
    pub(crate) fn parts(&self, name: &str) -> Vec<Self> {
        self.0.get(name).and_then(Node::as_array).unwrap_or_default().iter().map(Self).collect()
    }

    /// A member that is an object.
    pub(crate) fn values(&self, name: &str) -> &'m [(String, Node)] {
        self.0.get(name).and_then(Node::as_object).unwrap_or_default()
    }

    /// A member that is a list of strings.
    pub(crate) fn list(&self, name: &str) -> Vec<Text> {
        let values = self.0.get(name).and_then(Node::as_array).unwrap_or_default();
        values.iter().filter_map(Node::as_str).map(Text::from).collect()
    }

    /// The status code of a response.
    pub(crate) fn code(&self) -> u16 {
        let code = self.0.get("code").and_then(Node::as_number).and_then(crate::model::Number::as_i64);
        code.and_then(|code| u16::try_from(code).ok()).unwrap_or(200)
    }

    /// Names and values of the headers.
    pub(crate) fn headers(&self) -> Vec<(Text, Text)> {
        let values = self.0.get("headers").and_then(Node::as_object).unwrap_or_default();
        values.iter().filter_map(|(name, value)| Some((name.as_str().into(), value.as_str()?.into()))).collect()
    }

    /// The members of the input or output that are set.
    pub(crate) fn params(&self) -> &'m [(String, Node)] {
        self.0.get("params").and_then(Node::as_object).unwrap_or_default()
    }
}
