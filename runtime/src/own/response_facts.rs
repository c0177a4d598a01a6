//! What the headers of a response say about the call: in, the headers; out, an extension of
//! the response. Retry classifiers and errors see the response, but neither the service, which
//! knows the names of its headers, nor the clock, which dates are compared with.

use super::retry_after::retry_after;
use crate::official::dyn_dispatch_hint;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::config_bag::ConfigBag;
use std::time::Duration;

/// What the headers say. A response that has it is one of a service that is not AWS's.
#[derive(Clone, Debug, Default)]
pub(crate) struct ResponseFacts {
    pub(crate) request_id: Option<FoundId>,
    /// How long to wait before the request is sent again.
    pub(crate) retry_after: Option<Duration>,
}

/// The id of a request, and the header that has it.
#[derive(Clone, Debug)]
pub(crate) struct FoundId {
    pub(crate) header: &'static str,
    pub(crate) value: String,
}

impl FoundId {
    /// The first of the headers that is there and not empty.
    fn find(headers: &Headers, names: &'static [&'static str]) -> Option<Self> {
        names.iter().find_map(|header| {
            let value = headers.get(header)?.trim();
            (!value.is_empty()).then(|| Self { header, value: value.to_owned() })
        })
    }
}

#[derive(Debug)]
pub(crate) struct ResponseFactsInterceptor {
    request_id_headers: &'static [&'static str],
}

impl ResponseFactsInterceptor {
    pub(crate) fn new(request_id_headers: &'static [&'static str]) -> Self {
        Self { request_id_headers }
    }
}

#[dyn_dispatch_hint]
impl Intercept for ResponseFactsInterceptor {
    fn name(&self) -> &'static str {
        "ResponseFactsInterceptor"
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response_mut();
        let now = || components.time_source().unwrap_or_default().now();
        let facts = ResponseFacts {
            request_id: FoundId::find(response.headers(), self.request_id_headers),
            retry_after: retry_after(response.headers(), now),
        };
        response.add_extension(facts);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: &[&str] = &["x-request-id", "request-id"];

    fn find(headers: &[(&'static str, &'static str)]) -> Option<(&'static str, String)> {
        let mut all = Headers::new();
        for (name, value) in headers {
            all.append(*name, *value);
        }
        FoundId::find(&all, NAMES).map(|id| (id.header, id.value))
    }

    #[test]
    fn the_first_name_that_has_a_value_counts() {
        assert_eq!(find(&[]), None);
        assert_eq!(find(&[("request-id", "b"), ("x-request-id", "a")]), Some(("x-request-id", "a".to_owned())));
        assert_eq!(find(&[("x-request-id", " "), ("request-id", "b")]), Some(("request-id", "b".to_owned())));
        assert_eq!(find(&[("x-request-id", "a"), ("x-request-id", "b")]), Some(("x-request-id", "a".to_owned())));
    }
}
