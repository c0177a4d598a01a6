//! Endpoints by the account of the credentials, and the ways to get none of them.

use aws_sdk_dynamodb::config::{Builder, Credentials, Region};
use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_dynamodb::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use aws_types::endpoint_config::AccountIdEndpointMode;
use compat_support::{clock, say, say_error, say_header, Outcome};

async fn ask(name: &str, change: impl FnOnce(Builder) -> Builder) {
    let answer = http::Response::builder().status(200).body("{}".into()).expect("the parts are valid");
    let (http_client, request) = capture_request(Some(answer));
    let credentials = Credentials::builder()
        .access_key_id("AKID")
        .secret_access_key("secret")
        .account_id("123456789012")
        .provider_name("t")
        .build();
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials)
        .time_source(clock())
        .http_client(http_client);
    let client = Client::from_conf(change(config).build());
    let call = client.get_item().table_name("arn:aws:dynamodb:eu-central-1:210987654321:table/orders");
    match call.key("k", AttributeValue::Null(true)).send().await {
        Ok(_) => {
            let request = request.expect_request();
            say(name, request.uri());
            say_header(name, &request, "user-agent");
            say_header(name, &request, "x-amz-user-agent");
        }
        Err(error) => say_error(name, &error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let other = || Credentials::from_keys("OTHER", "secret", None);
    ask("default", |config| config).await;
    ask("preferred", |config| config.account_id_endpoint_mode(AccountIdEndpointMode::Preferred)).await;
    ask("required", |config| config.account_id_endpoint_mode(AccountIdEndpointMode::Required)).await;
    ask("disabled", |config| config.account_id_endpoint_mode(AccountIdEndpointMode::Disabled)).await;
    ask("no account", |config| config.credentials_provider(other())).await;
    ask("no account, required", |config| {
        config.credentials_provider(other()).account_id_endpoint_mode(AccountIdEndpointMode::Required)
    })
    .await;
    ask("fips", |config| config.use_fips(true)).await;
    ask("dual stack", |config| config.use_dual_stack(true)).await;
    ask("local", |config| config.region(Region::new("local"))).await;
    ask("own", |config| config.endpoint_url("http://localhost:8000")).await;
    ask("required, own", |config| {
        config.endpoint_url("http://localhost:8000").account_id_endpoint_mode(AccountIdEndpointMode::Required)
    })
    .await;
    ask("required, fips", |config| config.use_fips(true).account_id_endpoint_mode(AccountIdEndpointMode::Required))
        .await;
    for mode in ["preferred", "Required", "never"] {
        match mode.parse::<AccountIdEndpointMode>() {
            Ok(mode) => say("mode", mode),
            Err(error) => say("mode", error),
        }
    }
    Ok(())
}
