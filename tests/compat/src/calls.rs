//! In: a canned HTTP client. Out: lines about the requests that were sent and the
//! answers that came back.
//! Why: configuration, customisation, retries and errors as users put them together.

use crate::canned::{Canned, Response};
use crate::say;
use crate::values::sql;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::{AuthSchemeId, AuthSchemeOption, AuthSchemeOptionsFuture};
use aws_smithy_runtime_api::client::interceptors::context::InterceptorContext;
use aws_smithy_runtime_api::client::orchestrator::OrchestratorError;
use aws_smithy_types::telemetry::CapturedTelemetryAttributes;
use aws_types::SdkConfig;
use cleanrooms::config::auth::ResolveAuthScheme;
use cleanrooms::config::endpoint::{Endpoint, EndpointFuture, ResolveEndpoint};
use cleanrooms::config::http::HttpResponse;
use cleanrooms::config::interceptors::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextRef,
};
use cleanrooms::config::retry::{ClassifyRetry, RetryAction, RetryConfig};
use cleanrooms::config::timeout::TimeoutConfig;
use cleanrooms::config::{
    AppName, BehaviorVersion, ConfigBag, Credentials, Intercept, Region, RuntimeComponents, SharedCredentialsProvider,
    StalledStreamProtectionConfig,
};
use cleanrooms::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use cleanrooms::operation::start_protected_query::builders::{
    StartProtectedQueryFluentBuilder, StartProtectedQueryInputBuilder,
};
use cleanrooms::operation::start_protected_query::{
    StartProtectedQueryError, StartProtectedQueryInput, StartProtectedQueryOutput,
};
use cleanrooms::operation::RequestId;
use cleanrooms::types::{
    ProtectedQueryOutputConfiguration, ProtectedQueryResultConfiguration, ProtectedQueryS3OutputConfiguration,
    ProtectedQueryType, ResultFormat,
};
use cleanrooms::{config, Client, Config};
use std::error::Error;
use std::time::Duration;

