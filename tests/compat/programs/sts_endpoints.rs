//! Where requests go: regions of all partitions, FIPS and dual stack, and what they are signed for.

use aws_sdk_sts::config::{Builder, Region};
use aws_sdk_sts::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use compat_support::{clock, credentials, say, say_error, say_header, Outcome};

async fn ask(name: &str, change: impl FnOnce(Builder) -> Builder) {
    let (http_client, request) = capture_request(None);
    let config = Config::builder()
        .behavior_version_latest()
        .credentials_provider(credentials())
        .time_source(clock())
        .http_client(http_client);
    let client = Client::from_conf(change(config).build());
    let result = client.get_caller_identity().send().await;
    let Err(error) = result else {
        let request = request.expect_request();
        say(name, format!("{} {}", request.method(), request.uri()));
        say_header(name, &request, "authorization");
        return;
    };
    // The answer that is captured is empty; whether a request was sent is of interest.
    if error.raw_response().is_some() {
        let request = request.expect_request();
        say(name, request.uri());
        say_header(name, &request, "authorization");
    } else {
        request.expect_no_request();
        say_error(name, &error);
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    for region in [
        "us-east-1",
        "eu-central-1",
        "aws-global",
        "cn-north-1",
        "us-gov-west-1",
        "us-iso-east-1",
        "us-isob-east-1",
        "eu-isoe-west-1",
        "xx-new-9",
    ] {
        ask(region, |config| config.region(Region::new(region))).await;
    }
    for region in ["us-west-2", "us-gov-east-1", "cn-north-1", "us-iso-east-1"] {
        let region = Region::from_static(region);
        ask("fips", |config| config.region(region.clone()).use_fips(true)).await;
        ask("dual stack", |config| config.region(region.clone()).use_dual_stack(true)).await;
        ask("both", |config| config.region(region.clone()).use_fips(true).use_dual_stack(true)).await;
    }
    ask("no region", |config| config).await;
    ask("bad region", |config| config.region(Region::new("eu west"))).await;
    ask("own endpoint", |config| config.region(Region::new("a")).endpoint_url("https://sts.example.com:8443/base/"))
        .await;
    ask("own endpoint, fips", |config| {
        config.region(Region::new("us-east-1")).endpoint_url("https://sts.example.com").use_fips(true)
    })
    .await;
    Ok(())
}
