//! HTTP clients of tests: in, the client that a caller sets; out, whether it is one of the
//! official test utilities, which sends nothing. Why: tests that were written for the official
//! crates leave out required members, and replay responses whose digests are of other bodies.
//! They pass on ours because what the official crates do not check is not checked for them,
//! unless the caller asks for it.

use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
use aws_smithy_types::config_bag::{ConfigBag, Storable, StoreReplace};

/// What the clients of `aws-smithy-http-client`'s `test-util` call themselves.
const NAMES: [&str; 6] = [
    "capture-request-handler",
    "infallible-client",
    "never-client",
    "recording-client",
    "replaying-client",
    "static-replay-client",
];

/// The client of a call. It is asked for its name no sooner than a call needs to know: an HTTPS
/// client that is made when it is first used would be made for it.
#[derive(Clone, Debug)]
pub(crate) struct CallersClient(pub(crate) SharedHttpClient);

impl CallersClient {
    fn is_of_tests(&self) -> bool {
        self.0.connector_metadata().is_some_and(|metadata| NAMES.contains(&metadata.name().as_ref()))
    }
}

/// Whether a call goes to one of them.
pub(crate) fn is_test_client(cfg: &ConfigBag) -> bool {
    cfg.load::<CallersClient>().is_some_and(CallersClient::is_of_tests)
}

impl Storable for CallersClient {
    type Storer = StoreReplace<Self>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_smithy_http_client::test_util::{capture_request, infallible_client_fn, NeverClient, StaticReplayClient};
    use aws_smithy_runtime_api::shared::IntoShared;

    #[test]
    fn official_test_utilities_are_known() {
        let clients: [SharedHttpClient; 4] = [
            capture_request(None).0.into_shared(),
            infallible_client_fn(|_| http::Response::new("")).into_shared(),
            NeverClient::new().into_shared(),
            StaticReplayClient::new(Vec::new()).into_shared(),
        ];
        assert!(clients.into_iter().map(CallersClient).all(|client| client.is_of_tests()));
    }
}
