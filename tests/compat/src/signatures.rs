//! In: the crate under the name `cleanrooms`.
//! Out: it compiles, or the compiler names the item that differs.
//! Why: each public item of StartProtectedQuery's closure, with its exact type. The
//! list was made from the rustdoc JSON of aws-sdk-cleanrooms 1.147.0, leaving out the
//! members that the specification page does not have (see ../../../model/README.md).
//!
//! A method is checked by naming it at its type: `let _: fn(&It) -> &str = It::id;`.
//! Where a parameter is an `impl Trait`, a type that satisfies it stands in its place.

use aws_smithy_runtime_api::client as api;
use cleanrooms::operation::start_protected_query as op;
use cleanrooms::{client, config, error, primitives, types};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::future::Future;

/// The type implements these traits.
macro_rules! is {
    ($it:ty: $($bounds:tt)+) => {{
        fn check<T: $($bounds)+>() {}
        check::<$it>();
    }};
}

/// The structure has this public field, of this type.
macro_rules! field {
    ($it:ty, $name:ident: $ty:ty) => {{
        fn get(it: &$it) -> &$ty {
            &it.$name
        }
        let _ = get;
    }};
}

/// Runs nothing: that it compiles is the whole test.
pub(crate) fn check() {
    config_endpoint_default_resolver();
    config_endpoint_params();
    config_endpoint_params_builder();
    config_endpoint_invalid_params();
    config_auth_default_auth_scheme_resolver();
    config_auth_params();
    config_auth_params_builder();
    config_auth_build_error();
    config_builder();
    error_unknown_variant_error();
    op_builders_start_protected_query_input_builder();
    op_builders_start_protected_query_output_builder();
    op_builders_start_protected_query_fluent_builder();
    op_start_protected_query();
    op_start_protected_query_error();
    op_start_protected_query_input();
    op_start_protected_query_output();
    types_builders_protected_query_builder();
    types_builders_protected_query_sql_parameters_builder();
    types_builders_protected_query_result_configuration_builder();
    types_builders_validation_exception_field_builder();
    types_builders_protected_query_statistics_builder();
    types_builders_protected_query_result_builder();
    types_builders_protected_query_error_builder();
    types_builders_protected_query_s3_output_configuration_builder();
    types_builders_protected_query_s3_output_builder();
    types_builders_protected_query_single_member_output_builder();
    types_error_builders_resource_not_found_exception_builder();
    types_error_builders_validation_exception_builder();
    types_error_builders_access_denied_exception_builder();
    types_error_builders_internal_server_exception_builder();
    types_error_builders_throttling_exception_builder();
    types_error_builders_service_quota_exceeded_exception_builder();
    types_error_resource_not_found_exception();
    types_error_validation_exception();
    types_error_access_denied_exception();
    types_error_internal_server_exception();
    types_error_throttling_exception();
    types_error_service_quota_exceeded_exception();
    types_resource_type();
    types_validation_exception_reason();
    types_access_denied_exception_reason();
    types_protected_query();
    types_protected_query_status();
    types_protected_query_type();
    types_protected_query_sql_parameters();
    types_protected_query_result_configuration();
    types_validation_exception_field();
    types_protected_query_statistics();
    types_protected_query_result();
    types_protected_query_error();
    types_protected_query_output_configuration();
    types_protected_query_s3_output_configuration();
    types_protected_query_output();
    types_result_format();
    types_protected_query_s3_output();
    types_protected_query_single_member_output();
    cleanrooms_error();
    cleanrooms_config();
    cleanrooms_client();
    futures();
    customizable_operation();
    paths();
    traits();
}

/// What an `async fn` returns can be spawned.
fn futures() {
    type Answer = Result<op::StartProtectedQueryOutput, error::SdkError<op::StartProtectedQueryError>>;
    fn is_answer<F: Future<Output = Answer> + Send + 'static>(
        _: fn(op::builders::StartProtectedQueryFluentBuilder) -> F,
    ) {
    }
    is_answer(op::builders::StartProtectedQueryFluentBuilder::send);
    fn send_with<'a>(
        builder: op::builders::StartProtectedQueryInputBuilder,
        client: &'a cleanrooms::Client,
    ) -> impl Future<Output = Answer> + Send + 'a {
        builder.send_with(client)
    }
    let _ = send_with;
}

fn customizable_operation() {
    use op::builders::StartProtectedQueryFluentBuilder as Fluent;
    type It =
        client::customize::CustomizableOperation<op::StartProtectedQueryOutput, op::StartProtectedQueryError, Fluent>;
    let _: fn(Fluent) -> It = Fluent::customize;
    let _: fn(It, config::SharedInterceptor) -> It = It::interceptor;
    let _: fn(It, config::Builder) -> It = It::config_override;
    type Map = fn(config::http::HttpRequest) -> Result<config::http::HttpRequest, std::io::Error>;
    let _: fn(It, Map) -> It = It::map_request;
    let _: fn(It, fn(&mut config::http::HttpRequest)) -> It = It::mutate_request;
    fn send(
        it: It,
    ) -> impl Future<Output = Result<op::StartProtectedQueryOutput, error::SdkError<op::StartProtectedQueryError>>>
    {
        it.send()
    }
    let _ = send;
}

