//! What a caller sees of answers that are errors, some of them of a proxy in between.

use aws_sdk_sts::config::http::HttpResponse;
use aws_sdk_sts::error::{ProvideErrorMetadata, SdkError};
use aws_sdk_sts::operation::decode_authorization_message::DecodeAuthorizationMessageError;
use aws_sdk_sts::{Client, Error};
use aws_smithy_types::retry::RetryConfig;
use compat_support::{say, say_error, shared_config, Answer, Outcome, Server};

/// One word for the kind of an error, as dashboards have it.
fn kind(error: &SdkError<DecodeAuthorizationMessageError, HttpResponse>) -> String {
    match error {
        SdkError::ConstructionFailure(_) => "not sent".to_owned(),
        SdkError::TimeoutError(_) => "timeout".to_owned(),
        SdkError::DispatchFailure(failure) => format!("dispatch, io {}", failure.is_io()),
        SdkError::ResponseError(response) => format!("not understood, {}", response.raw().status()),
        SdkError::ServiceError(service) => match service.err() {
            DecodeAuthorizationMessageError::InvalidAuthorizationMessageException(error) => {
                format!("invalid message, {}", error.message().unwrap_or("no text"))
            }
            other => format!("service, {} {:?}", service.raw().status(), other.code()),
        },
        _ => "something new".to_owned(),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error = |code: &str, message: &str| {
        format!(
            "<ErrorResponse><Error><Type>Sender</Type><Code>{code}</Code>{message}</Error>\
             <RequestId>r-1</RequestId></ErrorResponse>"
        )
    };
    let answers = [
        ("modeled", Answer::new(400, error("InvalidAuthorizationMessageException", "<Message>not ours</Message>"))),
        ("unmodeled", Answer::new(403, error("SignatureDoesNotMatch", "<Message>the clock?</Message>"))),
        ("without a message", Answer::new(400, error("InvalidAuthorizationMessageException", ""))),
        ("throttled", Answer::new(400, error("Throttling", "<Message>Rate exceeded</Message>"))),
        ("cut off", Answer::new(400, "<ErrorResponse><Error><Code>Inval")),
        ("not xml", Answer::ok("{\"a\": 1}")),
        ("another root", Answer::ok("<Surprise/>")),
    ];
    let names: Vec<&str> = answers.iter().map(|(name, _)| *name).collect();
    let server = Server::start(answers.into_iter().map(|(_, answer)| answer));
    let config = shared_config().endpoint_url(server.url()).retry_config(RetryConfig::disabled()).build();
    let client = Client::new(&config);
    for name in names {
        let result = client.decode_authorization_message().encoded_message("abc").send().await;
        match result {
            Ok(output) => say(name, format!("{output:?}")),
            Err(error) => {
                say(name, kind(&error));
                say_error(name, &error);
                let error = Error::from(error);
                say(&format!("{name}, as the crate's"), &error);
                say(&format!("{name}, variant"), matches!(error, Error::InvalidAuthorizationMessageException(_)));
            }
        }
    }
    let nobody = shared_config().endpoint_url("http://127.0.0.1:1").retry_config(RetryConfig::disabled()).build();
    let result = Client::new(&nobody).decode_authorization_message().encoded_message("abc").send().await;
    let error = result.err().ok_or("nobody listens")?;
    say("nobody", kind(&error));
    say("nobody, text", &error);
    Ok(())
}
