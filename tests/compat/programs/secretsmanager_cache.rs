//! A cache of secrets: filled once, shared by tasks, silent in logs.

use std::collections::HashMap;
use std::sync::Arc;

use aws_sdk_secretsmanager::error::SdkError;
use aws_sdk_secretsmanager::operation::get_secret_value::{GetSecretValueError, GetSecretValueOutput};
use aws_sdk_secretsmanager::primitives::Blob;
use aws_sdk_secretsmanager::types::error::DecryptionFailure;
use aws_sdk_secretsmanager::Client;
use aws_smithy_mocks::{mock, mock_client, RuleMode};
use compat_support::{say, say_error, show, Outcome};
use tokio::sync::{Mutex, OnceCell};

type Secret = Arc<OnceCell<GetSecretValueOutput>>;

struct Secrets {
    client: Client,
    cache: Mutex<HashMap<String, Secret>>,
}

impl Secrets {
    async fn get(&self, id: &str) -> Result<String, SdkError<GetSecretValueError>> {
        let cell = Arc::clone(self.cache.lock().await.entry(id.to_owned()).or_default());
        let secret = cell.get_or_try_init(|| self.client.get_secret_value().secret_id(id).send()).await?;
        match (secret.secret_string(), secret.secret_binary()) {
            (Some(text), _) => Ok(text.to_owned()),
            (None, Some(bytes)) => Ok(format!("{:?}", bytes.as_ref())),
            (None, None) => Err(SdkError::construction_failure("an empty secret")),
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let database = mock!(Client::get_secret_value)
        .match_requests(|input| input.secret_id().is_some_and(|id| id.starts_with("db")))
        .then_compute_output(|input| {
            let text = format!("password of {}", input.secret_id().unwrap_or_default());
            GetSecretValueOutput::builder().name("db").secret_string(text).version_stages("AWSCURRENT").build()
        });
    let broken = mock!(Client::get_secret_value)
        .match_requests(|input| input.secret_id() == Some("broken"))
        .sequence()
        .http_status(500, Some(r#"{"__type":"InternalServiceError","message":"later"}"#.to_owned()))
        .times(2)
        .error(|| GetSecretValueError::DecryptionFailure(DecryptionFailure::builder().message("the key").build()))
        .output(|| GetSecretValueOutput::builder().secret_binary(Blob::new([1, 2])).build())
        .repeatedly()
        .build();
    let client = mock_client!(aws_sdk_secretsmanager, RuleMode::MatchAny, [&database, &broken], |config| config
        .retry_config(compat_support::quick_retries()));
    let secrets = Arc::new(Secrets { client: client.clone(), cache: Mutex::default() });

    let tasks: Vec<_> = ["db/1", "db/2", "db/1", "db/1"]
        .into_iter()
        .map(|id| {
            let secrets = Arc::clone(&secrets);
            tokio::spawn(async move { secrets.get(id).await.map_err(|error| error.to_string()) })
        })
        .collect();
    for task in tasks {
        show("secret", task.await?);
    }
    say("calls", database.num_calls());
    match secrets.get("broken").await {
        Err(error) => say_error("broken", &error),
        Ok(secret) => say("broken", secret),
    }
    say("broken, calls", broken.num_calls());
    show("broken, later", secrets.get("broken").await?);
    show("broken, from the cache", secrets.get("broken").await?);
    say("broken, calls", broken.num_calls());

    let output = client.get_secret_value().secret_id("db").send().await?;
    show("output", &output);
    show("equal", output == client.get_secret_value().secret_id("db").send().await?);
    let put = client.put_secret_value().secret_id("db").secret_string("hidden").version_stages("A");
    show("put", put.as_input());
    show("put, input", put.as_input().clone().client_request_token("t").build()?);
    Ok(())
}
