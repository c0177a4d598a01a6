//! Interceptors that change what is sent and what comes back, at each place where this is possible.

use aws_sdk_sqs::config::interceptors::{
    BeforeDeserializationInterceptorContextMut, BeforeSerializationInterceptorContextMut,
    BeforeTransmitInterceptorContextMut, FinalizerInterceptorContextMut,
};
use aws_sdk_sqs::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_sqs::error::BoxError;
use aws_sdk_sqs::operation::send_message::{SendMessageInput, SendMessageOutput};
use aws_sdk_sqs::primitives::Blob;
use aws_sdk_sqs::types::MessageAttributeValue;
use aws_sdk_sqs::Client;
use aws_smithy_runtime_api::client::interceptors::context::{Error, Output};
use aws_smithy_types::body::SdkBody;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

type Done = Result<(), BoxError>;

/// Puts an attribute on every message.
#[derive(Debug)]
struct Stamp;

impl Intercept for Stamp {
    fn name(&self) -> &'static str {
        "stamp"
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Done {
        if let Some(input) = context.input_mut().downcast_mut::<SendMessageInput>() {
            let stamp =
                MessageAttributeValue::builder().data_type("Binary").binary_value(Blob::new("stamp")).build()?;
            input.message_attributes.get_or_insert_default().insert("stamp".to_owned(), stamp);
            input.message_body = input.message_body.take().map(|body| body.to_uppercase());
        }
        Ok(())
    }
}

/// Changes requests and answers.
#[derive(Debug)]
struct Proxy;

impl Intercept for Proxy {
    fn name(&self) -> &'static str {
        "proxy"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Done {
        let request = context.request_mut();
        let mut body: serde_json::Value = serde_json::from_slice(request.body().bytes().unwrap_or_default())?;
        body["Extra"] = true.into();
        let body = body.to_string();
        request.headers_mut().insert("content-length", body.len().to_string());
        *request.body_mut() = SdkBody::from(body);
        let uri = format!("{}through?a=b%20c", request.uri());
        request.set_uri(uri)?;
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Done {
        let response = context.response_mut();
        if response.status().as_u16() == 299 {
            *response.status_mut() = 200.try_into()?;
            *response.body_mut() = SdkBody::from(r#"{"MessageId":"by the proxy"}"#);
            response.headers_mut().insert("x-amzn-requestid", "by-the-proxy");
        }
        Ok(())
    }

    fn modify_before_completion(
        &self,
        context: &mut FinalizerInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Done {
        match context.output_or_error_mut() {
            Some(Ok(output)) => {
                if let Some(output) = output.downcast_mut::<SendMessageOutput>() {
                    output.sequence_number = Some("7".to_owned());
                }
            }
            Some(result @ Err(_)) => {
                let output = SendMessageOutput::builder().message_id("instead of an error").build();
                *result = Ok(Output::erase(output));
            }
            None => {}
        }
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::new(299, "?"),
        Answer::ok(r#"{"MessageId":"m"}"#),
        Answer::new(400, r#"{"__type":"InvalidMessageContents","message":"no"}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::from_conf(aws_sdk_sqs::config::Builder::from(&config).interceptor(Stamp).build());
    for name in ["changed", "as it is", "saved"] {
        let call = client.send_message().queue_url("q").message_body("hello").customize();
        match call.interceptor(Proxy).send().await {
            Ok(output) => show(name, output),
            Err(error) => say_error(name, &error),
        }
    }
    match client.send_message().queue_url("q").message_body("hello").send().await {
        Ok(output) => show("without the proxy", output),
        Err(error) => say_error("without the proxy", &error),
    }
    for request in server.received() {
        say("request", &request.line);
        say("request, length", request.header("content-length").unwrap_or_default());
        say("request, body", String::from_utf8_lossy(&request.body));
    }
    show("erased", Error::erase(std::fmt::Error).downcast_ref::<std::fmt::Error>());
    Ok(())
}