/// The second path of an item leads to the same item.
fn paths() {
    fn same<T>(_: fn(T) -> T, _: fn(T) -> T) {}
    fn id<T>(it: T) -> T {
        it
    }
    same(id::<cleanrooms::Client>, id::<client::Client>);
    same(id::<cleanrooms::Config>, id::<config::Config>);
    type ShortError = error::SdkError<op::StartProtectedQueryError>;
    type LongError = error::SdkError<op::StartProtectedQueryError, config::http::HttpResponse>;
    same(id::<ShortError>, id::<LongError>);
    same(id::<LongError>, id::<api::result::SdkError<op::StartProtectedQueryError, api::orchestrator::HttpResponse>>);
    let _: &'static str = cleanrooms::meta::PKG_VERSION;
    same(
        id::<cleanrooms::config::endpoint::EndpointFuture<'static>>,
        id::<aws_smithy_runtime_api::client::endpoint::EndpointFuture<'static>>,
    );
    same(
        id::<cleanrooms::config::endpoint::SharedEndpointResolver>,
        id::<aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver>,
    );
    same(id::<cleanrooms::config::endpoint::Endpoint>, id::<aws_smithy_types::endpoint::Endpoint>);
    same(id::<cleanrooms::config::http::HttpRequest>, id::<aws_smithy_runtime_api::client::orchestrator::HttpRequest>);
    same(
        id::<cleanrooms::config::http::HttpResponse>,
        id::<aws_smithy_runtime_api::client::orchestrator::HttpResponse>,
    );
    same(
        id::<cleanrooms::config::interceptors::AfterDeserializationInterceptorContextRef<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::AfterDeserializationInterceptorContextRef<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeDeserializationInterceptorContextMut<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextMut<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeDeserializationInterceptorContextRef<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeDeserializationInterceptorContextRef<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeSerializationInterceptorContextMut<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextMut<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeSerializationInterceptorContextRef<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeTransmitInterceptorContextMut<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::BeforeTransmitInterceptorContextRef<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::FinalizerInterceptorContextMut<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::FinalizerInterceptorContextMut<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::FinalizerInterceptorContextRef<'static>>,
        id::<aws_smithy_runtime_api::client::interceptors::context::FinalizerInterceptorContextRef<'static>>,
    );
    same(
        id::<cleanrooms::config::interceptors::InterceptorContext>,
        id::<aws_smithy_runtime_api::client::interceptors::context::InterceptorContext>,
    );
    same(
        id::<cleanrooms::config::retry::RetryAction>,
        id::<aws_smithy_runtime_api::client::retries::classifiers::RetryAction>,
    );
    same(id::<cleanrooms::config::retry::ShouldAttempt>, id::<aws_smithy_runtime_api::client::retries::ShouldAttempt>);
    same(
        id::<cleanrooms::config::retry::ClientRateLimiter>,
        id::<aws_smithy_runtime::client::retries::ClientRateLimiter>,
    );
    same(id::<cleanrooms::config::retry::RetryPartition>, id::<aws_smithy_runtime::client::retries::RetryPartition>);
    same(id::<cleanrooms::config::retry::TokenBucket>, id::<aws_smithy_runtime::client::retries::TokenBucket>);
    same(id::<cleanrooms::config::retry::ReconnectMode>, id::<aws_smithy_types::retry::ReconnectMode>);
    same(id::<cleanrooms::config::retry::RetryConfig>, id::<aws_smithy_types::retry::RetryConfig>);
    same(id::<cleanrooms::config::retry::RetryConfigBuilder>, id::<aws_smithy_types::retry::RetryConfigBuilder>);
    same(id::<cleanrooms::config::retry::RetryMode>, id::<aws_smithy_types::retry::RetryMode>);
    same(id::<cleanrooms::config::timeout::TimeoutConfig>, id::<aws_smithy_types::timeout::TimeoutConfig>);
    same(
        id::<cleanrooms::config::timeout::TimeoutConfigBuilder>,
        id::<aws_smithy_types::timeout::TimeoutConfigBuilder>,
    );
    same(id::<cleanrooms::config::IdentityCache>, id::<aws_smithy_runtime::client::identity::IdentityCache>);
    same(
        id::<cleanrooms::config::RuntimeComponents>,
        id::<aws_smithy_runtime_api::client::runtime_components::RuntimeComponents>,
    );
    same(id::<cleanrooms::config::ConfigBag>, id::<aws_smithy_types::config_bag::ConfigBag>);
    same(id::<cleanrooms::config::Credentials>, id::<aws_credential_types::Credentials>);
    same(id::<cleanrooms::config::AppName>, id::<aws_types::app_name::AppName>);
    same(id::<cleanrooms::config::FrameworkMetadata>, id::<aws_types::sdk_ua_metadata::FrameworkMetadata>);
    same(id::<cleanrooms::config::Sleep>, id::<aws_smithy_async::rt::sleep::Sleep>);
    same(id::<cleanrooms::config::FrozenLayer>, id::<aws_smithy_types::config_bag::FrozenLayer>);
    same(
        id::<cleanrooms::config::RuntimeComponentsBuilder>,
        id::<aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder>,
    );
    same(
        id::<cleanrooms::config::SharedRuntimePlugin>,
        id::<aws_smithy_runtime_api::client::runtime_plugin::SharedRuntimePlugin>,
    );
    same(
        id::<cleanrooms::config::BehaviorVersion>,
        id::<aws_smithy_runtime_api::client::behavior_version::BehaviorVersion>,
    );
    same(
        id::<cleanrooms::config::StalledStreamProtectionConfig>,
        id::<aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig>,
    );
    same(id::<cleanrooms::config::SharedHttpClient>, id::<aws_smithy_runtime_api::client::http::SharedHttpClient>);
    same(id::<cleanrooms::config::SharedAsyncSleep>, id::<aws_smithy_async::rt::sleep::SharedAsyncSleep>);
    same(
        id::<cleanrooms::config::SharedIdentityCache>,
        id::<aws_smithy_runtime_api::client::identity::SharedIdentityCache>,
    );
    same(
        id::<cleanrooms::config::SharedInterceptor>,
        id::<aws_smithy_runtime_api::client::interceptors::SharedInterceptor>,
    );
    same(id::<cleanrooms::config::Region>, id::<aws_types::region::Region>);
    same(
        id::<cleanrooms::config::SharedCredentialsProvider>,
        id::<aws_credential_types::provider::SharedCredentialsProvider>,
    );
    same(id::<cleanrooms::config::Layer>, id::<aws_smithy_types::config_bag::Layer>);
    same(id::<cleanrooms::error::BoxError>, id::<aws_smithy_runtime_api::box_error::BoxError>);
    same(id::<cleanrooms::error::ConnectorError>, id::<aws_smithy_runtime_api::client::result::ConnectorError>);
    same(id::<cleanrooms::error::BuildError>, id::<aws_smithy_types::error::operation::BuildError>);
    same(
        id::<cleanrooms::error::DisplayErrorContext<std::io::Error>>,
        id::<aws_smithy_types::error::display::DisplayErrorContext<std::io::Error>>,
    );
    same(id::<cleanrooms::error::ErrorMetadata>, id::<aws_smithy_types::error::metadata::ErrorMetadata>);
    same(id::<cleanrooms::primitives::DateTimeFormat>, id::<aws_smithy_types::date_time::Format>);
    same(id::<cleanrooms::primitives::Blob>, id::<aws_smithy_types::Blob>);
    same(id::<cleanrooms::primitives::DateTime>, id::<aws_smithy_types::DateTime>);
}

