//! Helpers of an application that work for the errors of all operations.

use std::error::Error;
use std::fmt::Debug;

use aws_sdk_kms::config::http::HttpResponse;
use aws_sdk_kms::error::{DisplayErrorContext, ErrorMetadata, ProvideErrorMetadata, SdkError};
use aws_sdk_kms::operation::describe_key::DescribeKeyError;
use aws_sdk_kms::operation::disable_key::DisableKeyError;
use aws_sdk_kms::operation::RequestId;
use aws_sdk_kms::types::error::{DisabledException, NotFoundException};
use aws_sdk_kms::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};

/// What a page of an error tells.
fn describe<E>(name: &str, error: &SdkError<E, HttpResponse>)
where
    E: ProvideErrorMetadata + Error + Send + Sync + 'static,
{
    say(name, error.code().unwrap_or("no code"));
    say(name, error.message().unwrap_or("no message"));
    say(name, error.request_id().unwrap_or("no id"));
    say(name, error.raw_response().map_or(0, |response| response.status().as_u16()));
    say(name, DisplayErrorContext(error));
    show(name, DisplayErrorContext(error));
}

fn is_missing<T: Debug, E: ProvideErrorMetadata>(result: &Result<T, E>) -> bool {
    result.as_ref().err().and_then(ProvideErrorMetadata::code) == Some("NotFoundException")
}

#[derive(Debug)]
enum AppError {
    #[allow(dead_code)] // It is shown.
    Missing(String),
    Aws(Box<dyn Error + Send + Sync>),
}

impl<E, R> From<SdkError<E, R>> for AppError
where
    E: ProvideErrorMetadata + Error + Send + Sync + 'static,
    R: Debug + Send + Sync + 'static,
{
    fn from(error: SdkError<E, R>) -> Self {
        match error.code() {
            Some("NotFoundException") => Self::Missing(error.message().unwrap_or_default().to_owned()),
            _ => error.into_source().map_or_else(|error| Self::Aws(Box::new(error)), Self::Aws),
        }
    }
}

async fn disable(client: &Client, key: &str) -> Result<(), AppError> {
    client.describe_key().key_id(key).send().await?;
    client.disable_key().key_id(key).send().await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let missing = || {
        Answer::new(400, r#"{"__type":"NotFoundException","message":"Alias is not found."}"#)
            .header("x-amzn-requestid", "request-7")
    };
    let server = Server::start([
        missing(),
        Answer::new(400, r#"{"code":"DisabledException"}"#).header("x-amz-request-id", "other"),
        Answer::new(400, r#"{"__type":"ValidationException","message":null}"#),
        Answer::new(418, ""),
        missing(),
        Answer::new(400, r#"{"__type":"KMSInvalidStateException","message":"pending"}"#),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    for name in ["missing", "disabled", "unmodeled", "teapot"] {
        let result = client.enable_key().key_id("k").send().await;
        say(name, is_missing(&result));
        describe(name, &result.err().ok_or("an error was expected")?);
    }
    show("app", disable(&client, "alias/none").await);
    match disable(&client, "alias/pending").await {
        Err(AppError::Aws(error)) => say_error("app", &*error),
        other => show("app", other),
    }

    let error = DescribeKeyError::NotFoundException(NotFoundException::builder().message("gone").build());
    say_error("made", &error);
    show("made, code", (error.code(), error.meta(), error.is_not_found_exception()));
    let meta = ErrorMetadata::builder().code("Odd").message("m").custom("k", "v").build();
    let error = DisableKeyError::generic(meta.clone());
    say_error("generic", &error);
    let error = DisabledException::builder().meta(meta).build();
    say_error("with metadata", &error);
    show("extra", error.meta().extra("k"));
    let mapped = SdkError::<_, ()>::service_error(error, ()).map_service_error(|error| error.to_string());
    show("mapped", mapped);
    Ok(())
}
