//! An application that signs for another service or region than the client would.

use aws_sdk_sqs::config::interceptors::BeforeTransmitInterceptorContextMut;
use aws_sdk_sqs::config::{ConfigBag, Intercept, Region, RuntimeComponents};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::{Client, Config};
use aws_types::region::SigningRegion;
use aws_types::SigningName;
use compat_support::{clock, credentials, say, say_error, Answer, Outcome, Server};

#[derive(Debug)]
struct SignFor(Option<&'static str>, Option<&'static str>);

impl Intercept for SignFor {
    fn name(&self) -> &'static str {
        "sign for"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some(name) = self.0 {
            bag.interceptor_state().store_put(SigningName::from_static(name));
        }
        if let Some(region) = self.1 {
            bag.interceptor_state().store_put(SigningRegion::from(Region::new(region)));
        }
        context.request_mut().headers_mut().insert("x-signed", "yes");
        Ok(())
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context.request_mut().headers_mut().insert("x-unsigned", "yes");
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([Answer::ok("{}")]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .endpoint_url(server.url());
    let client = Client::from_conf(config.build());
    let cases = [
        ("neither", None, None),
        ("name", Some("execute-api"), None),
        ("region", None, Some("us-east-1")),
        ("both", Some("x"), Some("y")),
    ];
    for (name, service, region) in cases {
        match client.list_queues().customize().interceptor(SignFor(service, region)).send().await {
            Ok(_) => say(name, "sent"),
            Err(error) => say_error(name, &error),
        }
        for request in server.received() {
            say(name, request.header("authorization").unwrap_or("(none)"));
            say(name, request.header("x-unsigned").unwrap_or("(none)"));
        }
    }
    say("signing name", client.config().signing_name());
    Ok(())
}