const ANSWER: Response = (
    200,
    &[("x-amzn-requestid", "request")],
    r#"{"protectedQuery":{"id":"id","membershipId":"m","membershipArn":"arn","createTime":1751891445,"status":"STARTED",
    "surprise":{"nested":[1,2.5e3,null,true,"\u00e9\n"]},"result":{"output":{"s3":{"location":"s3://b/k"}}}}}"#,
);
const THROTTLED: Response = (429, &[("x-amzn-errortype", "ThrottlingException")], r#"{"message":"slow down"}"#);

pub(crate) async fn transcript() -> Result<(), Box<dyn Error>> {
    request_as_sent().await?;
    ways_to_configure().await?;
    ways_to_send().await?;
    resolvers().await?;
    interceptors().await?;
    retries().await?;
    answers().await;
    Ok(())
}

fn settings(http: &Canned) -> config::Builder {
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-west-1"))
        .credentials_provider(Credentials::new("AKID", "secret", Some("token".into()), None, "program"))
        .http_client(http.clone())
}

fn request(client: &Client) -> StartProtectedQueryFluentBuilder {
    client
        .start_protected_query()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier("a b/c%d\u{e9}")
        .sql_parameters(sql())
}

async fn request_as_sent() -> Result<(), Box<dyn Error>> {
    let http = Canned::new([ANSWER]);
    let client = Client::from_conf(settings(&http).build());
    let to_bucket =
        ProtectedQueryS3OutputConfiguration::builder().result_format(ResultFormat::Csv).bucket("b\"\\\u{1}").build()?;
    let configuration = ProtectedQueryResultConfiguration::builder()
        .output_configuration(ProtectedQueryOutputConfiguration::S3(to_bucket))
        .build();
    let builder = request(&client).result_configuration(configuration);
    say("fluent", format!("{:?} {:?}", builder.get_type(), builder.get_membership_identifier()));
    say("fluent input", format!("{:?}", builder.as_input().get_sql_parameters().is_some()));
    let output = builder.clone().send().await?;
    say("request id", format!("{:?}", output.request_id()));
    say("answer", format!("{output:?}"));
    for request in http.requests() {
        say("method", request.method());
        say("uri", request.uri());
        let mut names: Vec<&str> = request.headers().iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        say("headers", names.join(" "));
        for name in ["content-type", "content-length", "amz-sdk-request", "x-amz-security-token"] {
            say(name, request.headers().get(name).unwrap_or("none"));
        }
        let authorization = request.headers().get("authorization").unwrap_or("none");
        say(
            "signed headers",
            authorization.split("SignedHeaders=").nth(1).and_then(|s| s.split(',').next()).unwrap_or("none"),
        );
        // The order of members is free in JSON; sorting the bytes makes it the same.
        let mut bytes = request.body().bytes().unwrap_or_default().to_vec();
        bytes.sort_unstable();
        say("body bytes", String::from_utf8_lossy(&bytes));
    }
    Ok(())
}

async fn ways_to_configure() -> Result<(), Box<dyn Error>> {
    let http = Canned::new([ANSWER]);
    let shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-2"))
        .credentials_provider(SharedCredentialsProvider::new(Credentials::new("AKID", "secret", None, None, "shared")))
        .app_name(AppName::new("app")?)
        .http_client(http.clone())
        .build();
    request(&Client::new(&shared)).send().await?;
    request(&Client::from_conf(Config::new(&shared))).send().await?;
    request(&Client::from_conf(Config::from(&shared))).send().await?;
    let builder = config::Builder::from(&shared).endpoint_url("http://localhost:1234/base");
    let client = Client::from_conf(builder.build());
    request(&client).send().await?;
    request(&Client::from_conf(client.config().to_builder().use_fips(true).region(Region::new("us-east-1")).build()))
        .send()
        .await
        .map_or_else(|error| say("fips and a fixed endpoint", DisplayErrorContext(error)), |_| ());
    request(&Client::from_conf(settings(&http).use_dual_stack(true).build())).send().await?;
    request(&Client::from_conf(settings(&http).use_fips(true).region(Region::new("cn-north-1")).build()))
        .send()
        .await?;
    for request in http.requests() {
        say("configured uri", request.uri());
        let credential = request.headers().get("authorization").unwrap_or("none");
        say("configured scope", credential.split('/').skip(2).take(2).collect::<Vec<_>>().join("/"));
        let agent = request.headers().get("x-amz-user-agent").unwrap_or("none");
        say("configured app", agent.split(' ').filter(|part| part.starts_with("app/")).collect::<Vec<_>>().join(" "));
    }

    let config = settings(&http)
        .retry_config(RetryConfig::adaptive().with_max_attempts(7))
        .timeout_config(TimeoutConfig::builder().operation_timeout(Duration::from_secs(9)).build())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .disable_clock_skew_correction(true)
        .build();
    say("signing name", config.signing_name());
    say("region", config.region().map_or("none".into(), ToString::to_string));
    say("attempts", config.retry_config().map_or(0, RetryConfig::max_attempts));
    say("timeout", format!("{:?}", config.timeout_config().and_then(TimeoutConfig::operation_timeout)));
    say("clock skew", format!("{:?}", config.disable_clock_skew_correction()));
    say(
        "has",
        format!(
            "{} {} {} {} {} {} {} {}",
            config.http_client().is_some(),
            config.sleep_impl().is_some(),
            config.time_source().is_some(),
            config.identity_cache().is_some(),
            config.retry_partition().is_some(),
            config.app_name().is_some(),
            config.stalled_stream_protection().is_some(),
            config.auth_scheme_resolver().is_some(),
        ),
    );
    say(
        "lists",
        format!(
            "{} {} {}",
            config.auth_schemes().count(),
            config.interceptors().count(),
            config.retry_classifiers().count()
        ),
    );

    // Without a region there is no regional endpoint.
    let nowhere = settings(&http).region(None::<Region>).build();
    let error = request(&Client::from_conf(nowhere)).send().await;
    say("no region", error.map_or_else(|error| DisplayErrorContext(error).to_string(), |_| "answered".into()));
    let anonymous = Config::builder().region(Region::new("us-east-1")).http_client(http.clone()).build();
    let error = request(&Client::from_conf(anonymous)).send().await;
    say("no credentials", error.map_or_else(|error| DisplayErrorContext(error).to_string(), |_| "answered".into()));
    Ok(())
}

async fn ways_to_send() -> Result<(), Box<dyn Error>> {
    let http = Canned::new([ANSWER]);
    let client = Client::from_conf(settings(&http).build());
    // On another task, and through a function that knows nothing of the client's life.
    let spawned = tokio::spawn(request(&client).send()).await??;
    say("spawned", spawned.protected_query().is_some());
    fn boxed(client: Client) -> std::pin::Pin<Box<dyn std::future::Future<Output = bool> + Send>> {
        Box::pin(async move { request(&client).send().await.is_ok() })
    }
    say("boxed", boxed(client.clone()).await);
    let prepared = StartProtectedQueryInputBuilder::default()
        .r#type(ProtectedQueryType::Sql)
        .membership_identifier("m")
        .sql_parameters(sql());
    say("prepared", prepared.send_with(&client).await?.protected_query().is_some());
    async fn question_mark(client: &Client) -> Result<String, cleanrooms::Error> {
        let output = request(client).send().await?;
        Ok(output.protected_query().map_or_else(String::new, |query| query.id().to_owned()))
    }
    say("question mark", question_mark(&client).await?);

    http.requests();
    let customized = request(&client)
        .customize()
        .interceptor(Seen("customized"))
        .map_request(|mut request| {
            request.headers_mut().insert("x-mapped", "1");
            Ok::<_, std::io::Error>(request)
        })
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "2");
        })
        .config_override(
            Config::builder()
                .region(Region::new("ap-south-1"))
                .credentials_provider(Credentials::new("OTHER", "secret", None, None, "override")),
        )
        .send()
        .await?;
    say("customized", customized.protected_query().is_some());
    for request in http.requests() {
        say("customized uri", request.uri());
        say(
            "customized headers",
            format!("{:?} {:?}", request.headers().get("x-mapped"), request.headers().get("x-mutated")),
        );
        let scope = request.headers().get("authorization").unwrap_or("none");
        say(
            "customized scope",
            scope.replace(|c: char| c.is_ascii_digit(), "").split('/').take(3).collect::<Vec<_>>().join("/"),
        );
    }
    let failed = request(&client).customize().map_request(|_| Err(std::io::Error::other("mapped away"))).send().await;
    say("mapped away", failed.map_or_else(|error| DisplayErrorContext(error).to_string(), |_| "answered".into()));
    Ok(())
}

