//! In: what to resolve, in an environment that is one case. Out: credentials, a token, or the
//! error with all its sources, a line each. Why: this is the program of a user, and it runs as
//! a process of its own, so that it has a real environment and real files.

use aws_config::profile::ProfileFileCredentialsProvider;
use aws_config::provider_config::ProviderConfig;
use aws_config::sso::{SsoCredentialsProvider, SsoTokenProvider};
use aws_config::sts::{AssumeRoleProvider, AssumeRoleProviderBuilder};
use aws_config::web_identity_token::{StaticConfiguration, WebIdentityTokenCredentialsProvider};
use aws_config::{BehaviorVersion, ConfigLoader, Region, SdkConfig};
use aws_credential_types::credential_feature::AwsCredentialFeature;
use aws_credential_types::provider::error::{CredentialsError, TokenError};
use aws_credential_types::provider::token::ProvideToken;
use aws_credential_types::provider::ProvideCredentials;
use aws_credential_types::{Credentials, Token};
use aws_smithy_async::time::StaticTimeSource;
use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use std::error::Error;
use std::time::{Duration, SystemTime};

const ROLE: &str = "arn:aws:iam::123456789012:role/direct";
const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[]}"#;
const POLICY_ARNS: [&str; 2] = ["arn:aws:iam::aws:policy/One", "arn:aws:iam::aws:policy/Two & more"];

/// The time of all cases, so that signatures can be compared: 2026-11-28, 12:00 UTC.
fn now() -> StaticTimeSource {
    StaticTimeSource::from_secs(1_795_867_200)
}

/// Resolves what `asked` names.
pub(crate) async fn run(asked: &str) {
    let config = match asked {
        "endpoint" => loader().http_client(Nowhere),
        _ => loader(),
    };
    let config = config.load().await;
    match asked {
        "chain" | "endpoint" => credentials(chain(&config).await),
        "twice" => {
            credentials(chain(&config).await);
            credentials(chain(&config).await);
        }
        "profile" => {
            let provider = ProfileFileCredentialsProvider::builder().configure(&provider_config()).build();
            credentials(provider.provide_credentials().await);
        }
        "call" => call(&config).await,
        "token" => match config.token_provider() {
            Some(provider) => token(provider.provide_token().await),
            None => say("token", "the config has no provider"),
        },
        "assume role" => credentials(assume_role(&config).build().await.provide_credentials().await),
        "assume role of keys" => {
            let keys = Credentials::new("AKIDOFCODE", "secret of code", Some("token of code".into()), None, "code");
            let provider = assume_role(&config).build_from_provider(keys).await;
            credentials(provider.provide_credentials().await);
        }
        "web identity" => credentials(web_identity().provide_credentials().await),
        "sso" => credentials(sso(None).provide_credentials().await),
        "sso session" => credentials(sso(Some("direct")).provide_credentials().await),
        "sso token" => {
            let provider = SsoTokenProvider::builder().configure(&config).session_name("direct");
            let provider = provider.start_url("https://example.awsapps.com/start").region(Region::new("eu-west-1"));
            token(provider.build().await.provide_token().await);
        }
        other => say("unknown", other),
    }
}

fn loader() -> ConfigLoader {
    let loader = aws_config::defaults(BehaviorVersion::latest()).time_source(now());
    #[cfg(feature = "lean")]
    let loader = loader.http_client(aws_sdk_sts::config::https_client());
    loader
}

/// What a provider that is built without a loader is configured with.
fn provider_config() -> ProviderConfig {
    let config = ProviderConfig::without_region().with_region(Some(Region::new("us-west-2"))).with_time_source(now());
    #[cfg(feature = "lean")]
    let config = config.with_http_client(aws_sdk_sts::config::https_client());
    config
}

async fn chain(config: &SdkConfig) -> Result<Credentials, CredentialsError> {
    match config.credentials_provider() {
        Some(provider) => provider.provide_credentials().await,
        None => Err(CredentialsError::not_loaded("the config has no provider")),
    }
}

