//! Two interceptors with every hook: one of the client, one of a call. Which runs when, and what
//! each can see.

use aws_sdk_sqs::config::interceptors::{
    AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
    BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, BeforeTransmitInterceptorContextRef,
    FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
};
use aws_sdk_sqs::config::{ConfigBag, Intercept, Region, RuntimeComponents};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::operation::purge_queue::PurgeQueueInput;
use aws_sdk_sqs::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say, Answer, Outcome, Server};

#[derive(Debug)]
struct Trace(&'static str);

type Done = Result<(), BoxError>;

/// A hook that says what it sees.
macro_rules! hooks {
    ($($hook:ident, $context:ident, |$name:ident| $see:expr;)*) => {
        $(fn $hook(&self, $name: &$context<'_>, _: &RuntimeComponents, _: &mut ConfigBag) -> Done {
            say(&format!("{}, {}", self.0, stringify!($hook)), $see);
            Ok(())
        })*
    };
    (mut $($hook:ident, $context:ident, |$name:ident| $see:expr;)*) => {
        $(fn $hook(&self, $name: &mut $context<'_>, _: &RuntimeComponents, _: &mut ConfigBag) -> Done {
            say(&format!("{}, {}", self.0, stringify!($hook)), $see);
            Ok(())
        })*
    };
}

impl Intercept for Trace {
    fn name(&self) -> &'static str {
        self.0
    }

    fn read_before_execution(&self, context: &BeforeSerializationInterceptorContextRef<'_>, _: &mut ConfigBag) -> Done {
        let input = context.input().downcast_ref::<PurgeQueueInput>();
        say(&format!("{}, read_before_execution", self.0), format!("{input:?}"));
        Ok(())
    }

    hooks! {
        read_before_serialization, BeforeSerializationInterceptorContextRef, |seen| format!("{:?}", seen.input());
        read_after_serialization, BeforeTransmitInterceptorContextRef, |seen| seen.request().uri().to_owned();
        read_before_attempt, BeforeTransmitInterceptorContextRef, |seen| seen.request().headers().len();
        read_before_signing, BeforeTransmitInterceptorContextRef, |seen|
            seen.request().headers().contains_key("amz-sdk-request");
        read_after_signing, BeforeTransmitInterceptorContextRef, |seen|
            seen.request().headers().contains_key("authorization");
        read_before_transmit, BeforeTransmitInterceptorContextRef, |seen|
            seen.request().headers().get("amz-sdk-request").unwrap_or("none").to_owned();
        read_after_transmit, BeforeDeserializationInterceptorContextRef, |seen| seen.response().status();
        read_before_deserialization, BeforeDeserializationInterceptorContextRef, |seen|
            format!("{:?}", seen.response().body().bytes().map(String::from_utf8_lossy));
        read_after_deserialization, AfterDeserializationInterceptorContextRef, |seen|
            format!("{:?}", seen.output_or_error().is_ok());
        read_after_attempt, FinalizerInterceptorContextRef, |seen| seen.response().is_some();
        read_after_execution, FinalizerInterceptorContextRef, |seen| format!("{:?}", seen.output_or_error());
    }

    hooks! { mut
        modify_before_serialization, BeforeSerializationInterceptorContextMut, |seen|
            format!("{:?}", seen.input_mut().downcast_mut::<PurgeQueueInput>());
        modify_before_retry_loop, BeforeTransmitInterceptorContextMut, |seen| {
            let count = seen.request().headers().get_all("x-seen").count() + 1;
            seen.request_mut().headers_mut().append("x-seen", count.to_string());
            seen.request().headers().get_all("x-seen").collect::<Vec<_>>().join(" ")
        };
        modify_before_signing, BeforeTransmitInterceptorContextMut, |seen|
            seen.request().headers().get_all("x-seen").count();
        modify_before_transmit, BeforeTransmitInterceptorContextMut, |seen|
            seen.request().headers().get("x-amz-date").unwrap_or("none").to_owned();
        modify_before_deserialization, BeforeDeserializationInterceptorContextMut, |seen|
            seen.response_mut().headers_mut().insert("x-new", "1").is_none();
        modify_before_attempt_completion, FinalizerInterceptorContextMut, |seen|
            seen.request().is_some();
        modify_before_completion, FinalizerInterceptorContextMut, |seen|
            seen.output_or_error_mut().is_some();
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::new(500, r#"{"__type":"InternalFailure"}"#), Answer::ok("{}")]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url())
        .interceptor(Trace("client 1"))
        .interceptor(Trace("client 2"))
        .build();
    let client = Client::from_conf(config);
    let call = client.purge_queue().queue_url("https://queue").customize().interceptor(Trace("call 1"));
    let override_config = Config::builder().interceptor(Trace("override"));
    call.interceptor(Trace("call 2")).config_override(override_config).send().await?;
    server.say_received("request");
    Ok(())
}