#[derive(Debug)]
struct OwnEndpoint;

impl ResolveEndpoint for OwnEndpoint {
    fn resolve_endpoint<'a>(&'a self, params: &'a config::endpoint::Params) -> EndpointFuture<'a> {
        let region = params.region().unwrap_or("nowhere");
        say(
            "endpoint params",
            format!(
                "{:?} {:?} {:?} {:?}",
                params.region(),
                params.use_dual_stack(),
                params.use_fips(),
                params.endpoint()
            ),
        );
        EndpointFuture::ready(Ok(Endpoint::builder()
            .url(format!("https://{region}.example.com"))
            .header("x-own", "1")
            .build()))
    }
}

#[derive(Debug)]
struct NoSignature;

impl ResolveAuthScheme for NoSignature {
    fn resolve_auth_scheme<'a>(
        &'a self,
        params: &'a config::auth::Params,
        _: &'a ConfigBag,
        _: &'a RuntimeComponents,
    ) -> AuthSchemeOptionsFuture<'a> {
        say("auth params", params.operation_name());
        let option = AuthSchemeOption::builder().scheme_id(AuthSchemeId::from("noAuth")).build();
        AuthSchemeOptionsFuture::ready(option.map(|option| vec![option]).map_err(Into::into))
    }
}

async fn resolvers() -> Result<(), Box<dyn Error>> {
    let http = Canned::new([ANSWER]);
    let own = settings(&http).endpoint_resolver(OwnEndpoint).auth_scheme_resolver(NoSignature).allow_no_auth().build();
    request(&Client::from_conf(own)).send().await?;
    let mut builder = settings(&http);
    builder.set_endpoint_resolver(Some(OwnEndpoint.into_shared_resolver())).set_auth_scheme_resolver(NoSignature);
    builder.set_endpoint_url(Some("http://localhost:1".into())).set_allow_no_auth();
    request(&Client::from_conf(builder.build())).send().await?;
    for request in http.requests() {
        say("own uri", request.uri());
        say(
            "own header",
            format!("{:?} {}", request.headers().get("x-own"), request.headers().get("authorization").is_some()),
        );
    }
    for (region, fips, dual) in
        [("us-gov-west-1", true, true), ("us-iso-east-1", false, false), ("eu-central-9", false, true)]
    {
        let params = config::endpoint::Params::builder().region(region).use_fips(fips).use_dual_stack(dual).build()?;
        let endpoint = config::endpoint::DefaultResolver::new().into_shared_resolver();
        let _ = endpoint;
        let resolved = ResolveEndpoint::resolve_endpoint(&config::endpoint::DefaultResolver::new(), &params).await;
        say("resolved", resolved.map_or_else(|error| error.to_string(), |endpoint| endpoint.url().to_owned()));
    }
    let params = config::endpoint::Params::builder().endpoint("http://localhost:1").use_fips(true).build();
    say("endpoint params of a fixed endpoint", format!("{params:?}"));
    say(
        "auth params without a name",
        config::auth::Params::builder().build().map_or_else(|e| e.to_string(), |_| "built".into()),
    );
    Ok(())
}

