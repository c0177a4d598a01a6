//! What a body of XML says of the error in it.

use crate::http::{ErrorBody, Response};
use crate::xml;

/// Whether the document is an error: its root says so.
pub(super) fn is_error(response: &Response<'_>, path: &[&str]) -> bool {
    path.first().is_some_and(|root| xml::Reader::of(response).child() == Some(root))
}

pub(super) fn read(response: &Response<'_>, path: &[&str]) -> ErrorBody {
    let mut reader = xml::Reader::of(response);
    let mut body = ErrorBody::default();
    let Some(root) = reader.child() else {
        return ErrorBody::useless("a body that is not XML");
    };
    let path = match path.split_first() {
        Some((expected, _)) if *expected != root => {
            let found = match response.secrets().messages {
                // A member that is the whole body may be XML of its own.
                true => "*".to_owned(),
                false => xml::shown_name(root),
            };
            return ErrorBody::useless(format!("the root element `{found}` in place of `{expected}`"));
        }
        Some((_, path)) => path,
        None => path,
    };
    read_element(&mut body, &mut reader, path);
    reader.finish(body).unwrap_or_else(|_| ErrorBody::useless("a body that is not XML"))
}

/// The error in the first element at the path. Request ids are on any level.
fn read_element(body: &mut ErrorBody, reader: &mut xml::Reader<'_>, path: &[&str]) {
    let mut has_found = false;
    while let Some(tag) = reader.child() {
        match (tag, path.split_first()) {
            ("RequestId" | "RequestID", _) => body.request_id = reader.text_or_skip(),
            (tag, Some((next, rest))) if tag == *next && !has_found => {
                has_found = true;
                read_element(body, reader, rest);
            }
            ("Code", None) => body.code = reader.text_or_skip(),
            ("Message" | "message", None) => body.message = reader.text_or_skip(),
            _ => reader.skip(),
        }
    }
}
