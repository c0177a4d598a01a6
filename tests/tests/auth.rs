//! In: clients of a service that is called by tokens, keys, or user and password, and a server
//! on a loopback port. Out: what of these arrives, and that nobody else sees it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture};
use desk::{header, query};
use whitesmith_tests::loopback::{Arrived, Loopback, Reply};

type Checked = Result<(), Box<dyn std::error::Error>>;

const TOKEN: &str = "tok-123";
const KEY: &str = "key&4 5";

/// The settings that all clients of a server have.
macro_rules! config {
    ($module:ident, $server:expr) => {
        $module::Config::builder()
            .behavior_version($module::config::BehaviorVersion::latest())
            .retry_config($module::config::retry::RetryConfig::disabled())
            .endpoint_url($server.endpoint_url())
    };
}

async fn server() -> Result<Loopback, Box<dyn std::error::Error>> {
    Ok(Loopback::start(Reply::ok("{}")).await?)
}

/// The one request that arrived.
fn only(server: &Loopback) -> Result<Arrived, Box<dyn std::error::Error>> {
    let [request] = <[Arrived; 1]>::try_from(server.requests()).map_err(|requests| format!("{requests:?}"))?;
    Ok(request)
}

#[tokio::test]
async fn a_token_is_in_the_header() -> Checked {
    let server = server().await?;
    let config = config!(header, server).bearer_token(header::config::Token::new(TOKEN, None)).build();
    header::Client::from_conf(config).ask_with_token().send().await?;
    assert_eq!(only(&server)?.header("authorization"), Some("Bearer tok-123"));
    Ok(())
}

#[tokio::test]
async fn user_and_password_are_in_the_header() -> Checked {
    let server = server().await?;
    let login = header::config::Login::new("me", "pass:word", None);
    let config = config!(header, server).basic_auth_login(login).build();
    header::Client::from_conf(config).ask_with_login().send().await?;
    assert_eq!(only(&server)?.header("authorization"), Some("Basic bWU6cGFzczp3b3Jk"));
    Ok(())
}

#[tokio::test]
async fn a_key_is_where_the_model_has_it() -> Checked {
    let server = server().await?;
    let config = config!(header, server).api_key(header::config::Token::new(KEY, None)).build();
    header::Client::from_conf(config).ask_with_key().send().await?;
    let arrived = only(&server)?;
    assert_eq!(arrived.header("x-desk-key"), Some("Key key&4 5"));
    assert_eq!(arrived.target, "/key");

    let server = self::server().await?;
    let config = config!(query, server).api_key(query::config::Token::new(KEY, None)).build();
    let client = query::Client::from_conf(config);
    client.ask().send().await?;
    assert_eq!(only(&server)?.target, "/ask?mode=all&desk%20key=key%264%205");
    client.ask_with_key().send().await?;
    assert_eq!(server.requests()[1].target, "/key?desk%20key=key%264%205");
    Ok(())
}

#[tokio::test]
async fn the_first_scheme_that_has_an_identity_is_taken() -> Checked {
    let server = server().await?;
    let both = config!(header, server).api_key(KEY.into()).bearer_token(TOKEN.into()).build();
    let client = header::Client::from_conf(both);
    client.ask().send().await?;
    let prefers_keys =
        header::Config::builder().auth_scheme_preference([header::config::AuthSchemeId::from("httpApiKeyAuth")]);
    client.ask().customize().config_override(prefers_keys).send().await?;
    let nothing = header::Client::from_conf(config!(header, server).build());
    nothing.greet().send().await?;
    nothing.ask_anybody().send().await?;
    let seen: Vec<_> = server
        .requests()
        .iter()
        .map(|request| (request.header("authorization").is_some(), request.header("x-desk-key").is_some()))
        .collect();
    assert_eq!(seen, [(true, false), (false, true), (false, false), (false, false)]);
    Ok(())
}

#[tokio::test]
async fn without_an_identity_nothing_is_sent() -> Checked {
    let server = server().await?;
    let client = header::Client::from_conf(config!(header, server).build());
    let error = client.ask().send().await.err().ok_or("it was sent")?;
    let text = header::error::DisplayErrorContext(&error).to_string();
    assert!(text.contains("httpBearerAuth") && text.contains("httpApiKeyAuth"), "{text}");
    assert!(server.requests().is_empty());
    Ok(())
}