/// The second path of a trait leads to the same trait.
fn traits() {
    {
        use aws_smithy_runtime_api::client::retries::classifiers::ClassifyRetry as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::retry::ClassifyRetry>() {
            official::<T>();
        }
        let _ = ours::<api::retries::classifiers::SharedRetryClassifier>;
    }
    {
        use aws_smithy_runtime_api::client::http::HttpClient as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::HttpClient>() {
            official::<T>();
        }
        let _ = ours::<config::SharedHttpClient>;
    }
    {
        use aws_smithy_runtime_api::shared::IntoShared as Official;
        fn official<T: Official<config::SharedAsyncSleep>>() {}
        fn ours<T: cleanrooms::config::IntoShared<config::SharedAsyncSleep>>() {
            official::<T>();
        }
        let _ = ours::<config::SharedAsyncSleep>;
    }
    {
        use aws_smithy_async::rt::sleep::AsyncSleep as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::AsyncSleep>() {
            official::<T>();
        }
        let _ = ours::<config::SharedAsyncSleep>;
    }
    {
        use aws_smithy_runtime_api::client::identity::ResolveCachedIdentity as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::ResolveCachedIdentity>() {
            official::<T>();
        }
        let _ = ours::<config::SharedIdentityCache>;
    }
    {
        use aws_smithy_runtime_api::client::interceptors::Intercept as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::Intercept>() {
            official::<T>();
        }
        let _ = ours::<config::SharedInterceptor>;
    }
    {
        use aws_credential_types::provider::ProvideCredentials as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::ProvideCredentials>() {
            official::<T>();
        }
        let _ = ours::<config::SharedCredentialsProvider>;
    }
    {
        use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::config::RuntimePlugin>() {
            official::<T>();
        }
        let _ = ours::<config::SharedRuntimePlugin>;
    }
    {
        use aws_smithy_types::error::metadata::ProvideErrorMetadata as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::error::ProvideErrorMetadata>() {
            official::<T>();
        }
        let _ = ours::<error::ErrorMetadata>;
    }
    {
        use aws_types::request_id::RequestId as Official;
        fn official<T: Official>() {}
        fn ours<T: cleanrooms::operation::RequestId>() {
            official::<T>();
        }
        let _ = ours::<op::StartProtectedQueryOutput>;
    }
}

fn config_endpoint_default_resolver() {
    use config::endpoint::DefaultResolver as It;
    is!(It: fmt::Debug + Default + config::endpoint::ResolveEndpoint + Send + Sync);
    let _: fn() -> It = It::new;
}

fn config_endpoint_params() {
    use config::endpoint::Params as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    let _: fn() -> config::endpoint::ParamsBuilder = It::builder;
    let _: fn(&It) -> Option<&str> = It::region;
    let _: fn(&It) -> Option<bool> = It::use_dual_stack;
    let _: fn(&It) -> Option<bool> = It::use_fips;
    let _: fn(&It) -> Option<&str> = It::endpoint;
}

