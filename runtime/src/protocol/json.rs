//! What a body of JSON says of the error in it.

use crate::http::{ErrorBody, Response};
use crate::json;

/// Reads an object with `code` or `__type`.
pub(super) fn read(response: &Response<'_>, _: &[&str]) -> ErrorBody {
    read_object(response, true)
}

/// Reads an object whose `code` is a member like any other (Smithy RPC v2 JSON, "Operation
/// error serialization").
pub(super) fn read_by_type(response: &Response<'_>, _: &[&str]) -> ErrorBody {
    read_object(response, false)
}

fn read_object(response: &Response<'_>, has_code: bool) -> ErrorBody {
    let mut reader = json::Reader::of(response);
    let mut body = ErrorBody::default();
    let mut ty = None;
    let is_object = reader.begin_object().is_some();
    while let Some(key) = is_object.then(|| reader.key()).flatten() {
        match &*key {
            "code" if has_code => body.code = string_or_skip(&mut reader).or(body.code),
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
