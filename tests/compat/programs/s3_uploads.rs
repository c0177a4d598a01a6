//! Uploads with checksums: of bytes, of files, of streams, chosen, given, or none.

use aws_sdk_s3::config::{Region, RequestChecksumCalculation};
use aws_sdk_s3::primitives::{ByteStream, Length, SdkBody};
use aws_sdk_s3::types::{ChecksumAlgorithm, ObjectCannedAcl, ServerSideEncryption, StorageClass};
use aws_sdk_s3::{Client, Config};
use compat_support::{clock, credentials, quick_retries, say_error, show, Answer, Outcome, Server};

fn config(server: &Server) -> aws_sdk_s3::config::Builder {
    Config::builder()
        .behavior_version_latest()
        .region(Region::new("eu-central-1"))
        .credentials_provider(credentials())
        .time_source(clock())
        .retry_config(quick_retries())
        .force_path_style(true)
        .endpoint_url(server.url())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::ok("").header("etag", "\"e\"").header("x-amz-server-side-encryption", "AES256"),
        Answer::new(503, "<Error><Code>SlowDown</Code><Message>m</Message></Error>"),
        Answer::ok("").header("x-amz-checksum-crc32", "AAAAAA=="),
    ]);
    let client = Client::from_conf(config(&server).build());
    let put = |key: &str| client.put_object().bucket("bucket").key(key);

    let output = put("a b/ü+.txt")
        .body(ByteStream::from_static(b"hello"))
        .content_type("text/plain")
        .acl(ObjectCannedAcl::PublicRead)
        .metadata("Some-Key", "value")
        .tagging("a=b&c=d")
        .storage_class(StorageClass::StandardIa)
        .server_side_encryption(ServerSideEncryption::Aes256)
        .send()
        .await?;
    show("etag", (output.e_tag(), output.server_side_encryption()));
    server.say_received("default");
    put("sha").checksum_algorithm(ChecksumAlgorithm::Sha256).body(ByteStream::from(vec![b'x'; 3])).send().await?;
    server.say_received("retried");
    for algorithm in [ChecksumAlgorithm::Crc32, ChecksumAlgorithm::Crc32C, ChecksumAlgorithm::Sha1] {
        put("algorithm").checksum_algorithm(algorithm).body(b"abc".to_vec().into()).send().await?;
    }
    put("given")
        .checksum_sha256("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
        .body("abc".to_owned().into_bytes().into())
        .send()
        .await?;
    put("empty").send().await?;
    server.say_received("bytes");

    let path = std::env::temp_dir().join(format!("compat-s3-uploads-{}", std::process::id()));
    std::fs::write(&path, "0123456789")?;
    put("file").body(ByteStream::from_path(&path).await?).send().await?;
    let part = ByteStream::read_from().path(&path).offset(2).length(Length::Exact(5)).buffer_size(3).build().await?;
    show("part", part.size_hint());
    put("part").checksum_algorithm(ChecksumAlgorithm::Crc32).body(part).send().await?;
    std::fs::remove_file(&path)?;
    let retryable = SdkBody::retryable(|| SdkBody::from("again"));
    put("retryable").body(ByteStream::new(retryable)).send().await?;
    server.say_received("stream");

    let client = Client::from_conf(
        config(&server).request_checksum_calculation(RequestChecksumCalculation::WhenRequired).build(),
    );
    client.put_object().bucket("b").key("none").body(b"abc".to_vec().into()).send().await?;
    client.delete_object().bucket("b").key("none").version_id("3").send().await?;
    server.say_received("when required");
    match client.put_object().bucket("").key("k").send().await {
        Ok(output) => show("no bucket", output.e_tag()),
        Err(error) => say_error("no bucket", &error),
    }
    match client.put_object().bucket("b").send().await {
        Ok(output) => show("no key", output.e_tag()),
        Err(error) => say_error("no key", &error),
    }
    match client.put_object().bucket("b").key("k").content_type("a\nb").send().await {
        Ok(output) => show("bad header", output.e_tag()),
        Err(error) => say_error("bad header", &error),
    }
    Ok(())
}