fn config_endpoint_params_builder() {
    use config::endpoint::ParamsBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It) -> Result<config::endpoint::Params, config::endpoint::InvalidParams> = It::build;
    let _: fn(It, &'static str) -> It = It::region;
    let _: fn(It, Option<String>) -> It = It::set_region;
    let _: fn(It, bool) -> It = It::use_dual_stack;
    let _: fn(It, Option<bool>) -> It = It::set_use_dual_stack;
    let _: fn(It, bool) -> It = It::use_fips;
    let _: fn(It, Option<bool>) -> It = It::set_use_fips;
    let _: fn(It, &'static str) -> It = It::endpoint;
    let _: fn(It, Option<String>) -> It = It::set_endpoint;
}

fn config_endpoint_invalid_params() {
    use config::endpoint::InvalidParams as It;
    is!(It: fmt::Debug + fmt::Display + std::error::Error + Send + Sync);
}

fn config_auth_default_auth_scheme_resolver() {
    use config::auth::DefaultAuthSchemeResolver as It;
    is!(It: fmt::Debug + Default + config::auth::ResolveAuthScheme + Send + Sync);
}

fn config_auth_params() {
    use config::auth::Params as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    let _: fn() -> config::auth::ParamsBuilder = It::builder;
    let _: fn(&It) -> &str = It::operation_name;
}

fn config_auth_params_builder() {
    use config::auth::ParamsBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::operation_name;
    let _: fn(It, Option<Cow<'static, str>>) -> It = It::set_operation_name;
    let _: fn(It) -> Result<config::auth::Params, config::auth::BuildError> = It::build;
}

fn config_auth_build_error() {
    use config::auth::BuildError as It;
    is!(It: fmt::Debug + fmt::Display + std::error::Error + Send + Sync);
}

fn config_builder() {
    use config::Builder as It;
    is!(It: Clone + fmt::Debug + Default + for<'a> From<&'a aws_types::SdkConfig> + Send + Sync);
    let _: fn() -> It = It::new;
    let _: fn(It, Vec<&'static str>) -> It = It::emit_input_attributes;
    let _: fn(It, Vec<&'static str>) -> It = It::capture_input_attributes;
    let _: fn(It, config::StalledStreamProtectionConfig) -> It = It::stalled_stream_protection;
    let _: fn(&mut It, Option<config::StalledStreamProtectionConfig>) -> &mut It = It::set_stalled_stream_protection;
    let _: fn(It, config::SharedHttpClient) -> It = It::http_client;
    let _: fn(&mut It, Option<config::SharedHttpClient>) -> &mut It = It::set_http_client;
    let _: fn(It, api::auth::SharedAuthScheme) -> It = It::push_auth_scheme;
    let _: fn(It, config::auth::DefaultAuthSchemeResolver) -> It = It::auth_scheme_resolver;
    let _: fn(&mut It, config::auth::DefaultAuthSchemeResolver) -> &mut It = It::set_auth_scheme_resolver;
    let _: fn(It) -> It = It::allow_no_auth;
    let _: fn(&mut It) -> &mut It = It::set_allow_no_auth;
    let _: fn(It, api::auth::AuthSchemePreference) -> It = It::auth_scheme_preference;
    let _: fn(&mut It, Option<api::auth::AuthSchemePreference>) -> &mut It = It::set_auth_scheme_preference;
    let _: fn(It, config::endpoint::DefaultResolver) -> It = It::endpoint_resolver;
    let _: fn(&mut It, Option<api::endpoint::SharedEndpointResolver>) -> &mut It = It::set_endpoint_resolver;
    let _: fn(It, aws_smithy_types::retry::RetryConfig) -> It = It::retry_config;
    let _: fn(&mut It, Option<aws_smithy_types::retry::RetryConfig>) -> &mut It = It::set_retry_config;
    let _: fn(It, config::SharedAsyncSleep) -> It = It::sleep_impl;
    let _: fn(&mut It, Option<config::SharedAsyncSleep>) -> &mut It = It::set_sleep_impl;
    let _: fn(It, aws_smithy_types::timeout::TimeoutConfig) -> It = It::timeout_config;
    let _: fn(&mut It, Option<aws_smithy_types::timeout::TimeoutConfig>) -> &mut It = It::set_timeout_config;
    let _: fn(It, aws_smithy_runtime::client::retries::RetryPartition) -> It = It::retry_partition;
    let _: fn(&mut It, Option<aws_smithy_runtime::client::retries::RetryPartition>) -> &mut It =
        It::set_retry_partition;
    let _: fn(It, config::SharedIdentityCache) -> It = It::identity_cache;
    let _: fn(&mut It, config::SharedIdentityCache) -> &mut It = It::set_identity_cache;
    let _: fn(It, config::SharedInterceptor) -> It = It::interceptor;
    let _: fn(&mut It, config::SharedInterceptor) -> &mut It = It::push_interceptor;
    let _: fn(&mut It, Vec<config::SharedInterceptor>) -> &mut It = It::set_interceptors;
    let _: fn(It, aws_smithy_async::time::SharedTimeSource) -> It = It::time_source;
    let _: fn(&mut It, Option<aws_smithy_async::time::SharedTimeSource>) -> &mut It = It::set_time_source;
    let _: fn(It, api::retries::classifiers::SharedRetryClassifier) -> It = It::retry_classifier;
    let _: fn(&mut It, api::retries::classifiers::SharedRetryClassifier) -> &mut It = It::push_retry_classifier;
    let _: fn(&mut It, Vec<api::retries::classifiers::SharedRetryClassifier>) -> &mut It = It::set_retry_classifiers;
    let _: fn(It, aws_types::app_name::AppName) -> It = It::app_name;
    let _: fn(&mut It, Option<aws_types::app_name::AppName>) -> &mut It = It::set_app_name;
    let _: fn(It, aws_types::sdk_ua_metadata::FrameworkMetadata) -> It = It::framework_metadata;
    let _: fn(&mut It, aws_types::sdk_ua_metadata::FrameworkMetadata) -> &mut It = It::push_framework_metadata;
    let _: fn(It, bool) -> It = It::disable_clock_skew_correction;
    let _: fn(&mut It, Option<bool>) -> &mut It = It::set_disable_clock_skew_correction;
    let _: fn(It, aws_runtime::invocation_id::SharedInvocationIdGenerator) -> It = It::invocation_id_generator;
    let _: fn(&mut It, Option<aws_runtime::invocation_id::SharedInvocationIdGenerator>) -> &mut It =
        It::set_invocation_id_generator;
    let _: fn(It, &'static str) -> It = It::endpoint_url;
    let _: fn(&mut It, Option<String>) -> &mut It = It::set_endpoint_url;
    let _: fn(It, bool) -> It = It::use_dual_stack;
    let _: fn(&mut It, Option<bool>) -> &mut It = It::set_use_dual_stack;
    let _: fn(It, bool) -> It = It::use_fips;
    let _: fn(&mut It, Option<bool>) -> &mut It = It::set_use_fips;
    let _: fn(It, config::Region) -> It = It::region;
    let _: fn(&mut It, Option<config::Region>) -> &mut It = It::set_region;
    let _: fn(It, config::SharedCredentialsProvider) -> It = It::credentials_provider;
    let _: fn(&mut It, Option<config::SharedCredentialsProvider>) -> &mut It = It::set_credentials_provider;
    let _: fn(It, config::BehaviorVersion) -> It = It::behavior_version;
    let _: fn(&mut It, Option<config::BehaviorVersion>) -> &mut It = It::set_behavior_version;
    let _: fn(It) -> It = It::behavior_version_latest;
    let _: fn(&mut It) -> &mut It = It::apply_test_defaults;
    let _: fn(It) -> It = It::with_test_defaults;
    let _: fn(&mut It) -> &mut It = It::apply_test_defaults_v2;
    let _: fn(It) -> It = It::with_test_defaults_v2;
    let _: fn(It) -> config::Config = It::build;
}

fn error_unknown_variant_error() {
    use error::UnknownVariantError as It;
    is!(It: fmt::Debug + fmt::Display + std::error::Error + Send + Sync);
}

fn op_builders_start_protected_query_input_builder() {
    use op::builders::StartProtectedQueryInputBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, types::ProtectedQueryType) -> It = It::r#type;
    let _: fn(It, Option<types::ProtectedQueryType>) -> It = It::set_type;
    let _: fn(&It) -> &Option<types::ProtectedQueryType> = It::get_type;
    let _: fn(It, &'static str) -> It = It::membership_identifier;
    let _: fn(It, Option<String>) -> It = It::set_membership_identifier;
    let _: fn(&It) -> &Option<String> = It::get_membership_identifier;
    let _: fn(It, types::ProtectedQuerySqlParameters) -> It = It::sql_parameters;
    let _: fn(It, Option<types::ProtectedQuerySqlParameters>) -> It = It::set_sql_parameters;
    let _: fn(&It) -> &Option<types::ProtectedQuerySqlParameters> = It::get_sql_parameters;
    let _: fn(It, types::ProtectedQueryResultConfiguration) -> It = It::result_configuration;
    let _: fn(It, Option<types::ProtectedQueryResultConfiguration>) -> It = It::set_result_configuration;
    let _: fn(&It) -> &Option<types::ProtectedQueryResultConfiguration> = It::get_result_configuration;
    let _: fn(It) -> Result<op::StartProtectedQueryInput, error::BuildError> = It::build;
}

fn op_builders_start_protected_query_output_builder() {
    use op::builders::StartProtectedQueryOutputBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, types::ProtectedQuery) -> It = It::protected_query;
    let _: fn(It, Option<types::ProtectedQuery>) -> It = It::set_protected_query;
    let _: fn(&It) -> &Option<types::ProtectedQuery> = It::get_protected_query;
    let _: fn(It) -> op::StartProtectedQueryOutput = It::build;
}

fn op_builders_start_protected_query_fluent_builder() {
    use op::builders::StartProtectedQueryFluentBuilder as It;
    is!(It: Clone + fmt::Debug + Send + Sync);
    let _: fn(&It) -> &op::builders::StartProtectedQueryInputBuilder = It::as_input;
    let _: fn(
        It,
    ) -> client::customize::CustomizableOperation<
        op::StartProtectedQueryOutput,
        op::StartProtectedQueryError,
        It,
    > = It::customize;
    let _: fn(It, types::ProtectedQueryType) -> It = It::r#type;
    let _: fn(It, Option<types::ProtectedQueryType>) -> It = It::set_type;
    let _: fn(&It) -> &Option<types::ProtectedQueryType> = It::get_type;
    let _: fn(It, &'static str) -> It = It::membership_identifier;
    let _: fn(It, Option<String>) -> It = It::set_membership_identifier;
    let _: fn(&It) -> &Option<String> = It::get_membership_identifier;
    let _: fn(It, types::ProtectedQuerySqlParameters) -> It = It::sql_parameters;
    let _: fn(It, Option<types::ProtectedQuerySqlParameters>) -> It = It::set_sql_parameters;
    let _: fn(&It) -> &Option<types::ProtectedQuerySqlParameters> = It::get_sql_parameters;
    let _: fn(It, types::ProtectedQueryResultConfiguration) -> It = It::result_configuration;
    let _: fn(It, Option<types::ProtectedQueryResultConfiguration>) -> It = It::set_result_configuration;
    let _: fn(&It) -> &Option<types::ProtectedQueryResultConfiguration> = It::get_result_configuration;
}

fn op_start_protected_query() {
    use op::StartProtectedQuery as It;
    is!(It: Clone + Default + fmt::Debug + Send + Sync);
    let _: fn() -> It = It::new;
}

fn op_start_protected_query_error() {
    use op::StartProtectedQueryError as It;
    is!(It: From<op::StartProtectedQueryError> + fmt::Debug + std::error::Error + fmt::Display + aws_smithy_types::retry::ProvideErrorKind + error::ProvideErrorMetadata + api::result::CreateUnhandledError + cleanrooms::operation::RequestId + Send + Sync);
    let _: fn(types::error::AccessDeniedException) -> It = It::AccessDeniedException;
    let _: fn(types::error::InternalServerException) -> It = It::InternalServerException;
    let _: fn(types::error::ResourceNotFoundException) -> It = It::ResourceNotFoundException;
    let _: fn(types::error::ServiceQuotaExceededException) -> It = It::ServiceQuotaExceededException;
    let _: fn(types::error::ThrottlingException) -> It = It::ThrottlingException;
    let _: fn(types::error::ValidationException) -> It = It::ValidationException;
    let _: fn(&'static str) -> It = It::unhandled;
    let _: fn(error::ErrorMetadata) -> It = It::generic;
    let _: fn(&It) -> &error::ErrorMetadata = It::meta;
    let _: fn(&It) -> bool = It::is_access_denied_exception;
    let _: fn(&It) -> bool = It::is_internal_server_exception;
    let _: fn(&It) -> bool = It::is_resource_not_found_exception;
    let _: fn(&It) -> bool = It::is_service_quota_exceeded_exception;
    let _: fn(&It) -> bool = It::is_throttling_exception;
    let _: fn(&It) -> bool = It::is_validation_exception;
}

fn op_start_protected_query_input() {
    use op::StartProtectedQueryInput as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, r#type: Option<types::ProtectedQueryType>);
    field!(It, membership_identifier: Option<String>);
    field!(It, sql_parameters: Option<types::ProtectedQuerySqlParameters>);
    field!(It, result_configuration: Option<types::ProtectedQueryResultConfiguration>);
    let _: fn(&It) -> Option<&types::ProtectedQueryType> = It::r#type;
    let _: fn(&It) -> Option<&str> = It::membership_identifier;
    let _: fn(&It) -> Option<&types::ProtectedQuerySqlParameters> = It::sql_parameters;
    let _: fn(&It) -> Option<&types::ProtectedQueryResultConfiguration> = It::result_configuration;
    let _: fn() -> op::builders::StartProtectedQueryInputBuilder = It::builder;
}

fn op_start_protected_query_output() {
    use op::StartProtectedQueryOutput as It;
    is!(It: Clone + PartialEq + fmt::Debug + cleanrooms::operation::RequestId + Send + Sync);
    field!(It, protected_query: Option<types::ProtectedQuery>);
    let _: fn(&It) -> Option<&types::ProtectedQuery> = It::protected_query;
    let _: fn() -> op::builders::StartProtectedQueryOutputBuilder = It::builder;
}

fn types_builders_protected_query_builder() {
    use types::builders::ProtectedQueryBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::id;
    let _: fn(It, Option<String>) -> It = It::set_id;
    let _: fn(&It) -> &Option<String> = It::get_id;
    let _: fn(It, &'static str) -> It = It::membership_id;
    let _: fn(It, Option<String>) -> It = It::set_membership_id;
    let _: fn(&It) -> &Option<String> = It::get_membership_id;
    let _: fn(It, &'static str) -> It = It::membership_arn;
    let _: fn(It, Option<String>) -> It = It::set_membership_arn;
    let _: fn(&It) -> &Option<String> = It::get_membership_arn;
    let _: fn(It, primitives::DateTime) -> It = It::create_time;
    let _: fn(It, Option<primitives::DateTime>) -> It = It::set_create_time;
    let _: fn(&It) -> &Option<primitives::DateTime> = It::get_create_time;
    let _: fn(It, types::ProtectedQuerySqlParameters) -> It = It::sql_parameters;
    let _: fn(It, Option<types::ProtectedQuerySqlParameters>) -> It = It::set_sql_parameters;
    let _: fn(&It) -> &Option<types::ProtectedQuerySqlParameters> = It::get_sql_parameters;
    let _: fn(It, types::ProtectedQueryStatus) -> It = It::status;
    let _: fn(It, Option<types::ProtectedQueryStatus>) -> It = It::set_status;
    let _: fn(&It) -> &Option<types::ProtectedQueryStatus> = It::get_status;
    let _: fn(It, types::ProtectedQueryResultConfiguration) -> It = It::result_configuration;
    let _: fn(It, Option<types::ProtectedQueryResultConfiguration>) -> It = It::set_result_configuration;
    let _: fn(&It) -> &Option<types::ProtectedQueryResultConfiguration> = It::get_result_configuration;
    let _: fn(It, types::ProtectedQueryStatistics) -> It = It::statistics;
    let _: fn(It, Option<types::ProtectedQueryStatistics>) -> It = It::set_statistics;
    let _: fn(&It) -> &Option<types::ProtectedQueryStatistics> = It::get_statistics;
    let _: fn(It, types::ProtectedQueryResult) -> It = It::result;
    let _: fn(It, Option<types::ProtectedQueryResult>) -> It = It::set_result;
    let _: fn(&It) -> &Option<types::ProtectedQueryResult> = It::get_result;
    let _: fn(It, types::ProtectedQueryError) -> It = It::error;
    let _: fn(It, Option<types::ProtectedQueryError>) -> It = It::set_error;
    let _: fn(&It) -> &Option<types::ProtectedQueryError> = It::get_error;
    let _: fn(It) -> Result<types::ProtectedQuery, error::BuildError> = It::build;
}

fn types_builders_protected_query_sql_parameters_builder() {
    use types::builders::ProtectedQuerySqlParametersBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::query_string;
    let _: fn(It, Option<String>) -> It = It::set_query_string;
    let _: fn(&It) -> &Option<String> = It::get_query_string;
    let _: fn(It, &'static str) -> It = It::analysis_template_arn;
    let _: fn(It, Option<String>) -> It = It::set_analysis_template_arn;
    let _: fn(&It) -> &Option<String> = It::get_analysis_template_arn;
    let _: fn(It, &'static str, &'static str) -> It = It::parameters;
    let _: fn(It, Option<HashMap<String, String>>) -> It = It::set_parameters;
    let _: fn(&It) -> &Option<HashMap<String, String>> = It::get_parameters;
    let _: fn(It) -> types::ProtectedQuerySqlParameters = It::build;
}

fn types_builders_protected_query_result_configuration_builder() {
    use types::builders::ProtectedQueryResultConfigurationBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, types::ProtectedQueryOutputConfiguration) -> It = It::output_configuration;
    let _: fn(It, Option<types::ProtectedQueryOutputConfiguration>) -> It = It::set_output_configuration;
    let _: fn(&It) -> &Option<types::ProtectedQueryOutputConfiguration> = It::get_output_configuration;
    let _: fn(It) -> types::ProtectedQueryResultConfiguration = It::build;
}

fn types_builders_validation_exception_field_builder() {
    use types::builders::ValidationExceptionFieldBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::name;
    let _: fn(It, Option<String>) -> It = It::set_name;
    let _: fn(&It) -> &Option<String> = It::get_name;
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It) -> Result<types::ValidationExceptionField, error::BuildError> = It::build;
}

fn types_builders_protected_query_statistics_builder() {
    use types::builders::ProtectedQueryStatisticsBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, i64) -> It = It::total_duration_in_millis;
    let _: fn(It, Option<i64>) -> It = It::set_total_duration_in_millis;
    let _: fn(&It) -> &Option<i64> = It::get_total_duration_in_millis;
    let _: fn(It) -> types::ProtectedQueryStatistics = It::build;
}

fn types_builders_protected_query_result_builder() {
    use types::builders::ProtectedQueryResultBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, types::ProtectedQueryOutput) -> It = It::output;
    let _: fn(It, Option<types::ProtectedQueryOutput>) -> It = It::set_output;
    let _: fn(&It) -> &Option<types::ProtectedQueryOutput> = It::get_output;
    let _: fn(It) -> types::ProtectedQueryResult = It::build;
}

fn types_builders_protected_query_error_builder() {
    use types::builders::ProtectedQueryErrorBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, &'static str) -> It = It::code;
    let _: fn(It, Option<String>) -> It = It::set_code;
    let _: fn(&It) -> &Option<String> = It::get_code;
    let _: fn(It) -> Result<types::ProtectedQueryError, error::BuildError> = It::build;
}

fn types_builders_protected_query_s3_output_configuration_builder() {
    use types::builders::ProtectedQueryS3OutputConfigurationBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, types::ResultFormat) -> It = It::result_format;
    let _: fn(It, Option<types::ResultFormat>) -> It = It::set_result_format;
    let _: fn(&It) -> &Option<types::ResultFormat> = It::get_result_format;
    let _: fn(It, &'static str) -> It = It::bucket;
    let _: fn(It, Option<String>) -> It = It::set_bucket;
    let _: fn(&It) -> &Option<String> = It::get_bucket;
    let _: fn(It, &'static str) -> It = It::key_prefix;
    let _: fn(It, Option<String>) -> It = It::set_key_prefix;
    let _: fn(&It) -> &Option<String> = It::get_key_prefix;
    let _: fn(It) -> Result<types::ProtectedQueryS3OutputConfiguration, error::BuildError> = It::build;
}

fn types_builders_protected_query_s3_output_builder() {
    use types::builders::ProtectedQueryS3OutputBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::location;
    let _: fn(It, Option<String>) -> It = It::set_location;
    let _: fn(&It) -> &Option<String> = It::get_location;
    let _: fn(It) -> Result<types::ProtectedQueryS3Output, error::BuildError> = It::build;
}

fn types_builders_protected_query_single_member_output_builder() {
    use types::builders::ProtectedQuerySingleMemberOutputBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::account_id;
    let _: fn(It, Option<String>) -> It = It::set_account_id;
    let _: fn(&It) -> &Option<String> = It::get_account_id;
    let _: fn(It) -> Result<types::ProtectedQuerySingleMemberOutput, error::BuildError> = It::build;
}

fn types_error_builders_resource_not_found_exception_builder() {
    use types::error::builders::ResourceNotFoundExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, &'static str) -> It = It::resource_id;
    let _: fn(It, Option<String>) -> It = It::set_resource_id;
    let _: fn(&It) -> &Option<String> = It::get_resource_id;
    let _: fn(It, types::ResourceType) -> It = It::resource_type;
    let _: fn(It, Option<types::ResourceType>) -> It = It::set_resource_type;
    let _: fn(&It) -> &Option<types::ResourceType> = It::get_resource_type;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> Result<types::error::ResourceNotFoundException, error::BuildError> = It::build;
}

fn types_error_builders_validation_exception_builder() {
    use types::error::builders::ValidationExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, types::ValidationExceptionReason) -> It = It::reason;
    let _: fn(It, Option<types::ValidationExceptionReason>) -> It = It::set_reason;
    let _: fn(&It) -> &Option<types::ValidationExceptionReason> = It::get_reason;
    let _: fn(It, types::ValidationExceptionField) -> It = It::field_list;
    let _: fn(It, Option<Vec<types::ValidationExceptionField>>) -> It = It::set_field_list;
    let _: fn(&It) -> &Option<Vec<types::ValidationExceptionField>> = It::get_field_list;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> types::error::ValidationException = It::build;
}

fn types_error_builders_access_denied_exception_builder() {
    use types::error::builders::AccessDeniedExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, types::AccessDeniedExceptionReason) -> It = It::reason;
    let _: fn(It, Option<types::AccessDeniedExceptionReason>) -> It = It::set_reason;
    let _: fn(&It) -> &Option<types::AccessDeniedExceptionReason> = It::get_reason;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> types::error::AccessDeniedException = It::build;
}

fn types_error_builders_internal_server_exception_builder() {
    use types::error::builders::InternalServerExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> types::error::InternalServerException = It::build;
}

fn types_error_builders_throttling_exception_builder() {
    use types::error::builders::ThrottlingExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> types::error::ThrottlingException = It::build;
}

fn types_error_builders_service_quota_exceeded_exception_builder() {
    use types::error::builders::ServiceQuotaExceededExceptionBuilder as It;
    is!(It: Clone + PartialEq + Default + fmt::Debug + Send + Sync);
    let _: fn(It, &'static str) -> It = It::message;
    let _: fn(It, Option<String>) -> It = It::set_message;
    let _: fn(&It) -> &Option<String> = It::get_message;
    let _: fn(It, &'static str) -> It = It::quota_name;
    let _: fn(It, Option<String>) -> It = It::set_quota_name;
    let _: fn(&It) -> &Option<String> = It::get_quota_name;
    let _: fn(It, f64) -> It = It::quota_value;
    let _: fn(It, Option<f64>) -> It = It::set_quota_value;
    let _: fn(&It) -> &Option<f64> = It::get_quota_value;
    let _: fn(It, error::ErrorMetadata) -> It = It::meta;
    let _: fn(&mut It, Option<error::ErrorMetadata>) -> &mut It = It::set_meta;
    let _: fn(It) -> Result<types::error::ServiceQuotaExceededException, error::BuildError> = It::build;
}

fn types_error_resource_not_found_exception() {
    use types::error::ResourceNotFoundException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: String);
    field!(It, resource_id: String);
    field!(It, resource_type: types::ResourceType);
    let _: fn(&It) -> &str = It::resource_id;
    let _: fn(&It) -> &types::ResourceType = It::resource_type;
    let _: fn(&It) -> &str = It::message;
    let _: fn() -> types::error::builders::ResourceNotFoundExceptionBuilder = It::builder;
}

fn types_error_validation_exception() {
    use types::error::ValidationException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: Option<String>);
    field!(It, reason: Option<types::ValidationExceptionReason>);
    field!(It, field_list: Option<Vec<types::ValidationExceptionField>>);
    let _: fn(&It) -> Option<&types::ValidationExceptionReason> = It::reason;
    let _: fn(&It) -> &[types::ValidationExceptionField] = It::field_list;
    let _: fn(&It) -> Option<&str> = It::message;
    let _: fn() -> types::error::builders::ValidationExceptionBuilder = It::builder;
}

fn types_error_access_denied_exception() {
    use types::error::AccessDeniedException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: Option<String>);
    field!(It, reason: Option<types::AccessDeniedExceptionReason>);
    let _: fn(&It) -> Option<&types::AccessDeniedExceptionReason> = It::reason;
    let _: fn(&It) -> Option<&str> = It::message;
    let _: fn() -> types::error::builders::AccessDeniedExceptionBuilder = It::builder;
}

fn types_error_internal_server_exception() {
    use types::error::InternalServerException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: Option<String>);
    let _: fn(&It) -> Option<&str> = It::message;
    let _: fn() -> types::error::builders::InternalServerExceptionBuilder = It::builder;
}

fn types_error_throttling_exception() {
    use types::error::ThrottlingException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: Option<String>);
    let _: fn(&It) -> Option<&str> = It::message;
    let _: fn() -> types::error::builders::ThrottlingExceptionBuilder = It::builder;
}

fn types_error_service_quota_exceeded_exception() {
    use types::error::ServiceQuotaExceededException as It;
    is!(It: Clone + PartialEq + fmt::Debug + fmt::Display + std::error::Error + cleanrooms::operation::RequestId + error::ProvideErrorMetadata + Send + Sync);
    field!(It, message: String);
    field!(It, quota_name: String);
    field!(It, quota_value: f64);
    let _: fn(&It) -> &str = It::quota_name;
    let _: fn(&It) -> f64 = It::quota_value;
    let _: fn(&It) -> &str = It::message;
    let _: fn() -> types::error::builders::ServiceQuotaExceededExceptionBuilder = It::builder;
}

fn types_resource_type() {
    use types::ResourceType as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::Collaboration;
    let _: It = It::ConfiguredTable;
    let _: It = It::ConfiguredTableAssociation;
    let _: It = It::Membership;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_validation_exception_reason() {
    use types::ValidationExceptionReason as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::FieldValidationFailed;
    let _: It = It::IamSynchronizationDelay;
    let _: It = It::InvalidConfiguration;
    let _: It = It::InvalidQuery;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_access_denied_exception_reason() {
    use types::AccessDeniedExceptionReason as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::InsufficientPermissions;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_protected_query() {
    use types::ProtectedQuery as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, id: String);
    field!(It, membership_id: String);
    field!(It, membership_arn: String);
    field!(It, create_time: primitives::DateTime);
    field!(It, sql_parameters: Option<types::ProtectedQuerySqlParameters>);
    field!(It, status: types::ProtectedQueryStatus);
    field!(It, result_configuration: Option<types::ProtectedQueryResultConfiguration>);
    field!(It, statistics: Option<types::ProtectedQueryStatistics>);
    field!(It, result: Option<types::ProtectedQueryResult>);
    field!(It, error: Option<types::ProtectedQueryError>);
    let _: fn(&It) -> &str = It::id;
    let _: fn(&It) -> &str = It::membership_id;
    let _: fn(&It) -> &str = It::membership_arn;
    let _: fn(&It) -> &primitives::DateTime = It::create_time;
    let _: fn(&It) -> Option<&types::ProtectedQuerySqlParameters> = It::sql_parameters;
    let _: fn(&It) -> &types::ProtectedQueryStatus = It::status;
    let _: fn(&It) -> Option<&types::ProtectedQueryResultConfiguration> = It::result_configuration;
    let _: fn(&It) -> Option<&types::ProtectedQueryStatistics> = It::statistics;
    let _: fn(&It) -> Option<&types::ProtectedQueryResult> = It::result;
    let _: fn(&It) -> Option<&types::ProtectedQueryError> = It::error;
    let _: fn() -> types::builders::ProtectedQueryBuilder = It::builder;
}

fn types_protected_query_status() {
    use types::ProtectedQueryStatus as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::Cancelled;
    let _: It = It::Cancelling;
    let _: It = It::Failed;
    let _: It = It::Started;
    let _: It = It::Submitted;
    let _: It = It::Success;
    let _: It = It::TimedOut;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_protected_query_type() {
    use types::ProtectedQueryType as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::Sql;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_protected_query_sql_parameters() {
    use types::ProtectedQuerySqlParameters as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, query_string: Option<String>);
    field!(It, analysis_template_arn: Option<String>);
    field!(It, parameters: Option<HashMap<String, String>>);
    let _: fn(&It) -> Option<&str> = It::query_string;
    let _: fn(&It) -> Option<&str> = It::analysis_template_arn;
    let _: fn(&It) -> Option<&HashMap<String, String>> = It::parameters;
    let _: fn() -> types::builders::ProtectedQuerySqlParametersBuilder = It::builder;
}

fn types_protected_query_result_configuration() {
    use types::ProtectedQueryResultConfiguration as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, output_configuration: Option<types::ProtectedQueryOutputConfiguration>);
    let _: fn(&It) -> Option<&types::ProtectedQueryOutputConfiguration> = It::output_configuration;
    let _: fn() -> types::builders::ProtectedQueryResultConfigurationBuilder = It::builder;
}

fn types_validation_exception_field() {
    use types::ValidationExceptionField as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, name: String);
    field!(It, message: String);
    let _: fn(&It) -> &str = It::name;
    let _: fn(&It) -> &str = It::message;
    let _: fn() -> types::builders::ValidationExceptionFieldBuilder = It::builder;
}

fn types_protected_query_statistics() {
    use types::ProtectedQueryStatistics as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, total_duration_in_millis: Option<i64>);
    let _: fn(&It) -> Option<i64> = It::total_duration_in_millis;
    let _: fn() -> types::builders::ProtectedQueryStatisticsBuilder = It::builder;
}

fn types_protected_query_result() {
    use types::ProtectedQueryResult as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, output: Option<types::ProtectedQueryOutput>);
    let _: fn(&It) -> Option<&types::ProtectedQueryOutput> = It::output;
    let _: fn() -> types::builders::ProtectedQueryResultBuilder = It::builder;
}

