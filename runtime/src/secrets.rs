//! What must not be shown of an operation's responses: in, the places that the model
//! calls `@sensitive`; out, errors without their values.
//!
//! An error can come about in many ways, and each of them would have to remember what it
//! must not keep. So this is done once, where an error leaves us, and it asks where in
//! the response a secret is, not whether it could be deserialized.

use crate::own::ResponseFacts;
use crate::values::REDACTED;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::http::{Headers, StatusCode};
use aws_smithy_types::body::SdkBody;
use std::error::Error;

/// Headers that are the protocol's: a member whose prefix is theirs as well does not make
/// secrets of them.
const OF_PROTOCOLS: [&str; 5] =
    ["x-amz-id-2", "x-amz-request-id", "x-amzn-errortype", "x-amzn-query-error", "x-amzn-requestid"];

/// The places of secrets in the responses of an operation.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Secrets {
    /// The body, of an output or of an error. Where anything is a secret, it is one.
    pub(crate) body: bool,
    /// The status code.
    pub(crate) status: bool,
    /// What errors say in their bodies, as long as it is not known that it may be shown.
    pub(crate) messages: bool,
    /// The code, the type and the request id in the body of an error.
    pub(crate) codes: bool,
    /// Headers, in lower case; with a `*` at the end all that begin so.
    pub(crate) headers: &'static [&'static str],
}

impl Secrets {
    /// There are none.
    pub(crate) const NONE: &'static Self =
        &Self { body: false, status: false, messages: false, codes: false, headers: &[] };

    /// Those of events that hold secrets.
    #[cfg(feature = "event-stream")]
    pub(crate) const OF_EVENTS: &'static Self = &Self { messages: true, ..*Self::NONE };

    /// Whether there are any.
    pub(crate) fn any(&self) -> bool {
        self.body
    }

    /// The entry that makes a secret of a header.
    fn entry(&self, header: &str) -> Option<&'static str> {
        let matches = |entry: &&str| match entry.strip_suffix('*') {
            Some(prefix) => header.starts_with(prefix) && !OF_PROTOCOLS.contains(&header),
            None => header == *entry,
        };
        self.headers.iter().copied().find(matches)
    }

    /// Whether a header, in lower case, is a secret.
    pub(crate) fn hide(&self, header: &str) -> bool {
        self.entry(header).is_some()
    }

    /// Whether the header that has the request's id is one.
    pub(crate) fn hide_request_id(&self) -> bool {
        self.hide("x-amzn-requestid") || self.hide("x-amz-request-id")
    }

    /// Whether the code of an error may be one.
    pub(crate) fn hide_codes(&self) -> bool {
        self.codes || self.hide("x-amzn-errortype") || self.hide("x-amzn-query-error")
    }

    /// The same error, and in its response no secret.
    pub(crate) fn redact<E>(&self, error: SdkError<E, HttpResponse>) -> SdkError<E, HttpResponse>
    where
        E: Error + Send + Sync + 'static,
    {
        let Some(raw) = error.raw_response() else {
            return error;
        };
        let redacted = self.redact_response(raw);
        match error {
            SdkError::ServiceError(context) => SdkError::service_error(context.into_err(), redacted),
            other => match other.into_source() {
                Ok(source) => SdkError::response_error(source, redacted),
                Err(error) => error,
            },
        }
    }

    fn redact_response(&self, raw: &HttpResponse) -> HttpResponse {
        let body = match raw.body().bytes() {
            Some(bytes) => format!("({} bytes of a sensitive response)", bytes.len()),
            None => "(a sensitive response)".to_owned(),
        };
        let mut redacted = HttpResponse::new(self.redact_status(raw.status()), SdkBody::from(body));
        *redacted.headers_mut() = self.redact_headers(raw.headers());
        if let Some(facts) = raw.extension::<ResponseFacts>() {
            let request_id = facts.request_id.clone().filter(|id| !self.hide(id.header));
            redacted.add_extension(ResponseFacts { request_id, ..facts.clone() });
        }
        redacted
    }

    /// Of a secret status its class.
    fn redact_status(&self, status: StatusCode) -> StatusCode {
        let class = StatusCode::try_from(status.as_u16() / 100 * 100);
        class.ok().filter(|_| self.status).unwrap_or(status)
    }

    fn redact_headers(&self, headers: &Headers) -> Headers {
        if self.headers.is_empty() {
            return headers.clone();
        }
        // The rest of a name that begins with a prefix is a key of a map, and a secret too:
        // what is left of all of these is one header with the name of the entry.
        let mut redacted = Headers::new();
        for (name, value) in headers {
            match self.entry(name) {
                Some("*") => drop(redacted.try_insert("x-sensitive-headers", REDACTED)),
                Some(entry) => drop(redacted.try_insert(entry, REDACTED)),
                None => drop(redacted.try_append(name.to_owned(), value.to_owned())),
            }
        }
        redacted
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_types::error::display::DisplayErrorContext;

    const SECRETS: Secrets =
        Secrets { body: true, status: true, messages: true, codes: false, headers: &["x-secret", "x-map-*"] };

    fn response() -> HttpResponse {
        let status = 418.try_into().expect("418 is a status");
        let mut response = HttpResponse::new(status, SdkBody::from("hush"));
        for (name, value) in [("x-amzn-requestid", "r"), ("x-secret", "hush"), ("x-map-hush", "1"), ("x-map-b", "hush")]
        {
            response.headers_mut().insert(name, value);
        }
        response
    }

    #[track_caller]
    fn check(error: SdkError<std::fmt::Error, HttpResponse>, kind: &str) {
        let error = SECRETS.redact(error);
        let raw = error.raw_response().expect("the response is kept");
        assert_eq!(raw.status().as_u16(), 400);
        assert_eq!(raw.body().bytes(), Some(&b"(4 bytes of a sensitive response)"[..]));
        let mut headers: Vec<_> = raw.headers().iter().collect();
        headers.sort_unstable();
        assert_eq!(headers, [("x-amzn-requestid", "r"), ("x-map-*", REDACTED), ("x-secret", REDACTED)]);
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.starts_with(kind) && !text.contains("hush"), "{text}");
    }

    #[test]
    fn what_stands_at_a_secret_place_is_replaced() {
        check(SdkError::service_error(std::fmt::Error, response()), "service error");
        check(SdkError::response_error("odd", response()), "response error");
    }

    #[test]
    fn what_is_no_secret_is_kept() {
        let error = SdkError::service_error(std::fmt::Error, response());
        let error = Secrets { status: false, headers: &["x-secret"], ..SECRETS }.redact(error);
        let raw = error.raw_response().expect("the response is kept");
        assert_eq!(raw.status().as_u16(), 418);
        assert_eq!(raw.headers().get("x-map-b"), Some("hush"));
    }

    #[test]
    fn headers_of_the_protocol_are_secrets_only_by_their_names() {
        let all = Secrets { headers: &["*"], ..*Secrets::NONE };
        assert!(all.hide("x-any") && !all.hide_request_id());
        assert!(Secrets { headers: &["x-amzn-requestid"], ..*Secrets::NONE }.hide_request_id());
    }
}
