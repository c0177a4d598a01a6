//! In: what build.rs emits from models/endpoints.smithy. Out: it, as this crate, with the
//! tests that the model brings, and that such a test fails where it has to.

include!(concat!(env!("OUT_DIR"), "/endpoints/src/lib.rs"));

/// What the user agent says of a call.
mod metrics {
    use crate::config::{AccountIdEndpointMode, BehaviorVersion, Builder, Config, Credentials, Region};
    use whitesmith_runtime::__private::v1::protocol_test::sent;

    #[track_caller]
    fn check(has: &[&str], has_not: &[&str], set: fn(Builder) -> Builder) {
        let request = sent(|http_client| {
            let config = Config::builder()
                .behavior_version(BehaviorVersion::latest())
                .region(Region::new("eu-west-1"))
                .credentials_provider(Credentials::for_tests())
                .http_client(http_client);
            crate::Client::from_conf(set(config).build()).water().bed("roses").send()
        });
        for name in ["user-agent", "x-amz-user-agent"] {
            let agent = request.get(name).unwrap_or_default();
            let metrics: Vec<&str> =
                agent.split(' ').find_map(|word| word.strip_prefix("m/")).unwrap_or_default().split(',').collect();
            assert!(has.iter().all(|metric| metrics.contains(metric)), "{agent}");
            assert!(!has_not.iter().any(|metric| metrics.contains(metric)), "{agent}");
        }
    }

    #[test]
    fn what_the_endpoint_rules_say_and_how_they_were_asked() {
        check(&["O", "P"], &["Q", "R"], |config| config);
        check(&["O", "Q"], &["P", "R"], |config| config.account_id_endpoint_mode(AccountIdEndpointMode::Disabled));
        check(&["O", "R"], &["P", "Q"], |config| config.account_id_endpoint_mode(AccountIdEndpointMode::Required));
        check(&["P"], &["O"], |config| config.endpoint_resolver(Elsewhere));
    }

    /// A resolver of the caller's, which counts nothing.
    #[derive(Debug)]
    struct Elsewhere;

    impl crate::config::endpoint::ResolveEndpoint for Elsewhere {
        fn resolve_endpoint<'a>(
            &'a self,
            _: &'a crate::config::endpoint::Params,
        ) -> crate::config::endpoint::EndpointFuture<'a> {
            let endpoint = crate::config::endpoint::Endpoint::builder().url("https://example.com");
            crate::config::endpoint::EndpointFuture::ready(Ok(endpoint.build()))
        }
    }
}

/// Expectations that do not hold.
mod failures {
    use crate::config::endpoint::{DefaultResolver, Params, ResolveEndpoint};
    use crate::config::{BehaviorVersion, Config, Credentials, Region};
    use std::future::Future;
    use std::panic::{catch_unwind, AssertUnwindSafe};
    use whitesmith_runtime::__private::v1::protocol_test::{endpoints, leads_to, Capture, Expected};

    #[track_caller]
    fn check(test: impl FnOnce(), said: &str) {
        let panic = catch_unwind(AssertUnwindSafe(test)).expect_err("the expectation does not hold");
        let text = panic.downcast_ref::<String>().expect("the message of an assertion");
        assert!(text.contains(said), "{text}");
    }

    fn roses(http_client: Capture) -> impl Future<Output = Result<impl Sized, impl std::error::Error>> {
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-west-1"))
            .credentials_provider(Credentials::for_tests())
            .http_client(http_client)
            .build();
        crate::Client::from_conf(config).water().bed("roses").send()
    }

    const ROSES: &str = "https://roses.eu-west-1.example.com";

    #[test]
    fn a_call_elsewhere() {
        check(|| leads_to(Expected::endpoint("https://roses.eu-west-1.example.co"), roses), "sent to https://roses.");
        check(|| leads_to(Expected::endpoint("https://eu-west-1.example.com"), roses), "sent to https://roses.");
        check(|| leads_to(Expected::error("There is no bed"), roses), "sent Some(");
        let scheme = r#"{"authSchemes": [{"name": "sigv4", "signingRegion": "us-east-1"}]}"#;
        check(|| leads_to(Expected::endpoint(ROSES).properties(scheme), roses), "expected the signingRegion us-east-1");
        leads_to(Expected::endpoint(ROSES), roses);
        leads_to(Expected::endpoint("https://eu-west-1.example.com").below_its_host(), roses);
    }

    #[test]
    fn a_rule_that_gives_something_else() {
        let params = || Params::builder().region("eu-west-1").bed("roses").build().expect("nothing is required");
        let resolve = |params: Params| {
            let resolver = DefaultResolver::new();
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            runtime.block_on(resolver.resolve_endpoint(&params))
        };
        let wrong = [
            (Expected::endpoint("https://example.com"), "got Endpoint"),
            (Expected::endpoint(ROSES), "got Endpoint"),
            (Expected::endpoint(ROSES).header("x-bed", &["tulips"]), "got Endpoint"),
            (Expected::error("There is no bed"), "got Endpoint"),
        ];
        for (expected, said) in wrong {
            check(|| endpoints(resolve, [("a case", params(), expected)]), said);
        }
        let nothing = || Params::builder().build().expect("nothing is required");
        check(|| endpoints(resolve, [("a case", nothing(), Expected::error("No bed"))]), "`There is no bed`");
    }
}