fn types_protected_query_error() {
    use types::ProtectedQueryError as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, message: String);
    field!(It, code: String);
    let _: fn(&It) -> &str = It::message;
    let _: fn(&It) -> &str = It::code;
    let _: fn() -> types::builders::ProtectedQueryErrorBuilder = It::builder;
}

fn types_protected_query_output_configuration() {
    use types::ProtectedQueryOutputConfiguration as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    let _: fn(types::ProtectedQueryS3OutputConfiguration) -> It = It::S3;
    let _: fn(&It) -> Result<&types::ProtectedQueryS3OutputConfiguration, &It> = It::as_s3;
    let _: fn(&It) -> bool = It::is_s3;
    let _: fn(&It) -> bool = It::is_unknown;
}

fn types_protected_query_s3_output_configuration() {
    use types::ProtectedQueryS3OutputConfiguration as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, result_format: types::ResultFormat);
    field!(It, bucket: String);
    field!(It, key_prefix: Option<String>);
    let _: fn(&It) -> &types::ResultFormat = It::result_format;
    let _: fn(&It) -> &str = It::bucket;
    let _: fn(&It) -> Option<&str> = It::key_prefix;
    let _: fn() -> types::builders::ProtectedQueryS3OutputConfigurationBuilder = It::builder;
}

