//! Errors of a service that had another protocol once, whose codes are still the old ones.

use aws_sdk_sqs::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sqs::operation::get_queue_url::GetQueueUrlError;
use aws_sdk_sqs::operation::RequestId;
use aws_sdk_sqs::Client;
use compat_support::{quick_retries, say, say_error, shared_config, Answer, Outcome, Server};

/// The queue's address, created if there is none.
async fn queue(client: &Client, name: &str) -> Result<String, aws_sdk_sqs::Error> {
    match client.get_queue_url().queue_name(name).send().await {
        Ok(output) => Ok(output.queue_url.unwrap_or_default()),
        Err(SdkError::ServiceError(error)) if error.err().is_queue_does_not_exist() => {
            say("code", error.err().code().unwrap_or("(none)"));
            say("request", error.err().request_id().unwrap_or("(none)"));
            let created = client.create_queue().queue_name(name).send().await?;
            Ok(created.queue_url().unwrap_or_default().to_owned())
        }
        Err(error) => Err(error.into()),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let missing = r#"{"__type":"com.amazonaws.sqs#QueueDoesNotExist","message":"The specified queue does not exist."}"#;
    let server = Server::start([
        Answer::new(400, missing)
            .header("x-amzn-requestid", "request-1")
            .header("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"),
        Answer::ok(r#"{"QueueUrl":"https://sqs/1/created"}"#),
        Answer::new(400, missing).header("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"),
        Answer::new(400, r#"{"__type":"com.amazonaws.sqs#QueueDeletedRecently","message":"Wait a minute."}"#)
            .header("x-amzn-query-error", "AWS.SimpleQueueService.QueueDeletedRecently;Sender"),
        Answer::new(400, r#"{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"No."}"#)
            .header("x-amzn-query-error", "AccessDenied;Sender"),
        Answer::new(403, "<html><body>proxy</body></html>").header("content-type", "text/html"),
        Answer::new(400, missing).header("x-amzn-query-error", "no semicolon"),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    say("created", queue(&client, "work").await?);
    let error = queue(&client, "work").await.err().ok_or("the queue was deleted recently")?;
    say_error("deleted recently", &error);
    say("deleted recently, code", error.code().unwrap_or("(none)"));
    for name in ["denied", "proxy", "old header"] {
        let error = client.get_queue_url().queue_name(name).send().await.err().ok_or("an error was expected")?;
        say_error(name, &error);
        match error.into_service_error() {
            GetQueueUrlError::QueueDoesNotExist(error) => say(name, format!("{:?}", error.meta())),
            other => say(name, format!("{:?} {:?}", other.code(), other.message())),
        }
    }
    server.say_received("request");
    Ok(())
}
