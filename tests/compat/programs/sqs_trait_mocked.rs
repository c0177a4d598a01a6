//! A worker that is generic over a queue: the real one, and one of its tests.

use std::future::Future;
use std::sync::Mutex;

use aws_sdk_sqs::error::{DisplayErrorContext, SdkError};
use aws_sdk_sqs::operation::delete_message::{DeleteMessageError, DeleteMessageOutput};
use aws_sdk_sqs::operation::receive_message::{ReceiveMessageError, ReceiveMessageOutput};
use aws_sdk_sqs::types::error::{OverLimit, ReceiptHandleIsInvalid};
use aws_sdk_sqs::types::Message;
use aws_sdk_sqs::Client;
use compat_support::{say, shared_config, show, Answer, Outcome, Server};

trait Queue {
    fn receive(&self) -> impl Future<Output = Result<ReceiveMessageOutput, SdkError<ReceiveMessageError>>> + Send;
    fn delete(
        &self,
        handle: &str,
    ) -> impl Future<Output = Result<DeleteMessageOutput, SdkError<DeleteMessageError>>> + Send;
}

struct Sqs(Client, String);

impl Queue for Sqs {
    async fn receive(&self) -> Result<ReceiveMessageOutput, SdkError<ReceiveMessageError>> {
        self.0.receive_message().queue_url(&self.1).max_number_of_messages(10).send().await
    }

    async fn delete(&self, handle: &str) -> Result<DeleteMessageOutput, SdkError<DeleteMessageError>> {
        self.0.delete_message().queue_url(&self.1).receipt_handle(handle).send().await
    }
}

#[derive(Default)]
struct Fake {
    answers: Mutex<Vec<Result<ReceiveMessageOutput, ReceiveMessageError>>>,
    deleted: Mutex<Vec<String>>,
}

fn response(status: u16) -> aws_sdk_sqs::config::http::HttpResponse {
    let status = aws_smithy_runtime_api::http::StatusCode::try_from(status).expect("a status");
    aws_sdk_sqs::config::http::HttpResponse::new(status, aws_smithy_types::body::SdkBody::empty())
}

impl Queue for Fake {
    async fn receive(&self) -> Result<ReceiveMessageOutput, SdkError<ReceiveMessageError>> {
        let answer = self.answers.lock().expect("nobody panics").pop();
        answer
            .unwrap_or_else(|| Ok(ReceiveMessageOutput::builder().build()))
            .map_err(|error| SdkError::service_error(error, response(400)))
    }

    async fn delete(&self, handle: &str) -> Result<DeleteMessageOutput, SdkError<DeleteMessageError>> {
        if handle.is_empty() {
            let error = ReceiptHandleIsInvalid::builder().message("empty").build();
            return Err(SdkError::service_error(DeleteMessageError::ReceiptHandleIsInvalid(error), response(400)));
        }
        self.deleted.lock().expect("nobody panics").push(handle.to_owned());
        Ok(DeleteMessageOutput::builder().build())
    }
}

async fn work<Q: Queue>(name: &str, queue: &Q) -> usize {
    let output = match queue.receive().await {
        Ok(output) => output,
        Err(error) if error.as_service_error().is_some_and(ReceiveMessageError::is_over_limit) => {
            say(name, "over the limit");
            return 0;
        }
        Err(error) => {
            say(name, DisplayErrorContext(&error));
            return 0;
        }
    };
    let mut done = 0;
    for message in output.messages() {
        match queue.delete(message.receipt_handle().unwrap_or_default()).await {
            Ok(_) => done += 1,
            Err(error) => say(name, DisplayErrorContext(&error)),
        }
    }
    done
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let message = |handle: &str| Message::builder().body("b").receipt_handle(handle).build();
    let limit = OverLimit::builder().message("120000").build();
    let fake = Fake::default();
    fake.answers.lock().expect("nobody panics").extend([
        Err(ReceiveMessageError::unhandled("something else")),
        Err(ReceiveMessageError::OverLimit(limit)),
        Ok(ReceiveMessageOutput::builder().messages(message("1")).messages(message("")).messages(message("2")).build()),
    ]);
    for _ in 0..4 {
        say("fake", work("fake", &fake).await);
    }
    show("deleted", fake.deleted.lock().expect("nobody panics"));

    let server =
        Server::start([Answer::ok(r#"{"Messages":[{"ReceiptHandle":"r"},{"Body":"no handle"}]}"#), Answer::ok("")]);
    let queue = Sqs(Client::new(&shared_config().endpoint_url(server.url()).build()), "https://queue".to_owned());
    say("real", work("real", &queue).await);
    server.say_received("real");
    Ok(())
}