fn types_protected_query_output() {
    use types::ProtectedQueryOutput as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    let _: fn(Vec<types::ProtectedQuerySingleMemberOutput>) -> It = It::MemberList;
    let _: fn(types::ProtectedQueryS3Output) -> It = It::S3;
    let _: fn(&It) -> Result<&Vec<types::ProtectedQuerySingleMemberOutput>, &It> = It::as_member_list;
    let _: fn(&It) -> bool = It::is_member_list;
    let _: fn(&It) -> Result<&types::ProtectedQueryS3Output, &It> = It::as_s3;
    let _: fn(&It) -> bool = It::is_s3;
    let _: fn(&It) -> bool = It::is_unknown;
}

fn types_result_format() {
    use types::ResultFormat as It;
    is!(It: Clone + Eq + Ord + PartialEq + PartialOrd + fmt::Debug + std::hash::Hash + for<'a> From<&'a str> + std::str::FromStr<Err = std::convert::Infallible> + AsRef<str> + fmt::Display + Send + Sync);
    let _: It = It::Csv;
    let _: It = It::Parquet;
    let _: fn(&It) -> &str = It::as_str;
    const VALUES: &[&str] = It::values();
    let _ = VALUES;
    let _: fn(&str) -> Result<It, error::UnknownVariantError> = It::try_parse;
}