#[tokio::test]
async fn what_no_header_can_have_is_an_error_without_the_secret() -> Checked {
    let server = server().await?;
    let broken = "se\ncret";
    let config = config!(header, server).api_key(broken.into()).bearer_token(broken.into()).build();
    let client = header::Client::from_conf(config);
    let errors =
        [client.ask_with_key().send().await.err().map(shown), client.ask_with_token().send().await.err().map(shown)];
    for error in errors {
        let error = error.ok_or("it was sent")?;
        assert!(error.contains("header") && !error.contains("se\ncret") && !error.contains("se\\ncret"), "{error}");
    }
    assert!(server.requests().is_empty());
    Ok(())
}

fn shown(error: impl std::error::Error) -> String {
    format!("{} {error:?}", header::error::DisplayErrorContext(&error))
}

/// Keeps what an interceptor can see of a request.
#[derive(Clone, Debug, Default)]
struct Watcher(Arc<Mutex<String>>);

impl query::config::Intercept for Watcher {
    fn name(&self) -> &'static str {
        "Watcher"
    }

    fn read_before_transmit(
        &self,
        context: &query::config::interceptors::BeforeTransmitInterceptorContextRef<'_>,
        _: &query::config::RuntimeComponents,
        _: &mut query::config::ConfigBag,
    ) -> Result<(), query::error::BoxError> {
        self.0.lock().expect("nobody panics").push_str(&format!("{:?}", context.request()));
        Ok(())
    }
}

#[tokio::test]
async fn a_key_in_the_query_is_in_no_request_that_is_shown() -> Checked {
    let server = server().await?;
    let watcher = Watcher::default();
    let config = config!(query, server).api_key("hush".into()).interceptor(watcher.clone()).build();
    let shown_config = format!("{config:?}");
    let client = query::Client::from_conf(config);
    client.ask_with_key().send().await?;
    assert_eq!(only(&server)?.target, "/key?desk%20key=hush");
    let seen = watcher.0.lock().expect("nobody panics").clone();
    assert!(seen.contains("/key") && !seen.contains("hush"), "{seen}");
    assert!(!shown_config.contains("hush") && !format!("{client:?}").contains("hush"));
    Ok(())
}

/// Gives out tokens in turn, each valid for as many seconds.
#[derive(Debug)]
struct Tokens(AtomicUsize, u64);

impl header::config::ResolveIdentity for Tokens {
    fn resolve_identity<'a>(
        &'a self,
        _: &'a header::config::RuntimeComponents,
        _: &'a header::config::ConfigBag,
    ) -> IdentityFuture<'a> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        let until = SystemTime::now() + Duration::from_secs(self.1);
        let token = header::config::Token::new(format!("tok-{number}"), Some(until));
        IdentityFuture::ready(Ok(Identity::new(token, Some(until))))
    }
}

/// What two calls with such tokens send.
async fn tokens(server: &Loopback, seconds: u64) -> Result<Vec<Option<String>>, Box<dyn std::error::Error>> {
    let config = config!(header, server).bearer_token_resolver(Tokens(AtomicUsize::new(0), seconds)).build();
    let client = header::Client::from_conf(config);
    for _ in 0..2 {
        client.ask_with_token().send().await?;
    }
    let arrived = server.requests();
    Ok(arrived.iter().map(|request| request.header("authorization").map(str::to_owned)).collect())
}

#[tokio::test]
async fn a_token_is_asked_for_again_when_it_expires() -> Checked {
    let bearer = |number: usize| Some(format!("Bearer tok-{number}"));
    assert_eq!(tokens(&server().await?, 3600).await?, [bearer(0), bearer(0)]);
    // The official cache takes a new one some seconds before the old one expires.
    assert_eq!(tokens(&server().await?, 5).await?, [bearer(0), bearer(1)]);
    Ok(())
}

/// The official runtime does not ask for another identity after a 401, and does not retry it:
/// who refuses a token that has not expired will refuse the next one.
#[tokio::test]
async fn a_token_that_is_refused_is_an_error_at_once() -> Checked {
    let server = Loopback::start(Reply::status(401, r#"{"message":"no"}"#)).await?;
    let config = header::Config::builder()
        .behavior_version(header::config::BehaviorVersion::latest())
        .endpoint_url(server.endpoint_url())
        .bearer_token(header::config::Token::new(TOKEN, None))
        .build();
    let error = header::Client::from_conf(config).ask_with_token().send().await.err().ok_or("it was accepted")?;
    assert_eq!(error.raw_response().map(|response| response.status().as_u16()), Some(401));
    assert!(!shown(error).contains(TOKEN));
    assert_eq!(server.requests().len(), 1);
    Ok(())
}
