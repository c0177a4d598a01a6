//! `@http`: method, URI pattern and success status of an operation
//! (Smithy 2.0, section "HTTP binding traits").

use crate::model::{ids, Node, Traits};

/// The trait's id.
pub(crate) const ID: &str = ids::HTTP;

/// The typed trait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Http<'t> {
    pub(crate) method: &'t str,
    pub(crate) path: Vec<Segment<'t>>,
    /// The query literals, without the `?`.
    pub(crate) query: Vec<&'t str>,
}

/// The text between two slashes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Segment<'t> {
    Literal(&'t str),
    Label { name: &'t str, is_greedy: bool },
}

impl<'t> Http<'t> {
    pub(crate) fn of(traits: &'t Traits) -> Option<Self> {
        let node = traits.get(ID)?;
        let uri = node.get("uri").and_then(Node::as_str)?;
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        Some(Self {
            method: node.get("method").and_then(Node::as_str)?,
            path: path.strip_prefix('/').unwrap_or(path).split('/').map(Segment::parse).collect(),
            query: query.split('&').filter(|literal| !literal.is_empty()).collect(),
        })
    }
}

/// Whether a text can be the name of a header, a method, or a part of one
/// (RFC 9110, "Tokens").
pub(crate) fn is_token(text: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(is_part)
}

impl<'t> Segment<'t> {
    fn parse(text: &'t str) -> Self {
        match text.strip_prefix('{').and_then(|text| text.strip_suffix('}')) {
            Some(name) => match name.strip_suffix('+') {
                Some(name) => Self::Label { name, is_greedy: true },
                None => Self::Label { name, is_greedy: false },
            },
            None => Self::Literal(text),
        }
    }
}
