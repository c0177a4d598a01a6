//! Errors that interceptors raise: in which kind of error each ends, and what is still called.

use std::fmt;

use aws_sdk_sqs::config::interceptors::{
    AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextRef,
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef,
    BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut,
    FinalizerInterceptorContextRef,
};
use aws_sdk_sqs::config::{ConfigBag, Intercept, Region, RuntimeComponents};
use aws_sdk_sqs::error::{BoxError, SdkError};
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say, say_error, Answer, Outcome, Server};

#[derive(Debug)]
struct Refused(&'static str);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused in {}", self.0)
    }
}

impl std::error::Error for Refused {}

#[derive(Debug)]
struct Refuse(&'static str);

impl Refuse {
    fn at(&self, hook: &'static str) -> Result<(), BoxError> {
        if self.0 == hook {
            Err(Box::new(Refused(hook)))
        } else {
            Ok(())
        }
    }
}

macro_rules! hooks {
    ($($hook:ident($($context:tt)*))*) => {
        $(fn $hook(&self, _: $($context)*<'_>, _: &RuntimeComponents, _: &mut ConfigBag) -> Result<(), BoxError> {
            self.at(stringify!($hook))
        })*
    };
}

impl Intercept for Refuse {
    fn name(&self) -> &'static str {
        "refuse"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.at("read_before_execution")
    }

    hooks! {
        modify_before_serialization(&mut BeforeSerializationInterceptorContextMut)
        read_after_serialization(&BeforeTransmitInterceptorContextRef)
        modify_before_retry_loop(&mut BeforeTransmitInterceptorContextMut)
        read_before_attempt(&BeforeTransmitInterceptorContextRef)
        modify_before_signing(&mut BeforeTransmitInterceptorContextMut)
        read_after_signing(&BeforeTransmitInterceptorContextRef)
        modify_before_transmit(&mut BeforeTransmitInterceptorContextMut)
        read_after_transmit(&BeforeDeserializationInterceptorContextRef)
        read_after_deserialization(&AfterDeserializationInterceptorContextRef)
        modify_before_attempt_completion(&mut FinalizerInterceptorContextMut)
        read_after_attempt(&FinalizerInterceptorContextRef)
        modify_before_completion(&mut FinalizerInterceptorContextMut)
        read_after_execution(&FinalizerInterceptorContextRef)
    }
}

fn kind<E, R>(error: &SdkError<E, R>) -> &'static str {
    match error {
        SdkError::ConstructionFailure(_) => "construction",
        SdkError::DispatchFailure(_) => "dispatch",
        SdkError::TimeoutError(_) => "timeout",
        SdkError::ResponseError(_) => "response",
        SdkError::ServiceError(_) => "service",
        _ => "new",
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::ok("{}")]);
    for hook in [
        "none",
        "read_before_execution",
        "modify_before_serialization",
        "read_after_serialization",
        "modify_before_retry_loop",
        "read_before_attempt",
        "modify_before_signing",
        "read_after_signing",
        "modify_before_transmit",
        "read_after_transmit",
        "read_after_deserialization",
        "modify_before_attempt_completion",
        "read_after_attempt",
        "modify_before_completion",
        "read_after_execution",
    ] {
        let config = Config::builder()
            .behavior_version_latest()
            .region(Region::new("eu-central-1"))
            .credentials_provider(credentials())
            .time_source(clock())
            .retry_config(quick_retries())
            .endpoint_url(server.url())
            .interceptor(Refuse(hook))
            .build();
        match Client::from_conf(config).list_queues().send().await {
            Ok(_) => say(hook, "no error"),
            Err(error) => {
                say(hook, kind(&error));
                let mut source: Option<&dyn std::error::Error> = Some(&error);
                while let Some(error) = source {
                    say(&format!("{hook}, chain"), error);
                    if let Some(refused) = error.downcast_ref::<Refused>() {
                        say(&format!("{hook}, found"), refused.0);
                    }
                    source = error.source();
                }
                say_error(hook, &error);
            }
        }
        say(&format!("{hook}, requests"), server.received().len());
    }
    Ok(())
}
