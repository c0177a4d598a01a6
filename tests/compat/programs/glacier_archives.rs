//! An archive: tree hashes of what is sent, the account that is a dash, jobs and their output.

use aws_sdk_glacier::operation::initiate_job::InitiateJobError;
use aws_sdk_glacier::primitives::{ByteStream, SdkBody};
use aws_sdk_glacier::types::JobParameters;
use aws_sdk_glacier::Client;
use compat_support::{quick_retries, say, say_error, shared_config, show, Answer, Outcome, Server};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let server = Server::start([
        Answer::new(201, "").header("location", "/1/vaults/v/archives/a").header("x-amz-archive-id", "a"),
        Answer::new(201, "").header("x-amz-sha256-tree-hash", "h"),
        Answer::new(202, "").header("x-amz-job-id", "j").header("location", "/1/vaults/v/jobs/j"),
        Answer::new(400, r#"{"code":"PolicyEnforcedException","message":"quota","type":"Client"}"#),
        Answer::new(206, "bytes").header("x-amz-sha256-tree-hash", "h").header("content-range", "bytes 0-4/9"),
        Answer::ok(
            r#"{"VaultList":[{"VaultName":"v","SizeInBytes":9007199254740993,"CreationDate":"2026-01-01T00:00:00.000Z"}],"Marker":"m"}"#,
        ),
        Answer::ok(r#"{"VaultList":[{"VaultName":"w","NumberOfArchives":3}],"Marker":null}"#),
        Answer::new(503, r#"{"code":"ServiceUnavailableException","message":"m"}"#),
        Answer::new(404, r#"{"code":"ResourceNotFoundException","message":"no vault","type":"Client"}"#),
    ]);
    let config = shared_config().endpoint_url(server.url()).retry_config(quick_retries()).build();
    let client = Client::new(&config);

    let upload = client.upload_archive().vault_name("v").archive_description("a description");
    let output = upload.body(ByteStream::from_static(b"hello")).send().await?;
    show("archive", &output);
    let large = ByteStream::from(vec![b'x'; 1_048_577]);
    let upload = client.upload_archive().account_id("123456789012").vault_name("v").body(large);
    show("large", upload.send().await?.checksum());
    for request in server.received() {
        say("upload", &request.line);
        for header in [
            "x-amz-glacier-version",
            "x-amz-sha256-tree-hash",
            "x-amz-content-sha256",
            "content-length",
            "x-amz-archive-description",
        ] {
            say(&format!("upload, {header}"), request.header(header).unwrap_or("(none)"));
        }
    }

    let job = JobParameters::builder().r#type("archive-retrieval").archive_id("a").tier("Bulk").build();
    let call = client.initiate_job().vault_name("v").job_parameters(job);
    show("job", call.clone().send().await?);
    match call.send().await.map_err(aws_sdk_glacier::error::SdkError::into_service_error) {
        Err(InitiateJobError::PolicyEnforcedException(error)) => {
            show("policy", (error.code(), error.r#type()));
            say_error("policy", &error);
        }
        other => show("other", other),
    }
    let output = client.get_job_output().vault_name("v").job_id("j").range("bytes=0-4").send().await?;
    show("output", (output.status(), output.content_range(), output.checksum()));
    say("output", String::from_utf8_lossy(&output.body.collect().await?.to_vec()));
    let vaults = client.list_vaults().into_paginator().items().send().try_collect().await?;
    show("vaults", vaults);
    let error = client.describe_vault().vault_name("no such").send().await.err().ok_or("there is none")?;
    say_error("vault", &error);
    server.say_received("request");
    let stream = ByteStream::new(SdkBody::from_body_1_x(http_body_util::Full::new(bytes::Bytes::from("x"))));
    match client.upload_archive().vault_name("v").body(stream).send().await {
        Ok(output) => show("stream", output),
        Err(error) => say_error("stream", &error),
    }
    match client.list_vaults().account_id("").send().await {
        Ok(output) => show("no account", output),
        Err(error) => say_error("no account", &error),
    }
    Ok(())
}
