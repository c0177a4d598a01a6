//! Objects whose headers are not text, as old clients have stored them: refused, or left out.

use std::collections::BTreeMap;

use aws_sdk_s3::config::interceptors::BeforeTransmitInterceptorContextMut;
use aws_sdk_s3::config::{ConfigBag, Intercept, RuntimeComponents};
use aws_sdk_s3::error::BoxError;
use aws_sdk_s3::Client;
use aws_smithy_runtime_api::http::NonUtf8HeaderHandling;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

/// Headers that are not UTF-8 are left out.
#[derive(Debug)]
struct Tolerant(NonUtf8HeaderHandling);

impl Intercept for Tolerant {
    fn name(&self) -> &'static str {
        "tolerant"
    }

    fn modify_before_transmit(
        &self,
        _: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        bag: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        bag.interceptor_state().store_put(self.0.clone());
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let odd = || {
        Answer::ok("body")
            .header("x-amz-meta-plain", "a")
            .header("x-amz-meta-utf-8", "\u{fc}")
            .header_of_bytes("x-amz-meta-latin-1", b"\xfc")
            .header_of_bytes("content-language", b"\xff\xfe")
    };
    let server = Server::start([odd()]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    let handlings = [
        ("default", None),
        ("reject", Some(NonUtf8HeaderHandling::Reject)),
        ("skip", Some(NonUtf8HeaderHandling::Skip)),
    ];
    for (name, handling) in handlings {
        let mut call = client.get_object().bucket("b").key("k").customize();
        if let Some(handling) = handling {
            call = call.interceptor(Tolerant(handling));
        }
        match call.send().await {
            Ok(output) => {
                let metadata: BTreeMap<_, _> = output.metadata().into_iter().flatten().collect();
                show(name, metadata);
                show(name, output.content_language());
                say(name, String::from_utf8_lossy(&output.body.collect().await?.to_vec()));
            }
            Err(error) => say_error(name, &error),
        }
        say(&format!("{name}, requests"), server.received().len());
    }
    Ok(())
}