fn types_protected_query_s3_output() {
    use types::ProtectedQueryS3Output as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, location: String);
    let _: fn(&It) -> &str = It::location;
    let _: fn() -> types::builders::ProtectedQueryS3OutputBuilder = It::builder;
}

fn types_protected_query_single_member_output() {
    use types::ProtectedQuerySingleMemberOutput as It;
    is!(It: Clone + PartialEq + fmt::Debug + Send + Sync);
    field!(It, account_id: String);
    let _: fn(&It) -> &str = It::account_id;
    let _: fn() -> types::builders::ProtectedQuerySingleMemberOutputBuilder = It::builder;
}

fn cleanrooms_error() {
    use cleanrooms::Error as It;
    is!(It: fmt::Debug + fmt::Display + From<error::BuildError> + error::ProvideErrorMetadata + From<error::SdkError<op::StartProtectedQueryError>> + From<op::StartProtectedQueryError> + std::error::Error + cleanrooms::operation::RequestId + Send + Sync);
    let _: fn(types::error::AccessDeniedException) -> It = It::AccessDeniedException;
    let _: fn(types::error::InternalServerException) -> It = It::InternalServerException;
    let _: fn(types::error::ResourceNotFoundException) -> It = It::ResourceNotFoundException;
    let _: fn(types::error::ServiceQuotaExceededException) -> It = It::ServiceQuotaExceededException;
    let _: fn(types::error::ThrottlingException) -> It = It::ThrottlingException;
    let _: fn(types::error::ValidationException) -> It = It::ValidationException;
}

