//! Tests of an application with the defaults that clients have for tests.

use aws_sdk_sts::config::{Credentials, Region};
use aws_sdk_sts::{Client, Config};
use aws_smithy_http_client::test_util::{capture_request, infallible_client_fn};
use compat_support::{clock, say, say_error, say_request, show, Outcome};

const IDENTITY: &str = "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account>\
    </GetCallerIdentityResult></GetCallerIdentityResponse>";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let answer = http::Response::builder().status(200).body(IDENTITY.into())?;
    let (http_client, request) = capture_request(Some(answer));
    let config = Config::builder().with_test_defaults_v2().http_client(http_client).build();
    let identity = Client::from_conf(config).get_caller_identity().send().await?;
    show("account", identity.account());
    say_request("defaults", &request.expect_request());

    let http_client = infallible_client_fn(|request: http::Request<aws_smithy_types::body::SdkBody>| {
        say("asked", request.uri());
        show("version", request.version());
        let code = if request.headers().contains_key("x-amz-security-token") { 200 } else { 403 };
        http::Response::builder().status(code).body(IDENTITY).expect("the parts are valid")
    });
    let config = Config::builder().http_client(http_client.clone()).with_test_defaults().region(Region::new("a"));
    match Client::from_conf(config.build()).get_caller_identity().send().await {
        Ok(identity) => show("old defaults", identity.account()),
        Err(error) => say_error("old defaults", &error),
    }
    let own = Credentials::for_tests_with_session_token();
    let config = Config::builder().http_client(http_client).region(Region::new("b")).with_test_defaults_v2();
    let config = config.credentials_provider(own).time_source(clock()).build();
    show("region", config.region());
    match Client::from_conf(config).get_caller_identity().send().await {
        Ok(identity) => show("own", identity.account()),
        Err(error) => say_error("own", &error),
    }
    Ok(())
}
