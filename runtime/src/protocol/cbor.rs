//! What a body of CBOR says of the error in it.

use crate::cbor;
use crate::http::{ErrorBody, Response};

pub(super) fn read(response: &Response<'_>, _: &[&str]) -> ErrorBody {
    let mut reader = cbor::Reader::of(response);
    let mut body = ErrorBody::default();
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
    reader.finish(body).unwrap_or_else(|_| ErrorBody::useless("a body that is not a CBOR map"))
}
