//! A client inside of a function: the trace of the caller goes on, and nothing else is read.

use aws_sdk_lambda::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_lambda::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use compat_support::{clock, say, say_error, say_header, Outcome};

async fn call(name: &str, version: BehaviorVersion) {
    let answer = http::Response::builder().status(200).body("{}".into()).expect("the parts are valid");
    let (http_client, request) = capture_request(Some(answer));
    let config = Config::builder()
        .behavior_version(version)
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::from_keys("AKID", "secret", None))
        .time_source(clock())
        .http_client(http_client)
        .build();
    let result = Client::from_conf(config).get_account_settings().send().await;
    if let Err(error) = result {
        say_error(name, &error);
    }
    let request = request.expect_request();
    say(name, request.uri());
    for header in ["x-amzn-trace-id", "user-agent", "x-amz-user-agent", "amz-sdk-request", "authorization"] {
        say_header(name, &request, header);
    }
}

#[tokio::main(flavor = "current_thread")]
#[allow(deprecated)]
async fn main() -> Outcome {
    call("outside", BehaviorVersion::latest()).await;
    std::env::set_var("AWS_LAMBDA_FUNCTION_NAME", "f");
    call("without a trace", BehaviorVersion::latest()).await;
    std::env::set_var("_X_AMZN_TRACE_ID", "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=\u{e9} 1;Sampled=1");
    call("with a trace", BehaviorVersion::latest()).await;
    call("oldest", BehaviorVersion::v2023_11_09()).await;
    std::env::remove_var("AWS_LAMBDA_FUNCTION_NAME");
    call("a trace only", BehaviorVersion::latest()).await;

    std::env::set_var("AWS_EXECUTION_ENV", "AWS_Lambda_rust test");
    std::env::set_var("AWS_SDK_UA_APP_ID", "from-the-environment");
    std::env::set_var("AWS_ENDPOINT_URL", "http://localhost:1");
    std::env::set_var("AWS_ENDPOINT_URL_LAMBDA", "http://localhost:2");
    std::env::set_var("AWS_REGION", "us-east-1");
    std::env::set_var("AWS_MAX_ATTEMPTS", "9");
    std::env::set_var("AWS_USE_FIPS_ENDPOINT", "true");
    call("more variables", BehaviorVersion::latest()).await;
    std::env::set_var("AWS_ACCESS_KEY_ID", "FROMENV");
    std::env::set_var("AWS_SECRET_ACCESS_KEY", "secret");
    let config = Config::builder().behavior_version(BehaviorVersion::latest()).build();
    let error = Client::from_conf(config).list_functions().send().await.err().ok_or("it has no settings")?;
    say_error("nothing but the environment", &error);
    Ok(())
}
