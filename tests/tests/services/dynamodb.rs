//! The checksum that DynamoDB gives its responses.

use std::time::Duration;

use services::dynamodb::config::retry::RetryConfig;
use services::dynamodb::error::DisplayErrorContext;
use services::dynamodb::{Client, Config};
use whitesmith_tests::loopback::{Loopback, Reply};

use crate::{config, Checked};

const BODY: &str = r#"{"TableNames":["a"]}"#;
/// By zlib of Python.
const CRC32: &str = "402819276";

fn config(server: &Loopback) -> services::dynamodb::config::Builder {
    let retries = RetryConfig::standard().with_max_attempts(2).with_initial_backoff(Duration::from_millis(1));
    config!(dynamodb, server).retry_config(retries)
}

#[tokio::test]
async fn a_body_is_what_its_checksum_says() -> Checked {
    for headers in [&[("x-amz-crc32", CRC32)][..], &[], &[("x-amz-crc32", "")], &[("x-amz-crc32", "-1")]] {
        let reply = headers.iter().fold(Reply::ok(BODY), |reply, (name, value)| reply.header(name, value));
        let server = Loopback::start(reply).await?;
        let tables = Client::from_conf(config(&server).build()).list_tables().send().await?;
        assert_eq!(tables.table_names(), ["a"]);
        assert_eq!(server.requests().len(), 1);
    }
    Ok(())
}

#[tokio::test]
async fn a_call_with_another_body_is_tried_again() -> Checked {
    for reply in [Reply::ok(BODY), Reply::status(400, r#"{"__type":"ValidationException"}"#)] {
        let server = Loopback::start(reply.header("x-amz-crc32", "1")).await?;
        let client = Client::from_conf(config(&server).build());
        let error = client.list_tables().send().await.err().ok_or("nobody has compared the body")?;
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("checksum mismatch"), "{text}");
        assert_eq!(server.requests().len(), 2);
    }
    Ok(())
}

/// The checksum is of what was compressed, or nobody asks for it.
#[tokio::test]
async fn other_bodies_are_not_compared() -> Checked {
    let reply = Reply::ok(BODY).header("x-amz-crc32", "1");
    let decompressed = Loopback::start(reply.clone().header("content-encoding", "gzip")).await?;
    Client::from_conf(config(&decompressed).build()).list_tables().send().await?;
    let server = Loopback::start(reply).await?;
    let config: Config = config(&server).disable_validate_response_checksum(true).build();
    assert_eq!(config.disable_validate_response_checksum(), Some(true));
    Client::from_conf(config).list_tables().send().await?;
    Ok(())
}
