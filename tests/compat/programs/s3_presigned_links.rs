//! Links to objects: to read, to write with headers, with options of the bucket.

use std::time::Duration;

use aws_sdk_s3::config::{Credentials, Region};
use aws_sdk_s3::presigning::{PresignedRequest, PresigningConfig};
use aws_sdk_s3::types::{ChecksumAlgorithm, ServerSideEncryption};
use aws_sdk_s3::{Client, Config};
use compat_support::{clock, credentials, moment, say, say_error, show, Outcome};

fn say_link(name: &str, request: &PresignedRequest) {
    say(name, format!("{} {}", request.method(), request.uri()));
    let mut headers: Vec<_> = request.headers().collect();
    headers.sort_unstable();
    show(name, headers);
}

fn client(change: impl FnOnce(aws_sdk_s3::config::Builder) -> aws_sdk_s3::config::Builder) -> Client {
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock());
    Client::from_conf(change(config).build())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let presigning = || PresigningConfig::builder().start_time(moment()).expires_in(Duration::from_secs(60)).build();
    let plain = client(|config| config);
    let get = plain.get_object().bucket("bucket").key("a b/ü&?.txt").response_content_type("text/plain");
    say_link("get", &get.version_id("v+1").presigned(presigning()?).await?);
    let put = plain.put_object().bucket("bucket").key("k").content_type("image/png").content_length(3);
    let put = put.metadata("owner", "me").server_side_encryption(ServerSideEncryption::AwsKms);
    say_link("put", &put.presigned(presigning()?).await?);
    let put = plain.put_object().bucket("bucket").key("k").checksum_algorithm(ChecksumAlgorithm::Sha256);
    say_link("put with a checksum", &put.presigned(presigning()?).await?);
    let part = plain.upload_part().bucket("bucket").key("k").part_number(2).upload_id("u");
    say_link("part", &part.presigned(presigning()?).await?);
    say_link("head", &plain.head_object().bucket("bucket").key("k").presigned(presigning()?).await?);
    say_link("delete", &plain.delete_object().bucket("bucket").key("k").presigned(presigning()?).await?);

    let session = Credentials::new("AKID", "SECRET", Some("to+ken=".to_owned()), None, "t");
    let other = client(|config| config.credentials_provider(session).force_path_style(true).use_dual_stack(true));
    say_link("session", &other.get_object().bucket("bucket").key("/k").presigned(presigning()?).await?);
    let fast = client(|config| config.accelerate(true));
    say_link("accelerated", &fast.get_object().bucket("bucket").key("k").presigned(presigning()?).await?);
    let dots = plain.get_object().bucket("my.bucket").key("../k/./x//y").presigned(presigning()?).await?;
    say_link("dots", &dots);
    let local = client(|config| config.endpoint_url("http://localhost:9000/base").force_path_style(true));
    let request = local.get_object().bucket("bucket").key("k").presigned(presigning()?).await?;
    let request = request.make_http_1x_request("");
    say("http", format!("{} {} {}", request.method(), request.uri().path(), request.headers().len()));

    match plain.get_object().bucket("bucket").presigned(presigning()?).await {
        Ok(request) => say_link("no key", &request),
        Err(error) => say_error("no key", &error),
    }
    show("zero", PresigningConfig::expires_in(Duration::ZERO).map(|config| config.expires()));
    say_error("long", &PresigningConfig::expires_in(Duration::from_secs(700_000)).err().ok_or("it is too long")?);
    let call = plain.get_object().bucket("bucket").key("k").customize();
    let call = call.config_override(Config::builder().region(Region::new("us-east-1")));
    say_link("override", &call.presigned(presigning()?).await?);
    Ok(())
}
