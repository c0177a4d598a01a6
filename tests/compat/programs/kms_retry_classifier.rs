//! Retry classifiers of an application, before and after those of the client.

use aws_sdk_kms::config::interceptors::InterceptorContext;
use aws_sdk_kms::config::retry::{ClassifyRetry, RetryAction};
use aws_sdk_kms::config::{Builder, Region};
use aws_sdk_kms::operation::decrypt::DecryptError;
use aws_sdk_kms::primitives::Blob;
use aws_sdk_kms::{Client, Config};
use aws_smithy_runtime_api::client::retries::classifiers::RetryClassifierPriority;
use aws_smithy_runtime_api::client::retries::ErrorKind;
use compat_support::{clock, credentials, quick_retries, say, say_error, Answer, Outcome, Server};

/// Keys that are pending get ready soon.
#[derive(Debug)]
struct Pending;

impl ClassifyRetry for Pending {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        let Some(Err(error)) = context.output_or_error() else { return RetryAction::NoActionIndicated };
        let error = error.as_operation_error().and_then(|error| error.downcast_ref::<DecryptError>());
        match error {
            Some(error) if error.is_kms_invalid_state_exception() => {
                RetryAction::retryable_error(ErrorKind::ClientError)
            }
            _ => RetryAction::NoActionIndicated,
        }
    }

    fn name(&self) -> &'static str {
        "pending"
    }
}

/// Nothing is retried in this environment.
#[derive(Debug)]
struct Never;

impl ClassifyRetry for Never {
    fn classify_retry(&self, context: &InterceptorContext) -> RetryAction {
        say("asked", context.response().map_or(0, |response| response.status().as_u16()));
        RetryAction::RetryForbidden
    }

    fn name(&self) -> &'static str {
        "never"
    }

    fn priority(&self) -> RetryClassifierPriority {
        RetryClassifierPriority::run_after(RetryClassifierPriority::transient_error_classifier())
    }
}

async fn decrypt(name: &str, answers: &[Answer], change: impl Fn(Builder) -> Builder) {
    let server = Server::start(answers.iter().cloned());
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    let client = Client::from_conf(change(config).build());
    match client.decrypt().ciphertext_blob(Blob::new("x")).send().await {
        Ok(_) => say(name, "decrypted"),
        Err(error) => say_error(name, &error),
    }
    say(&format!("{name}, attempts"), server.received().len());
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error = |code: &str| Answer::new(400, format!(r#"{{"__type":"{code}","message":"m"}}"#));
    let pending = [error("KMSInvalidStateException"), error("KMSInvalidStateException"), Answer::ok("{}")];
    decrypt("as it is", &pending, |config| config).await;
    decrypt("pending", &pending, |config| config.retry_classifier(Pending)).await;
    let dependency = [error("DependencyTimeoutException"), Answer::ok("{}")];
    decrypt("dependency", &dependency, |config| config).await;
    let down = [Answer::new(503, "{}"), Answer::ok("{}")];
    decrypt("never", &down, |config| config.retry_classifier(Never)).await;
    decrypt("both", &pending, |config| config.retry_classifier(Never).retry_classifier(Pending)).await;
    let config = Config::builder().retry_classifier(Never).retry_classifier(Pending).build();
    for classifier in config.retry_classifiers() {
        say("configured", classifier.name());
    }
    Ok(())
}
