//! The erased classifiers against the official ones: same verdict, name and priority.

use super::aws::AwsErrorCode;
use super::*;
use crate::endpoint::{unexpected_params, EndpointResolverParams, ResolveEndpoint};
use crate::modeled::Unhandled;
use crate::service::{Names, OwnNames};
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_smithy_runtime::client::retries::classifiers::ModeledAsRetryableClassifier;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::endpoint::{EndpointFuture, SharedEndpointResolver};
use aws_smithy_runtime_api::client::interceptors::context::Input;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
use std::fmt;
use std::time::Duration;

#[derive(Debug)]
struct Busy(ErrorMetadata, Option<ErrorKind>);

impl fmt::Display for Busy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("busy")
    }
}
impl std::error::Error for Busy {}
impl ProvideErrorMetadata for Busy {
    fn meta(&self) -> &ErrorMetadata {
        &self.0
    }
}
impl Modeled for Busy {
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        self.1
    }
}

#[derive(Debug)]
enum OpError {
    Busy(Busy),
    Unhandled(Unhandled),
}

impl fmt::Display for OpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.inner(), f)
    }
}
impl std::error::Error for OpError {}
impl ProvideErrorMetadata for OpError {
    fn meta(&self) -> &ErrorMetadata {
        self.inner().meta()
    }
}
impl ProvideErrorKind for OpError {
    fn retryable_error_kind(&self) -> Option<ErrorKind> {
        self.inner().retryable_error_kind()
    }
    fn code(&self) -> Option<&str> {
        self.inner().meta().code()
    }
}
impl CreateUnhandledError for OpError {
    fn create_unhandled_error(source: BoxError, meta: Option<ErrorMetadata>) -> Self {
        Self::Unhandled(Unhandled::new(source, meta))
    }
}
impl OperationError for OpError {
    fn inner(&self) -> &dyn Modeled {
        match self {
            Self::Busy(e) => e,
            Self::Unhandled(e) => e,
        }
    }
}

fn context(error: OpError, retry_after: Option<&'static str>) -> InterceptorContext {
    let mut ctx = InterceptorContext::new(Input::erase(()));
    let status = 500.try_into().expect("500 is a status");
    let mut response = HttpResponse::new(status, SdkBody::empty());
    if let Some(delay) = retry_after {
        response.headers_mut().insert("x-amz-retry-after", delay);
    }
    ctx.set_response(response);
    ctx.set_output_or_error(Err(OrchestratorError::operation(Error::erase(error))));
    ctx
}

#[track_caller]
fn same(ours: &dyn ClassifyRetry, theirs: &dyn ClassifyRetry, ctx: &InterceptorContext) {
    assert_eq!(ours.name(), theirs.name());
    assert_eq!(ours.priority(), theirs.priority());
    assert_eq!(ours.classify_retry(ctx), theirs.classify_retry(ctx));
    let verdicts = [
        RetryAction::NoActionIndicated,
        RetryAction::transient_error(),
        RetryAction::server_error(),
        RetryAction::RetryForbidden,
        RetryAction::retryable_error_with_explicit_delay(ErrorKind::ServerError, Duration::from_millis(7)),
    ];
    for previous in verdicts {
        assert_eq!(
            ours.classify_retry_v2(ctx, &previous),
            theirs.classify_retry_v2(ctx, &previous),
            "after {previous}"
        );
    }
}

#[test]
fn verdicts_equal_the_official_ones() {
    let errors = ErrorType::of::<OpError>();
    let codes = ["ThrottlingException", "SlowDown", "RequestTimeout", "NoSuchThing"];
    for code in codes.map(Some).into_iter().chain([None]) {
        for retry_after in [None, Some("1500"), Some("soon")] {
            for kind in [None, Some(ErrorKind::ThrottlingError)] {
                let mut meta = ErrorMetadata::builder();
                if let Some(code) = code {
                    meta = meta.code(code);
                }
                let error = match kind {
                    None => OpError::Unhandled(Unhandled::generic(meta.build())),
                    kind => OpError::Busy(Busy(meta.build(), kind)),
                };
                let ctx = context(error, retry_after);
                same(&AwsErrorCode { errors, transient: &[] }, &AwsErrorCodeClassifier::<OpError>::new(), &ctx);
                same(&ModeledAsRetryable(errors), &ModeledAsRetryableClassifier::<OpError>::new(), &ctx);
            }
        }
    }
}

#[test]
fn a_throttle_waits_as_long_as_the_server_says() {
    let meta = ErrorMetadata::builder().code("SlowDown").build();
    let ctx = context(OpError::Unhandled(Unhandled::generic(meta)), Some("1500"));
    assert_eq!(
        AwsErrorCode { errors: ErrorType::of::<OpError>(), transient: &[] }.classify_retry(&ctx),
        RetryAction::retryable_error_with_explicit_delay(ErrorKind::ThrottlingError, Duration::from_millis(1500))
    );
}

#[test]
fn a_service_has_errors_that_pass_in_it_only() {
    let meta = ErrorMetadata::builder().code("InternalError").build();
    let ctx = context(OpError::Unhandled(Unhandled::generic(meta)), None);
    let verdict = |transient| AwsErrorCode { errors: ErrorType::of::<OpError>(), transient }.classify_retry(&ctx);
    assert_eq!(verdict(&["InternalError"]), RetryAction::transient_error());
    assert_eq!(verdict(&[]), RetryAction::NoActionIndicated);
}

#[derive(Debug)]
struct Nowhere;

impl ResolveEndpoint for Nowhere {
    fn resolve_endpoint<'a>(&'a self, _: &'a EndpointResolverParams) -> EndpointFuture<'a> {
        unexpected_params()
    }
}

const NAMES: Names =
    Names { sdk_id: "Test", id: "Test", module: "test", signing_name: "test", metrics_scope: "test", version: "1" };

fn services() -> [Service; 3] {
    let resolver = || SharedEndpointResolver::new(Nowhere);
    [
        Service::new(NAMES, |_, _| Ok(EndpointResolverParams::new(())), resolver),
        Service::new(NAMES, |_, _| Ok(EndpointResolverParams::new(())), resolver).hosted("test"),
        Service::own(
            OwnNames { id: "Test", package: "test", version: "1" },
            |_, _| Ok(EndpointResolverParams::new(())),
            resolver,
        ),
    ]
}

#[test]
fn whose_service_it_is_decides_what_is_retried() {
    let names = services().map(|service| {
        let classifiers = ErrorType::of::<OpError>().classifiers(&service);
        classifiers.iter().skip(2).map(|classifier| classifier.name()).collect::<Vec<_>>()
    });
    let [aws, hosted, own] = names;
    assert_eq!(aws, ["AWS Error Code", "ServiceClockSkew"]);
    assert_eq!(hosted, ["HTTP Retry-After", "ServiceClockSkew"]);
    assert_eq!(own, ["HTTP Retry-After"]);
}

#[test]
fn an_output_is_no_reason_to_retry() {
    let ctx = InterceptorContext::new(Input::erase(()));
    for service in services() {
        for classifier in ErrorType::of::<OpError>().classifiers(&service) {
            assert_eq!(classifier.classify_retry(&ctx), RetryAction::NoActionIndicated);
        }
    }
}
