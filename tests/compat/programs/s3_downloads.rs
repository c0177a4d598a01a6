//! Downloads: read in each way, with checksums that are right or wrong, and what headers become.

use aws_sdk_s3::config::ResponseChecksumValidation;
use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::operation::get_object::{GetObjectError, GetObjectOutput};
use aws_sdk_s3::types::ChecksumMode;
use aws_sdk_s3::Client;
use compat_support::{say, say_error, shared_config, show, Answer, Outcome, Server};
use tokio::io::AsyncBufReadExt;

async fn get(client: &Client, key: &str) -> Result<GetObjectOutput, SdkError<GetObjectError>> {
    client.get_object().bucket("bucket").key(key).send().await
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let hello = |checksum: &str| Answer::ok("hello").header("x-amz-checksum-crc32", checksum).header("etag", "\"e\"");
    let server = Server::start([
        Answer::ok("one\ntwo\n")
            .header("etag", "\"abc\"")
            .header("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT")
            .header("content-type", "text/plain; charset=utf-8")
            .header("x-amz-meta-one", "1")
            .header("x-amz-meta-Two", "zwei")
            .header("x-amz-tagging-count", "2")
            .header("x-amz-storage-class", "NEW_CLASS")
            .header("x-amz-missing-meta", "0")
            .header("expires", "never")
            .header("accept-ranges", "bytes"),
        hello("NhCmhg=="),
        hello("AAAAAA=="),
        hello("AAAAAA==-2"),
        hello("not base64"),
        hello("AAAAAA=="),
        Answer::new(206, "ell").header("content-range", "bytes 1-3/5"),
        Answer::new(304, ""),
        Answer::ok("").header("last-modified", "yesterday"),
        Answer::ok("abc").header("x-amz-delete-marker", "maybe"),
    ]);
    let client = Client::new(&shared_config().endpoint_url(server.url()).build());
    let output = get(&client, "first").await?;
    let mut metadata: Vec<_> = output.metadata().into_iter().flatten().collect();
    metadata.sort();
    show("metadata", metadata);
    show("headers", (output.e_tag(), output.content_type(), output.tag_count(), output.storage_class()));
    show("dates", (output.last_modified(), output.accept_ranges(), output.content_length(), output.missing_meta()));
    let mut lines = output.body.into_async_read().lines();
    while let Some(line) = lines.next_line().await? {
        say("line", line);
    }
    for name in ["right", "wrong", "of parts", "not base64"] {
        match get(&client, name).await {
            Ok(output) => match output.body.collect().await {
                Ok(bytes) => say(name, String::from_utf8_lossy(&bytes.into_bytes())),
                Err(error) => say_error(name, &error),
            },
            Err(error) => say_error(name, &error),
        }
    }
    let config = shared_config().response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    let lenient = Client::new(&config.endpoint_url(server.url()).build());
    let output = get(&lenient, "lenient").await?;
    show("lenient", output.checksum_crc32());
    say("lenient", String::from_utf8_lossy(&output.body.collect().await?.to_vec()));
    let call =
        lenient.get_object().bucket("bucket").key("part").range("bytes=1-3").checksum_mode(ChecksumMode::Enabled);
    let mut output = call.send().await?;
    show("part", output.content_range());
    show("part", output.body.next().await.transpose()?);
    for name in ["not modified", "bad date", "bad bool"] {
        match get(&lenient, name).await {
            Ok(output) => show(name, (output.last_modified(), output.delete_marker())),
            Err(error) => say_error(name, &error),
        }
    }
    server.say_received("request");
    Ok(())
}
