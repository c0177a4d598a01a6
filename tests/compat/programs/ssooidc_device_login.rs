//! A login on another device: asked again and again until somebody confirms it.

use std::time::Duration;

use aws_sdk_ssooidc::config::Region;
use aws_sdk_ssooidc::operation::create_token::{CreateTokenError, CreateTokenOutput};
use aws_sdk_ssooidc::{Client, Config};
use aws_smithy_mocks::{mock, mock_client, RuleMode};
use compat_support::{clock, quick_retries, say, say_error, show, Answer, Outcome, Server};

async fn wait(client: &Client, mut attempts: u32) -> Result<CreateTokenOutput, CreateTokenError> {
    let mut interval = Duration::from_millis(1);
    loop {
        let call = client.create_token().client_id("c").client_secret("hidden").device_code("d");
        let result = call.grant_type("urn:ietf:params:oauth:grant-type:device_code").send().await;
        let error = match result {
            Ok(output) => return Ok(output),
            Err(error) => error.into_service_error(),
        };
        match &error {
            CreateTokenError::AuthorizationPendingException(error) if attempts > 0 => {
                show("pending", (error.error(), error.error_description()));
            }
            CreateTokenError::SlowDownException(error) if attempts > 0 => {
                interval += interval;
                say("slow down", error);
            }
            _ => return Err(error),
        }
        attempts -= 1;
        tokio::time::sleep(interval).await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let error = |kind: &str, error: &str| {
        let body = format!(r#"{{"error":"{error}","error_description":"not yet"}}"#);
        Answer::new(400, body).header("x-amzn-errortype", kind)
    };
    let server = Server::start([
        Answer::ok(
            r#"{"clientId":"c","clientSecret":"hidden","clientIdIssuedAt":1767225600,"clientSecretExpiresAt":1768000000}"#,
        ),
        Answer::ok(
            r#"{"deviceCode":"d","userCode":"ABCD","verificationUriComplete":"https://a/?b=c","expiresIn":600}"#,
        ),
        error("AuthorizationPendingException", "authorization_pending"),
        error("SlowDownException", "slow_down"),
        Answer::ok(
            r#"{"accessToken":"hidden","tokenType":"Bearer","expiresIn":28800,"refreshToken":"hidden","idToken":null}"#,
        ),
        error("ExpiredTokenException", "expired_token"),
        error("BrandNewException", "brand_new"),
    ]);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .time_source(clock())
        .retry_config(quick_retries())
        .endpoint_url(server.url());
    let client = Client::from_conf(config.build());
    let registered =
        client.register_client().client_name("n").client_type("public").scopes("a").scopes("b").send().await?;
    show("registered", &registered);
    let device = client.start_device_authorization().client_id("c").client_secret("hidden").start_url("https://a");
    show("device", device.send().await?);
    let token = wait(&client, 5).await?;
    show("token", &token);
    show("token, type", (token.token_type(), token.expires_in(), token.id_token()));
    for name in ["expired", "new"] {
        say_error(name, &wait(&client, 5).await.err().ok_or("an error was expected")?);
    }
    server.say_received("request");

    let rule = mock!(Client::create_token).then_output(|| CreateTokenOutput::builder().access_token("a").build());
    let client = mock_client!(aws_sdk_ssooidc, RuleMode::Sequential, [&rule]);
    show("mocked", wait(&client, 1).await?.access_token());
    Ok(())
}
