//! Interceptors that pass values to each other, read settings, and switch others off.

use std::time::{Duration, Instant};

use aws_sdk_sqs::config::interceptors::{
    BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut, FinalizerInterceptorContextRef,
};
use aws_sdk_sqs::config::retry::RetryConfig;
use aws_sdk_sqs::config::{AppName, ConfigBag, Intercept, Layer, Region, RuntimeComponents};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::{Client, Config};
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_types::config_bag::{Storable, StoreAppend, StoreReplace};
use compat_support::{clock, credentials, quick_retries, say, show, Answer, Outcome, Server};

#[derive(Debug)]
struct Started(Instant);

impl Storable for Started {
    type Storer = StoreReplace<Self>;
}

#[derive(Debug)]
struct Note(&'static str);

impl Storable for Note {
    type Storer = StoreAppend<Self>;
}

#[derive(Debug, Default)]
struct Timer;

impl Intercept for Timer {
    fn name(&self) -> &'static str {
        "timer"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        bag.interceptor_state().store_put(Started(Instant::now())).store_append(Note("started"));
        show("operation", bag.load::<Metadata>().map(Metadata::name));
        show("region", bag.load::<Region>());
        show("app", bag.load::<AppName>());
        show("attempts", bag.load::<RetryConfig>().map(RetryConfig::max_attempts));
        Ok(())
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        components: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        bag.interceptor_state().store_append(Note("signed"));
        let metadata = bag.load::<Metadata>().ok_or("every operation has it")?;
        say("operation", format!("{} of {}", metadata.name(), metadata.service()));
        show("time source", components.time_source().map(|time| time.now()));
        show("sleep", components.sleep_impl().is_some());
        let mut layer = Layer::new("more");
        layer.store_put(Started(Instant::now()));
        show("layer", layer.load::<Started>().is_some());
        context.request_mut().headers_mut().insert("x-app", "1");
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let started = bag.load::<Started>().ok_or("it was put there")?;
        say("quick", started.0.elapsed() < Duration::from_secs(30));
        show("notes", bag.load::<Note>().map(|note| note.0).collect::<Vec<_>>());
        show("ok", context.output_or_error().map(|result| result.is_ok()));
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::new(500, "{}"), Answer::ok("{}"), Answer::new(400, r#"{"__type":"A"}"#)]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .app_name(AppName::new("app")?)
        .endpoint_url(server.url())
        .interceptor(Timer)
        .build();
    let client = Client::from_conf(config);
    client.list_queues().send().await?;
    let other = Config::builder().region(Region::new("us-east-1")).retry_config(RetryConfig::disabled());
    let result = client.purge_queue().queue_url("q").customize().config_override(other).send().await;
    show("failed", result.is_err());
    for request in server.received() {
        say("header", request.header("x-app").unwrap_or("(none)"));
    }
    let off = aws_smithy_runtime_api::client::interceptors::disable_interceptor::<Timer>("too loud");
    show("off", off);
    show("interceptors", client.config().interceptors().map(|interceptor| interceptor.name()).collect::<Vec<_>>());
    Ok(())
}
