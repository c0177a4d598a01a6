//! Buckets by all the names they can have, and where requests for them go.

use aws_sdk_s3::config::{Builder, Region};
use aws_sdk_s3::{Client, Config};
use aws_smithy_http_client::test_util::capture_request;
use compat_support::{clock, credentials, say, say_error, say_header, Outcome};

async fn ask(name: &str, bucket: &str, change: impl FnOnce(Builder) -> Builder) {
    let (http_client, request) = capture_request(None);
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .http_client(http_client);
    let client = Client::from_conf(change(config).build());
    let name = format!("{name} {bucket}");
    match client.head_object().bucket(bucket).key("a/b c").send().await {
        Ok(_) => {
            let request = request.expect_request();
            say(&name, request.uri());
            say_header(&name, &request, "authorization");
        }
        Err(error) => say_error(&name, &error),
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let point = "arn:aws:s3:us-west-2:123456789012:accesspoint/mine";
    for bucket in [
        "bucket",
        "my.bucket",
        "Upper_case",
        "ab",
        point,
        "arn:aws:s3:eu-central-1:123456789012:accesspoint:mine",
        "arn:aws:s3-object-lambda:eu-central-1:123456789012:accesspoint/mine",
        "arn:aws:s3-outposts:eu-central-1:123456789012:outpost/op-1/accesspoint/mine",
        "arn:aws:s3::123456789012:accesspoint/mine.mrap",
        "arn:aws:sqs:eu-central-1:123456789012:queue",
        "arn:aws:s3:eu-central-1:123456789012",
        "arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/mine",
    ] {
        ask("default", bucket, |config| config).await;
    }
    ask("path", "bucket", |config| config.force_path_style(true)).await;
    ask("path", point, |config| config.force_path_style(true)).await;
    ask("arn region", point, |config| config.use_arn_region(true)).await;
    ask("own region", point, |config| config.use_arn_region(false)).await;
    ask("accelerate", "bucket", |config| config.accelerate(true)).await;
    ask("accelerate", "my.bucket", |config| config.accelerate(true)).await;
    ask("accelerate, dual stack", "bucket", |config| config.accelerate(true).use_dual_stack(true)).await;
    ask("accelerate, fips", "bucket", |config| config.accelerate(true).use_fips(true)).await;
    ask("fips, dual stack", "bucket", |config| config.use_fips(true).use_dual_stack(true)).await;
    ask("no mrap", "arn:aws:s3::123456789012:accesspoint/mine.mrap", |config| {
        config.disable_multi_region_access_points(true)
    })
    .await;
    ask("own", "bucket", |config| config.endpoint_url("https://storage.example.com/base")).await;
    ask("own, path", "bucket", |config| config.endpoint_url("http://localhost:9000").force_path_style(true)).await;
    ask("own, ip", "bucket", |config| config.endpoint_url("http://10.0.0.1:9000")).await;
    ask("own, dual stack", "bucket", |config| config.endpoint_url("https://a.example").use_dual_stack(true)).await;
    for region in ["us-east-1", "aws-global", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "bad region"] {
        ask(region, "bucket", |config| config.region(Region::new(region))).await;
    }
    ask("china, accelerate", "bucket", |config| config.region(Region::new("cn-north-1")).accelerate(true)).await;
    Ok(())
}
