//! A service behind a gateway with its own way to authenticate: schemes, resolvers, preferences.

use aws_sdk_sqs::config::auth::{DefaultAuthSchemeResolver, Params, ResolveAuthScheme};
use aws_sdk_sqs::config::http::HttpRequest;
use aws_sdk_sqs::config::{Builder, ConfigBag, Region, RuntimeComponents};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::{Client, Config};
use aws_smithy_runtime_api::client::auth::{
    AuthScheme, AuthSchemeEndpointConfig, AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture, Sign,
};
use aws_smithy_runtime_api::client::identity::{Identity, IdentityFuture, ResolveIdentity, SharedIdentityResolver};
use aws_smithy_runtime_api::client::runtime_components::GetIdentityResolver;
use compat_support::{clock, credentials, quick_retries, say, say_error, show, Answer, Outcome, Server};

const GATEWAY: AuthSchemeId = AuthSchemeId::new("gateway");

#[derive(Debug)]
struct Gateway;

#[derive(Debug)]
struct Key(&'static str);

impl ResolveIdentity for Gateway {
    fn resolve_identity<'a>(&'a self, _: &'a RuntimeComponents, _: &'a ConfigBag) -> IdentityFuture<'a> {
        IdentityFuture::ready(Ok(Identity::new(Key("key-1"), None)))
    }
}

impl Sign for Gateway {
    fn sign_http_request(
        &self,
        request: &mut HttpRequest,
        identity: &Identity,
        endpoint: AuthSchemeEndpointConfig<'_>,
        _: &RuntimeComponents,
        _: &ConfigBag,
    ) -> Result<(), BoxError> {
        let key = identity.data::<Key>().ok_or("not a key")?;
        show("endpoint of the scheme", endpoint.as_document());
        request.headers_mut().try_insert("x-gateway-key", key.0)?;
        Ok(())
    }
}

impl AuthScheme for Gateway {
    fn scheme_id(&self) -> AuthSchemeId {
        GATEWAY
    }

    fn identity_resolver(&self, _: &dyn GetIdentityResolver) -> Option<SharedIdentityResolver> {
        Some(SharedIdentityResolver::new(Gateway))
    }

    fn signer(&self) -> &dyn Sign {
        self
    }
}

#[derive(Debug)]
struct Choose(DefaultAuthSchemeResolver);

impl ResolveAuthScheme for Choose {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a Params,
        bag: &'a ConfigBag,
        components: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        say("asked for", params.operation_name());
        if params.operation_name() == "ListQueues" {
            AuthSchemeOptionsFuture::ready(Ok(vec![AuthSchemeOption::from(GATEWAY)]))
        } else {
            self.0.resolve_auth_scheme(params, bag, components)
        }
    }
}

async fn ask(name: &str, change: impl FnOnce(Builder) -> Builder) {
    let server = Server::start([Answer::ok("{}")]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    let client = Client::from_conf(change(config).build());
    if let Err(error) = client.list_queues().send().await {
        say_error(name, &error);
    }
    if let Err(error) = client.purge_queue().queue_url("q").send().await {
        say(&format!("{name}, purge"), error);
    }
    for request in server.received() {
        for header in ["authorization", "x-gateway-key"] {
            let value = request.header(header).map(|value| value.split(", Signature").next().unwrap_or_default());
            say(&format!("{name}, {header}"), value.unwrap_or("(none)"));
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let choose = || Choose(DefaultAuthSchemeResolver::default());
    ask("default", |config| config.credentials_provider(credentials())).await;
    ask("none", |config| config).await;
    ask("without", |config| config.allow_no_auth()).await;
    ask("without, or with", |config| config.allow_no_auth().credentials_provider(credentials())).await;
    ask("prefer none", |config| {
        config
            .allow_no_auth()
            .credentials_provider(credentials())
            .auth_scheme_preference(["noAuth".into(), "sigv4".into()])
    })
    .await;
    ask("prefer unknown", |config| config.credentials_provider(credentials()).auth_scheme_preference(["magic".into()]))
        .await;
    ask("gateway", |config| {
        config.credentials_provider(credentials()).push_auth_scheme(Gateway).auth_scheme_resolver(choose())
    })
    .await;
    ask("gateway that is not there", |config| config.auth_scheme_resolver(choose())).await;
    let config = Config::builder().push_auth_scheme(Gateway).auth_scheme_preference([GATEWAY]).build();
    show("schemes", config.auth_schemes().map(|scheme| scheme.scheme_id().inner().to_owned()).collect::<Vec<_>>());
    show("preference", config.auth_scheme_preference());
    say_error("incomplete", &Params::builder().build().err().ok_or("the operation is required")?);
    Ok(())
}
