//! `@httpChecksum` and `@httpChecksumRequired`: what a request says of its body, and a response.

use crate::model::ids::{HTTP_CHECKSUM, HTTP_CHECKSUM_REQUIRED};
use crate::model::{Node, Traits};

/// What both traits together ask of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequestChecksum<'t> {
    /// A `Content-MD5`.
    ContentMd5,
    /// A header of the algorithm that a member of the input names.
    Flexible { algorithm_member: Option<&'t str>, is_required: bool },
}

impl<'t> RequestChecksum<'t> {
    pub(crate) fn of(traits: &'t Traits) -> Option<Self> {
        let node = traits.get(HTTP_CHECKSUM);
        let algorithm_member = node.and_then(|node| node.get("requestAlgorithmMember")).and_then(Node::as_str);
        let is_required = node.and_then(|node| node.get("requestChecksumRequired")).and_then(Node::as_bool);
        let is_required = is_required == Some(true);
        if algorithm_member.is_some() || is_required {
            return Some(Self::Flexible { algorithm_member, is_required });
        }
        traits.get(HTTP_CHECKSUM_REQUIRED).map(|_| Self::ContentMd5)
    }
}

/// What a response may bring: the member of the input that asks for it, and the algorithms.
pub(crate) fn of_response(traits: &Traits) -> Option<(&str, Vec<&str>)> {
    let node = traits.get(HTTP_CHECKSUM)?;
    let member = node.get("requestValidationModeMember")?.as_str()?;
    let algorithms = node.get("responseAlgorithms")?.as_array()?;
    Some((member, algorithms.iter().filter_map(Node::as_str).collect()))
}
