//! An application with its own HTTP stack: a client and a connector written by hand.

use std::sync::{Arc, Mutex};

use aws_sdk_sqs::config::http::{HttpRequest, HttpResponse};
use aws_sdk_sqs::config::{HttpClient, Region, RuntimeComponents, SharedHttpClient};
use aws_sdk_sqs::error::{ConnectorError, SdkError};
use aws_sdk_sqs::{Client, Config};
use aws_smithy_runtime_api::client::connector_metadata::ConnectorMetadata;
use aws_smithy_runtime_api::client::http::{
    http_client_fn, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::retries::ErrorKind;
use aws_smithy_runtime_api::http::StatusCode;
use aws_smithy_types::body::SdkBody;
use compat_support::{clock, credentials, quick_retries, say, say_error, say_request, show, Outcome};

type Queue = Arc<Mutex<Vec<Result<HttpResponse, ConnectorError>>>>;

#[derive(Clone, Debug)]
struct Stack(Queue);

impl HttpConnector for Stack {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        say_request("request", &request);
        let answer = self.0.lock().expect("nobody panics").pop();
        HttpConnectorFuture::new(async move {
            tokio::task::yield_now().await;
            answer.unwrap_or_else(|| Err(ConnectorError::user("no more answers".into())))
        })
    }
}

impl HttpClient for Stack {
    fn http_connector(&self, settings: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        show("settings", (settings.connect_timeout(), settings.read_timeout()));
        SharedHttpConnector::new(self.clone())
    }

    fn connector_metadata(&self) -> Option<ConnectorMetadata> {
        Some(ConnectorMetadata::new("stack", Some("2.0".into())))
    }
}

fn config(http_client: impl HttpClient + 'static) -> Config {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .http_client(http_client)
        .build()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let answers = vec![
        Err(ConnectorError::other("odd".into(), None)),
        Err(ConnectorError::user("the request is wrong".into())),
        Ok(HttpResponse::new(StatusCode::try_from(200)?, SdkBody::from(r#"{"QueueUrls":["c"]}"#))),
        Err(ConnectorError::other("a hiccup".into(), Some(ErrorKind::TransientError))),
        Ok(HttpResponse::new(StatusCode::try_from(200)?, SdkBody::from(r#"{"QueueUrls":["b"]}"#))),
        Err(ConnectorError::timeout("too slow".into())),
        Err(ConnectorError::io(std::io::Error::new(std::io::ErrorKind::ConnectionReset, "reset").into())),
    ];
    let client = Client::from_conf(config(Stack(Arc::new(Mutex::new(answers)))));
    for name in ["io, timeout", "hiccup", "user", "other", "none left"] {
        match client.list_queues().send().await {
            Ok(output) => show(name, output),
            Err(SdkError::DispatchFailure(failure)) => {
                say(name, format!("user {}, other {}", failure.is_user(), failure.is_other()));
                show(name, failure);
            }
            Err(error) => say_error(name, &error),
        }
    }
    let stack = http_client_fn(|_, _| SharedHttpConnector::new(Stack(Queue::default())));
    let shared: SharedHttpClient = stack.clone();
    show("metadata", shared.connector_metadata());
    let error = Client::from_conf(config(stack)).list_queues().send().await.err().ok_or("there is no answer")?;
    say_error("by a function", &error);
    Ok(())
}