fn cleanrooms_config() {
    use cleanrooms::Config as It;
    is!(It: Clone + fmt::Debug + for<'a> From<&'a aws_types::SdkConfig> + Send + Sync);
    let _: fn() -> config::Builder = It::builder;
    let _: fn(&It) -> config::Builder = It::to_builder;
    let _: fn(&It) -> Option<&config::StalledStreamProtectionConfig> = It::stalled_stream_protection;
    let _: fn(&It) -> Option<config::SharedHttpClient> = It::http_client;
    let _: fn(&It) -> Vec<api::auth::SharedAuthScheme> = |it| it.auth_schemes().collect();
    let _: fn(&It) -> Option<api::auth::SharedAuthSchemeOptionResolver> = It::auth_scheme_resolver;
    let _: fn(&It) -> Option<&api::auth::AuthSchemePreference> = It::auth_scheme_preference;
    let _: fn(&It) -> api::endpoint::SharedEndpointResolver = It::endpoint_resolver;
    let _: fn(&It) -> Option<&aws_smithy_types::retry::RetryConfig> = It::retry_config;
    let _: fn(&It) -> Option<config::SharedAsyncSleep> = It::sleep_impl;
    let _: fn(&It) -> Option<&aws_smithy_types::timeout::TimeoutConfig> = It::timeout_config;
    let _: fn(&It) -> Option<&aws_smithy_runtime::client::retries::RetryPartition> = It::retry_partition;
    let _: fn(&It) -> Option<config::SharedIdentityCache> = It::identity_cache;
    let _: fn(&It) -> Vec<config::SharedInterceptor> = |it| it.interceptors().collect();
    let _: fn(&It) -> Option<aws_smithy_async::time::SharedTimeSource> = It::time_source;
    let _: fn(&It) -> Vec<api::retries::classifiers::SharedRetryClassifier> = |it| it.retry_classifiers().collect();
    let _: fn(&It) -> Option<&aws_types::app_name::AppName> = It::app_name;
    let _: fn(&It) -> Vec<&aws_types::sdk_ua_metadata::FrameworkMetadata> = It::framework_metadata;
    let _: fn(&It) -> Option<bool> = It::disable_clock_skew_correction;
    let _: fn(&It) -> Option<aws_runtime::invocation_id::SharedInvocationIdGenerator> = It::invocation_id_generator;
    let _: fn(&aws_types::sdk_config::SdkConfig) -> It = It::new;
    let _: fn(&It) -> &'static str = It::signing_name;
    let _: fn(&It) -> Option<&config::Region> = It::region;
    let _: fn(&It) -> Option<config::SharedCredentialsProvider> = It::credentials_provider;
}

fn cleanrooms_client() {
    use cleanrooms::Client as It;
    is!(It: Clone + fmt::Debug + Send + Sync);
    let _: fn(&It) -> op::builders::StartProtectedQueryFluentBuilder = It::start_protected_query;
    let _: fn(cleanrooms::Config) -> It = It::from_conf;
    let _: fn(&It) -> &cleanrooms::Config = It::config;
    let _: fn(&aws_types::sdk_config::SdkConfig) -> It = It::new;
}
