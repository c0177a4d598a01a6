//! In: what build.rs emits from models/sessions.smithy. Out: it, as this crate, and how its
//! calls begin and share sessions.

include!(concat!(env!("OUT_DIR"), "/sessions/src/lib.rs"));

mod calls {
    use crate::config::http::{HttpRequest, HttpResponse};
    use crate::config::retry::RetryConfig;
    use crate::config::{BehaviorVersion, Builder, Config, Credentials, Region};
    use aws_smithy_runtime_api::client::http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
    };
    use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
    use aws_smithy_types::date_time::{DateTime, Format};
    use std::sync::{Arc, Mutex};
    use std::time::{Duration, SystemTime};

    /// Gives out sessions `S1`, `S2`, ..., each for as many seconds, and empty objects.
    #[derive(Clone, Debug)]
    struct Bucket {
        arrived: Arc<Mutex<Vec<HttpRequest>>>,
        seconds: u64,
        is_refusing: bool,
    }

    impl HttpClient for Bucket {
        fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
            SharedHttpConnector::new(self.clone())
        }
    }

    impl HttpConnector for Bucket {
        fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
            let mut arrived = self.arrived.lock().expect("no test panics with the lock");
            let number = 1 + arrived.iter().filter(|request| is_session(request)).count();
            let end = DateTime::from(SystemTime::now() + Duration::from_secs(self.seconds));
            let (status, body) = match is_session(&request) {
                false => (200, String::new()),
                true if self.is_refusing => (403, "<Error><Code>AccessDenied</Code></Error>".to_owned()),
                true => {
                    let end = end.fmt(Format::DateTime).expect("a moment of today");
                    let session = format!(
                        "<AccessKeyId>S{number}</AccessKeyId><SecretAccessKey>hush</SecretAccessKey>\
                         <SessionToken>token-{number}</SessionToken><Expiration>{end}</Expiration>"
                    );
                    let session = format!("<Credentials>{session}</Credentials>");
                    (200, format!("<CreateSessionResult>{session}</CreateSessionResult>"))
                }
            };
            arrived.push(request);
            let status = status.try_into().expect("a status code");
            // Others get a turn, so that calls at once are at once.
            HttpConnectorFuture::new(async move {
                tokio::task::yield_now().await;
                Ok(HttpResponse::new(status, body.into()))
            })
        }
    }

    fn is_session(request: &HttpRequest) -> bool {
        request.uri().ends_with("?session")
    }

    impl Bucket {
        fn new(seconds: u64) -> Self {
            Self { arrived: Arc::default(), seconds, is_refusing: false }
        }

        fn client(&self, set: impl FnOnce(Builder) -> Builder) -> crate::Client {
            let config = Config::builder()
                .behavior_version(BehaviorVersion::latest())
                .region(Region::new("eu-west-1"))
                .credentials_provider(mine())
                .retry_config(RetryConfig::disabled())
                .http_client(self.clone());
            crate::Client::from_conf(set(config).build())
        }

        /// What arrived: the bucket, whether it began a session, who signed it, and its tokens.
        fn arrived(&self) -> Vec<String> {
            let arrived = self.arrived.lock().expect("no test panics with the lock");
            let shown = arrived.iter().map(|request| {
                let header = |name| request.headers().get(name).unwrap_or("-");
                let bucket = request.uri().trim_start_matches("https://").split('.').next().unwrap_or_default();
                let kind = if is_session(request) { "session" } else { "object" };
                let credential = header("authorization").split("Credential=").nth(1).unwrap_or_default();
                let key = credential.split('/').next().unwrap_or_default();
                let (session, own) = (header("x-amz-s3session-token"), header("x-amz-security-token"));
                format!("{bucket} {kind} {key} {session} {own}")
            });
            shown.collect()
        }
    }

    fn mine() -> Credentials {
        Credentials::new("MINE", "secret", Some("own-token".to_owned()), None, "test")
    }

    async fn get(client: &crate::Client, bucket: &str) {
        client.get_object().bucket(bucket).key("k").send().await.expect("the object is there");
    }

    #[tokio::test]
    async fn calls_with_one_bucket_share_a_session() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config);
        get(&client, "a").await;
        get(&client, "a").await;
        get(&client, "b").await;
        get(&client, "a").await;
        let expected = [
            "a session MINE - own-token",
            "a object S1 token-1 -",
            "a object S1 token-1 -",
            "b session MINE - own-token",
            "b object S2 token-2 -",
            "a object S1 token-1 -",
        ];
        assert_eq!(bucket.arrived(), expected);
        let arrived = bucket.arrived.lock().expect("no test panics with the lock");
        let agent = arrived[1].headers().get("x-amz-user-agent").unwrap_or_default();
        let metrics = agent.split(' ').find_map(|word| word.strip_prefix("m/")).unwrap_or_default();
        assert!(metrics.split(',').any(|metric| metric == "J"), "{agent}");
    }

    #[tokio::test]
    async fn presigned_call_is_signed_within_a_session() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config);
        let start = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_824_000);
        let config = crate::presigning::PresigningConfig::builder().start_time(start);
        let config = config.expires_in(Duration::from_secs(60)).build().expect("less than a week");
        let presigned = client.get_object().bucket("a").key("k").presigned(config).await.expect("it is signed");
        let query = presigned.uri().split_once('?').expect("the signature is in the query").1;
        for part in ["X-Amz-Credential=S1%2F20261128%2F", "X-Amz-S3session-Token=token-1", "X-Amz-Expires=60"] {
            assert!(query.contains(part), "{query}");
        }
        assert!(!query.contains("X-Amz-Security-Token"), "{query}");
        assert_eq!(bucket.arrived(), ["a session MINE - own-token"]);
        // The session begins when it is asked for, and not when the request becomes valid.
        let arrived = bucket.arrived.lock().expect("no test panics with the lock");
        assert_ne!(arrived[0].headers().get("x-amz-date"), Some("20261128T000000Z"));
    }

    #[tokio::test]
    async fn calls_at_once_begin_one() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config);
        tokio::join!(get(&client, "a"), get(&client, "a"), get(&client, "a"));
        assert_eq!(bucket.arrived().iter().filter(|arrived| arrived.contains("session MINE")).count(), 1);
    }

    #[tokio::test]
    async fn another_begins_before_one_ends() {
        let bucket = Bucket::new(5);
        let client = bucket.client(|config| config);
        get(&client, "a").await;
        get(&client, "a").await;
        let expected = [
            "a session MINE - own-token",
            "a object S1 token-1 -",
            "a session MINE - own-token",
            "a object S2 token-2 -",
        ];
        assert_eq!(bucket.arrived(), expected);
    }

    #[tokio::test]
    async fn a_session_belongs_to_credentials() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config);
        get(&client, "a").await;
        let other = Builder::new().credentials_provider(Credentials::new("OTHER", "secret", None, None, "test"));
        let call = client.get_object().bucket("a").key("k").customize().config_override(other);
        call.send().await.expect("the object is there");
        let expected =
            ["a session MINE - own-token", "a object S1 token-1 -", "a session OTHER - -", "a object S2 token-2 -"];
        assert_eq!(bucket.arrived(), expected);
    }

    #[tokio::test]
    async fn whoever_wants_none_has_none() {
        let bucket = Bucket::new(300);
        get(&bucket.client(|config| config.disable_s3_express_session_auth(true)), "a").await;
        let given = Credentials::new("GIVEN", "secret", Some("given-token".to_owned()), None, "test");
        get(&bucket.client(|config| config.express_credentials_provider(given)), "a").await;
        assert_eq!(bucket.arrived(), ["a object MINE - own-token", "a object GIVEN given-token -"]);
    }

    /// Says that each call needs a session, also the one that begins it.
    #[derive(Debug)]
    struct Everywhere;

    impl crate::config::endpoint::ResolveEndpoint for Everywhere {
        fn resolve_endpoint<'a>(
            &'a self,
            _: &'a crate::config::endpoint::Params,
        ) -> crate::config::endpoint::EndpointFuture<'a> {
            let endpoint = crate::config::endpoint::Endpoint::builder().url("https://a.example.com");
            let scheme = aws_smithy_types::endpoint::EndpointAuthScheme::with_capacity("sigv4-s3express", 0);
            crate::config::endpoint::EndpointFuture::ready(Ok(endpoint.auth_scheme(scheme).build()))
        }
    }

    #[tokio::test]
    async fn a_session_does_not_begin_within_a_session() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config.endpoint_resolver(Everywhere));
        let error = client.get_object().bucket("a").key("k").send().await.expect_err("there is no session");
        let text = crate::error::DisplayErrorContext(&error).to_string();
        assert!(text.contains("the call that begins a session asks for a session"), "{text}");
        assert!(bucket.arrived().is_empty());
    }

    #[tokio::test]
    async fn a_session_belongs_to_a_place() {
        let bucket = Bucket::new(300);
        let client = bucket.client(|config| config);
        get(&client, "a").await;
        let other = Builder::new().region(Region::new("us-east-1"));
        let call = client.get_object().bucket("a").key("k").customize().config_override(other);
        call.send().await.expect("the object is there");
        assert_eq!(bucket.arrived().iter().filter(|arrived| arrived.contains("session MINE")).count(), 2);
    }

    #[tokio::test]
    async fn without_a_session_nothing_else_is_sent() {
        let bucket = Bucket { is_refusing: true, ..Bucket::new(300) };
        let client = bucket.client(|config| config);
        let error = client.get_object().bucket("a").key("k").send().await.expect_err("there is no session");
        let text = format!("{} {error:?}", crate::error::DisplayErrorContext(&error));
        assert!(text.contains("AccessDenied") && !text.contains("own-token") && !text.contains("hush"), "{text}");
        assert_eq!(bucket.arrived(), ["a session MINE - own-token"]);
        let bucket = Bucket { is_refusing: false, ..bucket };
        get(&bucket.client(|config| config), "a").await;
    }
}
