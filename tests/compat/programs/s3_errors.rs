//! Errors of a service that has several places for them: bodies, heads, headers, redirects.

use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use aws_sdk_s3::operation::get_object::GetObjectError;
use aws_sdk_s3::operation::{RequestId, RequestIdExt};
use aws_sdk_s3::{Client, Error};
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

/// Whether there is an object, as everybody writes it.
async fn exists(client: &Client, key: &str) -> Result<bool, Error> {
    match client.head_object().bucket("bucket").key(key).send().await {
        Ok(_) => Ok(true),
        Err(error) if error.as_service_error().is_some_and(|error| error.is_not_found()) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error = |status: u16, body: &str| {
        let body = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>{body}<HostId>host-2</HostId></Error>");
        Answer::new(status, body).header("x-amz-id-2", "host-1")
    };
    let server = Server::start([
        Answer::ok(""),
        Answer::new(404, "").header("x-amz-request-id", "request-0"),
        Answer::new(403, ""),
        error(404, "<Code>NoSuchKey</Code><Message>No &quot;key&quot;</Message><Key>k</Key><RequestId>r</RequestId>"),
        error(403, "<Code>InvalidObjectState</Code><StorageClass>GLACIER</StorageClass><AccessTier>NEW</AccessTier>"),
        error(301, "<Code>PermanentRedirect</Code><Endpoint>e</Endpoint>").header("x-amz-bucket-region", "us-west-2"),
        error(416, "<Code>InvalidRange</Code><Message>m</Message>"),
        error(400, "<Code>ExpiredToken</Code>"),
        Answer::new(404, "<html><body>404</body></html>"),
        Answer::new(400, ""),
        Answer::new(
            500,
            "<Error><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>",
        ),
        Answer::ok("fine"),
        Answer::new(503, "<Error><Code>SlowDown</Code></Error>"),
        Answer::new(503, "<Error><Code>SlowDown</Code></Error>"),
        Answer::new(503, "<Error><Code>SlowDown</Code></Error>"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);
    for key in ["there", "gone", "denied"] {
        match exists(&client, key).await {
            Ok(exists) => say(key, exists),
            Err(error) => {
                show(key, (error.code(), error.message(), error.request_id(), error.extended_request_id()));
            }
        }
    }
    for name in ["no key", "archived", "redirect", "range", "expired", "html", "empty", "internal", "slow"] {
        let error = match client.get_object().bucket("bucket").key("k").send().await {
            Ok(output) => {
                say(name, String::from_utf8_lossy(&output.body.collect().await?.to_vec()));
                continue;
            }
            Err(error) => error,
        };
        show(name, (error.code(), error.message(), error.request_id(), error.extended_request_id()));
        say(name, DisplayErrorContext(&error));
        if let SdkError::ServiceError(error) = &error {
            show(name, error.raw().status());
            show(name, error.raw().headers().get("x-amz-bucket-region"));
            match error.err() {
                GetObjectError::NoSuchKey(error) => say_error(name, error),
                GetObjectError::InvalidObjectState(error) => show(name, (error.storage_class(), error.access_tier())),
                error => show(name, error.meta()),
            }
        }
    }
    say("requests", server.received().len());
    Ok(())
}