/// Looks at everything that passes by, and at its type.
#[derive(Debug)]
struct Seen(&'static str);

impl Intercept for Seen {
    fn name(&self) -> &'static str {
        "Seen"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let input = context.input().downcast_ref::<StartProtectedQueryInput>();
        say(self.0, format!("input {:?}", input.and_then(|input| input.membership_identifier())));
        Ok(())
    }

    fn read_before_transmit(
        &self,
        context: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        config: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        say(self.0, format!("request {}", context.request().method()));
        let metadata = config.load::<aws_smithy_runtime_api::client::orchestrator::Metadata>();
        say(self.0, format!("metadata {:?}", metadata.map(|m| (m.service().to_owned(), m.name().to_owned()))));
        say(
            self.0,
            format!(
                "sensitive {}",
                config.load::<aws_smithy_runtime_api::client::orchestrator::SensitiveOutput>().is_some()
            ),
        );
        say(self.0, format!("captured {:?}", config.load::<CapturedTelemetryAttributes>().is_some()));
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        match context.output_or_error() {
            Some(Ok(output)) => {
                say(self.0, format!("output {}", output.downcast_ref::<StartProtectedQueryOutput>().is_some()));
            }
            Some(Err(error)) => {
                let known = error.as_operation_error().and_then(|e| e.downcast_ref::<StartProtectedQueryError>());
                say(self.0, format!("error {:?}", known.map(|error| error.is_throttling_exception())));
            }
            None => say(self.0, "nothing"),
        }
        Ok(())
    }
}

async fn interceptors() -> Result<(), Box<dyn Error>> {
    let http = Canned::new([ANSWER, THROTTLED]);
    let config = settings(&http)
        .interceptor(Seen("seen"))
        .emit_input_attributes(["membershipIdentifier"])
        .retry_config(RetryConfig::disabled())
        .build();
    let client = Client::from_conf(config);
    request(&client).send().await?;
    let refused = request(&client).send().await;
    say("refused", refused.is_err());
    Ok(())
}

/// Retries what nobody else would.
#[derive(Debug)]
struct Stubborn;

impl ClassifyRetry for Stubborn {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        match context.output_or_error() {
            Some(Err(OrchestratorError { .. })) => RetryAction::transient_error(),
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "Stubborn"
    }
}

