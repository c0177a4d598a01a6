//! `@requestCompression`: how a service takes the body of a request.

use crate::model::ids::REQUEST_COMPRESSION;
use crate::model::{Node, Traits};

/// Whether gzip, the one encoding that there is so far, is among those named.
pub(crate) fn has_gzip(traits: &Traits) -> bool {
    let encodings = traits.get(REQUEST_COMPRESSION).and_then(|node| node.get("encodings")).and_then(Node::as_array);
    let mut names = encodings.unwrap_or_default().iter().filter_map(Node::as_str);
    names.any(|name| name.eq_ignore_ascii_case("gzip"))
}