fn assume_role(config: &SdkConfig) -> AssumeRoleProviderBuilder {
    AssumeRoleProvider::builder(ROLE)
        .configure(config)
        .external_id("an id & more")
        .session_name("direct-session")
        .session_length(Duration::from_secs(900))
        .policy(POLICY)
        .policy_arns(POLICY_ARNS.map(str::to_owned).to_vec())
        .region(Region::new("eu-central-1"))
        .tags([("team", "blue"), ("cost center", "4711/ä")])
}

fn web_identity() -> WebIdentityTokenCredentialsProvider {
    let file = std::env::var("TOKEN_FILE").unwrap_or_default();
    WebIdentityTokenCredentialsProvider::builder()
        .configure(&provider_config())
        .static_configuration(StaticConfiguration {
            web_identity_token_file: file.into(),
            role_arn: ROLE.to_owned(),
            session_name: "direct-session".to_owned(),
        })
        .policy(POLICY)
        .policy_arns(POLICY_ARNS.map(str::to_owned).to_vec())
        .build()
}

fn sso(session: Option<&str>) -> SsoCredentialsProvider {
    let provider = SsoCredentialsProvider::builder()
        .configure(&provider_config())
        .account_id("123456789012")
        .role_name("a role/with + signs")
        .region(Region::new("eu-west-1"))
        .start_url("https://example.awsapps.com/start");
    match session {
        Some(name) => provider.session_name(name).build(),
        None => provider.build(),
    }
}

/// What a service is called with: the user agent has the features that credentials are from.
async fn call(config: &SdkConfig) {
    match aws_sdk_sts::Client::new(config).get_caller_identity().send().await {
        Ok(output) => say("identity", format_args!("{output:?}")),
        Err(error) => failure(&error),
    }
}

fn token(resolved: Result<Token, TokenError>) {
    match resolved {
        Ok(token) => say("token", format_args!("{} until {:?}", token.token(), token.expiration())),
        Err(error) => failure(&error),
    }
}

fn credentials(resolved: Result<Credentials, CredentialsError>) {
    let credentials = match resolved {
        Ok(credentials) => credentials,
        Err(error) => return failure(&error),
    };
    say("access key", credentials.access_key_id());
    say("secret key", credentials.secret_access_key());
    say("session token", credentials.session_token().unwrap_or("none"));
    let expiry = credentials.expiry().and_then(|expiry| expiry.duration_since(SystemTime::UNIX_EPOCH).ok());
    say("expiry", format_args!("{expiry:?}"));
    say("account", format_args!("{:?}", credentials.account_id()));
    say("features", format_args!("{:?}", credentials.get_property::<Vec<AwsCredentialFeature>>()));
    say("credentials", format_args!("{credentials:?}"));
}

/// An error as users see it: each source by itself, and all of it as `{:?}` shows it.
fn failure(error: &(dyn Error + 'static)) {
    for error in std::iter::successors(Some(error), |&error| error.source()) {
        say("error", error);
    }
    say("debug", without_order(&format!("{error:?}")));
}

/// The types of a response's extensions are in a hash map by type: their order differs from one
/// build to another.
fn without_order(text: &str) -> String {
    let Some((start, rest)) = text.split_once("extensions_1x: {") else { return text.to_owned() };
    let Some((types, end)) = rest.split_once('}') else { return text.to_owned() };
    let mut types: Vec<&str> = types.split(", ").collect();
    types.sort_unstable();
    format!("{start}extensions_1x: {{{}}}{}", types.join(", "), without_order(end))
}

fn say(name: &str, value: impl std::fmt::Display) {
    println!("{name}: {}", value.to_string().replace('\n', "\\n"));
}

/// An HTTP client without a network, which says where a request would have gone.
#[derive(Clone, Debug)]
struct Nowhere;

impl HttpClient for Nowhere {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(Self)
    }
}

impl HttpConnector for Nowhere {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        say("would call", format_args!("{} {}", request.method(), request.uri()));
        say("would sign", request.headers().get("authorization").unwrap_or("nothing"));
        HttpConnectorFuture::ready(Err(ConnectorError::user("there is no network".into())))
    }
}