async fn retries() -> Result<(), Box<dyn Error>> {
    let quick = RetryConfig::standard().with_max_attempts(3).with_initial_backoff(Duration::ZERO);
    let cases: [(&str, Response); 8] = [
        ("throttled", THROTTLED),
        (
            "throttled, by the body",
            (429, &[], r#"{"__type":"com.amazonaws.cleanrooms#ThrottlingException:http://x/"}"#),
        ),
        ("internal", (500, &[("x-amzn-errortype", "InternalServerException")], "{}")),
        ("bad gateway", (502, &[("content-type", "text/html")], "<html></html>")),
        ("slow down", (400, &[("x-amzn-errortype", "SlowDown")], "{}")),
        ("validation", (400, &[("x-amzn-errortype", "ValidationException")], "{}")),
        ("unknown", (418, &[("x-amzn-errortype", "Teapot")], "{}")),
        ("retry after", (400, &[("x-amzn-errortype", "Teapot"), ("x-amz-retry-after", "1")], "{}")),
    ];
    for (name, response) in cases {
        let http = Canned::new([response, ANSWER]);
        let client = Client::from_conf(settings(&http).retry_config(quick.clone()).build());
        let answered = request(&client).send().await.is_ok();
        say("retried", format!("{name}: {} attempts, answered {answered}", http.requests().len()));
    }
    const TEAPOT: Response = (418, &[], "{}");
    let http = Canned::new([TEAPOT]);
    let config = settings(&http).retry_config(quick).retry_classifier(Stubborn).build();
    say("stubborn", request(&Client::from_conf(config)).send().await.is_err());
    say("stubborn attempts", http.requests().len());
    Ok(())
}

/// What becomes of each kind of answer.
async fn answers() {
    let cases: [(&str, Response); 22] = [
        (
            "validation",
            (
                400,
                &[("x-amzn-errortype", "ValidationException:http://x/"), ("x-amzn-requestid", "r")],
                r#"{"message":"bad","reason":"INVALID_QUERY","fieldList":[{"name":"n","message":"m"}]}"#,
            ),
        ),
        ("denied", (403, &[], r#"{"code":"AccessDeniedException","Message":"no","reason":"NEW_REASON"}"#)),
        (
            "not found",
            (
                404,
                &[("x-amzn-errortype", "ns#ResourceNotFoundException")],
                r#"{"message":"gone","resourceId":"i","resourceType":"MEMBERSHIP"}"#,
            ),
        ),
        ("not found, empty", (404, &[("x-amzn-errortype", "ResourceNotFoundException")], "{}")),
        (
            "quota",
            (
                402,
                &[("x-amzn-errortype", "ServiceQuotaExceededException")],
                r#"{"message":"m","quotaName":"q","quotaValue":3}"#,
            ),
        ),
        ("unmodelled", (400, &[("x-amzn-errortype", "Unmodelled")], r#"{"message":"m"}"#)),
        ("no code", (400, &[], r#"{"message":"m"}"#)),
        ("empty error", (400, &[], "")),
        ("html error", (502, &[("content-type", "text/html")], "<html>bad gateway</html>")),
        ("empty answer", (200, &[], "")),
        ("empty object", (200, &[], "{}")),
        ("null query", (200, &[], r#"{"protectedQuery":null}"#)),
        ("empty query", (200, &[], r#"{"protectedQuery":{}}"#)),
        ("null status", (200, &[], r#"{"protectedQuery":{"status":null}}"#)),
        ("unknown status", (200, &[], r#"{"protectedQuery":{"status":"PAUSED"}}"#)),
        ("unknown output", (200, &[], r#"{"protectedQuery":{"result":{"output":{"stream":{"a":1}}}}}"#)),
        (
            "two outputs",
            (200, &[], r#"{"protectedQuery":{"result":{"output":{"s3":{"location":"l"},"memberList":[]}}}}"#),
        ),
        ("no output", (200, &[], r#"{"protectedQuery":{"result":{"output":{}}}}"#)),
        ("wrong type", (200, &[], r#"{"protectedQuery":{"id":17}}"#)),
        ("truncated", (200, &[], r#"{"protectedQuery":{"id":"i"#)),
        ("not json", (200, &[], "all is well")),
        ("trailing", (200, &[], r#"{"protectedQuery":{}} and more"#)),
    ];
    for (name, response) in cases {
        let http = Canned::new([response]);
        let client = Client::from_conf(settings(&http).retry_config(RetryConfig::disabled()).build());
        let line = match request(&client).send().await {
            Ok(output) => format!("{:?}", output.protected_query()),
            Err(error) => {
                if name == "wrong type" {
                    let body = error.raw_response().and_then(|response| response.body().bytes());
                    say("body kept in an error", format!("{:?}", body.map(String::from_utf8_lossy)));
                }
                describe(error)
            }
        };
        say(&format!("answer, {name}"), line);
    }
}

fn describe(error: SdkError<StartProtectedQueryError, HttpResponse>) -> String {
    let class = match &error {
        SdkError::ConstructionFailure(_) => "construction",
        SdkError::TimeoutError(_) => "timeout",
        SdkError::DispatchFailure(_) => "dispatch",
        SdkError::ResponseError(_) => "response",
        SdkError::ServiceError(_) => "service",
        _ => "other",
    };
    let status = error.raw_response().map(|response| response.status().as_u16());
    let (code, message) = (error.code().map(str::to_owned), error.message().map(str::to_owned));
    let request_id = error.request_id().map(str::to_owned);
    format!(
        "{class} {status:?} {code:?} {message:?} {request_id:?} {error} / {}",
        match error.as_service_error() {
            Some(error) => format!("{error}"),
            None => error.source().map_or_else(String::new, ToString::to_string),
        }
    )
}
