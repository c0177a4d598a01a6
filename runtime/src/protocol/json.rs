//! What a body of JSON says of the error in it.

use crate::http::{ErrorBody, Response};
use crate::json;

pub(super) fn read(response: &Response<'_>, _: &[&str]) -> ErrorBody {
    let mut reader = json::Reader::of(response);
    let mut body = ErrorBody::default();
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
        Err(_) if is_json(json::Reader::of(response)) => ErrorBody::useless("a body that is not a JSON object"),
        Err(_) => ErrorBody::useless("a body that is not JSON"),
        Ok(()) => ErrorBody { code: body.code.or(ty), ..body },
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
